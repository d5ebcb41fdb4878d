"""Made-up announcements: several events of one day, lists over years, and what is told, closed or moved. All samples."""

from datetime import date

from .samples import Sample, at

PARALLEL = (
    Sample(
        "Orte eines Tages",
        "Adventssingen in den Ortsteilen\n\n8. Dezember\n\nOberdorf: Gesungen wird um 15 Uhr an der alten Linde.\n\nUnterdorf: Treffpunkt ist um 16.30 Uhr am Dorfbrunnen, danach gibt es Tee.",
        (at("2024-12-08T15:00"), at("2024-12-08T16:30")),
        date(2024, 11, 20),
    ),
    Sample(
        "Label auf eigener Zeile",
        "Am Sonntag, 17. November, sind in der Gemeinde folgende Gedenkfeiern geplant:\nAltdorf:\nDie Feier beginnt um 11.30 Uhr in der Friedhofshalle.\nNeudorf:\nIn Neudorf wird um 10 Uhr ein Kranz niedergelegt.",
        (at("2024-11-17T11:30"), at("2024-11-17T10:00")),
        date(2024, 11, 4),
    ),
    Sample(
        "Noch eine Veranstaltung am selben Tag",
        "Die Stadt lädt am 4. Juni alle Interessierten zum Energieabend ein. Er beginnt um 18 Uhr im Ratssaal. Außerdem findet um 16 Uhr im Foyer ein Markt der Ideen statt.",
        (at("2024-06-04T18:00", place="Ratssaal"), at("2024-06-04T16:00")),
    ),
    Sample(
        "Zwei in einem Satz",
        "Die Senioren treffen sich am Montag, 13. Mai, um 10 Uhr zum Turnen und um 15 Uhr zum Gedächtnistraining.",
        (at("2024-05-13T10:00"), at("2024-05-13T15:00")),
    ),
    Sample(
        "Dasselbe Datum zweimal in der Liste",
        "Termine der Woche\n\nMontag, 13. Mai 2024, 14:00 Uhr\n\nKegeln\n\nMontag, 13. Mai 2024, 14:00 Uhr\n\nMalkurs\n\nDonnerstag, 16. Mai 2024, 9:00 Uhr\n\nRückenschule",
        (at("2024-05-13T14:00"), at("2024-05-13T14:00"), at("2024-05-16T09:00")),
    ),
    Sample(
        "Punkte unter den Tagen",
        "Kirmes im Unterdorf\n\nSamstag, 25.05.2024\n\n* Am Samstag wird das Zelt um 16 Uhr geöffnet.\n* Gegen 19 Uhr ziehen wir mit Laternen los.\n\nSonntag, 26.05.2024\n\n* Um 10.15 Uhr ist Zeltgottesdienst.\n* Alle Kinder sind um 12 Uhr zum Basteln eingeladen.",
        (at("2024-05-25T16:00"), at("2024-05-25T19:00"), at("2024-05-26T10:15"), at("2024-05-26T12:00")),
    ),
    Sample(
        "Überblick über zwei Orte",
        "Frühjahrsputz in der Region\n> Oberdorf: Die Aktion ist am Samstag, 20. April, von 9 bis 12 Uhr am Bauhof.\n\n> Unterdorf: Am Samstag, 20. April, wird der Bachlauf gesäubert. Los geht es um 9 Uhr an der Mühle.",
        (at("2024-04-20T09:00"), at("2024-04-20T09:00")),
    ),
)

