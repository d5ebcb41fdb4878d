"""Made-up announcements in which what the event is called stands beside other words that could be its name. All samples."""

from .samples import Sample, at

TITLES = (
    Sample(
        "Die Überschrift ist eine Phrase, der Satz nennt den Abend",
        "Gesund durch den Sommer\n\nWelche Kräuter helfen, verrät Ines Muster bei einem Kräuterspaziergang am 8. Juni 2024. Beginn ist um 14 Uhr am Lehrgarten.",
        (at("2024-06-08T14:00", title="Kräuterspaziergang"),),
    ),
    Sample(
        "Die Überschrift gehört einem Bericht",
        "Gelungener Putztag im Park\n\nDrei Container Unrat kamen zusammen. Die nächste Parkputzaktion ist am 8. Juni 2024 um 10 Uhr am Brunnen.",
        (at("2024-06-08T10:00", title="Parkputzaktion"),),
    ),
    Sample(
        "Die Überschrift nennt eine Rubrik",
        "Nachbarn & Treffs\n\nDer Stadtteilladen öffnet am 10. Juni 2024 um 17 Uhr seine Türen zum Spieleabend.",
        (at("2024-06-10T17:00", title="Spieleabend"),),
    ),
    Sample(
        "Die Überschrift nennt den Verein",
        "VdK-Ortsverband\n\nDer Verband besucht am 18. Juni 2024 das Bergwerk. Zur Halbtagesfahrt treffen sich alle um 12.30 Uhr am Kirchplatz.",
        (at("2024-06-18T12:30", title="Halbtagesfahrt"),),
    ),
    Sample(
        "Mitteilungen sind kein Name",
        "Mitteilungen der Pfarrei\n\nAn Fronleichnam, 30. Mai 2024, ist um 9 Uhr Festgottesdienst auf dem Marktplatz.",
        (at("2024-05-30T09:00", title="Festgottesdienst"),),
    ),
    Sample(
        "Kurz in der Überschrift, gleich im Satz",
        "Aktionstag am Schlossufer\n\nAm 8. Juni 2024 um 10 Uhr findet ein Aktionstag statt.",
        (at("2024-06-08T10:00", title="Aktionstag am Schlossufer"),),
    ),
    Sample(
        "Der Vortrag hat seinen eigenen Titel",
        "Vortrag über Artenvielfalt\n\nBei einem Vortragsabend am 4. Juni 2024 um 19 Uhr im Rathaus spricht Anna Muster zum Thema „Stille Wiesen“.",
        (at("2024-06-04T19:00", title="Vortragsabend „Stille Wiesen“"),),
    ),
    Sample(
        "Ohne Artikel",
        "Das Sommerfest der Kleingärtner\n\n6. Juli 2024, 15 Uhr, Vereinsheim",
        (at("2024-07-06T15:00", title="Sommerfest der Kleingärtner"),),
    ),
    Sample(
        "Frage mit dem Tag in Klammern",
        "Zusammenleben: Wie geht das? (11. Juli)\n\nIn unserem Viertel leben viele Menschen, die einander kaum kennen.\nDarüber reden wir am\n\n11. Juli 2024, 19 Uhr, im Forum.",
        (at("2024-07-11T19:00", title="Zusammenleben: Wie geht das?"),),
    ),
    Sample(
        "Titel unter der Zeile mit dem Tag",
        "**Veranstaltung: 6. Juli 2024, 10 Uhr**\n\nDie Weststadt verschenkt\n===========\n\nKisten stehen auf dem Bürgersteig.",
        (at("2024-07-06T10:00", title="Die Weststadt verschenkt"),),
    ),
    Sample(
        "Was, wann, wo",
        "WAS: Flohmarkt für Kindersachen\nWANN: 8. Juni 2024, 10 bis 13 Uhr\nWO: Turnhalle der Grundschule",
        (at("2024-06-08T10:00", title="Flohmarkt für Kindersachen"),),
    ),
    Sample(
        "Was mit Fragezeichen",
        "Was? Offene Fahrradwerkstatt\nWann? 12. Juni 2024, 16 Uhr\nWo? Hof des Jugendzentrums",
        (at("2024-06-12T16:00", title="Offene Fahrradwerkstatt"),),
    ),
    Sample(
        "Eine Sache in Anführungszeichen mit ihrem Wort davor",
        "Die Krabbelgruppe „Kleine Frösche“ trifft sich erstmals am 4. Juni 2024 um 9.30 Uhr im Gemeindehaus.",
        (at("2024-06-04T09:30", title="Krabbelgruppe „Kleine Frösche“"),),
    ),
    Sample(
        "Artikel in Anführungszeichen bleiben",
        "Zum „Tanz in den Juni“ bittet der Schützenverein am 1. Juni 2024 ab 20 Uhr in die Halle.",
        (at("2024-06-01T20:00", title="„Tanz in den Juni“"),),
    ),
    Sample(
        "Gasthof in Anführungszeichen ist kein Name",
        "Der Skatclub „Karo Sieben“ richtet am 9. Juni 2024 im Landgasthof „Zum Anker“ sein Pfingstturnier aus. Gespielt wird ab 10 Uhr.",
        (at("2024-06-09T10:00", title="Pfingstturnier"),),
    ),
    Sample(
        "Thema im Satz dahinter",
        "Im Quartierstreff wird am 11. Juni 2024 ab 18 Uhr gemeinsam gekocht. Der Kochabend steht unter dem Motto „Rund ums Mittelmeer“.",
        (at("2024-06-11T18:00", title="Kochabend „Rund ums Mittelmeer“"),),
    ),
    Sample(
        "Mit dem Titel",
        "Am 14. Juni 2024 um 19.30 Uhr hält Karl Muster im Pfarrsaal einen Vortrag mit dem Titel „Als die Straßenbahn kam“.",
        (at("2024-06-14T19:30", title="Vortrag „Als die Straßenbahn kam“"),),
    ),
    Sample(
        "So heißt der Vortrag",
        "Vortragsreihe Gesundheit im Alter\n\n„Gut schlafen – aber wie?“ heißt ein Vortrag am 18. Juni 2024 um 18 Uhr im Bürgerhaus.",
        (at("2024-06-18T18:00", title="Vortrag „Gut schlafen – aber wie?“"),),
    ),
    Sample(
        "Einweihung wovon",
        "Der Ortsbeirat lädt am 14. Juni 2024 um 16 Uhr zur Einweihung der Bänke ein.",
        (at("2024-06-14T16:00", title="Einweihung der Bänke"),),
    ),
    Sample(
        "Kirche mit Abkürzung",
        "Beim Seniorencafé der Gemeinde St. Anna erzählt am 12. Juni 2024 um 14.30 Uhr Lisa Muster.",
        (at("2024-06-12T14:30", title="Seniorencafé der Gemeinde St. Anna"),),
    ),
    Sample(
        "Nicht gebeugt",
        "Die Vorbereitungen des Sommerfestes am 29. Juni 2024 laufen auf Hochtouren. Beginn ist um 12 Uhr.",
        (at("2024-06-29T12:00", title="Sommerfest"),),
    ),
    Sample(
        "Termine wovon",
        "Gut beraten\n\nDie nächsten Termine der Energieberatung sind am 11. Juni und 9. Juli 2024, jeweils um 15 Uhr.",
        (at("2024-06-11T15:00", title="Energieberatung"), at("2024-07-09T15:00", title="Energieberatung"),),
    ),
    Sample(
        "Wer sich trifft",
        "Der Tauschring trifft sich am 18. Juni 2024 um 19 Uhr im Ratskeller.",
        (at("2024-06-18T19:00", title="Tauschring"),),
    ),
    Sample(
        "An einer Führung teilnehmen",
        "Interessierte können am 13. Juni 2024 um 17 Uhr an einer Führung durch das Wasserwerk teilnehmen.",
        (at("2024-06-13T17:00", title="Führung durch das Wasserwerk"),),
    ),
    Sample(
        "Der Name im Satz dahinter",
        "Am 15. Juni 2024 verwandelt sich der Kirchplatz ab 11 Uhr in eine Spielstraße. Beim Kinderfest der Pfarrei gibt es Kuchen.",
        (at("2024-06-15T11:00", title="Kinderfest der Pfarrei"),),
    ),
    Sample(
        "Es findet statt",
        "Für Eltern gibt es ein neues Angebot: das Elterncafé. Es findet am 6. und 13. Juni 2024 jeweils um 9 Uhr statt.",
        (at("2024-06-06T09:00", title="Elterncafé"), at("2024-06-13T09:00", title="Elterncafé"),),
    ),
    Sample(
        "Nie der ganze Satz",
        "Am 12. Juni 2024 macht ab 10 Uhr das Beratungsfahrzeug der Polizei Halt auf dem Markt.",
        (at("2024-06-12T10:00", title="Beratungsfahrzeug der Polizei"),),
    ),
    Sample(
        "Wege sind Namen",
        "Wanderungen 2024\n\n28.04. Von Neudorf über den Kamm; Gasthaus Linde\n26.05. Rund um den Auersee; Café am See\n30.06. Durch das Wiesental; Grillhütte",
        (at("2024-04-28", title="Von Neudorf über den Kamm"), at("2024-05-26", title="Rund um den Auersee"), at("2024-06-30", title="Durch das Wiesental"),),
    ),
    Sample(
        "Klammern zwischen Tag und Name",
        "Unser Juni\n\n05.06. (Mittwoch) Spielenachmittag, mit Kaffee\n12.06. (fällt in die Ferien) Sitztanz, Leitung: Frau Muster\n19.06. (ab 15:00) Grillfest",
        (at("2024-06-05", title="Spielenachmittag"), at("2024-06-12", title="Sitztanz"), at("2024-06-19T15:00", title="Grillfest"),),
    ),
    Sample(
        "Orte vor den Tagen unter einem Namen",
        "Tag der offenen Gärten\n\nOberdorf: 8. Juni, 10 bis 16 Uhr\nUnterdorf: 9. Juni, 11 bis 17 Uhr",
        (at("2024-06-08T10:00", title="Tag der offenen Gärten: Oberdorf"), at("2024-06-09T11:00", title="Tag der offenen Gärten: Unterdorf"),),
    ),
    Sample(
        "Name im Satz über „Hier die Termine“",
        "Die Kitas bieten Eltern wieder einen Tag der offenen Tür an.\n\nHier die Termine:\n\nKerschenweg: am 7. Mai von 14 bis 17 Uhr;\n\nVilla Kunterbunt: am 14. Mai von 15 bis 18 Uhr.",
        (at("2024-05-07T14:00", title="Tag der offenen Tür: Kerschenweg"), at("2024-05-14T15:00", title="Tag der offenen Tür: Villa Kunterbunt"),),
    ),
    Sample(
        "Stadt vor dem Tag, Name dahinter",
        "Musterstadt – Dienstag, 14. Mai, 15 Uhr, Treffen der Gruppe zum Maifest\nNeustadt – Donnerstag, 23. Mai, 19 Uhr, Heimatnachmittag im Pfarrsaal",
        (at("2024-05-14T15:00", title="Treffen der Gruppe zum Maifest"), at("2024-05-23T19:00", title="Heimatnachmittag"),),
    ),
    Sample(
        "Keine Uhrzeit und keine Adresse im Titel",
        "- [Kaffeeklatsch ab 15 Uhr in Neudorf](/kaffee) 21.07.2024\n- [Chorprobe](/chor) 28.07.2024",
        (at("2024-07-21T15:00", title="Kaffeeklatsch"), at("2024-07-28", title="Chorprobe"),),
    ),
)  # fmt: skip
