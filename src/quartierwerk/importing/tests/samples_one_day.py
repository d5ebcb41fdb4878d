"""Made-up announcements: several events of a day named once, times in later sentences, and what is no event. All samples."""

from datetime import date

from .samples import Sample, at

POINTS = (
    Sample(
        "Absätze mit eigener Zeit und eigenem Ort",
        "Der Tag der Nachbarn wird am 24. Mai auch bei uns gefeiert.\n\nVon 14 bis 17 Uhr gibt es im Familienzentrum frische Waffeln.\n\n"
        "Das Haus Lotte, Bachweg 3, deckt zwischen 15 und 18 Uhr eine Tafel.\n\nAb 19 Uhr spielt im Nachbarschaftstreff die Hausband.",
        (at("2024-05-24T14:00", end="2024-05-24T17:00", place="Familienzentrum"), at("2024-05-24T15:00", end="2024-05-24T18:00", place="Haus Lotte"),
            at("2024-05-24T19:00", place="Nachbarschaftstreff")),
    ),
    Sample(
        "Gottesdienste eines Tages als Liste",
        "Am 24. Dezember laden wir zu folgenden Gottesdiensten ein:\n15 Uhr Krippenspiel in der Johanneskirche\n18 Uhr Christvesper in der Martinskirche",
        (at("2024-12-24T15:00", title="Krippenspiel", place="Johanneskirche"), at("2024-12-24T18:00", title="Christvesper", place="Martinskirche")),
        date(2024, 12, 1),
    ),
    Sample(
        "Titel über Zeit und Ort",
        "Aktionstag Fahrrad\nSamstag, 4. Mai 2024\n\nRadcheck der Verkehrswacht\n10 bis 13 Uhr, Freibad\n\nFahrradbasar\n14 bis 17 Uhr, Turnhalle",
        (at("2024-05-04T10:00", end="2024-05-04T13:00"), at("2024-05-04T14:00", title="Fahrradbasar", place="Turnhalle")),
    ),
    Sample(
        "Zwei Orte in einem Satz",
        "Am Ostersonntag, 20. April, beginnt um 5.30 Uhr in der Stiftskirche die Osternacht. "
        "Um 10 Uhr folgt der Festgottesdienst in der Kreuzkirche, und um 15 Uhr singt im Pfarrgarten der Kinderchor.",
        (at("2025-04-20T05:30", place="Stiftskirche"), at("2025-04-20T10:00", place="Kreuzkirche"), at("2025-04-20T15:00")),
        date(2025, 4, 10),
    ),
    Sample(
        "Zum Abschluss an einem anderen Ort",
        "Der Adventsbasar ist am Sonntag, 1. Dezember, von 11 bis 17 Uhr im Pfarrheim. Zum Abschluss gibt es in der Pfarrkirche um 18 Uhr ein Konzert.",
        (at("2024-12-01T11:00", end="2024-12-01T17:00", place="Pfarrheim"), at("2024-12-01T18:00", place="Pfarrkirche")),
    ),
    Sample(
        "In den Orten",
        "Am Sonntag, 17. November, wird der Toten gedacht. In Altdorf beginnt um 9 Uhr ein Gottesdienst. In Neudorf findet um 11 Uhr eine Andacht statt.",
        (at("2024-11-17T09:00"), at("2024-11-17T11:00")),
        date(2024, 11, 4),
    ),
    Sample(
        "Heiligabend ohne „an“",
        "In der Apostelkirche findet Heiligabend um 15 Uhr ein Krippenspiel statt.",
        (at("2024-12-24T15:00", place="Apostelkirche"),),
        date(2024, 11, 4),
    ),
    Sample(
        "Programm eines Festes",
        "Am Samstag, 15. Juni, feiert die Kita ihr Sommerfest auf dem Außengelände. Um 14 Uhr begrüßt die Leiterin die Gäste, "
        "um 15 Uhr singen die Kinder vor der Bühne, und um 17 Uhr wird am Sandkasten der Grill angeheizt.",
        (at("2024-06-15T14:00"),),
    ),
    Sample(
        "Programm in den Stunden eines Tages",
        "Der Tag der offenen Tür im Rathaus ist am Samstag, 1. Juni, von 10 bis 16 Uhr. Um 13 Uhr gibt die Musikschule im Foyer ein Konzert.",
        (at("2024-06-01T10:00", end="2024-06-01T16:00", place="Rathaus"),),
    ),
    Sample(
        "Schluss des Festes an einem anderen Ort",
        "Das Fest ist am Samstag, 13. Juli, von 15 bis 22 Uhr im Park. Um 22 Uhr endet es mit einem Konzert in der Kirche.",
        (at("2024-07-13T15:00", end="2024-07-13T22:00", place="Park"),),
    ),
    Sample(
        "Haltestellen einer Fahrt",
        "Der Beirat besucht am 14. Mai das Museum. Abfahrt ist um 8 Uhr am Busbahnhof, um 8.15 Uhr an der Post und um 8.30 Uhr am Altenheim.",
        (at("2024-05-14T08:00"),),
    ),
    Sample(
        "Ausklang an einem anderen Ort",
        "Wir treffen uns am Samstag, 11. Mai, um 9 Uhr auf dem Dorfplatz zum Putzen. Gegen 13 Uhr klingt der Tag mit einem Essen im Gemeindehaus aus.",
        (at("2024-05-11T09:00", place="Dorfplatz"),),
    ),
)  # fmt: skip

