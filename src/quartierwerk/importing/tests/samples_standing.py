"""Made-up announcements of what is off, moved or takes place after all, of how one registers, and of what repeats. All samples."""

from .samples import Sample, at

OFF = (
    Sample(
        "Ordnungszahl mitten im Satz",
        "Strickcafé fällt aus\n\nWegen Krankheit fällt das Strickcafé am 30. April leider aus. Das nächste Treffen ist am 7. Mai um 15 Uhr im Gemeindehaus.",
        (at("2024-04-30", status="cancelled"), at("2024-05-07T15:00", status="scheduled")),
    ),
    Sample(
        "Das Verb am Anfang, das Präfix am Ende",
        "Wegen einer Erkrankung der Referentin fällt der für Donnerstag, 2. Mai, 19 Uhr angekündigte Vortrag „Gesund durch den Sommer“ in der Bücherei aus.",
        (at("2024-05-02T19:00", status="cancelled"),),
    ),
    Sample(
        "Nur bei solchem Wetter",
        "Lichterzug\n\nAm Freitag, 3. Mai 2024, um 21 Uhr startet der Lichterzug am Rathaus. Bei Starkregen fällt der Zug aus.",
        (at("2024-05-03T21:00", status="scheduled"),),
    ),
    Sample(
        "Nur wenn zu wenige kommen",
        "Der Kochkurs ist am 3. Mai 2024 um 18 Uhr in der Schulküche. Bei zu wenigen Anmeldungen muss der Kurs leider entfallen.",
        (at("2024-05-03T18:00", status="scheduled"),),
    ),
    Sample(
        "In den Ferien nicht",
        "Yoga für alle\n\nAb dem 6. Mai 2024 immer montags um 18 Uhr in der Turnhalle. In den Sommerferien findet der Kurs nicht statt.",
        (at("2024-05-06T18:00", status="scheduled"),),
    ),
    Sample(
        "Nicht aufrechterhalten",
        "Der Termin der Bürgersprechstunde am 23. April kann wegen der Bauarbeiten nicht aufrechterhalten werden.",
        (at("2024-04-23", status="cancelled"),),
    ),
    Sample(
        "Der Grund in einem Nebensatz dahinter",
        "Leider müssen wir den Pilzvortrag am 24. April absagen, weil sich zu wenige angemeldet haben.",
        (at("2024-04-24", status="cancelled"),),
    ),
    Sample(
        "Ein Nebensatz davor, von einem früheren Jahr",
        "Nachdem das Maifest im letzten Jahr ausfallen musste, feiern wir am 4. Mai um 14 Uhr wieder auf dem Dorfplatz.",
        (at("2024-05-04T14:00", status="scheduled"),),
    ),
    Sample(
        "Was ausgefallen war, findet jetzt statt",
        "Das im März ausgefallene Orgelkonzert findet nun am 5. Mai um 17 Uhr in der Marienkirche statt.",
        (at("2024-05-05T17:00", status="scheduled"),),
    ),
    Sample(
        "Nach dem Ausfall im Vorjahr",
        "Nach dem Ausfall im Vorjahr wird am 1. Mai ab 11 Uhr wieder der Maibaum aufgestellt.",
        (at("2024-05-01T11:00", status="scheduled"),),
    ),
    Sample(
        "Es fällt nicht aus",
        "Die Krimilesung am 16. Mai um 20 Uhr im Café Lind sollte sich niemand entgehen lassen. Sie fällt diesmal nicht aus.",
        (at("2024-05-16T20:00", status="scheduled"),),
    ),
    Sample(
        "Etwas anderes fällt aus",
        "Der Vereinsabend im April fällt aus. Die Jahreshauptversammlung findet am 17. Mai um 19 Uhr im Schützenhaus statt.",
        (at("2024-05-17T19:00", status="scheduled"),),
    ),
    Sample(
        "Nur ein Teil entfällt",
        "Familiengottesdienst am 5. Mai, 10 Uhr, Lukaskirche. Der anschließende Brunch muss leider entfallen.",
        (at("2024-05-05T10:00", status="scheduled"),),
    ),
    Sample(
        "Die Haltestelle entfällt, das Fest nicht",
        "Das Straßenfest am 4. Mai beginnt um 14 Uhr in der Gartenstraße. Die Haltestelle Gartenstraße entfällt an diesem Tag.",
        (at("2024-05-04T14:00", status="scheduled"),),
    ),
    Sample(
        "Ausgebucht ist nicht abgesagt",
        "Die Lesung mit Anna Beispiel am 14. Mai um 19.30 Uhr in der Bücherei ist ausgebucht. Es gibt eine Warteliste.",
        (at("2024-05-14T19:30", status="scheduled"),),
    ),
    Sample(
        "In Klammern hinter einem von mehreren Tagen",
        "Trauergruppe\nWann? jeden 1. Montag im Monat, 17.00 - 18.30 Uhr\nNächste Treffen: 6. Mai, 3. Juni (entfällt), 1. Juli",
        (
            at("2024-05-06T17:00", status="scheduled"),
            at("2024-06-03T17:00", status="cancelled"),
            at("2024-07-01T17:00", status="scheduled"),
        ),
    ),
    Sample(
        "Die Absage steht beim zweiten Mal",
        "Vernissage am 28. April\nWir haben lange gehofft. Nun haben wir die Vernissage am 28. April auf unbestimmte Zeit verschoben.",
        (at("2024-04-28", status="postponed"),),
    ),
    Sample(
        "Eine Absage ist nur denkbar",
        "Versammlung am 29. April um 19 Uhr\n\nWir halten an dem Tag fest. Eine Absage ist leichter als eine neue Einladung.",
        (at("2024-04-29T19:00", status="scheduled"),),
    ),
    Sample(
        "Die letzte Feier war abgesagt",
        "Die Seniorenfeier ist am 14. Mai um 15 Uhr in der Stadthalle. Alte Karten der letzten, wegen Krankheit abgesagten Feier gelten.",
        (at("2024-05-14T15:00", status="scheduled"),),
    ),
    Sample(
        "Nur der Auftritt entfällt",
        "Der Tag der offenen Tür im Rathaus ist am 11. Mai um 13 Uhr. Der Auftritt der jungen Artisten muss leider entfallen.",
        (at("2024-05-11T13:00", status="scheduled"),),
    ),
    Sample(
        "Das übliche Konzert fällt aus",
        "Am 28. April ab 11 Uhr gibt es einen Frühschoppen im Kurpark. An den beiden Tagen fällt das übliche Kurkonzert aus.",
        (at("2024-04-28T11:00", status="scheduled"),),
    ),
    Sample(
        "Kein Gottesdienst",
        "Am 28. April findet kein Gottesdienst statt. Am 9. Mai ist dieses Jahr keine Andacht.",
        (at("2024-04-28", status="cancelled"), at("2024-05-09", status="cancelled")),
    ),
)

