"""Made-up announcements: which words name a place at all, and of which of several dates it is the place. All samples."""

from .samples import Sample, at

NO_PLACE_AT_ALL = (
    Sample(
        "Licht, Wetter und Gewand sagen, wie etwas ist",
        "Taizé-Andacht bei Kerzenschein am 8. Mai 2024 um 18.30 Uhr. Wir singen im Stehen, lesen im Dunkeln und beten in der Stille.",
        (at("2024-05-08T18:30", place=None),),
    ),
    Sample(
        "Ein Name, den nur die Stadt kennt, ist ein Ort",
        "Am 12. Mai 2024 von 11 bis 16 Uhr öffnen im Musterdchen wieder zwanzig Höfe, Garagen und Vorgärten.",
        (at("2024-05-12T11:00", place="Musterdchen"),),
    ),
    Sample(
        "Bilder und Werke einer Aufzählung",
        "Ausstellung „Schicht“ am 12. Mai 2024 um 11 Uhr. Gezeigt werden Feste, Unfälle, Streikposten im Schnee und Musik von Lind, Teich und Telemann.",
        (at("2024-05-12T11:00", place=None),),
    ),
    Sample(
        "Ein Buchtitel zwischen Kommas",
        "Kim Muster liest am 8. Mai 2024 um 19 Uhr aus dem dritten Band. Der erste Band der Reihe, „Nebel über der Musterburg“, ist vergriffen.",
        (at("2024-05-08T19:00", place=None),),
    ),
    Sample(
        "Freigaben und Nullen sind keine Hausnummern",
        "Kino im Garten Musterau: Am 8. Mai 2024 um 21 Uhr läuft „Das Fest“ (F 2014, 97 Min., FSK 0).",
        (at("2024-05-08T21:00", place="Garten Musterau", street_address=None),),
    ),
    Sample(
        "Wo man das Auto lässt",
        "Maifest am 11. Mai 2024\nAb 14 Uhr rund um den Dorfbrunnen.\n\nParken bitte auf dem Schulhof der Musterschule.",
        (at("2024-05-11T14:00", place="Dorfbrunnen"),),
    ),
    Sample(
        "Wo die Geschäftsstelle ist",
        "Musterverein e. V.\nUnsere Versammlung ist am 8. Mai 2024 um 19 Uhr.\nGeschäftsstelle: Musterstraße 1",
        (at("2024-05-08T19:00", place=None, street_address=None),),
    ),
)

WHOSE = (
    Sample(
        "Die eine Zeile „Ort:“ einer Liste gilt für alle ihre Tage",
        "Fotos vom Fluss\n\nEröffnung: Freitag, 10. Mai 2024, 18 Uhr\nÖffentliche Führung: Sonntag, 12. Mai 2024, 15 Uhr\n"
        "Ort: Kunstverein Muster, Musterweg 4\n\nZu sehen sind Boote vor der Werft und Kinder im Schnee.",
        (
            at("2024-05-10T18:00", place="Kunstverein Muster", street_address="Musterweg 4"),
            at("2024-05-12T15:00", place="Kunstverein Muster", street_address="Musterweg 4"),
        ),
    ),
    Sample(
        "Zeilen einer Liste ohne Punkt am Ende, jede mit ihrem Haus",
        "Wir laden ein\n\nSo 12.5.2024   10.00 Uhr   Gottesdienst mit Abendmahl und Taufen (Pfr. Muster), Musterkirche\n"
        "Mi 15.5.2024  15.00 Uhr   Frauenhilfe: „Frauen der Reformation“, Lindensaal\nFr 17.5.2024  18.30 Uhr   Andacht bei Kerzenschein, Musterkirche",
        (
            at("2024-05-12T10:00", place="Musterkirche"),
            at("2024-05-15T15:00", place="Lindensaal"),
            at("2024-05-17T18:30", place="Musterkirche"),
        ),
    ),
    Sample(
        "Was allein zwischen den Strichen steht, ist der Ort",
        "Mi 08.05.2024 | 15:00 | Puppentheater Muster: Kasper im Zoo | Kulturbahnhof | 6 €\n"
        "Do 09.05.2024 | 11:00 | Frühschoppen mit Musik | Biergarten am Wehr | frei",
        (at("2024-05-08T15:00", place="Kulturbahnhof"), at("2024-05-09T11:00", place="Biergarten am Wehr")),
    ),
    Sample(
        "Eingerückte Zeilen eines Plakats",
        "*** Chor Muster ***\n\n    Sommerkonzert\n\n    Sonntag, 12. Mai 2024, 17:00 Uhr\n\n    Aula des Schulzentrums Musterau\n    Musterstraße 2\n\n    Gäste: Chor Linde",
        (at("2024-05-12T17:00", place="Aula des Schulzentrums Musterau", street_address="Musterstraße 2"),),
    ),
    Sample(
        "Ein Plakat in Großbuchstaben",
        "TAG DER OFFENEN TÜR\nSONNTAG, 12. MAI 2024, AB 11 UHR\nAM GERÄTEHAUS MIT KUCHEN, MUSTERSTRASSE 215",
        (at("2024-05-12T11:00", place="GERÄTEHAUS", street_address="MUSTERSTRASSE 215"),),
    ),
    Sample(
        "Alles klein geschrieben",
        "wir räumen wieder auf! am 11. mai 2024 um 10 uhr treffen wir uns an der musterbrücke am kanal. handschuhe haben wir.",
        (at("2024-05-11T10:00", place="musterbrücke"),),
    ),
    Sample(
        "Wohin eingeladen wird, auch ein Absatz vor den Tagen",
        "Am zweiten Wochenende im Mai lädt der Verein zum Kunstmarkt auf den Marktplatz ein. Im Küsterhaus gibt es Kaffee.\n\n"
        "Geöffnet ist\nam Freitag, 10. Mai 2024, von 17 bis 22 Uhr\nund am Sonntag, 12. Mai 2024, von 11 bis 19 Uhr.\n\n"
        "Es wird empfohlen, den Parkplatz am Mustergarten zu benutzen.",
        (at("2024-05-10T17:00", place="Marktplatz"), at("2024-05-12T11:00", place="Marktplatz")),
    ),
    Sample(
        "Online",
        "Vortrag: Balkonkraftwerke. Mittwoch, 8. Mai 2024, 19 Uhr, online. Wer keinen Rechner hat, kommt in die Bücherei.",
        (at("2024-05-08T19:00", place="online"),),
    ),
    Sample(
        "Eine Anmeldung im Netz ist kein Ort",
        "Radtour am 8. Mai 2024 um 10 Uhr ab Musterplatz. Anmeldung: online oder im Laden.",
        (at("2024-05-08T10:00", place="Musterplatz"),),
    ),
    Sample(
        "Ein Satz, der nur ein Haus nennt",
        "Planer Kim Muster stellt am 8. Mai 2024 um 18 Uhr Entwürfe vor. Bürgerbüro Musterstadt, 1. OG. Kaffee steht bereit.",
        (at("2024-05-08T18:00", place="Bürgerbüro Musterstadt, 1. OG"),),
    ),
    Sample(
        "Das Ende einer Straße",
        "Lesung im Garten am 8. Mai 2024 um 19 Uhr.\nWo: Gemeinschaftsgarten, Ende der Musterstraße",
        (at("2024-05-08T19:00", place="Gemeinschaftsgarten", street_address="Musterstraße"),),
    ),
)

