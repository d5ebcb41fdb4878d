"""Made-up announcements: several events of one day side by side, in towns, at stations, in lists; days that a stretch sums up. All samples."""

from datetime import date

from .samples import Sample, at

SIDE_BY_SIDE = (
    Sample(
        "Treffpunkte in einem Satz und in Orten",
        "Frühjahrsputz: Die Helfer treffen sich am Samstag, 13. April, um 9.30 Uhr an der Turnhalle in Altdorf, um 10 Uhr am Gerätehaus in Neudorf. "
        "Um 10.30 Uhr beginnt auch die Sammelaktion in Oberdorf, Treffpunkt ist das Dorfgemeinschaftshaus. In Unterdorf kommen die Helfer um 11 Uhr am Freizeitheim zusammen.",
        (at("2024-04-13T09:30", place="Turnhalle in Altdorf"), at("2024-04-13T10:00"), at("2024-04-13T10:30"), at("2024-04-13T11:00")),
    ),
    Sample(
        "Sammlungen an mehreren Stellen",
        "Am 20. April stehen weitere Müllsammlungen an. In Altdorf treffen sich die Helfer um 9 Uhr am Jugendhaus, um 9.30 Uhr am Feuerwehrgerätehaus in Neudorf. "
        "In Oberdorf starten die Helfer um 10 Uhr am Sportheim.",
        (at("2024-04-20T09:00"), at("2024-04-20T09:30"), at("2024-04-20T10:00")),
    ),
    Sample(
        "Einstieg an mehreren Haltestellen",
        "Abfahrt zum Ausflug ist am 9. Juni um 9 Uhr am Bahnhof, um 9.10 Uhr an der Kirche und um 9.20 Uhr am Rathaus.",
        (at("2024-06-09T09:00"),),
    ),
    Sample(
        "Helfer eines Festes",
        "Das Schulfest ist am 8. Juni. Es beginnt um 10 Uhr in der Aula, um 12 Uhr gibt es auf dem Hof Essen. Die Helfer treffen sich um 8 Uhr an der Turnhalle.",
        (at("2024-06-08T10:00"),),
    ),
    Sample(
        "Stationen unter Überschriften",
        "Am Samstag, den 25. Mai, begeht die Stadt wieder den Nachbarschaftstag. Jeder kann der Route folgen.\n\nDie einzelnen Stationen:\n\n"
        "Halde Nord\n\n15 - 17 Uhr Kaffeetrinken in der Mulde mit den Heimatvereinen. Ein Beitrag wird vor Ort eingesammelt.\n\n"
        "Seniorenpark am See\n\n14 - 17 Uhr Der Seniorenpark lädt auf den Spielplatz Gartenstraße ein. Für Essen ist gesorgt.\n\n"
        "Dorf Nord\n\nAb 18:30 Uhr Abendessen und Musik mit zwei Gruppen.",
        (at("2024-05-25T15:00", end="2024-05-25T17:00"), at("2024-05-25T14:00", end="2024-05-25T17:00"), at("2024-05-25T18:30")),
    ),
    Sample(
        "Eine Stunde in zwei Orten",
        "In Oberndorf beginnt der Laternenumzug am Montag, 11. November, um 17.30 Uhr auf dem Dorfplatz. "
        "In Durmersdorf startet der Umzug am 11. November um 17.30 Uhr an der Bushaltestelle.",
        (at("2024-11-11T17:30"), at("2024-11-11T17:30")),
        date(2024, 11, 4),
    ),
    Sample(
        "Eine Stunde in drei Orten unter einem Tag",
        "Ein Überblick.\n\nMontag, 11. November\n\nDer Martinsumzug der Kita in Altstadt beginnt um 17 Uhr mit einer Andacht in der Kirche.\n\n"
        "In Biedesdorf geht es um 17 Uhr am Kindergarten los. Danach gibt es einen Umtrunk.\n\nDer Martinsumzug in Kerzendorf startet um 17 Uhr am Kindergarten.",
        (at("2024-11-11T17:00"), at("2024-11-11T17:00"), at("2024-11-11T17:00")),
        date(2024, 11, 4),
    ),
    Sample(
        "Viele Umzüge von bis",
        "Im Landkreis gibt es von Samstag, 9. November, bis Montag, 11. November, zahlreiche Umzüge.\n\n9. November\n\n"
        "Forstdorf: Start des Laternenumzugs ist um 17.30 Uhr an der Kirche.\n\n11. November\n\nAudorf: Los geht der Umzug am Rathaus um 18 Uhr.",
        (at("2024-11-09T17:30"), at("2024-11-11T18:00")),
        date(2024, 11, 4),
    ),
    Sample(
        "Gottesdienste eines Tages",
        "In der Apostelkirche findet Heiligabend um 15 Uhr ein Krippenspiel statt. Die Christvesper um 16.30 Uhr gestaltet die Jugend. "
        "In der Christvesper um 18 Uhr singt die Kantorei.",
        (at("2024-12-24T15:00"), at("2024-12-24T16:30"), at("2024-12-24T18:00")),
        date(2024, 12, 1),
    ),
    Sample(
        "Ein Gottesdienst mit etwas und einer davor",
        "Am Heiligen Abend werden der Kindergottesdienst um 11 Uhr und der Gottesdienst mit Krippenspiel um 14:30 Uhr vom Team gestaltet.",
        (at("2024-12-24T11:00"), at("2024-12-24T14:30")),
        date(2024, 12, 1),
    ),
)  # fmt: skip

