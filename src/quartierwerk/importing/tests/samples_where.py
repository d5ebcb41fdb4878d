"""Made-up announcements: which of several places and addresses is meant, and whom one asks. All samples."""

from .samples import Sample, at

WHERE = (
    Sample(
        "Die Kirche in Klammern",
        "Gottesdienstordnung vom 4. bis 12. Mai 2024\n\nSamstag, 4.5.\n18.00 Uhr Vorabendmesse (St. Mauritius)\nSonntag, 5.5.\n9.30 Uhr Hl. Messe (St. Joseph)",
        (
            at("2024-05-04T18:00", title="Vorabendmesse", place="St. Mauritius"),
            at("2024-05-05T09:30", title="Hl. Messe", place="St. Joseph"),
        ),
    ),
    Sample(
        "Gleiche Zeit, gleicher Ort",
        "Vortrag „Was nun?“ am Dienstag, 14. Mai 2024, 18 Uhr im Gemeindehaus West, Musterstraße 2. "
        "Weitere Termine: 18. Juni „Vollmacht“, 16. Juli „Demenz verstehen“ (jeweils gleiche Zeit, gleicher Ort).",
        (
            at("2024-05-14T18:00", place="Gemeindehaus West"),
            at("2024-06-18T18:00", place="Gemeindehaus West"),
            at("2024-07-16T18:00", place="Gemeindehaus West", title="„Demenz verstehen“"),
        ),
    ),
    Sample(
        "Wann die Tische vergeben werden",
        "Flohmarkt rund ums Kind\nSa 18.05.2024, 10-13 Uhr\nKita Regenbogen, Musterstr. 4\nTischvergabe am 2.5. ab 18 Uhr per Mail an basar@example.org",
        (at("2024-05-18T10:00", title="Flohmarkt rund ums Kind", place="Kita Regenbogen"),),
    ),
    Sample(
        "Ein Treff heißt wie ein Haus",
        "Programm im Mai\n\nDi, 7.5. Gedächtnistraining\nDo, 9.5. Spieletreff\nAlle Veranstaltungen beginnen um 14.30 Uhr im Seniorenbüro, Musterstraße 31.",
        (
            at("2024-05-07T14:30", title="Gedächtnistraining", place="Seniorenbüro"),
            at(
                "2024-05-09T14:30",
                title="Spieletreff",
                place="Seniorenbüro",
                street_address="Musterstraße 31",
            ),
        ),
    ),
    Sample(
        "Was gesungen wird, gehört nicht zum Haus",
        "Der Chor singt am 3. Mai um 16 Uhr im Altenheim St. Muster Frühlingslieder.",
        (at("2024-05-03T16:00", place="Altenheim St. Muster"),),
    ),
    Sample(
        "Haus und Rundbrief in der Überschrift",
        "Bürgerhaus Nord – Rundbrief Mai\n\nFlohmarkt am Sonntag, 5. Mai, 11 Uhr.",
        (at("2024-05-05T11:00", place="Bürgerhaus Nord"),),
    ),
    Sample(
        "Ein Haus in Klammern hinter der Zeit",
        "Spieleabend am 8. Mai um 18.30 Uhr (Villa Muster). Bringt eure Lieblingsspiele mit!",
        (at("2024-05-08T18:30", place="Villa Muster"),),
    ),
    Sample(
        "Ein klein geschriebener Name mit Adresse in Klammern",
        "Schweißkurs\n\nWer mag, fährt am 15. Mai nach Musterau (werkinnen, Lindenstr. 72, 03222 Musterau). Um 13 Uhr geht's los.",
        (at("2024-05-15T13:00", place="werkinnen", street_address="Lindenstr. 72, 03222 Musterau"),),
    ),
    Sample(
        "Wer einlädt, hat ein Haus mit Namen",
        "Zu einem Tag der offenen Tür lädt das Jugendzentrum Nordstern am 30. Mai von 11 bis 17 Uhr ein.",
        (at("2024-05-30T11:00", place="Jugendzentrum Nordstern"),),
    ),
    Sample(
        "Ein Verein, dessen Stadt wie ein Haus klingt, hat keins",
        "Sommerturnier\n\nDer Volleyball Club Musterheim veranstaltet am 2. Mai um 10 Uhr ein Turnier. Gespielt wird in der Sporthalle II.",
        (at("2024-05-02T10:00", place="Sporthalle II"),),
    ),
    Sample(
        "Woher jemand kommt",
        "Am 24. Mai um 19 Uhr zeigt Kim Muster vom Stadtarchiv alte Filme. Gäste sind willkommen.",
        (at("2024-05-24T19:00", place=None),),
    ),
    Sample(
        "Wo jemand arbeitet",
        "Kim Muster, die an der Musikschule Musterburg unterrichtet, gibt am 31. Mai um 17 Uhr ein Konzert im Lindensaal.",
        (at("2024-05-31T17:00", place="Lindensaal"),),
    ),
    Sample(
        "Wo etwas abgegeben wird",
        "Themen für das Treffen am 28. Mai um 18 Uhr sind bis zum 20. Mai in der Gemeindeverwaltung einzureichen.",
        (at("2024-05-28T18:00", place=None),),
    ),
    Sample(
        "Wo nicht getagt wird",
        "Blutspende am 14. Mai von 15 bis 19 Uhr! Wegen der neuen Küche im Dorfhaus wird diesmal in der Turnhalle gespendet.",
        (at("2024-05-14T15:00", place="Turnhalle"),),
    ),
    Sample(
        "Nicht hier, sondern dort",
        "Nicht im Gemeindehaus, sondern in der Kapelle beginnt der Abend am 24. Mai um 19 Uhr.",
        (at("2024-05-24T19:00", place="Kapelle"),),
    ),
    Sample(
        "Worum es geht, ist kein Ort",
        "Imkerabend: Tipps und Tricks in der Imkerei\n\nTreffen am 13. Mai um 10 Uhr. Kommt alle!",
        (at("2024-05-13T10:00", place=None),),
    ),
    Sample(
        "Eine Zeit des Jahres ist kein Ort",
        "Die Sprechstunde am 14. Mai von 14 bis 17 Uhr (sonst wöchentlich, außer in den Schulferien) ist wieder offen. "
        "Beim Betreten des Rathauses ist eine Maske zu tragen.",
        (at("2024-05-14T14:00", place="Rathauses"),),
    ),
    Sample(
        "Eine Vorstellung ist kein Haus",
        "15. Mai, 19 Uhr, Kneipenquiz\nKulturcafé, Hauptstr. 77\n\n16. Mai, 15 Uhr, Puppentheater\nStadtbibliothek",
        (
            at("2024-05-15T19:00", place="Kulturcafé", street_address="Hauptstr. 77"),
            at("2024-05-16T15:00", place="Stadtbibliothek", street_address=None),
        ),
    ),
    Sample(
        "Schauplatz ist",
        "Schauplatz der Lesung am 23. Mai um 19 Uhr ist diesmal die Scheune Muster.",
        (at("2024-05-23T19:00", place="Scheune Muster"),),
    ),
    Sample(
        "Ort der Veranstaltung",
        "Der Betreuungsverein der Diakonie informiert am 13. Mai um 18 Uhr. Ort der Veranstaltung: Musterbachhaus.",
        (at("2024-05-13T18:00", place="Musterbachhaus"),),
    ),
    Sample(
        "Hinter dem Treffpunkt steht erst die Zeit",
        "Am 10. Mai wandert der Verein rund um den Musterberg. Treffpunkt: 8 Uhr, Volksfestplatz.",
        (at("2024-05-10T08:00", place="Volksfestplatz"),),
    ),
    Sample(
        "Die Zeile beginnt mit der Stunde",
        "Konzerte\n\n13. Mai 2024 „Tangomesse“\n20 Uhr Schlosskirche\nEintritt frei\n\n14. Mai 2024 „Passion“\n17 Uhr St. Markuskirche\nEintritt 5 Euro",
        (at("2024-05-13T20:00", place="Schlosskirche"), at("2024-05-14T17:00", place="St. Markuskirche")),
    ),
    Sample(
        "Zwei Zeiten, zwei Orte in einem Satz",
        "Maimarsch am 4. Mai: Auftakt um 11 Uhr am Gewerkschaftshaus, Kundgebung um 13 Uhr auf dem Opernplatz.",
        (at("2024-05-04T11:00", place="Gewerkschaftshaus"),),
    ),
    Sample(
        "Von wo man aufbricht",
        "Vom Marktplatz aus startet am 9. Mai um 10 Uhr der Stadtlauf. Gäste sind willkommen.",
        (at("2024-05-09T10:00", place="Marktplatz"),),
    ),
    Sample(
        "Ein Raum mit Nummer",
        "Die Selbsthilfegruppe startet am 2. Mai um 18 Uhr. Sie trifft sich in Raum 2.04 des Gesundheitshauses.",
        (at("2024-05-02T18:00", place="Raum 2.04 des Gesundheitshauses"),),
    ),
    Sample(
        "Was läuft, gehört nicht zum Namen des Hauses",
        "Am 6. Mai um 19 Uhr gibt es in der Stadtbücherei „Literatur am Abend“.",
        (at("2024-05-06T19:00", place="Stadtbücherei"),),
    ),
    Sample(
        "Das Haus wird nur genannt",
        "Museum noch einmal geöffnet\n\nAm 23. Mai von 13 bis 17 Uhr ist das Heimatmuseum noch einmal geöffnet.",
        (at("2024-05-23T13:00", place="Heimatmuseum"),),
    ),
    Sample(
        "Wohin man eingeladen wird",
        "Picknick mit Musik\n\nAm 2. Mai laden die Musiker ab 11 Uhr wieder auf den Musterberg ein. Im Musterbergmuseum gibt es Führungen.",
        (at("2024-05-02T11:00", place="Musterberg"),),
    ),
    Sample(
        "Was an den Tagen eines Festes geschieht, geschieht dort",
        "Der Gartenverein feiert vom 10. bis 12. Mai sein Sommerfest im Vereinsheim Musterwiese.\n\n"
        "Am 11. Mai um 14 Uhr beginnt das Kinderfest mit vielen Spielen.",
        (
            at("2024-05-10", place="Vereinsheim Musterwiese"),
            at("2024-05-11T14:00", place="Vereinsheim Musterwiese"),
        ),
    ),
    Sample(
        "Der Absatz gehört zu seinem Tag",
        "Advent im Mai\n\nAm 3. Mai um 11 Uhr ist ein Gottesdienst in der Lorenzkirche. Es gibt einen Basar.\n\n"
        "Die Gemeinde St. Muster in der Lindenstraße 43 lädt schon früher ein. Hier wird am 2. Mai ab 15 Uhr gefeiert.",
        (
            at("2024-05-03T11:00", place="Lorenzkirche", street_address=None),
            at("2024-05-02T15:00", street_address="Lindenstraße 43"),
        ),
    ),
    Sample(
        "Die Adresse eines anderen Hauses",
        "Lesen an zwei Orten. Gelesen wird am 2. Mai um 19 Uhr im Musterhof. Bücher gibt es danach wie immer in der Buchhandlung Muster, Talweg 9.",
        (at("2024-05-02T19:00", place="Musterhof", street_address=None),),
    ),
    Sample(
        "Wohin man schreibt",
        "Am 21. Mai um 18 Uhr stellt die Stadt den Entwurf im Bürgersaal vor. Stellungnahmen nimmt das Bauamt, Rathausplatz 1, Telefon 0800 2170, noch lange entgegen.",
        (at("2024-05-21T18:00", place="Bürgersaal", street_address=None),),
    ),
    Sample(
        "Hinter Ort steht nur eine Straße",
        "Tag des offenen Labors am 28. Mai ab 14 Uhr.\n\nAdresse:\nGartenstraße 22-32",
        (at("2024-05-28T14:00", place=None, street_address="Gartenstraße 22-32"),),
    ),
)

