"""Made-up announcements whose events are named, placed and signed up for in roundabout ways. All samples."""

from .samples import Sample, at

NAMES = (
    Sample(
        "Die Überschrift ist eine Nachricht",
        "Kinder gestalten ihren Schulhof mit\n\nBei der Schule wird gebaut. Die nächste Malstunde für Kinder ab sechs Jahren findet am Mittwoch, 15. Mai, um 15 Uhr in der Mensa statt.",
        (at("2024-05-15T15:00", title="Malstunde für Kinder ab sechs Jahren", place="Mensa"),),
    ),
    Sample(
        "Eingeladen zu etwas",
        "Über das Altern reden\n\nDer Seniorenbeirat lädt am Dienstag, 7. Mai, um 10 Uhr alle Interessierten zu einem Erzählkreis in den Pfarrsaal ein.",
        (at("2024-05-07T10:00", title="Erzählkreis", place="Pfarrsaal"),),
    ),
    Sample(
        "Nur das Fest im zweiten Satz",
        "Gärtner feiern wieder\n\nDer Gartenverein Morgentau lädt zu seinem traditionellen Sommerfest ein. Am Samstag, 8. Juni, beginnt das Fest um 14 Uhr auf dem Vereinsgelände.",
        (at("2024-06-08T14:00", title="Sommerfest", place="Vereinsgelände"),),
    ),
    Sample(
        "Abgesagt in der Überschrift",
        "Absage Seniorenausflug\n\nDer für den 16. Mai geplante Ausflug findet wegen Krankheit nicht statt.",
        (at("2024-05-16", title="Seniorenausflug", status="cancelled"),),
    ),
    Sample(
        "Einladung zum",
        "Herzliche Einladung zum Familienpicknick\n\nAm Sonntag, 9. Juni, treffen wir uns um 12 Uhr im Stadtpark.",
        (at("2024-06-09T12:00", title="Familienpicknick", place="Stadtpark"),),
    ),
    Sample(
        "Thema in Anführungszeichen",
        "Aus dem Museum\n\nBei einem Vortragsabend am Donnerstag, 16. Mai, um 19 Uhr im Heimatmuseum spricht Anna Muster zum Thema „Mühlen am Bach“.",
        (at("2024-05-16T19:00", title="Vortragsabend „Mühlen am Bach“", place="Heimatmuseum"),),
    ),
    Sample(
        "Titel unter den Tagen",
        "Kalender\n\nMontag, 6. Mai 2024, 14 Uhr\n\nKegeln für alle\n\nDienstag, 7. Mai 2024, 9 Uhr\n\nRücken in Bewegung\n\nMittwoch, 8. Mai 2024, 18 Uhr\n\nBrettspiele im Foyer\n",
        (
            at("2024-05-06T14:00", title="Kegeln für alle"),
            at("2024-05-07T09:00", title="Rücken in Bewegung"),
            at("2024-05-08T18:00", title="Brettspiele im Foyer"),
        ),
    ),
    Sample(
        "Tabelle mit Spalten",
        "Termine 2024\n\n| Datum | Thema | Verein | Ort |\n| --- | --- | --- | --- |\n| 04.05.24 | Maibaum | Feuerwehr | Dorfplatz |\n| 01.06.24 | Spiel ohne Grenzen | Turnverein | Lohwiese |\n",
        (at("2024-05-04", title="Maibaum", place="Dorfplatz"), at("2024-06-01", title="Spiel ohne Grenzen", place="Lohwiese")),
    ),
    Sample(
        "Jeder Termin mit seinem Wort davor",
        "Die Chöre singen wieder: Eintracht am 4. Mai, Frohsinn am 11. Mai und der Schulchor am 18. Mai.",
        (at("2024-05-04"), at("2024-05-11", title="Frohsinn"), at("2024-05-18", title="Schulchor")),
    ),
    Sample(
        "Ort unter dem Tag",
        "Sportwoche\n\n### Gehen mit Stöcken\n\n- Montag, 6. Mai, 18 Uhr\n- vor der Kegelbahn\n- Leitung: Uta M.\n\n### Frauenfußball\n\n- Dienstag, 7. Mai, 19 Uhr\n- Kunstrasen\n",
        (at("2024-05-06T18:00", title="Gehen mit Stöcken", place="Kegelbahn"), at("2024-05-07T19:00", title="Frauenfußball", place="Kunstrasen")),
    ),
    Sample(
        "Treffpunkt in einem anderen Satz",
        "Vogelwanderung\n\nAm Sonntag, 5. Mai, führt Bernd Muster durch die Aue. Festes Schuhwerk ist nötig. Los geht es um 7 Uhr an der Alten Schleuse.",
        (at("2024-05-05T07:00", title="Vogelwanderung", place="Alten Schleuse"),),
    ),
    Sample(
        "Ort mit Abkürzung und Bindestrich",
        "Trost und Zeit\n\nAm Donnerstag, 16. Mai, um 19 Uhr beginnt im St.-Lukas-Hospiz ein Trauergesprächskreis.",
        (at("2024-05-16T19:00", title="Trauergesprächskreis", place="St.-Lukas-Hospiz"),),
    ),
    Sample(
        "Was keine Orte sind",
        "Infoabend Glasfaser\n\nAm Montag, 6. Mai, um 18 Uhr stehen Fachleute zur Verfügung. Kurz vor der Fertigstellung des Netzes geht es um den Anschluss.",
        (at("2024-05-06T18:00", title="Infoabend Glasfaser", place=None),),
    ),
    Sample(
        "Anmeldung für alle Termine am Ende",
        "Wanderfahrten im Mai\n\nAm 4. Mai wandern wir im Lohwald. Am 18. Mai fahren wir mit dem Rad zum Steinsee. Anmeldungen nimmt Petra Beispiel unter Telefon 0800 1234567 oder 0800 1234568 entgegen.",
        (
            at("2024-05-04", registration="requested", phones=["0800 1234567", "0800 1234568"]),
            at("2024-05-18", registration="requested", phones=["0800 1234567", "0800 1234568"]),
        ),
    ),
    Sample(
        "Kostenlose Nummer ist kein Preis",
        "Pflegetag\n\nAm 7. Mai um 10 Uhr im Rathaus. Auskunft gibt die kostenlose Hotline.",
        (at("2024-05-07T10:00", price=None, place="Rathaus"),),
    ),
    Sample(
        "Anmelden steht nur auf der Seite",
        "Anmelden\n\nBürgercafé\n\nAm 7. Mai um 10 Uhr im Rathaus. Melden Sie sich an, um zu kommentieren.",
        (at("2024-05-07T10:00", registration="unspecified"),),
    ),
    Sample(
        "Nummer in Klammern neben einem Namen",
        "Backkurs\n\nAm 7. Mai um 10 Uhr in der Schule. Anmeldung bei Frau Muster (56 78 90).",
        (at("2024-05-07T10:00", phones=["56 78 90"]),),
    ),
    Sample(
        "Der nächste Termin steht in einem anderen Satz als die Reihe",
        "Gartenstammtisch\n\nDie Runde trifft sich an jedem ersten und dritten Dienstag. Alle bringen Ableger mit, und es gibt Kaffee.\n\n"
        "Das nächste Mal ist am Dienstag, 7. Mai, um 17 Uhr im Lehrgarten.",
        (at("2024-05-07T17:00", recurrence="monthly:1TU,3TU"),),
    ),
    Sample(
        "Einrichtungen vor den Tagen sagen, wo",
        "Tage der offenen Tür\n\nKita Sonnenschein: 7. Mai 2024, 14 Uhr\nKita Am Bach: 14. Mai 2024, 15 Uhr",
        (at("2024-05-07T14:00", title="Tage der offenen Tür"), at("2024-05-14T15:00", title="Tage der offenen Tür")),
    ),
    Sample(
        "Ein Impftermin ist ein Name, ein Ersatztermin keiner",
        "Das Rote Kreuz lädt am Dienstag, 7. Mai, von 15 bis 19 Uhr zu einem Blutspendetermin in die Turnhalle ein.",
        (at("2024-05-07T15:00", title="Blutspendetermin"),),
    ),
    Sample(
        "Was über einer Liste steht, ist kein Name",
        "Kräuterwanderung\n\nDie nächsten Termine sind:\nDienstag, 7. Mai 2024, 17 Uhr\nDienstag, 14. Mai 2024, 17 Uhr",
        (at("2024-05-07T17:00", title="Kräuterwanderung"), at("2024-05-14T17:00", title="Kräuterwanderung")),
    ),
)  # fmt: skip
