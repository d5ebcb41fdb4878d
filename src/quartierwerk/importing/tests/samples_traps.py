"""Made-up announcements about people, registration and series, and texts that announce nothing. All samples."""

from datetime import date

from .samples import Sample, at

PEOPLE = (
    Sample(
        "Um Anmeldung wird gebeten",
        "Pflegeabend\nDer Vortrag findet am Mittwoch, 15. Mai, von 18 bis 20.30 Uhr im Haus der Begegnung statt. Um Anmeldung bei Petra Beispiel unter (0800) 204 5502 oder pflege@example.org bis zum 10. Mai wird gebeten.",
        (at("2024-05-15T18:00", end="2024-05-15T20:30", place="Haus der Begegnung", registration="requested", registration_deadline="2024-05-10",
            contact="Petra Beispiel", phones=["(0800) 204 5502"], emails=["pflege@example.org"]),),
    ),
    Sample(
        "Anmeldung ist nicht nötig",
        "Krabbelcafé\nAm Donnerstag, 18. April, 9.30 bis 11 Uhr im Familienzentrum. Eine Anmeldung ist nicht erforderlich, die Teilnahme ist kostenlos.",
        (at("2024-04-18T09:30", end="2024-04-18T11:00", place="Familienzentrum", registration="not_needed", price="kostenlos"),),
    ),
    Sample(
        "Anmelden bis",
        "Nistkästen bauen\nSamstag, 11. Mai, 10 Uhr, Werkstatt im Jugendzentrum. Bitte bis Freitag, 3. Mai, anmelden: Tel. 0151 / 23 45 67 89.",
        (at("2024-05-11T10:00", registration="required", registration_deadline="2024-05-03", phones=["0151 / 23 45 67 89"]),),
    ),
    Sample(
        "Durchwahlen",
        "Wohnberatung am Dienstag, 30. April, 14 Uhr, Rathaus, Zimmer 112. Auskunft: Telefon 0800 204-5501/-02.",
        (at("2024-04-30T14:00", place="Rathaus, Zimmer 112", phones=["0800 204-5501", "0800 204-5502"]),),
    ),
    Sample(
        "Fax und Konto sind keine Telefonnummern",
        "Benefizkonzert am 8. Juni 2024, 17 Uhr, Petruskirche. Spendenkonto: IBAN DE02 1203 0000 0000 2020 51. Telefon: 0800 1234567, Fax: 0800 1234568, ISBN 978-3-16-148410-0.",
        (at("2024-06-08T17:00", place="Petruskirche", phones=["0800 1234567"]),),
    ),
    Sample(
        "Verschleierte Adresse",
        "Lesekreis am 6. Mai um 19 Uhr in der Bücherei. Fragen an lesekreis(at)example.org.",
        (at("2024-05-06T19:00", place="Bücherei", emails=["lesekreis@example.org"], doubts=["EMAIL_DISGUISED"]),),
    ),
    Sample(
        "Leere Adresse",
        "Sprechtag am 6. Mai um 10 Uhr im Rathaus. Anmeldung per E-Mail: .",
        (at("2024-05-06T10:00", emails=[], registration="required", doubts=["EMAIL_MISSING"]),),
    ),
    Sample(
        "Karten ab einem anderen Tag",
        "Theaterabend\nDie Laienbühne spielt am Samstag, 25. Mai, um 20 Uhr in der Aula der Realschule. Karten für 8 Euro gibt es ab Montag, 6. Mai, in der Buchhandlung Muster, Marktstraße 3.",
        (at("2024-05-25T20:00", place="Aula der Realschule", registration="tickets", street_address=None),),
    ),
    Sample(
        "Vorverkauf mit Uhrzeit",
        "Karnevalssitzung am 15. Februar 2025 um 19.11 Uhr in der Stadthalle. Der Vorverkauf beginnt am 11.11. um 11.11 Uhr.",
        (at("2025-02-15T19:11", place="Stadthalle", registration="tickets"),),
        date(2024, 10, 20),
    ),
    Sample(
        "Bürozeiten daneben",
        "Infoabend Ehrenamt am Donnerstag, 2. Mai, im Bürgerbüro, Talstraße 8. Beginn: 18 Uhr. Das Büro ist montags bis freitags von 9 bis 12 Uhr unter 0800 3060 erreichbar.",
        (at("2024-05-02T18:00", place="Bürgerbüro", street_address="Talstraße 8"),),
    ),
    Sample(
        "Postleitzahl und Ort",
        "Bürgerversammlung\n13. Mai 2024, 19:00 Uhr\nGasthof Adler, Hauptstr. 5a, 12345 Musterdorf",
        (at("2024-05-13T19:00", place="Gasthof Adler", street_address="Hauptstr. 5a, 12345 Musterdorf"),),
    ),
    Sample(
        "Straße, die wie ein Ort beginnt",
        "Grillabend des Siedlervereins am 7. Juni ab 17 Uhr, Vereinsgarten, An der Alten Mühle 12",
        (at("2024-06-07T17:00", street_address="An der Alten Mühle 12"),),
    ),
    Sample(
        "Gründung mit Programm",
        "Quartiersfest\nAm Samstag, 8. Juni, feiert das Quartier von 14 bis 20 Uhr rund um das Nachbarschaftshaus. Um 15 Uhr tanzt die Kindergruppe, um 16.30 Uhr spielt die Band, um 19 Uhr wird das Lagerfeuer entzündet.",
        (at("2024-06-08T14:00", end="2024-06-08T20:00", place="Nachbarschaftshaus"),),
    ),
)  # fmt: skip

