"""Made-up programmes of a week, series that are off on some days, what is off or moved by a week. All samples."""

from .samples import Sample, at


def weekly(code: str, start_time: str, **known: object) -> dict[str, object]:
    return at(None, start_time=start_time, recurrence=code, **known)


PROGRAMMES = (
    Sample(
        "Jede Zeile gehört ihrem Wochentag",
        "Wochenprogramm im Treff\n\nMontag: 9-11 Uhr Elternfrühstück\nDienstag: 15-17 Uhr Hausaufgabenhilfe, 18 Uhr Yoga (5 € pro Abend)\n"
        "Mittwoch: geschlossen\nDonnerstag: 14.30 Uhr Seniorentanz\nFreitag: jeden 1. Freitag im Monat 19 Uhr Kinoabend\n\n"
        "In den Sommerferien vom 8. Juli bis 20. Juli bleibt der Treff geschlossen.",
        (
            weekly(
                "weekly:MO",
                "09:00",
                title="Elternfrühstück",
                price=None,
                excluded=["2024-07-08", "2024-07-15"],
            ),
            weekly(
                "weekly:TU",
                "15:00",
                title="Hausaufgabenhilfe",
                price=None,
                excluded=["2024-07-09", "2024-07-16"],
            ),
            weekly("weekly:TU", "18:00", title="Yoga", price="5 € pro Abend"),
            weekly("weekly:TH", "14:30", title="Seniorentanz", price=None),
            weekly("monthly:1FR", "19:00", title="Kinoabend", price=None, excluded=[]),
        ),
    ),
    Sample(
        "Abgekürzte Wochentage, die Nummer einer Zeile ist die der Zeile",
        "Unsere Woche\n\nMo 9.30 Uhr Krabbelgruppe\nDi 10-12 Uhr Elterncafé\nMi Ruhetag\nDo 16 Uhr Nähtreff, Tel. 02324 123456\nFr 15 Uhr Kindertanz",
        (
            weekly("weekly:MO", "09:30", phones=[]),
            weekly("weekly:TU", "10:00", phones=[]),
            weekly("weekly:TH", "16:00", title="Nähtreff", phones=["02324 123456"]),
            weekly("weekly:FR", "15:00", phones=[]),
        ),
    ),
    Sample(
        "Der Tag als Zeile, darunter die Angebote",
        "WOCHENPLAN\n\nMONTAG\n16:00 - 17:30  Kinderturnen (4-6 Jahre)\n18:00 - 19:00  Rückenschule\nDIENSTAG\n19:30  Volleyball\n"
        "MITTWOCH\nHalle gesperrt\nFREITAG\n20:00  Badminton, ungerade Wochen",
        (
            weekly("weekly:MO", "16:00", title="Kinderturnen"),
            weekly("weekly:MO", "18:00", title="Rückenschule"),
            weekly("weekly:TU", "19:30", title="Volleyball"),
            weekly("biweekly:FR", "20:00", title="Badminton"),
        ),
    ),
    Sample(
        "Der Name steht über der Uhrzeit",
        "Angebote jede Woche\n\nMontag\n\nAbendessen für alle\nim Saal\njeden ersten Montag im Monat 17.00 - 19.00 Uhr\n\nDienstag\n\nFrauencafé\n10.00 - 12.00 Uhr\n\n"
        "Donnerstag\n\nSpieletreff\n15.00 - 17.00 Uhr",
        (
            weekly("monthly:1MO", "17:00", title="Abendessen für alle"),
            weekly("weekly:TU", "10:00", title="Frauencafé"),
            weekly("weekly:TH", "15:00", title="Spieletreff"),
        ),
    ),
    Sample(
        "Der Name steht vor der Uhrzeit, die Regel beim Tag",
        "Gruppen im Gemeindehaus\n\nMontag: Posaunenchor 19.30 Uhr\nDienstag (ungerade Wochen): Lesekreis 18 Uhr\nMittwoch, jeden letzten im Monat: Filmclub 19 Uhr\n"
        "Donnerstag: Gitarrenrunde 18 Uhr, Theaterprobe 19.30 Uhr\nIn den Schulferien treffen sich die Gruppen nicht.",
        (
            weekly("weekly:MO", "19:30", title="Posaunenchor", doubts=["PAUSES"]),
            weekly("biweekly:TU", "18:00", title="Lesekreis"),
            weekly("monthly:-1WE", "19:00", title="Filmclub"),
            weekly("weekly:TH", "18:00", title="Gitarrenrunde"),
            weekly("weekly:TH", "19:30", title="Theaterprobe", doubts=["PAUSES"]),
        ),
    ),
    Sample(
        "Fast die ganze Woche ohne ein Wort dazu ist nicht sicher jede",
        "Im Anker\n\nMontag: 15 Uhr Spielenachmittag\nDienstag: 10 Uhr Gymnastik\nDonnerstag: 18 Uhr Stammtisch\nFreitag: 20 Uhr Skat",
        (
            weekly("weekly:MO", "15:00", doubts=["WEEKLY_GUESSED"]),
            weekly("weekly:TU", "10:00", doubts=["WEEKLY_GUESSED"]),
            weekly("weekly:TH", "18:00", doubts=["WEEKLY_GUESSED"]),
            weekly("weekly:FR", "20:00", doubts=["WEEKLY_GUESSED"]),
        ),
    ),
    Sample(
        "Nur diese Woche",
        "Die Woche im Gemeindehaus (15. bis 19. April)\n\nMontag: 15 Uhr Frauenkreis\nMittwoch: geschlossen\nFreitag: 18 Uhr Jugendabend",
        (
            at("2024-04-15T15:00", title="Frauenkreis", recurrence=None, doubts=["RELATIVE_DATE"]),
            at("2024-04-19T18:00", title="Jugendabend", recurrence=None),
        ),
    ),
    Sample(
        "Öffnungszeiten sind kein Programm",
        "Die Bücherei\n\nMontag: geschlossen\nDienstag: 10-12 Uhr und 15-18 Uhr\nMittwoch: 15-18 Uhr\nFreitag: nach Vereinbarung",
    ),
    Sample(
        "Sprechzeiten von Personen sind keines",
        "Unsere Sprechzeiten\n\nMontag: 9-12 Uhr Frau Kern\nDienstag: 14-16 Uhr Herr Ott\nMittwoch: geschlossen",
    ),
)
CLAUSES = (
    Sample(
        "Jeder Wochentag hat seinen Satzteil",
        "Im Haus ist immer etwas los. Montags treffen sich die Strickfrauen um 15 Uhr im Café, dienstags bietet Herr Kaya von 17 bis 18.30 Uhr eine "
        "Schachgruppe an, mittwochs ist geschlossen, und donnerstags um 10 Uhr frühstücken die Senioren gemeinsam.",
        (
            weekly("weekly:MO", "15:00"),
            weekly("weekly:TU", "17:00", end_time="18:30", title="Schachgruppe"),
            weekly("weekly:TH", "10:00"),
        ),
    ),
    Sample(
        "Aufgezählt in einem Satz",
        "Bei uns gibt es montags um 15 Uhr Kaffeeklatsch, dienstags um 10 Uhr Gymnastik und um 17 Uhr Englisch, donnerstags um 19 Uhr Doppelkopf.",
        (
            weekly("weekly:MO", "15:00", title="Kaffeeklatsch"),
            weekly("weekly:TU", "10:00", title="Gymnastik"),
            weekly("weekly:TU", "17:00", title="Englisch"),
            weekly("weekly:TH", "19:00", title="Doppelkopf"),
        ),
    ),
    Sample(
        "Was geschlossen ist, nimmt nicht die Uhrzeit des nächsten Tages",
        "Dienstags ist ab 16 Uhr Bastelstunde. Mittwochs ist der Treff geschlossen. Donnerstags laden wir um 14 Uhr zum Seniorencafé ein.",
        (weekly("weekly:TU", "16:00"), weekly("weekly:TH", "14:00", title="Seniorencafé")),
    ),
)
EXCEPTIONS = (
    Sample(
        "An einem Tag nicht",
        "Jeden Mittwoch von 15 bis 17 Uhr ist Café-Nachmittag. Achtung: Am 15. Mai ist kein Café!",
        (weekly("weekly:WE", "15:00", status="scheduled", excluded=["2024-05-15"]),),
    ),
    Sample(
        "Ein Abend fällt aus, dafür ein anderer",
        "Der Kurs startet am Donnerstag, 18. April, um 18 Uhr und läuft immer donnerstags. Am 9. Mai fällt der Kurs aus, dafür treffen wir uns am 20. Juni.",
        (
            at(
                "2024-04-18T18:00",
                recurrence="weekly:TH",
                status="scheduled",
                excluded=["2024-05-09"],
                doubts=["EXTRA_DAY"],
            ),
        ),
    ),
    Sample(
        "Gezählte Abende mit einer Lücke",
        "Gymnastik ab Montag, 15. April, 19 Uhr, Turnhalle Süd, zehnmal montags (nicht am 20. Mai).",
        (at("2024-04-15T19:00", recurrence="weekly:MO", excluded=["2024-05-20"]),),
    ),
    Sample(
        "Außer an zwei Tagen",
        "Die Boulegruppe spielt jeden Mittwoch um 16 Uhr im Park, außer am 22. und 29. Mai.",
        (weekly("weekly:WE", "16:00", excluded=["2024-05-22", "2024-05-29"]),),
    ),
    Sample(
        "Pause, und danach weiter",
        "Das Repair-Café ist jeden ersten Samstag im Monat um 10 Uhr in der Schule. Pause am 4. Mai, weiter geht es am 1. Juni.",
        (weekly("monthly:1SA", "10:00", excluded=["2024-05-04"]),),
    ),
    Sample(
        "Nicht in den Ferien",
        "Die Hausaufgabenhilfe ist jeden Dienstag um 14 Uhr im Jugendhaus, nicht in den Ferien.",
        (weekly("weekly:TU", "14:00", excluded=[], doubts=["PAUSES"]),),
    ),
    Sample(
        "Ausnahmsweise anderswo",
        "Der Seniorentreff ist jeden Mittwoch um 15 Uhr im Gemeindehaus. Am 15. Mai treffen wir uns ausnahmsweise im Café Lotte.",
        (
            at("2024-05-15T15:00", recurrence=None, place="Café Lotte"),
            weekly("weekly:WE", "15:00", place="Gemeindehaus", excluded=["2024-05-15"]),
        ),
    ),
    Sample(
        "Etwas anderes fällt aus",
        "Jeden Mittwoch um 15 Uhr ist Seniorentreff. Das Konzert am Samstag, 4. Mai, fällt aus.",
        (at("2024-05-04", status="cancelled"), weekly("weekly:WE", "15:00", status="scheduled", excluded=[])),
    ),
    Sample(
        "Im Monat einmal ist nicht jede Woche",
        "Alle Treffen sind mittwochs um 15 Uhr:\n\n8.5. Maikaffee\n12.6. Vortrag\n10.7. Bingo",
        (
            at("2024-05-08T15:00", recurrence=None),
            at("2024-06-12T15:00", recurrence=None),
            at("2024-07-10T15:00", recurrence=None),
        ),
    ),
)
OFF = (
    Sample(
        "Zwei in einem Satz, einer nur mit dem Wochentag",
        "10. April 2024\n\nDer Spieleabend am Freitag und das Maicafé am 4. Mai müssen leider ausfallen.",
        (
            at("2024-04-12", status="cancelled", doubts=["RELATIVE_DATE"]),
            at("2024-05-04", title="Maicafé", status="cancelled"),
        ),
    ),
    Sample(
        "Das Verb steht erst am Ende",
        "Leider müssen wir das Maicafé am 4. Mai und das Konzert am 11. Mai absagen.",
        (
            at("2024-05-04", title="Maicafé", status="cancelled"),
            at("2024-05-11", title="Konzert", status="cancelled"),
        ),
    ),
    Sample(
        "Nur der letzte",
        "Am 4. Mai ist Maimarkt und am 5. Mai Platzkonzert, die Führung am 6. Mai muss leider ausfallen.",
        (
            at("2024-05-04", status="scheduled"),
            at("2024-05-05", status="scheduled"),
            at("2024-05-06", status="cancelled"),
        ),
    ),
    Sample(
        "Der nächste findet statt",
        "10. April 2024\n\nDie Sprechstunde am Donnerstag muss leider entfallen. Die nächste ist am 25. April von 16 bis 18 Uhr.",
        (at("2024-04-11", status="cancelled"), at("2024-04-25T16:00", status="scheduled")),
    ),
    Sample(
        "Dafür etwas anderes",
        "10. April 2024\n\nDer Gottesdienst am Sonntag fällt aus, dafür laden wir um 18 Uhr zur Andacht ein.",
        (at("2024-04-14T18:00", title="Andacht", status="scheduled"),),
    ),
)
MOVED_BY = (
    Sample(
        "Um eine Woche",
        "Das Konzert am Samstag, 4. Mai, um 17 Uhr in der Kirche wird um eine Woche verschoben.",
        (at("2024-05-11T17:00", status="moved", moved_from="2024-05-04", doubts=["RELATIVE_DATE"]),),
    ),
    Sample(
        "Erst eine Woche später",
        "Die für den 3. Mai geplante Lesung findet erst eine Woche später statt.",
        (at("2024-05-10", status="moved", moved_from="2024-05-03"),),
    ),
    Sample(
        "Auf den Folgetag",
        "Das Spiel am Sonntag, 5. Mai, wurde auf den Folgetag verlegt, Anstoß ist um 19 Uhr.",
        (at("2024-05-06T19:00", status="moved", moved_from="2024-05-05"),),
    ),
    Sample(
        "Um einen Tag nach vorn",
        "Die Maifeier am 4. Mai wird um einen Tag vorverlegt.",
        (at("2024-05-03", status="moved", moved_from="2024-05-04"),),
    ),
    Sample(
        "Auf den Samstag danach",
        "Die Fahrt ins Museum, geplant für den 3. Mai, wird auf den darauffolgenden Samstag verschoben.",
        (at("2024-05-04", status="moved", moved_from="2024-05-03"),),
    ),
    Sample(
        "Um ein Jahr sagt keinen Tag",
        "Das Stadtfest am 4. Mai wird um ein Jahr verschoben.",
        (at("2024-05-04", status="postponed"),),
    ),
)
NO_EVENTS = (
    Sample(
        "Wasser wird abgestellt",
        "Wie in jedem Jahr wird das Wasser abgestellt, diesmal am Samstag, dem 4. Mai, im Laufe des Vormittags.",
    ),
    Sample(
        "Leitungen werden erneuert",
        "Wir erneuern vom 6. bis 17. Mai die Gasleitung. Gearbeitet wird montags bis donnerstags von 7 bis 16 Uhr.",
    ),
    Sample(
        "Wann man anruft",
        "Wanderung am Sonntag, 5. Mai, 10 Uhr ab Bahnhof. Wer unsicher ist: am Samstag ab 16 Uhr anrufen, 02324 112233.",
        (at("2024-05-05T10:00"),),
    ),
    Sample(
        "Vor dem Abstellen treffen sich alle",
        "Vor dem Abstellen des Wassers treffen sich die Gartenfreunde am Samstag, 4. Mai, um 10 Uhr zum Arbeitseinsatz.",
        (at("2024-05-04T10:00"),),
    ),
    Sample(
        "Die Überschrift einer Woche",
        "Woche vom 5. bis 12. Mai\n\nSo 5.5. 10 Uhr Gottesdienst\nDi 7.5. 15 Uhr Frauenhilfe\nSo 12.5. 11 Uhr Familiengottesdienst",
        (at("2024-05-05T10:00"), at("2024-05-07T15:00"), at("2024-05-12T11:00")),
    ),
)
STRETCHES = (
    Sample(
        "Womit eine Woche endet",
        "Vom 6. bis 10. Mai wird das Jugendhaus zum Filmstudio. Von Montag bis Freitag könnt ihr täglich von 10 bis 15 Uhr drehen. "
        "Am Freitag um 16 Uhr zeigen wir den Film euren Eltern.",
        (at("2024-05-06T10:00", end="2024-05-10T15:00"), at("2024-05-10T16:00")),
    ),
    Sample(
        "Eine Ausstellung beginnt mit der Eröffnung",
        "Ausstellung „Stille Wasser“\n\nVernissage: Freitag, 3. Mai 2024, 19 Uhr\nDauer der Ausstellung: bis 30. Juni 2024\nÖffnungszeiten: Mi-So 14-17 Uhr\n"
        "Führung: Sonntag, 12. Mai, 15 Uhr",
        (
            at("2024-05-03T19:00"),
            at("2024-05-03", end="2024-06-30"),
            at("2024-05-12T15:00", title="Führung"),
        ),
    ),
    Sample(
        "Jeder Tag mit seinen Stunden",
        "Der Büchermarkt ist geöffnet\nam Freitag, 3. Mai, von 15 bis 19 Uhr,\nam Samstag, 4. Mai, von 10 bis 18 Uhr und\nam Sonntag, 5. Mai, von 11 bis 16 Uhr.",
        (at("2024-05-03T15:00"), at("2024-05-04T10:00", end="2024-05-04T18:00"), at("2024-05-05T11:00")),
    ),
)
NAMED_FIRST = (
    Sample(
        "Mehrere Gruppen in einer Zeile",
        "Proben: Jugendchor Di 17-18 Uhr, Kammerchor Mi 19.30-21 Uhr, Kinderchor Do 16-16.45 Uhr",
        (
            at(None, title="Jugendchor", recurrence="weekly:TU", start_time="17:00"),
            at(None, title="Kammerchor", recurrence="weekly:WE", start_time="19:30"),
            at(None, title="Kinderchor", recurrence="weekly:TH", start_time="16:00"),
        ),
    ),
    Sample(
        "Mehrere Gruppen und ein Ort für alle",
        "Unsere Proben im Gemeindehaus: Jugendchor dienstags 17-18 Uhr, Kammerchor jeden Mittwoch ab 19.30 Uhr und Kinderchor donnerstags 16-16.45 Uhr.",
        (
            at(None, title="Jugendchor", recurrence="weekly:TU", place="Gemeindehaus"),
            at(None, title="Kammerchor", recurrence="weekly:WE", place="Gemeindehaus"),
            at(None, title="Kinderchor", recurrence="weekly:TH", place="Gemeindehaus"),
        ),
    ),
    Sample(
        "Kurse mit dem Tag in Klammern",
        "Unsere Kurse: Yoga (Mo 18 Uhr), Pilates für Ältere (Di und Do 10 Uhr), Tanzen (Do 20 Uhr)",
        (
            at(None, title="Yoga", recurrence="weekly:MO", start_time="18:00"),
            at(None, title="Pilates für Ältere", recurrence="weekly:TU,TH", start_time="10:00"),
            at(None, title="Tanzen", recurrence="weekly:TH", start_time="20:00"),
        ),
    ),
    Sample(
        "Eine Zeile für jede Gruppe",
        "Regelmäßige Termine\nJugendchor Di 17-18 Uhr\nKammerchor Mi 19.30-21 Uhr\nKinderchor Do 16-16.45 Uhr",
        (
            at(None, title="Jugendchor", recurrence="weekly:TU"),
            at(None, title="Kammerchor", recurrence="weekly:WE"),
            at(None, title="Kinderchor", recurrence="weekly:TH"),
        ),
    ),
    Sample(
        "Sprechzeiten zweier Ämter",
        "Sprechzeiten: Bürgerbüro Mo 8-12 Uhr, Standesamt Di 9-12 Uhr, Kasse Do 14-17 Uhr",
    ),
    Sample("Wann geöffnet ist", "Unsere Angebote sind geöffnet: Café Mo 14-17 Uhr, Bücherei Di 10-12 Uhr"),
    Sample("Ein Fest am Wochenende", "Kirmes: Eröffnung Fr 18 Uhr, Umzug Sa 14 Uhr, Frühschoppen So 11 Uhr"),
)
