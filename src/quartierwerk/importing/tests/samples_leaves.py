"""Made-up announcements: days above what they belong to, days that replace others, houses that open again. All samples."""

from .samples import Sample, at

LEAVES = (
    Sample(
        "Tag und Uhrzeit stehen über dem Namen",
        """Programm 2024

Sa, 20.04.
18:30 Uhr

Hauptversammlung
Veranstaltungsort: Gasthof Linde

Sa, 11.05.
7:00 Uhr; anschl. Frühstück

Wiesenrundgang für Frühaufsteher
Treffpunkt: Parkplatz am Musterteich

So, 16.06.
13:00 Uhr

Sensenkurs im Obstgarten
Treffpunkt: Grillplatz Kuppe
""",
        (
            at("2024-04-20T18:30", title="Hauptversammlung", place="Gasthof Linde"),
            at(
                "2024-05-11T07:00",
                title="Wiesenrundgang für Frühaufsteher",
                place="Parkplatz am Musterteich",
            ),
            at("2024-06-16T13:00", title="Sensenkurs", place="Grillplatz Kuppe"),
        ),
    ),
    Sample(
        "Ersatztermine hinter den alten Tagen",
        """Ersatztermine

Folgende Abende werden nachgeholt:

- Die Nachtkatzen, geplant für den 04.04.2024, Ersatztermin am 18.06.2024

- Kindertheater Sausewind und Freunde, geplant für den 11.04.2024, Ersatztermin am 27.08.2024

- „Tango im Regen“ vom 12.04.2024 verlegt auf den 03.09.2024, 20 Uhr
""",
        (
            at("2024-06-18", title="Die Nachtkatzen"),
            at("2024-08-27", title="Kindertheater Sausewind und Freunde"),
            at("2024-09-03T20:00", title="„Tango im Regen“"),
        ),
    ),
    Sample(
        "Was hätte sein sollen, ist abgesagt",
        "Die Gemeinde hat beschlossen, das Sommerfest abzusagen.\n\nDas Sommerfest hätte eigentlich am 18. Juli stattfinden sollen.",
        (at("2024-07-18", status="cancelled"),),
    ),
    Sample(
        "Gesperrt geschrieben",
        "Ich habe beschlossen, auf die V E R N I S S A G E am Freitag, 19. April 2024, 18 Uhr, zu verzichten.",
        (at("2024-04-19T18:00", title="Vernissage", status="cancelled"),),
    ),
    Sample(
        "Ein Monat mit vertauschten Buchstaben",
        "Am Freitag, dem 7. Juni, ist Probe. Am Mittwoch, 2. Okotber 2024, um 19.30 Uhr ist ein Orgelkonzert in der Marienkirche. "
        "Am Ausgang erbitten wir eine Spende.",
        (
            at("2024-06-07"),
            at("2024-10-02T19:30", title="Orgelkonzert", place="Marienkirche", registration="unspecified"),
        ),
    ),
    Sample(
        "Felder mit ihrem Wert auf der nächsten Zeile",
        "Grillabend\n\nLiebe Mitglieder, wir laden euch ein.\n\nWann\n1. Juni 2024 ab 19:00 Uhr\nWo\nVereinsheim Musterwiese\n\nEuer Vorstand",
        (at("2024-06-01T19:00", title="Grillabend", place="Vereinsheim Musterwiese"),),
    ),
    Sample(
        "Am gleichen Treffpunkt",
        "Die erste Vogelwanderung ist am 19. April um 19 Uhr. Treffpunkt ist der Brunnen im Kurpark. "
        "Weitere Wanderungen finden am 26. April und 3. Mai jeweils um 19 Uhr am gleichen Treffpunkt statt.",
        (
            at("2024-04-19T19:00", place="Brunnen im Kurpark"),
            at("2024-04-26T19:00", place="Brunnen im Kurpark"),
            at("2024-05-03T19:00", place="Brunnen im Kurpark"),
        ),
    ),
    Sample(
        "Ein Treffpunkt hinter seiner Uhrzeit",
        "Spaziergänge für alle.\n\n5. Treffen am 13. Mai 2024\n\nTHEMA Umnutzung\n\nTreffpunkt 10.30 Uhr Tram-Haltestelle Nordfriedhof bzw. Musterplatz\n"
        "Ende gegen 12.00 Uhr Tram-Haltestelle Kirschweg",
        (at("2024-05-13T10:30", place="Tram-Haltestelle Nordfriedhof bzw"),),
    ),
    Sample(
        "Eine Straße gleich hinter dem Ort",
        "Die Exkursion beginnt am 12. Mai um 9 Uhr, Parkplatz Mustersee, Friedberger Str.",
        (at("2024-05-12T09:00", place="Parkplatz Mustersee", street_address="Friedberger Str."),),
    ),
    Sample(
        "Ein Amt im Rathaus ist nicht der Ort",
        "Am 16. Mai wird der Fachbereich im Rathaus die Bürger im Vereinsraum des Bürgerhauses ab 19 Uhr informieren.",
        (at("2024-05-16T19:00", place="Vereinsraum des Bürgerhauses"),),
    ),
    Sample(
        "Der erste von dem, was eben genannt war",
        "Frischer Wind im Treff\n\nZur Planung wird ein Stammtisch eröffnet. Der erste findet am Dienstag, 7. Mai, 18:30 Uhr, statt. "
        "Anmeldung bei Kim Muster, T. 38 90 10 - 145.",
        (at("2024-05-07T18:30", title="Stammtisch", phones=["38 90 10 - 145"]),),
    ),
    Sample(
        "Eine Nummer am Anfang einer Klammer",
        "Das Nachbarschaftscafé öffnet am Montag, 6. Mai, um 15 Uhr. Fragen beantwortet Kim Muster (0173/1850012, Mail: kim@example.org).",
        (at("2024-05-06T15:00", phones=["0173/1850012"], emails=["kim@example.org"]),),
    ),
    Sample(
        "Ein weiterer Kurs, mit derselben Adresse",
        "Zusätzlicher Erste-Hilfe-Kurs im Juni\n\nDer nächste Termin ist am 8. und 14. Juni (jeweils 19.00-21.00 Uhr) im Gemeindehaus. "
        "Ein weiterer Kurs ist am 7. und 14. September geplant. Anmeldung bei Kim Muster unter kim@example.org.",
        (
            at("2024-06-08T19:00", emails=["kim@example.org"]),
            at("2024-06-14T19:00", emails=["kim@example.org"]),
            at("2024-09-07", emails=["kim@example.org"]),
            at("2024-09-14", emails=["kim@example.org"]),
        ),
    ),
    Sample(
        "Bad Neustadt ist eine Stadt",
        "Programm\nDonnerstag, 02. Mai 2024, 14:00 Uhr\nGroße Baumpflanzung in Bad Neustadt\nDemonstration des Verschönerungsvereins\n"
        "Kundgebung mit Baumpflanzung\nBad Neustadt - auf dem Platz vor dem Stadtarchiv\nDer Verein hat mit seinen Pflanzungen viel erreicht.",
        (at("2024-05-02T14:00", place="Platz vor dem Stadtarchiv"),),
    ),
)
NONE = (
    Sample(
        "Ein Bad öffnet nach den Ferien",
        "Das Hallenbad bleibt vom 22. Juli bis 6. September geschlossen. Die Wiedereröffnung des Hallenbades ist für den 7. September vorgesehen. "
        "Das Bad steht an diesem Samstag von 9 bis 14 Uhr offen.",
    ),
    Sample(
        "Der Betrieb wird wieder aufgenommen",
        "Unsere Veranstaltungen sollen ab 13. November wieder stattfinden\n\nAb 13. November wollen wir den Veranstaltungsbetrieb wieder aufnehmen, "
        "im Saal der Bastei oder im Alten Gemeindehaus.",
    ),
    Sample(
        "Wochentage, an denen ein Haus offen ist",
        "Das Nähcafé ist Montag, Dienstag, Donnerstag und Freitag ab 10 Uhr geöffnet, am Donnerstag sogar bis 18 Uhr.",
    ),
    Sample(
        "Wann die Seite geändert wurde",
        "Acht Mütter kamen mit ihren Kindern in das Gemeindehaus. Gemeinsam wurde gespielt.\nLast modified: 26. April 2024",
    ),
)
