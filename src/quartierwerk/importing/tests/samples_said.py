"""Made-up announcements: what running prose says of house and name, where nothing marks them. All samples."""

from .samples import Sample, at

SAID_WHERE = (
    Sample(
        "Ein Platz verwandelt sich",
        "Das Lesefest „Blätterrauschen“ verwandelt den Lindenmarkt vom 17. bis 19. Mai in eine Leseoase.",
        (at("2024-05-17", title="Lesefest „Blätterrauschen“", place="Lindenmarkt"),),
    ),
    Sample(
        "Ein Platz wird zur Bühne",
        "Der Kirchplatz wird am Freitag, 17. Mai, von 14 Uhr an zur Spielwiese. Dann lädt der Verein zum Spielfest ein.",
        (at("2024-05-17T14:00", place="Kirchplatz"),),
    ),
    Sample(
        "Das Haus, von dem die ersten Zeilen sprechen",
        "Der Nachbarschaftstreff Nord hat ein neues Programm. Alle sind willkommen.\n\nAm 14. Mai um 11.30 Uhr gibt es den Mittagstisch „Mahlzeit“.",
        (at("2024-05-14T11:30", place="Nachbarschaftstreff Nord"),),
    ),
    Sample(
        "Von der Kirche als Körperschaft zu sprechen sagt keinen Ort",
        "Die Evangelische Kirche hat ein neues Programm.\n\nAm 14. Mai um 11.30 Uhr gibt es einen Mittagstisch.",
        (at("2024-05-14T11:30", place=None),),
    ),
    Sample(
        "Ein klein geschriebener Name hinter „im“",
        "Die Bürgerversammlung ist am 14. Mai um 20 Uhr im kulturforum.",
        (at("2024-05-14T20:00", place="kulturforum"),),
    ),
    Sample(
        "Wer mit Nummer und Straße einlädt",
        "Das Kinderzentrum 12 in der Lindenstraße lädt am Samstag, 18. Mai, von 14 bis 17 Uhr zum Flohmarkt ein. "
        "Bei gutem Wetter stehen die Tische im Außengelände des Kinderzentrums.",
        (at("2024-05-18T14:00", place="Kinderzentrum 12"),),
    ),
    Sample(
        "Wovon eine Lesung eine ist, ist kein Ort",
        "Der Verein bietet wieder Lesungen in der Zentralbücherei an der Langen Gasse 26 an. Sie beginnen jeweils um 20 Uhr.\n"
        "Es geht los am Montag, 13. Mai, mit einer Lesung für Kinder.\nAm Freitag, 24. Mai, stellen Kim und Uta Muster Texte vor.\n"
        "Für den Besuch der Lesungen gilt freier Eintritt.",
        (at("2024-05-13T20:00"), at("2024-05-24T20:00", place="Zentralbücherei")),
    ),
    Sample(
        "Räumlichkeiten eines Hauses",
        "Das Repaircafé findet am Samstag, 18. Mai, in den Räumlichkeiten des Wohnzimmers Nord statt.",
        (at("2024-05-18", place="Räumlichkeiten des Wohnzimmers Nord"),),
    ),
    Sample(
        "Was hinter dem Konzert der Kapelle steht",
        "Im Herbstkonzert der Stadtkapelle Musterstadt in der Gigelhalle erklingen Märchen. Es findet am Sonntag, 12. Mai, um 17 Uhr statt.",
        (at("2024-05-12T17:00", place="Gigelhalle"),),
    ),
    Sample(
        "Der Raum eines Hauses, das schon genannt ist",
        "Im Mehrgenerationenhaus am Lindenweg 5 ist noch etwas los. Am 16. Mai, ab 14 Uhr, findet ein Leseclub statt. "
        "Im Kreativraum der Einrichtung werden Geschichten vorgelesen.",
        (at("2024-05-16T14:00", title="Leseclub", place="Mehrgenerationenhaus"),),
    ),
    Sample(
        "Zweimal gesagt",
        "Unser Stand\n\nAuch dieses Mal ist unser Verein auf dem Corso Linde dabei. Auf dem Corso Linde kennt man uns.\n\n"
        "Kommt am 12. Mai ab 16 Uhr oder am 13. Mai ab 11 Uhr vorbei!",
        (at("2024-05-12T16:00", place="Corso Linde"), at("2024-05-13T11:00", place="Corso Linde")),
    ),
    Sample(
        "Neben einem Flohmarkt, der anderswo ist",
        "Die Bürgerwache lädt ein. Am Samstag, 18. Mai, gibt es parallel zum Flohmarkt auf dem Siegerplatz von 15 bis 21 Uhr einen Tag der offenen Tür.",
        (at("2024-05-18T15:00", place="Bürgerwache"),),
    ),
    Sample(
        "Zu Gast bei einem Verein",
        "Am Mittwoch, 15. Mai, ist Kim Muster zu Gast beim Gartenverein Musterheim und berichtet um 14 Uhr im Gasthof Linde von ihrer Reise.",
        (at("2024-05-15T14:00", place="Gasthof Linde"),),
    ),
    Sample(
        "Durch ein Büro vorgestellt",
        "Am Donnerstag, 23. Mai, um 18.30 Uhr findet die Vorstellung des Konzepts durch das Planungsbüro Muster statt.",
        (at("2024-05-23T18:30", place=None),),
    ),
    Sample(
        "Wobei man sich befindet, ist kein Ort",
        "Nachbarn treffen sich beim gemeinsamen Essen auf dem Rosenplatz am Freitag, 24. Mai, von 16 bis 20 Uhr.",
        (at("2024-05-24T16:00", place="Rosenplatz"),),
    ),
    Sample(
        "Uhrzeit hinter dem Treffpunkt",
        "Die Firma Muster besichtigen wir am 18. Mai. Der Treffpunkt ist im Südfeld um 16.30 Uhr.",
        (at("2024-05-18T16:30", place="Südfeld"),),
    ),
    Sample(
        "Ein Haus in Klammern hinter dem Namen",
        "Ein Filmabend (Kulturscheune) folgt am 5. Juni um 20 Uhr.",
        (at("2024-06-05T20:00", place="Kulturscheune"),),
    ),
    Sample(
        "Das Nebenzimmer ist in einem Haus",
        "Der Stammtisch findet am 14. Mai um 19 Uhr in der Alten Post statt. Wie immer treffen wir uns im Nebenzimmer.",
        (at("2024-05-14T19:00", place="Alten Post"),),
    ),
    Sample(
        "Ein Raum ist keine Straße",
        "Vortrag am 13. Mai, 19 Uhr\nOrt: Campus Muster, Gebäude C, Seminarraum 127, Lindenplatz 8A, 12345 Musterstadt",
        (at("2024-05-13T19:00", place="Campus Muster", street_address="Lindenplatz 8A, 12345 Musterstadt"),),
    ),
    Sample(
        "Ein Haus, das Treffpunkt heißt",
        "Das nächste Reparaturcafé im Treffpunkt Süd öffnet am 25. Mai von 14 bis 17 Uhr seine Türen.",
        (at("2024-05-25T14:00", title="Reparaturcafé", place="Treffpunkt Süd"),),
    ),
    Sample(
        "Was eingeweiht wird",
        "Der Spielplatz an der Ahornstraße wird am Samstag, 1. Juni, um 11 Uhr eingeweiht. Dazu gibt es Eis.",
        (at("2024-06-01T11:00", title="Einweihung", place="Spielplatz an der Ahornstraße"),),
    ),
    Sample(
        "Das Haus in einem Buchtitel",
        "Lesefest auf dem Kornmarkt\n\nDonnerstag, 16. Mai\n\nUm 19.00 Uhr liest Kim Muster aus ihrem Buch „Diener im Hause Muster“.",
        (at("2024-05-16T19:00", place="Kornmarkt"),),
    ),
    Sample(
        "Wohin gefahren wird",
        "Die AWO Musterstadt fährt am 2. Juli nach Bremen. Abfahrt: 8 Uhr ab Marktplatz.",
        (at("2024-07-02T08:00", title="Fahrt nach Bremen", place="Marktplatz"),),
    ),
    Sample(
        "Der Platz vor der Kirche",
        "Gefeiert wird am 1. Juni von 12 bis 18 Uhr auf dem Platz vor der Lukaskirche.",
        (at("2024-06-01T12:00", place="Platz vor der Lukaskirche"),),
    ),
)