LONG_LISTS = (
    Sample(
        "Jahresprogramm eines Vereins",
        "Das Treffen ist am Sonntag (12. Mai). Weitere Termine: 14. Juli: Wanderung, 13. Oktober: Lesung, 8. Dezember: Feier, 9. Februar: Kegeln.",
        tuple(at(day) for day in ("2024-05-12", "2024-07-14", "2024-10-13", "2024-12-08", "2025-02-09")),
    ),
    Sample(
        "Beginn für alle am Schluss",
        "Die ersten Konzerte sind am 24. Juli und am 31. Juli im Pfarrgarten. Das letzte Konzert am 14. August ist in der Waldkapelle. Beginn ist um 20 Uhr.",
        (at("2024-07-24T20:00"), at("2024-07-31T20:00"), at("2024-08-14T20:00")),
    ),
    Sample(
        "Jeweils um in der Zeile darüber",
        "Vorlesen in der Bücherei, jeweils um 16 Uhr:\n- Donnerstag, 2. Mai: Der Igel\n- Mittwoch, 8. Mai: Der Bär\n- Donnerstag, 16. Mai: Die Maus",
        (at("2024-05-02T16:00"), at("2024-05-08T16:00"), at("2024-05-16T16:00")),
    ),
    Sample(
        "Einen Tag später",
        "In Altdorf ist die Sprechstunde am Dienstag, 14. Mai, von 14.30 bis 16 Uhr im Rathaus. In Neudorf wird sie einen Tag später zur gleichen Zeit im Gemeindehaus angeboten.",
        (at("2024-05-14T14:30", end="2024-05-14T16:00"), at("2024-05-15T14:30")),
    ),
    Sample(
        "Tage in Klammern in einem Satz",
        "Der Garten bietet eine Yogastunde (Samstag, 18. Mai, 17 Uhr), eine Führung (Montag, 20. Mai, 18 bis 20 Uhr) oder Musik unter Bäumen (Samstag, 25. Mai, 16 Uhr).",
        (at("2024-05-18T17:00"), at("2024-05-20T18:00", end="2024-05-20T20:00"), at("2024-05-25T16:00")),
    ),
    Sample(
        "Kalenderblatt",
        "Bildervortrag: Leben im Moor\n\nMai\n14\n\nEintritt frei.\n\nTreffpunkt: 19:30 Uhr, Haus der Natur",
        (at("2024-05-14T19:30"),),
    ),
    Sample(
        "Stunden in Klammern",
        "- 04.05. (17-19) Löten für Anfänger\n- 11.05. (ab 15:00) Stricken",
        (at("2024-05-04T17:00", end="2024-05-04T19:00"), at("2024-05-11T15:00")),
    ),
    Sample(
        "Wochentage in einer Spanne",
        "Am Marktwochenende 4./5. Mai sind die Werkstätten am Samstag von 9 bis 18 Uhr und am Sonntag von 11 bis 17 Uhr zu sehen.",
        (at("2024-05-04T09:00", end="2024-05-05T18:00"),),
    ),
    Sample(
        "Lange Spanne mit einem Tag darin",
        "Kulturwochen vom 3. bis 24. Mai\nBei der Tauschbörse am Samstag, 11. Mai, wird ab 17 Uhr getauscht.",
        (at("2024-05-03", end="2024-05-24"), at("2024-05-11T17:00")),
    ),
)

TOLD = (
    Sample("Bericht unter einem Datum", "Ausflug am 3. April 2024\n\nPünktlich um 10 Uhr starteten zwei Busse. Am Ziel wartete ein Stadtführer auf die Gruppe. Am Abend kamen alle wieder gut an."),
    Sample("Protokoll", "Niederschrift über die Sitzung des Beirats\n\nam 27.03.2024\nSaal 2, Rathaus\n\nSitzungsdauer: 16:00 - 16:45 Uhr"),
    Sample("Tag im Archiv", "Blick zurück\nHier eine Übersicht vergangener Rundgänge:\n27.06.2022 - Kunst\n29.08.2022 - Spielplätze\n03.05.2023 - Bänke"),
    Sample("Strom und Wasser", "Rund um den Lindenplatz fließt am Dienstag, 23. April, von 8 bis 14 Uhr kein Wasser."),
    Sample("Wie gewohnt wieder", "Am 18. April bleibt der Treff zu. Wir öffnen am 20. April um 19.30 Uhr wieder wie gewohnt."),
    Sample("Holz abgeben", "Wer Holz zum Maifeuer beitragen möchte, kann dies am Samstag, 27. April, von 10 bis 12 Uhr am Gerätehaus abgeben."),
    Sample("Stelle mit Frist", "Der Verein sucht zum 1. Juni 2024 eine Kraft für den Minijob. Die Stelle ist bis zum 31.12.2024 befristet."),
    Sample(
        "Dateline mit Uhrzeit",
        "10. April 2024, 21:54 Uhr Musterstadt Radler unterwegs\n\nDie Rundfahrt findet am Freitag, 12. April, statt. Treffpunkt ist um 17 Uhr am Bahnhof.",
        (at("2024-04-12T17:00"),),
    ),
    Sample(
        "Abgesagt sind mehrere",
        "Ebenfalls abgesagt sind der Vortrag (7. Mai) und die Lesung (14. Mai).",
        (at("2024-05-07", status="cancelled"), at("2024-05-14", status="cancelled")),
    ),
    Sample(
        "Das betrifft",
        "Leider müssen wir zwei Fahrten absagen. Dies betrifft die Radtour am 12. Mai und den Ausflug am 19. Mai.",
        (at("2024-05-12", status="cancelled"), at("2024-05-19", status="cancelled")),
    ),
    Sample(
        "In einen anderen Saal",
        "Die Sitzung am Mittwoch, 17. April, wird in das Kolpinghaus verlegt. Sie beginnt um 16 Uhr.",
        (at("2024-04-17T16:00", status="scheduled"),),
    ),
    Sample(
        "Zeit der Anmeldung",
        "Das Sommerfest ist am 15. Juni ab 14 Uhr. Anmeldung bis 3. Juni, 12 Uhr, im Büro.",
        (at("2024-06-15T14:00"),),
    ),
)  # fmt: skip