WHOM = (
    Sample(
        "Unterschrieben für die Nachbarschaft",
        "Liebe Nachbarinnen und Nachbarn,\n\nam 25. Mai um 15 Uhr pflanzen wir im Innenhof Stauden.\n\nViele Grüße\nKim Muster\nQuartiersbüro\n"
        "0800 998877\nmuster@example.org",
        (at("2024-05-25T15:00", phones=["0800 998877"], emails=["muster@example.org"]),),
    ),
    Sample(
        "Unterschrieben für die Redaktion",
        "Sehr geehrte Damen und Herren,\n\nbitte veröffentlichen Sie diese Meldung.\n\nAm 25. Mai um 15 Uhr ist Pflanzentausch im Innenhof.\n\n"
        "Mit freundlichen Grüßen\nKim Muster\n0800 998877",
        (at("2024-05-25T15:00", phones=[]),),
    ),
    Sample(
        "Die Redaktion weiß nichts",
        "Tauschmarkt am 26. Mai, 10 Uhr, Turnhalle Ost.\n\nRedaktion: redaktion@example.org, Anzeigen: Tel. 0800 5550123",
        (at("2024-05-26T10:00", phones=[], emails=[]),),
    ),
    Sample(
        "Ein Feld über dem Impressum ist kein Absender",
        "Flohmarkt\n18. Mai 2024, 10-12 Uhr\nin der Mensa\n\nTischreservierung: markt@example.org\n\nImpressum: Musterschule, buero@example.org",
        (at("2024-05-18T10:00", emails=["markt@example.org"]),),
    ),
    Sample(
        "Zwei Tage in einem Satz, dahinter die Anmeldung",
        "Rundgänge durch die Ausstellung\n\nWer sich alles erzählen lassen möchte, hat Gelegenheit bei Rundgängen am 9. Mai, um 19 Uhr und am 25. Mai, um 16 Uhr. Anmeldung erbeten unter Tel. 0800 164319.",
        (
            at("2024-05-09T19:00", phones=["0800 164319"], registration="requested"),
            at("2024-05-25T16:00", phones=["0800 164319"], registration="requested"),
        ),
    ),
    Sample(
        "Der letzte Absatz gilt für alle",
        "Sportwoche\n\n### Yoga\n\n- 6. Mai, 8:30 Uhr\n- Wiese\n\n### Walking\n\n- 7. Mai, 19:30 Uhr\n- Halle\n\n### Boccia\n\n- 8. Mai, 19:30 Uhr\n- Wiese\n\n"
        "Falls Sie Fragen haben, wenden Sie sich an sport@example.org",
        tuple(
            at(start, emails=["sport@example.org"])
            for start in ("2024-05-06T08:30", "2024-05-07T19:30", "2024-05-08T19:30")
        ),
    ),
    Sample(
        "Vormerken",
        "Werkstatt „Stadtgrün“\n\nAm 11. Mai von 10 bis 14 Uhr in der Alten Post, Poststraße 1. Bitte anmelden unter gruen@example.org.\n\n"
        "Vormerken: Am 18. Mai ist ab 15 Uhr Sommerfest.",
        (
            at(
                "2024-05-11T10:00",
                place="Alten Post",
                street_address="Poststraße 1",
                emails=["gruen@example.org"],
            ),
            at("2024-05-18T15:00", place=None, street_address=None, emails=[], registration="unspecified"),
        ),
    ),
    Sample(
        "Eine Lücke hinter dem @",
        "Wanderung am 18. Mai um 9 Uhr. Eine Anmeldung per E-Mail an kurse@ example.org ist erforderlich.",
        (at("2024-05-18T09:00", emails=["kurse@example.org"], doubts=["EMAIL_DISGUISED"]),),
    ),
    Sample(
        "Ein Betrag mit Lücken ist kein Preis",
        "Die Halle kostet 12 000 000 Euro. Gefeiert wird das am 27. Mai um 17 Uhr im Bürgerhaus.",
        (at("2024-05-27T17:00", place="Bürgerhaus", price=None),),
    ),
)
