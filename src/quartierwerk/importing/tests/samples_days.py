"""Made-up announcements whose days and times are said in roundabout ways; which dates are events, and when. All samples."""

from .samples import Sample, at

DAYS = (
    Sample(
        "Der Sonntag danach",
        "Die Theatergruppe spielt am 4. Mai um 19 Uhr und am Sonntag darauf um 16 Uhr im Gemeindesaal.",
        (at("2024-05-04T19:00"), at("2024-05-05T16:00", doubts=["RELATIVE_DATE"])),
    ),
    Sample(
        "Der Sonntag nach einem Tag aus dem Kalender",
        "Gespielt wird am letzten Samstag im Mai um 19 Uhr und am Sonntag danach um 16 Uhr im Gemeindesaal.",
        (at("2024-05-25T19:00"), at("2024-05-26T16:00")),
    ),
    Sample(
        "Nur der Wochentag",
        "10. April 2024\n\nDie Frauengruppe lädt am Freitag zum Vortrag über Heilkräuter ein. Er beginnt um 19 Uhr im Pfarrheim.",
        (at("2024-04-12T19:00", place="Pfarrheim", doubts=["RELATIVE_DATE"]),),
    ),
    Sample(
        "Wochentag weit vor der Uhrzeit",
        "10. April 2024\n\nZum Spielenachmittag lädt der Bürgerverein am Donnerstag ein – wegen der Renovierung des großen Saales trifft man sich dieses Mal von 14 bis 17 Uhr in der Alten Schule.",
        (at("2024-04-11T14:00", end="2024-04-11T17:00", place="Alten Schule"),),
    ),
    Sample(
        "Wochentag ohne Uhrzeit",
        "Zum Frühjahrsputz treffen sich am kommenden Samstag Freiwillige auf dem Dorfplatz.",
        (at("2024-04-13", place="Dorfplatz"),),
    ),
    Sample(
        "Wochentag in der Überschrift",
        "Konzert am Sonntag in der Marienkirche\nDas Blechbläserquartett spielt um 17 Uhr Werke aus vier Jahrhunderten.",
        (at(None, start_time="17:00"),),
    ),
    Sample(
        "Am Wochenende ohne Tag",
        "Am Wochenende ist im Tierpark viel los: Es gibt Führungen und ein Kinderprogramm, Beginn ist um 11 Uhr.",
        (at(None, start_time="11:00"),),
    ),
    Sample(
        "Im Mai ohne Tag",
        "Im Mai lädt der Heimatverein zu einer Wanderung durch das Moor ein. Der genaue Tag steht noch nicht fest.",
        (),
    ),
    Sample(
        "Wochenende mit beiden Tagen",
        "Am Wochenende des 4. und 5. Mai richtet der Turnverein sein Hallenturnier in der Sporthalle Nord aus. An beiden Tagen beginnt es jeweils um 9.30 Uhr, voraussichtliches Ende ist gegen 17 Uhr.",
        (
            at("2024-05-04T09:30", end="2024-05-04T17:00"),
            at("2024-05-05T09:30", end="2024-05-05T17:00"),
        ),
    ),
    Sample(
        "Liste ohne Monat",
        "Der Wanderverein ist im Juni zwei Mal unterwegs: Am Samstag, 1. Juni, geht es um 9 Uhr am Bahnhof los, am Sonntag, den 16., um 10 Uhr am Rathaus.",
        (at("2024-06-01T09:00", place="Bahnhof"), at("2024-06-16T10:00", place="Rathaus")),
    ),
    Sample(
        "Monat in der Überschrift",
        "Termine im Juni\n\nMontag, 3.: 15 Uhr Seniorentanz\nMittwoch, 12.: 19 Uhr Chorprobe\nSamstag, 22.: 14 Uhr Sommerfest",
        (
            at("2024-06-03T15:00", title="Seniorentanz"),
            at("2024-06-12T19:00", title="Chorprobe"),
            at("2024-06-22T14:00", title="Sommerfest"),
        ),
    ),
    Sample(
        "Monat über kurzen Tagen",
        "Veranstaltungskalender Mai 2024\n\nDo 2. 19.00 Uhr Lesung in der Bücherei\nSa 11. 10.00 Uhr Pflanzentausch am Markt\nMi 22. 15.30 Uhr Puppentheater im Jugendhaus",
        (
            at("2024-05-02T19:00", place="Bücherei"),
            at("2024-05-11T10:00"),
            at("2024-05-22T15:30", place="Jugendhaus"),
        ),
    ),
    Sample(
        "Beginn im nächsten Satz",
        "Die Jahreshauptversammlung des Kleingartenvereins ist am Freitag, 26. April, im Vereinsheim. Beginn ist um 19.30 Uhr.",
        (at("2024-04-26T19:30", place="Vereinsheim"),),
    ),
    Sample(
        "Los geht es später",
        "Am 4. Mai steigt das Maifest der Feuerwehr. Für Essen und Getränke ist gesorgt, die Jugendkapelle spielt auf. Los geht es um 15 Uhr am Gerätehaus.",
        (at("2024-05-04T15:00", place="Gerätehaus"),),
    ),
    Sample(
        "Treffpunkt mit Uhrzeit zwei Sätze weiter",
        "Zur Kräuterwanderung lädt der Naturschutzbund am Samstag, 11. Mai, ein. Festes Schuhwerk ist ratsam. Treffpunkt ist um 14 Uhr der Parkplatz am Waldsee.",
        (at("2024-05-11T14:00"),),
    ),
    Sample(
        "Vormittags und nachmittags",
        "Das Impfmobil steht am Dienstag, 23. April, von 10 bis 12 und 14 bis 16 Uhr auf dem Marktplatz.",
        (at("2024-04-23T10:00", end="2024-04-23T16:00", place="Marktplatz"),),
    ),
    Sample(
        "Ganztägig",
        "Stadtradeln-Aktionstag: Sonntag, 12. Mai, ganztägig, Innenstadt",
        (at("2024-05-12"),),
    ),
    Sample(
        "Fällt aus",
        "Das Erzählcafé am Mittwoch, 17. April, fällt leider aus.",
        (at("2024-04-17", status="cancelled"),),
    ),
    Sample(
        "Muss entfallen",
        "Die für Donnerstag, 25. April, 18 Uhr, geplante Führung durch das Wasserwerk muss krankheitsbedingt leider entfallen. Bereits gekaufte Karten werden erstattet.",
        (at("2024-04-25T18:00", status="cancelled"),),
    ),
    Sample(
        "Verlegt auf",
        "Die Mitgliederversammlung des Fördervereins wird vom 18. April auf Donnerstag, 2. Mai, 19 Uhr, verlegt.",
        (at("2024-05-02T19:00", status="moved", moved_from="2024-04-18"),),
    ),
    Sample(
        "Wird nachgeholt",
        "Das im März ausgefallene Konzert der Musikschule wird am Sonntag, 28. April, um 16 Uhr in der Aula nachgeholt.",
        (at("2024-04-28T16:00", status="moved", place="Aula"),),
    ),
    Sample(
        "Ein Termin fällt aus, ein anderer nicht",
        "Der Bücherflohmarkt am 20. April findet nicht statt. Der Kinderflohmarkt am 27. April, 10 bis 13 Uhr, findet dagegen wie geplant statt.",
        (at("2024-04-20", status="cancelled"), at("2024-04-27T10:00", status="scheduled", end="2024-04-27T13:00")),
    ),
    Sample(
        "Abgesagt in der Überschrift und im Satz",
        "Bürgersprechstunde am 6. Mai entfällt\n\nDie Bürgersprechstunde, die für den 6. Mai 2024 angesetzt war, wird nicht stattfinden. Neue Termine gibt die Stadt rechtzeitig bekannt.",
        (at("2024-05-06", status="cancelled"),),
    ),
    Sample(
        "Absage des Teilnehmers",
        "Die Kanutour am Samstag, 25. Mai, beginnt um 10 Uhr am Bootshaus. Eine Absage ist bis zwei Tage vorher möglich.",
        (at("2024-05-25T10:00", status="scheduled"),),
    ),
    Sample(
        "Geplant für",
        "Nun muss auch die für 19. April geplante Feier im Bürgersaal bis auf Weiteres verschoben werden.",
        (at("2024-04-19", status="postponed", place="Bürgersaal"),),
    ),
    Sample(
        "Ausweichtermin bei Regen",
        "Das Picknick im Park ist am Samstag, 15. Juni, ab 12 Uhr. Bei Regen wird es auf Samstag, 22. Juni, verschoben.",
        (at("2024-06-15T12:00", status="scheduled"), at("2024-06-22", status="scheduled")),
    ),
    Sample(
        "Aufbau ist kein Termin",
        "Der Trödelmarkt ist am Sonntag, 5. Mai, von 8 bis 15 Uhr auf dem Festplatz. Der Aufbau der Stände beginnt am Sonntag um 6 Uhr, abgebaut wird ab 15 Uhr.",
        (at("2024-05-05T08:00", end="2024-05-05T15:00", place="Festplatz"),),
    ),
    Sample(
        "Parken am Festtag",
        "Das Altstadtfest ist am Samstag, 8. Juni, von 11 bis 23 Uhr. Der Marktplatz steht am 8. Juni von 6 Uhr an nicht zum Parken zur Verfügung.",
        (at("2024-06-08T11:00", end="2024-06-08T23:00"),),
    ),
    Sample(
        "Bewerbung, Frist und Bekanntgabe",
        "Heimatpreis ausgeschrieben\nVereine können sich vom 15. April bis 30. Juni bewerben. Die Preisträger werden im Oktober bekannt gegeben.",
        (),
    ),
    Sample(
        "Antrag ab einem Tag",
        "Wohngeld digital\nAb dem 2. Mai können Anträge online gestellt werden. Die Unterlagen sind bis spätestens 31. Mai einzureichen.",
        (),
    ),
    Sample(
        "Zusätzliche Öffnung",
        "Am Freitag, dem 10. Mai, bleibt das Rathaus geschlossen. Dafür ist das Bürgerbüro am Montag, dem 13. Mai, zusätzlich von 14 bis 18 Uhr geöffnet.",
        (),
    ),
    Sample(
        "Müllabfuhr nach Feiertagen",
        "Am Pfingstmontag, 20. Mai, findet keine Müllabfuhr statt. Die Tour verschiebt sich auf Dienstag, 21. Mai. Die Wertstoffhöfe bleiben am 20. Mai geschlossen.",
        (),
    ),
    Sample(
        "Umleitung der Buslinie",
        "Von Montag, 15. April, bis voraussichtlich Freitag, 19. April, fährt der Bus der Linie 12 wegen Kanalarbeiten eine Umleitung. Die Haltestelle Mitte entfällt.",
        (),
    ),
    Sample(
        "Monate übergreifend",
        "Die Ausstellung „Licht und Schatten“ läuft vom 14. April bis zum 9. Juni im Kunsthaus.",
        (at("2024-04-14", end="2024-06-09", place="Kunsthaus"),),
    ),
    Sample(
        "Ausstellung mit Öffnungszeiten",
        "Bis 26. Mai zeigt das Heimatmuseum die Schau „Alte Schulbänke“. Geöffnet ist mittwochs und sonntags von 14 bis 17 Uhr.",
        (at(None, end="2024-05-26"),),
    ),
    Sample(
        "Reihe mit Ausnahme",
        "Der Lauftreff startet jeden Dienstag um 18.30 Uhr am Stadion, außer am 21. Mai.",
        (at(None, recurrence="weekly:TU", start_time="18:30", place="Stadion"),),
    ),
    Sample(
        "Nicht in den Ferien",
        "Die Hausaufgabenhilfe findet montags und mittwochs von 15 bis 16.30 Uhr im Jugendtreff statt, nicht jedoch in den Ferien.",
        (at(None, recurrence="weekly:MO,WE", start_time="15:00", end_time="16:30", place="Jugendtreff"),),
    ),
    Sample(
        "Entfällt im August",
        "Das Trauercafé findet jeden zweiten Sonntag im Monat um 15 Uhr im Gemeindehaus statt. Im August entfällt es.",
        (at(None, recurrence="monthly:2SU", start_time="15:00", place="Gemeindehaus"),),
    ),
    Sample(
        "Rückblick mit Ausblick",
        "Großer Andrang beim Pflanzentausch\nAm 6. April wechselten im Bürgergarten über 300 Setzlinge ihre Besitzer. Wegen des Erfolgs gibt es am Samstag, 4. Mai, um 10 Uhr eine zweite Auflage.",
        (at("2024-05-04T10:00"),),
    ),
    Sample(
        "Bericht im Präteritum ohne Vergangenheitswort am Datum",
        "Neuer Vorstand gewählt\nBei der Jahresversammlung der Siedlergemeinschaft am 22. März im Gasthof Krone standen Wahlen auf der Tagesordnung. Vorsitzender bleibt Max Muster.",
        (),
    ),
    Sample(
        "Polizeibericht",
        "Ein Unbekannter hat zwischen Freitag, 5. April, 18 Uhr, und Montag, 8. April, 7 Uhr, ein Auto in der Parkstraße zerkratzt. Hinweise an die Polizei.",
        (),
    ),
    Sample(
        "Programm an einem Tag",
        "Tag der offenen Tür im Seniorenzentrum\nSamstag, 18. Mai\n11.00 Uhr Begrüßung\n11.30 Uhr Führung durch das Haus\n14.00 Uhr Kaffee und Kuchen\n16.00 Uhr Ende",
        (at("2024-05-18T11:00"),),
    ),
    Sample(
        "Zwei Vorstellungen an einem Tag",
        "Das Kasperletheater kommt am Mittwoch, 24. April, um 15 und um 16.30 Uhr in die Bücherei.",
        (at("2024-04-24T15:00", place="Bücherei"), at("2024-04-24T16:30", place="Bücherei")),
    ),
    Sample(
        "Eröffnung, Laufzeit und Führungen",
        "Die Schau wird am Sonntag, 21. April, um 11 Uhr eröffnet. Sie ist bis zum 2. Juni zu sehen. Eine Führung gibt es am Donnerstag, 2. Mai, um 17 Uhr.",
        (at("2024-04-21T11:00"), at(None, end="2024-06-02"), at("2024-05-02T17:00")),
    ),
    Sample(
        "Tabelle ohne Spalten",
        "Datum\nUhrzeit\nVeranstaltung\nOrt\n04.05.2024\n14:00\nMaifest\nDorfplatz\n11.05.2024\n19:30\nKonzert\nBürgerhaus\n25.05.2024\n10:00\nFlohmarkt\nFestplatz",
        (
            at("2024-05-04T14:00", title="Maifest"),
            at("2024-05-11T19:30", title="Konzert", place="Bürgerhaus"),
            at("2024-05-25T10:00", title="Flohmarkt", place="Festplatz"),
        ),
    ),
    Sample(
        "Bis in die Nacht",
        "Die Disco für Menschen mit und ohne Behinderung ist am Freitag, 3. Mai, von 19 Uhr bis 1 Uhr im Jugendzentrum.",
        (at("2024-05-03T19:00", end="2024-05-04T01:00", place="Jugendzentrum"),),
    ),
    Sample(
        "Feiertag mit Namen",
        "Am 1. Mai lädt der Gewerkschaftsbund ab 11 Uhr zum Familienfest auf den Schlossplatz ein.",
        (at("2024-05-01T11:00", place="Schlossplatz"),),
    ),
    Sample(
        "Christi Himmelfahrt",
        "Traditionell wird an Christi Himmelfahrt im Stadtwald gegrillt: Der Gesangverein lädt ab 10.30 Uhr an die Waldhütte ein.",
        (at("2024-05-09T10:30", place="Waldhütte"),),
    ),
    Sample(
        "Heute Abend",
        "Heute Abend um 20 Uhr spielt das Jugendorchester im Kurpark.",
        (at("2024-04-10T20:00", place="Kurpark"),),
    ),
    Sample(
        "Heute, am",
        "Heute, Mittwoch, 19 Uhr, tagt der Heimatverein im Gasthof Lamm.",
        (at("2024-04-10T19:00", place="Gasthof Lamm"),),
    ),
    Sample(
        "Morgen früh",
        "Morgen, Donnerstag, verkauft der Förderverein ab 8 Uhr Waffeln vor dem Supermarkt.",
        (at("2024-04-11T08:00"),),
    ),
    Sample(
        "Tag in Klammern",
        "Am kommenden Sonntag (14. April) öffnet um 11 Uhr das Freilichtmuseum mit einem Backtag.",
        (at("2024-04-14T11:00"),),
    ),
    Sample(
        "In einer Woche",
        "Zum Lesekreis laden wir am Mittwoch in einer Woche um 18 Uhr in die Bücherei ein.",
        (at("2024-04-17T18:00", place="Bücherei"),),
    ),
    Sample(
        "Aktion über zwei Wochen",
        "Die Aktion „Fairer Einkaufen“ läuft von Montag, 6. Mai, bis Samstag, 18. Mai, in allen Filialen.",
        (at("2024-05-06", end="2024-05-18"),),
    ),
    Sample(
        "Kurs mit mehreren Abenden",
        "Der Kurs „Erste Hilfe am Kind“ umfasst vier Abende: 7., 14., 21. und 28. Mai, jeweils 19 bis 21 Uhr, im Familienzentrum.",
        tuple(at(f"2024-05-{day:02}T19:00", end=f"2024-05-{day:02}T21:00", place="Familienzentrum") for day in (7, 14, 21, 28)),
    ),
    Sample(
        "Rente ab einem Stichtag",
        "Wer bis zum 30. Juni 2024 seinen Führerschein umtauschen muss, sollte rechtzeitig einen Termin vereinbaren. Betroffen sind die Jahrgänge 1965 bis 1970.",
        (),
    ),
    Sample(
        "Neue Öffnungszeiten",
        "Neue Öffnungszeiten im Hallenbad: Ab dem 1. Mai öffnet das Bad dienstags schon um 6.30 Uhr. Samstags ist von 8 bis 18 Uhr offen.",
        (),
    ),
    Sample(
        "Fahrplanwechsel",
        "Zum Fahrplanwechsel am 9. Juni fährt die Linie 5 werktags alle 15 Minuten. Die erste Fahrt startet um 4.45 Uhr.",
        (),
    ),
    Sample(
        "Wahltag",
        "Am Sonntag, 9. Juni, ist Europawahl. Die Wahllokale sind von 8 bis 18 Uhr geöffnet. Briefwahlunterlagen können bis Freitag, 7. Juni, 18 Uhr, beantragt werden.",
        (at("2024-06-09"),),
    ),
    Sample(
        "Traueranzeige",
        "Wir trauern um Erika Beispiel, * 3. Mai 1938 † 2. April 2024. Die Trauerfeier ist am Dienstag, 16. April, um 13 Uhr auf dem Waldfriedhof.",
        (at("2024-04-16T13:00", place="Waldfriedhof"),),
    ),
    Sample(
        "Chronik",
        "Aus der Geschichte des Vereins\n12. Mai 1921: Gründung im Gasthof Sonne\n3. Juni 1951: Einweihung des Sportplatzes\n8. September 1984: Bau des Vereinsheims",
        (),
    ),
    Sample(
        "Spielergebnisse",
        "Fußball: Am Sonntag, 7. April, 15 Uhr, trennten sich die Mannschaften 2:2. Das nächste Heimspiel ist am Sonntag, 21. April, um 15 Uhr gegen Musterdorf.",
        (at("2024-04-21T15:00"),),
    ),
    Sample(
        "Wochenmarkt vorverlegt",
        "Wegen des Feiertags wird der Wochenmarkt von Donnerstag, 9. Mai, auf Mittwoch, 8. Mai, vorverlegt.",
        (at("2024-05-08", status="moved"),),
    ),
    Sample(
        "Zeitraum mit Uhrzeiten für jeden Tag",
        "Die Hüpfburgenwelt gastiert vom 9. bis 12. Mai täglich von 11 bis 19 Uhr auf dem Messplatz.",
        (at("2024-05-09T11:00", end="2024-05-12T19:00"),),
    ),
)  # fmt: skip