MOVED = (
    Sample(
        "Nicht wie geplant, sondern",
        "Der Elternabend findet nicht wie geplant am Dienstag, 7. Mai, sondern erst am Dienstag, 14. Mai, 19 Uhr, in der Aula statt.",
        (at("2024-05-14T19:00", status="scheduled"),),
    ),
    Sample(
        "Bei schlechtem Wetter später",
        "Unser Sommerfest am 4. Mai: Bei schlechtem Wetter verschieben wir auf Sonntag, 5. Mai. Los geht's um 14 Uhr im Pfarrgarten.",
        (at("2024-05-04T14:00", status="scheduled"), at("2024-05-05T14:00")),
    ),
    Sample(
        "Der alte Tag in einem zweiten Satz",
        "Hauptversammlung am 23. April wird verschoben auf 28. Mai.\n\nDer Termin der Versammlung am 23. April kann leider nicht eingehalten werden.",
        (at("2024-05-28", status="moved"), at("2024-04-23", status="postponed")),
    ),
    Sample(
        "Auf einen Tag angesetzt, aber nicht dorthin verschoben",
        "Der auf den 3. Mai angesetzte Diskussionsabend wird auf unbestimmte Zeit verschoben.",
        (at("2024-05-03", status="postponed"),),
    ),
    Sample(
        "Stattfinden sollte ist keine Bedingung",
        "Die Mitgliederversammlung, die am Freitag, 26. April, um 19.30 Uhr in der Linde stattfinden sollte, wird um eine Woche verschoben.",
        (at("2024-05-03T19:30", status="moved", moved_from="2024-04-26"),),
    ),
    Sample(
        "Vorgezogen, und wann",
        "Die Bürgerversammlung wird vorgezogen: Sie findet schon am Montag, 6. Mai, um 19 Uhr statt.",
        (at("2024-05-06T19:00", status="moved"),),
    ),
    Sample(
        "Jeder neue Tag hat seinen alten",
        "Neue Termine\n\nDas Chorkonzert wurde vom 20. April auf den 8. Juni um 20 Uhr verlegt.\n\nDer Liederabend (ursprünglich am 12. April) wurde auf den 15. Juni verschoben. Die Matinee wird am 23. Juni nachgeholt.",
        (
            at("2024-06-08T20:00", status="moved", moved_from="2024-04-20"),
            at("2024-06-15", status="moved", moved_from="2024-04-12"),
            at("2024-06-23", status="moved", moved_from=None),
        ),
    ),
    Sample(
        "Eine Liste der neuen Tage",
        "02.05.24 Oberdorf: verschoben auf 06.06.2024\n03.05.24 Unterdorf: verschoben 07.06.2024\n04.05.24 Mitteldorf: abgesagt",
        (
            at("2024-06-06", status="moved", moved_from="2024-05-02"),
            at("2024-06-07", status="moved", moved_from="2024-05-03"),
            at("2024-05-04", status="cancelled"),
        ),
    ),
    Sample(
        "Eine andere Uhrzeit",
        "Das Konzert am 19. Mai beginnt nicht um 20 Uhr, sondern bereits um 19 Uhr.",
        (at("2024-05-19T19:00", status="scheduled"),),
    ),
    Sample(
        "An einen anderen Ort",
        "Konzert verlegt: Der Auftritt des Chors am 18. Mai um 15 Uhr wird vom Kurpark in das Haus des Gastes verlegt.",
        (at("2024-05-18T15:00", status="scheduled"),),
    ),
    Sample(
        "Bauarbeiten sind nur der Grund",
        "Wegen der Bauarbeiten in der Schillerstraße startet der Stadtlauf am Sonntag, 28. April, um 10 Uhr am Busbahnhof.",
        (at("2024-04-28T10:00", status="scheduled"),),
    ),
    Sample(
        "Nach der Pause geht es weiter",
        "Yoga mit Lisa: Am 6. und 13. Mai ist Maipause, weiter geht's am 20. Mai um 18 Uhr.",
        (at("2024-05-20T18:00", status="scheduled"),),
    ),
)