LINES = (
    Sample(
        "Zeilen unter Tag und Stunde",
        "Programm im Jugendhaus\n\nFr 3.5. 18 Uhr Eröffnung\n20 Uhr Konzert\nSa 4.5. 10 Uhr Flohmarkt\n14 Uhr Lesung",
        (at("2024-05-03T18:00"), at("2024-05-03T20:00"), at("2024-05-04T10:00"), at("2024-05-04T14:00")),
    ),
    Sample(
        "Anschließend",
        "Termine\n\n**03.05. 15:00 Uhr: Beutel nähen**\nOrt: Hofsaal\n\n**Anschließend um ca. 17:00 Uhr: Führung durch die Bäckerei**\nMit Kim\n\n"
        "**17.05. 16:00 Uhr: Rundgang durch die Gärtnerei**",
        (at("2024-05-03T15:00"), at("2024-05-03T17:00"), at("2024-05-17T16:00")),
    ),
    Sample(
        "Einlass unter Tag und Stunde",
        "Konzerte\n\nFr 3.5. 20 Uhr Band aus Altdorf\n19 Uhr Einlass\nSa 4.5. 20 Uhr Band aus Neudorf\nEnde: 23 Uhr",
        (at("2024-05-03T20:00"), at("2024-05-04T20:00")),
    ),
    Sample(
        "Programm mit „Lesung: Um 18 Uhr“",
        "Das Lesefest verwandelt den Markt vom 10. bis 12. Mai in eine Oase.\n\nPROGRAMM\n\nFreitag, 10. Mai\n\nHÖHEPUNKT DES FESTES: Um 19.00 Uhr liest eine Autorin\n\n"
        "Samstag, 11. Mai\n\nLesung: Um 18.00 Uhr liest ein Autor",
        (at("2024-05-10", end="2024-05-12"), at("2024-05-10T19:00"), at("2024-05-11T18:00")),
    ),
    Sample(
        "Punkte unter einem Tag, nicht nacheinander",
        "Osternacht in allen Kirchen, 20.4.2025:\n- St. Markus, 18 Uhr: Familiengottesdienst\n- St. Franziskus, 21 Uhr: Feier der Osternacht\n- St. Johannes, 21 Uhr: Feier der Osternacht",
        (at("2025-04-20T18:00"), at("2025-04-20T21:00"), at("2025-04-20T21:00")),
        date(2025, 4, 10),
    ),
    Sample(
        "Punkte unter einem Tag, nacheinander",
        "Mitgliederversammlung am 3. Mai um 19 Uhr im Vereinsheim. Ablauf am 3. Mai:\n- 19 Uhr Begrüßung\n- 19.30 Uhr Bericht\n- 21 Uhr Ende",
        (at("2024-05-03T19:00"),),
    ),
    Sample(
        "Wann: Samstag",
        "Stadtführung\n\nDie Stadtführer laden ein. Sie startet um 15 Uhr am Rathaus.\n\nWann: Samstag, 15 Uhr\nWo: Rathaus\nWie viel: 4 Euro",
        (at("2024-04-13T15:00"),),
    ),
    Sample(
        "Ort und Tag vor dem Text",
        "Andachten der Gemeinden\nMusterstadt, 10.04.2024. Am 14. April, 10 Uhr, ist in der Marktkirche eine Vesper.",
        (at("2024-04-14T10:00"),),
    ),
    Sample(
        "Was über den Tagen steht, fasst sie zusammen",
        "Die Stadt lädt vom 6. bis 8. Mai zu Sprechstunden auf den Märkten ein. Jeweils von 9 bis 12 Uhr steht der Bürgermeister für Fragen bereit.\n\n"
        "Die Termine im Überblick:\n\n- Montag, 6. Mai, an der Lerchenstraße: Petra M. (Soziales)\n- Dienstag, 7. Mai, am Domhof: Kim M. (Finanzen)\n"
        "- Mittwoch, 8. Mai, im Schinkel: Max M. (Bau)",
        (at("2024-05-06T09:00", end="2024-05-06T12:00"), at("2024-05-07T09:00", end="2024-05-07T12:00"), at("2024-05-08T09:00", end="2024-05-08T12:00")),
    ),
    Sample(
        "Zwei Tage mit eigenen Stunden",
        "Besucht uns auf dem Corso am 11.-12.05.2024\n\nDer Verein ist am 11. und 12. Mai mit einem Stand vertreten. Kommt am 11. Mai ab 16 Uhr oder am 12. Mai von 11 bis 18 Uhr vorbei!",
        (at("2024-05-11T16:00"), at("2024-05-12T11:00", end="2024-05-12T18:00")),
    ),
    Sample(
        "Eine Sportwoche bleibt neben ihren Tagen",
        "Die Sportwoche ist vom 6. bis 7. Mai.\n\nMontag, 6. Mai\n18 Uhr Yoga\n\nDienstag, 7. Mai\n19 Uhr Boccia",
        (at("2024-05-06", end="2024-05-07"), at("2024-05-06T18:00"), at("2024-05-07T19:00")),
    ),
    Sample(
        "Heute, und die Stunde im Feld",
        "Treffen heute\n\nHeute ist wieder Treffen. Wir besprechen die Finanzen.\n\nWann?\n19 Uhr\n\nWo?\nWerkstatt",
        (at("2024-04-10T19:00"),),
    ),
    Sample(
        "Überschrift und Kasten",
        "# Brunch 16.11.2024 - 18:00 - Herbst\n\nJeder bringt einen Aufstrich mit.\n\n## Info Box\n\n| Was | Brunch |\n| :-- | :-- |\n| Datum | 16.11.2024 (Samstag) |\n| Uhrzeit | 18:00 Uhr |",
        (at("2024-11-16T18:00"),),
    ),
    Sample(
        "Ein Name aus dem Tag",
        "Nach der schönen Feier im vergangenen Jahr sind wieder alle zu „Heiligabend im Bürgertreff“ eingeladen. Anmeldung bis 9. Dezember.",
        (at("2024-12-24", registration_deadline="2024-12-09"),),
        date(2024, 11, 4),
    ),
    Sample(
        "An Dreikönig",
        "An Dreikönig bietet die Pfarrei um 8.30 Uhr einen Gottesdienst an.",
        (at("2025-01-06T08:30"),),
        date(2024, 12, 20),
    ),
    Sample(
        "Heiligabend beginnt",
        "Martinskirche: Heiligabend beginnt um 15 Uhr eine Krippenfeier.",
        (at("2024-12-24T15:00"),),
        date(2024, 12, 1),
    ),
    Sample(
        "Treffpunkt, wo es die Karten gibt",
        "Der Verein veranstaltet am Samstag, 11. Mai, eine Tour. Treffpunkt ist um 15 Uhr an der Information am Bahnhof, wo es auch die Tickets gibt.",
        (at("2024-05-11T15:00"),),
    ),
    Sample(
        "Unterschrift mit Ort und Tag",
        "Das Festkomitee hat das für den 4. September 2024 geplante Dorffest abgesagt. Man will sich im Mai wieder treffen.\n\n"
        "Traditionell gibt es ein Drachenbootrennen mit Mannschaften aus der Region.\n\nMusterstadt (Havel), 2.04.2024",
        (at("2024-09-04", status="cancelled"),),
    ),
    Sample(
        "An folgenden Tagen",
        "Am Montag, 6. Mai, um 10.30 Uhr wird das Häuschen im Garten eröffnet.\nAn folgenden Tagen jeweils von 15 bis 17 Uhr öffnet der Treffpunkt im Foyer seine Läden:\n"
        "Dienstag 07.05.24 | Mittwoch 08.05.24",
        (at("2024-05-06T10:30"), at("2024-05-07T15:00", end="2024-05-07T17:00"), at("2024-05-08T15:00", end="2024-05-08T17:00")),
    ),
)  # fmt: skip