OF_THE_HOST = (
    Sample(
        "Wer über dem Text steht, hat ein Haus",
        "Neues aus dem Mehrgenerationenhaus\nAm Dienstag, 14. Mai 2024, beginnt um 17 Uhr ein Nähkurs. Kim Muster bringt Maschinen mit.",
        (
            at(
                "2024-05-14T17:00",
                place="Mehrgenerationenhaus",
                doubts=["TITLE_GUESSED", "PLACE_UNKNOWN", "PLACE_OF_HOST"],
            ),
        ),
    ),
    Sample(
        "Wer unterschreibt, hat ein Haus mit Straße",
        "Guten Tag,\nunsere nächste Führung ist am Sonntag, 12. Mai 2024, um 15 Uhr. Kosten: 3 Euro.\n\n"
        "Mit freundlichen Grüßen\nStadtmuseum Musterstadt\nMarktplatz 1-3",
        (at("2024-05-12T15:00", place="Stadtmuseum Musterstadt", street_address="Marktplatz 1-3"),),
    ),
    Sample(
        "Ein Verein, der unterschreibt, hat keins",
        "Guten Tag,\nunsere Versammlung ist am Sonntag, 12. Mai 2024, um 15 Uhr.\n\n"
        "Mit freundlichen Grüßen\nTurnverein Musterheim\nMarktplatz 1-3",
        (at("2024-05-12T15:00", place=None, street_address=None),),
    ),
    Sample(
        "Bei uns in der Kita: die Straße steht unter dem Gruß",
        "Liebe Eltern,\nam Mittwoch, 15. Mai 2024, treffen wir uns um 19.30 Uhr zum Elternabend bei uns in der Kita.\n\n"
        "Viele Grüße\nKita Regenbogen\nWaldweg 8",
        (at("2024-05-15T19:30", place="Kita", street_address="Waldweg 8"),),
    ),
    Sample(
        "Ein Saal des Hauses, dessen Straße am Ende steht",
        "Musterschule\n\n• Infoabend am Dienstag, 14. Mai 2024, 19 Uhr im Forum.\n• Tanzabend am Mittwoch, 15. Mai 2024, 19 Uhr in der Aula.\n\n"
        "Marxstraße 99 · 45527 Musterstadt · Tel. 01234 9 66 84",
        (
            at("2024-05-14T19:00", place="Forum", street_address="Marxstraße 99, 45527 Musterstadt"),
            at("2024-05-15T19:00", place="Aula", street_address="Marxstraße 99, 45527 Musterstadt"),
        ),
    ),
    Sample(
        "Ein Haus, das beim Namen genannt einlädt",
        "Café Muster lädt ein: Am 10. Mai 2024 um 20 Uhr spielt das Duo Saitensprung. Der Eintritt ist frei.",
        (at("2024-05-10T20:00", place="Café Muster"),),
    ),
    Sample(
        "Wo es Karten gibt",
        "Die Karten für das Konzert am 10. Mai 2024 um 19 Uhr gibt es bei Schreibwaren Muster und in der Stadtinfo am Rathausplatz. "
        "Gesungen wird in St. Joseph.",
        (at("2024-05-10T19:00", place="St. Joseph"),),
    ),
)