REPEATING = (
    Sample(
        "Der Gottesdienst ist nicht die Versammlung",
        "Gottesdienst feiern wir sonntags um 10 Uhr.\n\nGemeindeversammlung\nAm Sonntag, 5. Mai, findet um 11.15 Uhr die Gemeindeversammlung im Saal statt.",
        (at("2024-05-05T11:15", recurrence=None), at(None, start_time="10:00", recurrence="weekly:SU")),
    ),
    Sample(
        "Ein anderer Donnerstag des Monats",
        "Das Café findet jeden zweiten Donnerstag im Monat von 15 bis 17 Uhr statt. Am Donnerstag, 25. April, laden wir um 15 Uhr zum Bingo ein.",
        (at("2024-04-25T15:00", recurrence=None), at(None, start_time="15:00", recurrence="monthly:2TH")),
    ),
    Sample(
        "Die Serie steht beim zweiten Mal",
        "Fahrrad-Codierung am 24. April\nGekennzeichnet wird alle 14 Tage am Mittwochnachmittag: Die nächsten Termine sind am Mittwoch, 24. April, und am 8. Mai.",
        (at("2024-04-24", recurrence="biweekly:WE"), at("2024-05-08", recurrence="biweekly:WE")),
    ),
    Sample(
        "Wann die Karten bestellt werden",
        "Das Stück wird am Freitag, 26. April, um 19 Uhr gespielt. Kartenbestellungen sind freitags von 17 bis 19 Uhr möglich.",
        (at("2024-04-26T19:00", recurrence=None),),
    ),
    Sample(
        "Öffnet seine Türen",
        "Das Trauercafé öffnet an jedem ersten Sonntag im Monat von 15 bis 17 Uhr seine Türen im Hospiz.",
        (at(None, start_time="15:00", recurrence="monthly:1SU"),),
    ),
    Sample(
        "Das Wochenprogramm",
        "Bürgertreff Nord – unser Wochenprogramm\nMontag 15 Uhr Spielen\nDi. 10-11 Uhr: Gymnastik\nMittwoch 16 Uhr Sprachcafé",
        (
            at(None, start_time="15:00", recurrence="weekly:MO", title="Spielen"),
            at(None, start_time="10:00", recurrence="weekly:TU", title="Gymnastik"),
            at(None, start_time="16:00", recurrence="weekly:WE", title="Sprachcafé"),
        ),
    ),
)

WEEKS = (
    Sample(
        "Heute in einer Woche",
        "Heute in einer Woche, um 19 Uhr, beginnt im Rathaus die Einwohnerversammlung.",
        (at("2024-04-17T19:00", doubts=["RELATIVE_DATE"]),),
    ),
    Sample(
        "Nächste Woche Donnerstag",
        "Nächste Woche Donnerstag, 19 Uhr: Infoabend zum Glasfaserausbau im Bürgersaal.",
        (at("2024-04-18T19:00"),),
    ),
    Sample(
        "Am Freitag der kommenden Woche",
        "Am Freitag der kommenden Woche lädt die VHS um 19 Uhr zu einem Vortrag ein.",
        (at("2024-04-19T19:00"),),
    ),
    Sample(
        "Freitag dieser Woche",
        "Freitag dieser Woche um 16 Uhr öffnet der Hofflohmarkt in der Bergstraße.",
        (at("2024-04-12T16:00"),),
    ),
)