LATER = (
    Sample(
        "Geöffnet ist",
        "Am Samstag, 25. Mai, ist Bücherflohmarkt im Gemeindehaus. Angeboten werden Krimis. Geöffnet ist von 10 bis 14 Uhr.",
        (at("2024-05-25T10:00", end="2024-05-25T14:00"),),
    ),
    Sample(
        "Der Markt ist dann geöffnet",
        "Am Sonntag, 26. Mai, wird gefeilscht. Ab 7 Uhr kann aufgebaut werden, der Trödelmarkt ist dann von 11 bis 17 Uhr geöffnet.",
        (at("2024-05-26T11:00", end="2024-05-26T17:00"),),
    ),
    Sample(
        "An diesem Tag geöffnet",
        "Am 18. Mai kommt die Märchenfrau ins Heimatmuseum. Das Museum ist an diesem Tag von 14 bis 18 Uhr geöffnet.",
        (at("2024-05-18T14:00", end="2024-05-18T18:00"),),
    ),
    Sample(
        "Immer geöffnet sagt nichts von dem Tag",
        "Am 18. Mai kommt die Märchenfrau ins Heimatmuseum. Das Museum ist dienstags von 14 bis 18 Uhr geöffnet.",
        (at("2024-05-18"),),
    ),
    Sample(
        "Von … an",
        "Am Donnerstag, 16. Mai, geht es um den Wald. Einblicke gibt der Förster von 19 Uhr an im Ratssaal.",
        (at("2024-05-16T19:00"),),
    ),
    Sample(
        "Schwangere dürfen früher hinein",
        "Am 8. Juni ist Kleiderbörse. Schwangere dürfen schon ab 8.30 Uhr hinein, für alle anderen öffnen sich die Türen um 9 Uhr.",
        (at("2024-06-08T09:00"),),
    ),
    Sample(
        "Nach den Ferien weiter",
        "Das Sprachcafé ist am 18. Juni um 17 Uhr in der Bücherei. Nach den Ferien geht es am 3. September zur selben Zeit weiter.",
        (at("2024-06-18T17:00"), at("2024-09-03T17:00")),
    ),
    Sample(
        "Vor der Pause",
        "Letzte Vorstellung vor der Sommerpause: Am Samstag, 22. Juni, zeigt das Figurentheater um 16 Uhr „Der Räuber“.",
        (at("2024-06-22T16:00"),),
    ),
    Sample(
        "„Am Stand“ erzählt nichts",
        "Hofflohmärkte sind am 18. Mai in Altdorf und am 1. Juni in Neudorf.\n\nAm Tag selbst, stets von 10 bis 16 Uhr, wird an jedem Stand verkauft.",
        (at("2024-05-18T10:00"), at("2024-06-01T10:00")),
    ),
    Sample(
        "Trainingszeiten unter einer Jahreszeit",
        "Trainingszeiten Lauftreff\nSommerfahrplan (01.04. bis 30.09.)\nDienstag, 18:30 bis ca. 20:00 Uhr\nSonntag, 9:30 bis ca. 11:00 Uhr",
        (at(None, recurrence="weekly:TU", start_time="18:30"), at(None, recurrence="weekly:SU", start_time="09:30")),
    ),
    Sample(
        "Wie gewohnt am Montag",
        "Die Gruppe darf wieder zusammenkommen. Wir treffen uns nach wie vor am Montag von 19.30 Uhr bis 21.30 Uhr im Haus Lotte.",
        (at(None, recurrence="weekly:MO", start_time="19:30", end_time="21:30"),),
    ),
    Sample(
        "Start und Ende mit Komma",
        "Die Werkstatt für Kinder ist am 14. Mai. Start ist um 8:30 Uhr, um 14 Uhr ist das offizielle Ende.",
        (at("2024-05-14T08:30", end="2024-05-14T14:00"),),
    ),
    Sample(
        "Öffnungszeiten neben einem Markt",
        "Der Adventsmarkt am Kirchplatz ist vom 28. November bis 22. Dezember.\nMontag bis Mittwoch: 14 bis 21 Uhr\n"
        "Donnerstag: 14 bis 22 Uhr\nFreitag und Samstag: 12 bis 22 Uhr",
        (at("2024-11-28", end="2024-12-22"),),
        date(2024, 11, 4),
    ),
    Sample(
        "Das Ende aus dem Bericht",
        "Viele kamen am Sonntag von 11 bis 14 Uhr zum Kurkonzert, es war ein Erfolg. Das nächste Kurkonzert findet am 12. Mai ab 11 Uhr statt.",
        (at("2024-05-12T11:00", end=None),),
    ),
)  # fmt: skip