SERIES = (
    Sample(
        "Jeden ersten Montag",
        "Trauercafé\nDas Trauercafé ist jeden ersten Montag im Monat von 15 bis 17 Uhr im Hospizbüro.",
        (at(None, recurrence="monthly:1MO", start_time="15:00", end_time="17:00", place="Hospizbüro"),),
    ),
    Sample(
        "Erster und dritter Mittwoch",
        "Seniorenkino: jeden 1. und 3. Mittwoch im Monat, 14 Uhr, Filmtheater",
        (at(None, recurrence="monthly:1WE,3WE", start_time="14:00"),),
    ),
    Sample(
        "Letzter Freitag",
        "Der Stammtisch trifft sich jeweils am letzten Freitag im Monat um 19 Uhr im Gasthaus Post.",
        (at(None, recurrence="monthly:-1FR", start_time="19:00", place="Gasthaus Post"),),
    ),
    Sample(
        "Dienstags",
        "Wir singen dienstags um 19.30 Uhr im Pfarrsaal.",
        (at(None, recurrence="weekly:TU", start_time="19:30", place="Pfarrsaal"),),
    ),
    Sample(
        "Alle vierzehn Tage",
        "Die Strickrunde trifft sich alle 14 Tage mittwochs um 15 Uhr im Bürgertreff.",
        (at(None, recurrence="biweekly:WE", start_time="15:00", place="Bürgertreff"),),
    ),
    Sample(
        "Datum neben der Regel",
        "Das Reparaturcafé öffnet jeden zweiten Donnerstag im Monat um 17 Uhr im Werkhaus. Nächster Termin: 16. Mai.",
        (at("2024-05-16T17:00", place="Werkhaus"),),
    ),
    Sample(
        "Ab einem Tag wöchentlich",
        "Ab Dienstag, 7. Mai, bietet der Sportverein wöchentlich von 18 bis 19 Uhr Gymnastik in der Turnhalle an.",
        (at("2024-05-07T18:00", end="2024-05-07T19:00", place="Turnhalle"),),
    ),
)

NONE = (
    Sample(
        "Öffnungszeiten",
        "Öffnungszeiten der Bücherei\nMontag bis Freitag 10-18 Uhr\nSamstag 10-13 Uhr\nSonntag geschlossen",
    ),
    Sample("Täglich außer montags", "Das Museum ist täglich außer montags von 11 bis 17 Uhr geöffnet."),
    Sample(
        "Rückblick",
        "Gelungenes Sommerfest\nAm 6. April feierten rund 200 Gäste ab 14 Uhr das Fest im Park. Die Band spielte bis 22 Uhr, und alle freuten sich über das Wetter.",
    ),
    Sample(
        "Rückblick im Perfekt",
        "Am Samstag, 6. April, haben 30 Freiwillige im Stadtwald Müll gesammelt. Die Stadt bedankt sich herzlich.",
    ),
    Sample(
        "Vergangener Samstag",
        "Am vergangenen Samstag um 15 Uhr eröffnete der Bürgermeister den neuen Spielplatz.",
    ),
    Sample(
        "Frist",
        "Ideenwettbewerb\nVorschläge können noch bis zum 31. Mai eingereicht werden. Einsendeschluss ist der 31. Mai 2024, 24 Uhr.",
    ),
    Sample(
        "Stellenanzeige",
        "Wir suchen zum 1. August eine Erzieherin. Bewerbungen bitte bis 15. Mai an die Stadt.",
    ),
    Sample(
        "Schließung",
        "Das Bürgerbüro bleibt am Freitag, 10. Mai, geschlossen. Ab Montag, 13. Mai, ist es wieder zu den üblichen Zeiten geöffnet.",
    ),
    Sample("Betriebsferien", "Die Bücherei macht vom 22. Juli bis 9. August Sommerpause."),
    Sample(
        "Straßensperrung",
        "Die Hauptstraße ist von Montag, 6. Mai, 7 Uhr, bis Freitag, 17. Mai, wegen Bauarbeiten gesperrt.",
    ),
    Sample(
        "Alle abgesagt, ohne Datum",
        "Die Stadt sagt alle Veranstaltungen im Juni ab. Auch das Stadtfest entfällt in diesem Jahr.",
    ),
    Sample(
        "Stand", "Ansprechpersonen im Rathaus\nFrau Muster, Zimmer 12, Tel. 0800 123456\n(Stand: 1.4.2024)"
    ),
    Sample(
        "Beschluss",
        "Der Rat hat in seiner Sitzung vom 21. März 2024 die neue Satzung beschlossen. Sie tritt am 1. Juni 2024 in Kraft.",
    ),
    Sample(
        "Lebenslauf",
        "Erna Muster, geboren am 3. Mai 1934, war 40 Jahre lang Lehrerin. 1999 ging sie in den Ruhestand.",
    ),
    Sample(
        "Zahlen",
        "Der Verein hat 12.05 Mitglieder je Hektar, 3.4 Prozent mehr als 2023. Die Kosten stiegen von 1.200 auf 1.500 Euro.",
    ),
    Sample("Nur Alter", "Für Kinder von 6 - 10 Jahren gibt es 12 Plätze, das Angebot kostet 3.50 Euro."),
    Sample("Seit", "Seit dem 1. März berät die Caritas wieder im Rathaus."),
    Sample("Kein Text", ""),
    Sample("Nur Zeichen", "***\n---\n...  …\n"),
)
