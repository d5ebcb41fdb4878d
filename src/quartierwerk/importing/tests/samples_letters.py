"""Made-up announcements that came as letters, mails and press releases, or as lists of a club. All samples."""

from .samples import Sample, at

LETTERS = (
    Sample(
        "Briefkopf der Stadt mit Tag",
        "Pressemitteilung der Stadt Musterstadt, 8. April 2024\n\nNeue Schaukel am Bach: Stadt lädt zum Planungstreffen\n\nDie Stadt lädt für Donnerstag, 2. Mai 2024, um 16.30 Uhr in die Aula der Bachschule ein.",
        (at("2024-05-02T16:30", title="Planungstreffen"),),
    ),
    Sample(
        "Überschrift vor dem Briefkopf",
        "Neue Bänke im Park\n\nPressemitteilung der Stadt Musterstadt, 8. April 2024\n\nAm Freitag, 3. Mai, um 15 Uhr werden die Bänke im Stadtpark eingeweiht.",
        (at("2024-05-03T15:00", title="Neue Bänke im Park"),),
    ),
    Sample(
        "Nummer und Tag, sonst kein Termin",
        "Presseinformation Nr. 214/2024 vom 8. April 2024\n\nNeue Bänke im Park\n\nDie Stadt stellt neue Bänke auf.",
    ),
    Sample(
        "Sperrfrist ist kein Termin",
        "PRESSEMITTEILUNG\nSperrfrist: 12. April 2024, 10 Uhr\n\nTheaterfest im Park\n\nDas Fest beginnt am 4. Mai um 15 Uhr.",
        (at("2024-05-04T15:00", title="Theaterfest im Park"),),
    ),
    Sample(
        "Absender mit Anschrift",
        "Stadt Musterstadt\nPressestelle\nAm Markt 1\n12345 Musterstadt\nTel. 0800 1234567\nDatum: 08.04.2024\n\nNeue Bänke im Park\n\nAm Freitag, 3. Mai, um 15 Uhr werden sie im Stadtpark eingeweiht.",
        (at("2024-05-03T15:00", title="Neue Bänke im Park", place="Stadtpark", street_address=None, phones=[]),),
    ),
    Sample(
        "Eingefügte Mail",
        "Von: Uta Muster <uta@example.org>\nGesendet: Montag, 8. April 2024 10:14\nAn: presse@example.org\nBetreff: WG: Frühlingsbasar der Landfrauen\n\nHallo zusammen,\n\nanbei unser Text mit der Bitte um Veröffentlichung.\n\nam Samstag, 4. Mai, von 10 bis 16 Uhr verkaufen wir wieder\nHonig und Kuchen im Gemeindehaus.\n\nViele Grüße\nUta Muster\nTel. 0800 1234567",
        (
            at("2024-05-04T10:00", end="2024-05-04T16:00", title="Frühlingsbasar der Landfrauen", place="Gemeindehaus", phones=[], emails=[]),
        ),
    ),
    Sample(
        "Brief mit ds. Js.",
        "Sehr geehrte Damen und Herren!\n\nHiermit teile ich mit, daß unser Verein sein Maifest am Samstag, dem 4. Mai ds. Js. abhält. Wir treffen uns um halb vier in der Gaststätte Zur Linde. Ein Beitrag von Euro – 6,50 wird erhoben.\n\nMit freundlichen Grüßen\ngez. Karl Muster, Schriftführer",
        (at("2024-05-04T15:30", title="Maifest", price="Euro – 6,50", place="Gaststätte Zur Linde"),),
    ),
    Sample(
        "Der 28. dieses Monats",
        "Unser Treffen am 28. ds. Mts. findet um 15 Uhr im Bürgerhaus statt.",
        (at("2024-04-28T15:00", place="Bürgerhaus"),),
    ),
    Sample(
        "Rückfragen am Ende des Absatzes",
        "Musterstadt, 08.04.2024\n\nBücherei liest vor\n\nDie Bücherei lädt Kinder am Samstag, 4. Mai, von 11 bis 12 Uhr zum Vorlesen ein. Der Eintritt ist frei. Rückfragen: Pressestelle.",
        (at("2024-05-04T11:00", end="2024-05-04T12:00", title="Vorlesen"),),
    ),
    Sample(
        "Rund zwei Stunden",
        "Pflanzen tauschen\n\nAm Freitag, 3. Mai, um 16.30 Uhr geht es im Werkhaus los. Das Treffen dauert rund zwei Stunden.",
        (at("2024-05-03T16:30", end="2024-05-03T18:30"),),
    ),
    Sample(
        "Kaffee nach der Messe",
        "Aus der Gemeinde St. Muster\n\nLiebe Gemeindemitglieder,\n\nam 5. Mai laden wir nach der Hl. Messe (10 Uhr) herzlich zum Gartenkaffee ins Pfarrheim ein. Beginn ca. 11.15 Uhr.",
        (at("2024-05-05T11:15", title="Gartenkaffee", place="Pfarrheim"),),
    ),
    Sample(
        "Das Fest im Haus ohne Briefkopf",
        "Bürgerhaus Musterdorf\nLindenweg 3\n12345 Musterdorf\n\nSpielefest am 4. Mai um 15 Uhr",
        (at("2024-05-04T15:00", title="Spielefest", street_address="Lindenweg 3, 12345 Musterdorf"),),
    ),
    Sample(
        "Liste, deren erste Zeile keine Überschrift ist",
        "Programm im Mai\n\nAlles im Treff am Bach, Lindenweg 3. Beginn jeweils 19 Uhr.\n\nMi, 1.5. Spieleabend\nMi, 8.5. Kuchen backen\nDo, 16.5. Singen im Hof\n",
        (
            at("2024-05-01T19:00", title="Spieleabend"),
            at("2024-05-08T19:00", title="Kuchen backen"),
            at("2024-05-16T19:00", title="Singen im Hof", place="Hof"),
        ),
    ),
)  # fmt: skip
