"""More made-up announcements; the first 26 were written after the grammar and read before anything was mended. All samples."""

from datetime import date

from .samples import Sample, at

MORE = (
    Sample(
        "Ratsnachrichten",
        "Die nächste Sitzung des Seniorenbeirats findet am Donnerstag, dem 16. Mai 2024, um 16:30 Uhr im kleinen Sitzungssaal des Rathauses, Marktplatz 1, statt. Die Sitzung ist öffentlich.",
        (at("2024-05-16T16:30", place="kleinen Sitzungssaal des Rathauses", street_address="Marktplatz 1"),),
    ),
    Sample(
        "Kurze Zeitungsmeldung",
        "MUSTERSTADT (red) Zum Tanztee lädt die Arbeiterwohlfahrt für Sonntag, 12. Mai, ab 15 Uhr in den Bürgersaal ein. Der Eintritt kostet 4 Euro.",
        (at("2024-05-12T15:00", place="Bürgersaal", price="4 Euro"),),
    ),
    Sample(
        "Mail eines Vereins",
        """Liebe Vereinsmitglieder,

unser Grillfest steigt am 22.06. ab 16 h auf dem Vereinsgelände, Am Sportpark 4.
Bitte gebt bis 10.06. per Mail an fest@example.org Bescheid, ob ihr kommt!

Sportliche Grüße
Euer Vorstand
""",
        (at("2024-06-22T16:00", place="Vereinsgelände", street_address="Am Sportpark 4", emails=["fest@example.org"]),),
    ),
    Sample(
        "Zweistelliges Jahr",
        "Infoabend Glasfaser: Di 7.5.24, 19.00 Uhr, Mehrzweckhalle",
        (at("2024-05-07T19:00", place="Mehrzweckhalle"),),
    ),
    Sample(
        "Tabelle mit Strichen",
        """Datum | Uhrzeit | Veranstaltung | Ort
03.05.2024 | 19:00 | Mitgliederversammlung | Vereinsheim
25.05.2024 | 14:00 | Vereinsfest | Sportplatz
""",
        (
            at("2024-05-03T19:00", title="Mitgliederversammlung", place="Vereinsheim"),
            at("2024-05-25T14:00", title="Vereinsfest", place="Sportplatz"),
        ),
    ),
    Sample(
        "Ausstellung mit Eröffnung",
        "Kunst im Kreuzgang\nDie Ausstellung ist vom 4. Mai bis 2. Juni zu sehen. Eröffnet wird sie am Freitag, 3. Mai, um 18 Uhr in der Klosterkirche.",
        (at("2024-05-04", end="2024-06-02"), at("2024-05-03T18:00", place="Klosterkirche")),
    ),
    Sample(
        "Sprechstunde entfällt",
        "Die Sprechstunde des Bürgermeisters am Dienstag, 14. Mai, um 16 Uhr entfällt. Die nächste Sprechstunde ist am Dienstag, 28. Mai, um 16 Uhr.",
        (at("2024-05-14T16:00", status="cancelled"), at("2024-05-28T16:00", status="scheduled")),
    ),
    Sample(
        "Ein Ausflug mit Abfahrt und Rückkehr",
        "Tagesfahrt nach Musterburg\nDer Sozialverband fährt am Mittwoch, 5. Juni, nach Musterburg. Abfahrt ist um 8 Uhr am Busbahnhof, Rückkehr gegen 19 Uhr. Kosten: 38 Euro. Anmeldungen bis 20. Mai bei Karl Beispiel, Tel. 0171 2345678.",
        (at("2024-06-05T08:00", end="2024-06-05T19:00", place="Busbahnhof", registration="required", registration_deadline="2024-05-20", phones=["0171 2345678"], contact="Karl Beispiel"),),
    ),
    Sample(
        "Ohne Veranstaltung: Blick zurück und Dank",
        "Herzlichen Dank!\nBeim Benefizlauf am 7. April kamen 3.450 Euro zusammen. 212 Läuferinnen und Läufer gingen um 10 Uhr an den Start.",
    ),
    Sample(
        "Ohne Veranstaltung: Umfrage",
        "Noch bis 15. Mai können Sie an der Online-Umfrage zum Radverkehr teilnehmen. Die Ergebnisse werden im Herbst vorgestellt.",
    ),
    Sample(
        "Ohne Veranstaltung: Gebühren",
        "Ab dem 1. Juli 2024 gelten neue Gebühren für die Stadtbücherei. Der Jahresausweis kostet dann 20 Euro.",
    ),
    Sample(
        "Ohne Veranstaltung: Gratulation",
        "Am 3. April feierte Hedwig Muster ihren 100. Geburtstag. Der Bürgermeister gratulierte um 11 Uhr im Seniorenheim.",
    ),
    Sample(
        "Ohne Veranstaltung: Kontakt",
        "Quartiersbüro Nord, Hauptstr. 7, 12345 Musterstadt, Tel. 0800 987654, Mo-Do 9-15 Uhr, Fr 9-12 Uhr und nach Vereinbarung",
    ),
    Sample(
        "Ohne Veranstaltung: Abfuhr",
        "Wegen des Feiertags am 9. Mai verschiebt sich die Müllabfuhr auf Freitag, 10. Mai. Die Tonnen bitte bis 6 Uhr bereitstellen.",
    ),
    Sample(
        "Ohne Veranstaltung: Vermisst",
        "Seit Montag, 8. April, 18 Uhr, wird eine Katze vermisst. Hinweise bitte unter Tel. 0151 2345678.",
    ),
    Sample(
        "Gemeinde mit Wochentagsangeboten",
        """Regelmäßige Angebote im Gemeindehaus

Montag: 15 Uhr Seniorengymnastik
Dienstag: 19.30 Uhr Kirchenchor
Jeden 1. Mittwoch im Monat, 15 Uhr: Frauenhilfe
""",
        (
            at(None, recurrence="weekly:MO", start_time="15:00", title="Seniorengymnastik"),
            at(None, recurrence="weekly:TU", start_time="19:30", title="Kirchenchor"),
            at(None, recurrence="monthly:1WE", start_time="15:00", title="Frauenhilfe"),
        ),
    ),
    Sample(
        "Jubiläum mit Gründungsjahr",
        "50 Jahre Heimatverein\nDer am 3. Mai 1974 gegründete Verein feiert am Samstag, 4. Mai, ab 14 Uhr auf dem Dorfplatz sein Jubiläum.",
        (at("2024-05-04T14:00", place="Dorfplatz"),),
    ),
    Sample(
        "Zweimal derselbe Tag",
        "Stadtteilkonferenz Nord am 23. Mai\nDie Stadtteilkonferenz tagt am 23. Mai von 17 bis 19 Uhr in der Mensa der Gesamtschule. Um Anmeldung bis 17. Mai unter konferenz@example.org wird gebeten.",
        (at("2024-05-23T17:00", end="2024-05-23T19:00", place="Mensa der Gesamtschule", registration="requested", registration_deadline="2024-05-17", emails=["konferenz@example.org"]),),
    ),
    Sample(
        "Telefonische Sprechstunde ist ein Termin",
        "Pflegetelefon\nAm Donnerstag, 2. Mai, beantwortet die Pflegeberatung von 10 bis 12 Uhr Fragen unter der Nummer 0800 555111.",
        (at("2024-05-02T10:00", end="2024-05-02T12:00", phones=["0800 555111"]),),
    ),
    Sample(
        "Neuer Ort",
        "Das Erzählcafé am 15. Mai um 15 Uhr findet nicht im Bürgertreff, sondern in der Alten Post statt.",
        (at("2024-05-15T15:00", place="Alten Post", status="scheduled"),),
    ),
    Sample(
        "Winterprogramm über den Jahreswechsel",
        """Winterprogramm 2024/25

15.11. Laternenumzug, 17 Uhr, Schulhof
13.12. Weihnachtsfeier, 18 Uhr, Vereinsheim
17.1. Jahreshauptversammlung, 19 Uhr, Vereinsheim
""",
        (
            at("2024-11-15T17:00", title="Laternenumzug", place="Schulhof"),
            at("2024-12-13T18:00", title="Weihnachtsfeier"),
            at("2025-01-17T19:00", title="Jahreshauptversammlung", place="Vereinsheim"),
        ),
        date(2024, 10, 15),
    ),
    Sample(
        "Ferienspaß mit Alter und Preis",
        "Ferienspaß: Kanutour für 8- bis 12-Jährige am Mittwoch, 17. Juli, 10–16 Uhr, Treffpunkt: Bootshaus, 12 € inkl. Mittagessen, max. 10 Kinder",
        (at("2024-07-17T10:00", end="2024-07-17T16:00", place="Bootshaus", price="12 €"),),
    ),
    Sample(
        "Dialog mit Verschiebung ohne neuen Tag",
        "Der für Freitag, 17. Mai, geplante Bürgerdialog wird verschoben. Ein neuer Termin wird noch bekannt gegeben.",
        (at("2024-05-17", status="postponed"),),
    ),
    Sample(
        "Von einem Tag auf den anderen vorgezogen",
        "Achtung: Die Chorprobe wird vom 9. Mai auf den 8. Mai, 19 Uhr, vorverlegt.",
        (at("2024-05-08T19:00", status="moved"),),
    ),
    Sample(
        "Mehrere Gottesdienste in einer Zeile",
        "Gottesdienste an Pfingsten: Pfingstsonntag, 19. Mai, 10 Uhr, Stadtkirche; Pfingstmontag, 20. Mai, 11 Uhr, Waldkapelle",
        (at("2024-05-19T10:00", place="Stadtkirche"), at("2024-05-20T11:00", place="Waldkapelle")),
    ),
    Sample(
        "Noch bis",
        "Noch bis 31. Mai ist im Stadtmuseum die Ausstellung „Alte Höfe“ zu sehen.",
        (at(None, end="2024-05-31", place="Stadtmuseum", title="Ausstellung „Alte Höfe“"),),
    ),
    Sample(
        "Zeit und Ort in verschiedenen Sätzen",
        "Das Stadtteilfest am 8. Juni beginnt um 14 Uhr. Gefeiert wird am 8. Juni wie immer im Schlossgarten.",
        (at("2024-06-08T14:00", place="Schlossgarten"),),
    ),
    Sample(
        "Rundbrief mit Strichen",
        "* 13.4. | 10-12 Uhr | Frühjahrsputz | Treffpunkt Spielplatz Lindenweg\n* 20.4. | 15 Uhr | Lesecafé | Stadtteilbücherei",
        (
            at("2024-04-13T10:00", title="Frühjahrsputz", place="Spielplatz Lindenweg"),
            at("2024-04-20T15:00", title="Lesecafé", place="Stadtteilbücherei"),
        ),
    ),
    Sample(
        "Sitzungstermine eines Jahres",
        "Sitzungstermine 2025 des Stadtteilbeirats: 15.1., 12.3. und 14.5. – jeweils mittwochs, 18.30 Uhr, Bürgerzentrum, Raum 2",
        tuple(at(f"2025-{day}T18:30", place="Bürgerzentrum, Raum 2") for day in ("01-15", "03-12", "05-14")),
        date(2024, 10, 10),
    ),
    Sample(
        "Name des Sonntags",
        "Am Sonntag Kantate (28. April) feiern wir um 10 Uhr in St. Marien die Goldene Konfirmation.",
        (at("2024-04-28T10:00", place="St. Marien"),),
    ),
    Sample(
        "Reihe mit gemeinsamer Zeit im nächsten Satz",
        "Jazz im Kurpark: 1. Juni: Bigband Musterstadt, 8. Juni: Trio Blau. Beginn jeweils 19 Uhr, Eintritt frei.",
        (at("2024-06-01T19:00", price="Eintritt frei"), at("2024-06-08T19:00", price="Eintritt frei")),
    ),
    Sample(
        "Tage der Anmeldung sind keine Termine",
        "Der Seniorenausflug führt am Mittwoch, 11. September, nach Musterburg. Gegen 18 Uhr stehen die Busse zur Rückreise bereit. "
        "Das Seniorenbüro bietet eine Anmeldung im Bürgerbüro an: am Mittwoch, 14. August, von 8.30 bis 13 Uhr sowie am Donnerstag, 22. August, von 13 bis 18.30 Uhr.",
        (at("2024-09-11", end=None, registration="required"),),
        date(2024, 8, 1),
    ),
    Sample(
        "Eine Frist läuft ab",
        "Zu zwei Ausflügen am Freitag, 24. Mai, und Montag, 27. Mai, lädt die Stadt ein. Die Anmeldefrist für die Ausflüge der Stadt läuft am 6. Mai ab. "
        "Die Abfahrt ist jeweils gegen 8 Uhr, die Rückkunft in Musterstadt wird etwa gegen 19 Uhr sein.",
        (
            at("2024-05-24T08:00", end="2024-05-24T19:00", registration_deadline="2024-05-06"),
            at("2024-05-27T08:00", end="2024-05-27T19:00", registration_deadline="2024-05-06"),
        ),
    ),
    Sample(
        "Hinfahrt und Rückfahrt",
        "Der Bus zum Kirchentag startet am Donnerstag, 2. Mai, um 7:15 Uhr am ZOB. Rückfahrt Sonntag, 5. Mai, gegen 13 Uhr.",
        (at("2024-05-02T07:15", end="2024-05-05T13:00", place="ZOB"),),
    ),
    Sample(
        "Neue Anschrift ist kein Termin",
        "Ab Montag, 6. Mai, finden Sie uns in der Gartenstraße 3. Die Telefonnummer bleibt.",
    ),
    Sample(
        "Zeitstempel einer Meldung",
        "Neues vom Marktplatz\n8. April 2024, 13:22 Uhr\n\nAm Samstag, 13. April, um 11 Uhr eröffnet der Wochenmarkt auf dem Marktplatz.",
        (at("2024-04-13T11:00", place="Marktplatz"),),
    ),
    Sample(
        "Fragen als Felder",
        "Skill-Sharing-Wochenende\n\n**Was?** Kochen, Lagerfeuer\n**Wann?** Fr 24.05. 16:00 bis So 26.05. 15:00\n**Wo?** Gemeinschaftshaus, Gartenweg 3",
        (at("2024-05-24T16:00", end="2024-05-26T15:00", place="Gemeinschaftshaus", street_address="Gartenweg 3"),),
    ),
    Sample(
        "Ein Mal fällt aus",
        "Offener Spieleabend\n\nJeden Mittwoch ab 19:30 Uhr wird gespielt! Am 15.5. fällt der Spieleabend wegen Krankheit aus.",
        (at(None, start_time="19:30", status="scheduled", recurrence="weekly:WE", excluded=["2024-05-15"]),),
    ),
    Sample(
        "Ablauf vor dem Datum",
        "17:30 Einlass\n18:00 Begrüßung\n19:00 Diskussion\n20:30 Ende\n\nDie Veranstaltung findet am 16.5.2024 im Historischen Kaufhaus statt.",
        (at("2024-05-16T18:00", place="Historischen Kaufhaus"),),
    ),
    Sample(
        "Jahr am Ende der Zeile vor der Uhrzeit",
        "Workshop Kartieren\nDatum: Samstag, 25. Mai 2024\nUhrzeit: 14-17 Uhr\nOrt: Volkshochschule, Raum 203, Am Markt 5",
        (at("2024-05-25T14:00", end="2024-05-25T17:00", place="Volkshochschule, Raum 203", street_address="Am Markt 5"),),
    ),
    Sample(
        "Nach der Pause",
        "Sommerpause vorbei: Ab 2. September trifft sich die Nähgruppe wieder montags von 16 bis 18 Uhr im Stadtteilladen.",
        (at("2024-09-02T16:00", end="2024-09-02T18:00", place="Stadtteilladen", recurrence="weekly:MO"),),
        date(2024, 8, 12),
    ),
    Sample(
        "Immer zur selben Zeit",
        "Reihe „Fit am Smartphone“ im Haus der Generationen: Teil 1 am 14.5., Teil 2 am 21.5. und Teil 3 am 28.5., immer von 10.00 bis 12.00 Uhr.",
        tuple(at(f"2024-05-{day}T10:00", end=f"2024-05-{day}T12:00", place="Haus der Generationen") for day in (14, 21, 28)),
    ),
    Sample(
        "Die ganze Woche",
        "Woche der Demenz vom 16. bis 22. September\nAm Montag, 16. September, um 18 Uhr spricht Dr. Eva Muster im Krankenhaus. Am Donnerstag, 19. September, um 15 Uhr ist Tanzcafé im Stift.",
        (at("2024-09-16", end="2024-09-22"), at("2024-09-16T18:00", place="Krankenhaus"), at("2024-09-19T15:00", place="Stift")),
    ),
)  # fmt: skip