SAID_WHAT = (
    Sample(
        "Karten, Ausschreibung und Überblick sind keine Namen",
        "Karten für das Seniorenfest\n\nKarten gibt es im Rathaus. Das Programm am 14. Mai (15 bis 18 Uhr, Stadthalle) kann sich sehen lassen.",
        (at("2024-05-14T15:00", title="Seniorenfest"),),
    ),
    Sample(
        "Und weitere Angebote",
        "Stadtspaziergang und weitere Angebote\n\nAm Dienstag, 14. Mai, findet der 17. Stadtspaziergang statt. Um 17 Uhr startet er am Markt.",
        (at("2024-05-14T17:00", title="17. Stadtspaziergang"),),
    ),
    Sample(
        "Wichtige Information",
        "Wichtige Information aus aktuellem Anlass\n\nLeider müssen wir unser Repaircafé am 18. Mai absagen.",
        (at("2024-05-18", title="Repaircafé"),),
    ),
    Sample(
        "Beim „Nachmittag der Begegnung“",
        "Viele denken nicht daran. Beim „Nachmittag der Begegnung“ am Donnerstag, 16. Mai, um 15 Uhr geht es um Vorsorge. Kim Muster wird Informationen geben.",
        (at("2024-05-16T15:00", title="„Nachmittag der Begegnung“"),),
    ),
    Sample(
        "Umzug der Pfarrei mit einer Feier",
        "Laternen leuchten im Tal\n\nDer Martinsumzug der Pfarrei St. Josef in Neudorf beginnt am Samstag, 11. Mai, um 17.30 Uhr mit einer Martinsfeier in der Kirche.\n\n"
        "Der Martinsumzug der Pfarrei St. Anna ist am Sonntag, 12. Mai, die Martinsfeier beginnt um 17 Uhr.",
        (
            at("2024-05-11T17:30", title="Martinsumzug der Pfarrei St. Josef"),
            at("2024-05-12T17:00", title="Martinsumzug der Pfarrei St. Anna"),
        ),
    ),
    Sample(
        "Versammlung mit Ehrungen",
        "Die Jahresversammlung der Landfrauen mit Berichten, Ehrungen und Wahlen beginnt am Mittwoch, 15. Mai, um 14 Uhr.",
        (at("2024-05-15T14:00", title="Jahresversammlung der Landfrauen"),),
    ),
    Sample(
        "Woraus gelesen wird",
        "Die Bücherei lädt zur Lesereihe „Unterwegs“ ein\n\nJeden Montag wird gelesen. Am 6. Mai beginnt Kim Muster und liest aus „Nordwind“. Am 13. Mai liest sie aus ihrem Buch „Südwind“.",
        (at("2024-05-06", title="„Nordwind“"), at("2024-05-13", title="„Südwind“")),
    ),
    Sample(
        "Wer liest, ohne dass ein Wort dafür da ist",
        "Die Autorin Kim Muster liest am 16. Mai um 19.30 Uhr.",
        (at("2024-05-16T19:30", title="Lesung"),),
    ),
    Sample(
        "Mehrere, die etwas veranstalten",
        "Am 18. Mai veranstalten die Jugendeinrichtungen „Drehpunkt“ und „Kids“ und der Nachbarschaftstreff ein Fußballturnier auf dem Bolzplatz.",
        (at("2024-05-18", title="Fußballturnier"),),
    ),
    Sample(
        "Im Repair Café",
        "Am Sonntag, 26. Mai, von 13 bis 17 Uhr, warten Freiwillige im Repair Café auf Menschen mit kaputten Dingen.",
        (at("2024-05-26T13:00", title="Repair Café"),),
    ),
    Sample(
        "Advent im Namen",
        "Ein musikalischer Festgottesdienst zum zweiten Advent wird am Sonntag, 8. Dezember, um 10 Uhr in der Stadtkirche begangen.",
        (at("2024-12-08T10:00", title="Festgottesdienst", place="Stadtkirche"),),
    ),
    Sample(
        "Der Name steht nur am Anfang",
        "Die Gemeinde bietet mit ihrer „Wichtelwerkstatt“ einen Adventsmarkt an. Hier gibt es Bausätze. Alles wird selbst gemacht. Es gibt Waffeln. "
        "Es gibt Punsch. Es gibt Honig. Es gibt Reibekuchen.\n\nMarktstart ist am Samstag, 7. Dezember, um 15 Uhr im Gemeindehaus.",
        (at("2024-12-07T15:00", title="Adventsmarkt"),),
    ),
    Sample(
        "Was in einer Tabelle steht",
        "# Neues im Mai\n\nWir laden ein. Alle Infos findet ihr unten.\n\n## Info Box\n\n| Was | Veganes Brunchen |\n| Datum | 14.05.2024 |\n| Uhrzeit | 18:00 Uhr |\n| Wo | Treff Muster, Lindenstraße 49 |",
        (at("2024-05-14T18:00", title="Veganes Brunchen"),),
    ),
    Sample(
        "Die Überschrift sagt wo, die Zeile was",
        "Nachbarschaft in Musterstadt\n\nSeniorenpark Linde\n\nDie Bewohner laden ein. Am Samstag, 25. Mai, 14 bis 17 Uhr, ist Platz für alle.\n\n"
        "Gemeindehaus, Lindenstraße 13\n\nSonntag, 26. Mai, 15 bis 18 Uhr Flohmarkt und Spiel für Groß und Klein, Waffeln zur Stärkung. Aufbau ab 12 Uhr.",
        (at("2024-05-25T14:00"), at("2024-05-26T15:00", title="Flohmarkt und Spiel für Groß und Klein")),
    ),
    Sample(
        "Lesung: Um 18 Uhr",
        "Programm\n\nFreitag, 24. Mai\n\nLesung: Um 18.00 Uhr liest Kim Muster „Im Feld“\n\nSamstag, 25. Mai\n\nMusik: Um 19.00 Uhr spielt der Chor",
        (at("2024-05-24T18:00", title="Lesung"), at("2024-05-25T19:00", title="Musik")),
    ),
)