NONE = (
    Sample("Tabelle von Stunden", "Touristinformation\nDienstag und Freitag: 7 bis 13 Uhr\nSamstag: 7 bis 14 Uhr"),
    Sample("Betreuung", "Nachmittagsbetreuung\nMontag - Donnerstag 13:00 - 16:00 Uhr\nFreitag 13:00 - 15:00 Uhr"),
    Sample("Nach Vereinbarung", "Die Termine finden nach Vereinbarung statt, dienstags von 14 bis 18 Uhr im Rathaus."),
    Sample("Auf Wunsch", "Wir führen Gruppen auf Wunsch. Beliebt sind auf Anfrage Touren am Samstag um 10 Uhr."),
    Sample("Vereinbarte Termine", "Vorab vereinbarte Termine finden auch am 31. Mai statt, sonst ist zu."),
    Sample("In der Zeit vom", "In der Zeit vom 16. Juni bis 15. August hängt am Turm ein Kasten mit Stempeln."),
    Sample("Ab einem Tag", "Um Wege zu sparen, sollten alle ihre Anliegen ab dem 2. Mai im Internet erledigen."),
    Sample("Für den Zeitraum", "Die für den Zeitraum 1. Mai bis 30. September geltenden Zeiten stehen hier."),
    Sample("Grüße", "Der Vorstand wünscht allen für die Feiertage vom 18. bis 20. Mai Zeit mit ihren Lieben."),
    Sample("Geburtstag", "Am Mittwoch, 15. Mai, wird Erna Muster 90 Jahre alt."),
    Sample("Nachruf", "Wir trauern um Heinz Beispiel, der am 3. April mit 84 Jahren gestorben ist."),
    Sample("Geborene", "Zwischen dem 1. September 2017 und dem 31. August 2018 Geborene sind schulpflichtig."),
    Sample("Wettbewerb", "Fotowettbewerb\nEinsendungen sind vom 1. Juni bis zum 31. Juli möglich."),
    Sample("Beginn des Wettbewerbs", "Start des Wettbewerbs ist der 15. September 2024."),
    Sample("Spiele leihen", "Damit niemandem langweilig wird, verleiht die Bücherei vom 8. Juli bis 20. August auch Spiele."),
    Sample("Neue Linie", "Ab dem 9. Dezember fährt die Linie 383 alle 20 Minuten, werktags von 5 bis 23 Uhr."),
    Sample("Weiter erreichbar", "Vom 24. bis 30. Mai ist die Beratung weiterhin erreichbar."),
    Sample("Öffnet wieder", "Am Montag, 13. Mai, öffnet die Bibliothek wieder ihre Türen."),
    Sample("Bauabschnitte", "Gearbeitet wird in Bauabschnitten.\n29. April bis 10. Mai\n- Talstraße\n- Bergstraße"),
    Sample("Bis Neujahr", "Danach schließt die Bücherei bis einschließlich Neujahr, 1. Januar."),
    Sample("Kopf mit Rubrik", "10. April 2024 / Allgemein\nDie Stadt sucht Paten für Beete."),
    Sample("Kopf mit Wochentag", "Mittwoch, 10. April 2024\n\nDie Stadt sucht Paten für Beete."),
    Sample("Sekretariatszeiten", "Bitte nutzen Sie die Sekretariatszeiten dienstags von 9 bis 12 Uhr."),
    Sample("Erzählt im Präsens", "Der Verein hat gewählt\nBei der Versammlung am 6. April bestätigen alle den Vorstand um 20 Uhr."),
    Sample("Erster Öffnungstag", "Erster Öffnungstag der Bücherei nach der Sommerpause ist Montag, 20. Mai."),
    Sample("Vorstellungsgespräche", "Ab dem 25. April führen die Stellen Vorstellungsgespräche."),
    Sample("Gewählt", "Sind die Kandidaten einverstanden, können sie am 6. Mai gewählt werden."),
    Sample("Verschobene Abfuhr", "Die Müllabfuhr verschiebt sich\nFür alle Tonnen gilt:\nvon Donnerstag, 9. Mai, auf Freitag, 10. Mai"),
    Sample("Wartung", "Wartungsarbeiten\nMorgen am 11. April bauen wir zwischen 15 und 18 Uhr das Netz um."),
    Sample("Folgende Themen", "Rat am 4. April\n\nIn der Sitzung wurden folgende Themen besprochen:\n\nBüros und ihre Zeiten"),
    Sample("Nach Absprache", "Sie erreichen uns dienstags ab 19 Uhr und nur nach Terminabsprache."),
    Sample("Artikel drucken", "Neues vom Bauhof\n\n11.04.2024, - Artikel ausdrucken\n\nDer Bauhof hat ein neues Auto."),
    Sample("Starke Verben", "Am Donnerstag, 4. April 2024, riefen Anwohner um 20 Uhr die Polizei in die Talstraße."),
)  # fmt: skip
