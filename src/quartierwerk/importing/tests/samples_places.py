"""Made-up announcements whose place has to be told from other nouns. All samples."""

from .samples import Sample, at

PLACES = (
    Sample(
        "Das Haus in Klammern hinter der Straße",
        "Strickrunde\n\nWir treffen uns in den Räumen des Nähvereins, Ahornweg 12 (Anna-Muster-Haus), am Montag, 6. Mai, um 15 Uhr.",
        (at("2024-05-06T15:00", place="Anna-Muster-Haus", street_address="Ahornweg 12"),),
    ),
    Sample(
        "Eine Stadt, die wie ein Bauwerk heißt",
        "Spieleabend in Neumünster\n\nAm Montag, 6. Mai, um 19 Uhr wird in Musterhausen gespielt: Die Runde sitzt im Vereinsheim Sonnenblick.",
        (at("2024-05-06T19:00", place="Vereinsheim Sonnenblick"),),
    ),
    Sample(
        "Was zu essen da ist, ist kein Ort",
        "Maifest im Pfarrsaal von St. Muster\n\nDer Chor lädt für Freitag, 3. Mai, ab 19 Uhr bei frischem Brot und guter Musik ein.",
        (at("2024-05-03T19:00", place="Pfarrsaal von St. Muster"),),
    ),
    Sample(
        "In und um",
        "Tag der offenen Tür\n\nDer Löschzug feiert am Samstag, 4. Mai, ab 11 Uhr in der und um die Gerätehalle. Auf der Bühne steht eine Band.",
        (at("2024-05-04T11:00", place="Gerätehalle"),),
    ),
    Sample(
        "Zwei Tage, ein Zelt",
        "Das Gartenfest wird am 4. Mai ab 17 Uhr und am 5. Mai ab 10 Uhr im großen Festzelt gefeiert.",
        (at("2024-05-04T17:00", place="großen Festzelt"), at("2024-05-05T10:00", place="großen Festzelt")),
    ),
    Sample(
        "Der Ort vor den Zeiten des Tages",
        "Im Wallfahrtshaus sind am 7. Mai Andachten um 8 Uhr, 11 Uhr und das Pilgeramt um 19.15 Uhr.",
        (
            at("2024-05-07T08:00", place="Wallfahrtshaus"),
            at("2024-05-07T11:00", place="Wallfahrtshaus"),
            at("2024-05-07T19:15", place="Wallfahrtshaus"),
        ),
    ),
    Sample(
        "Titel mit einem Ort darin",
        "Bilderbuchkino\n\nAm Mittwoch, 8. Mai, um 16 Uhr ist „Der Bär im Schwimmbad“ in der Bücherei zu sehen.",
        (at("2024-05-08T16:00", place="Bücherei"),),
    ),
    Sample(
        "Mittagstisch im Gemeindezentrum",
        "Am Dienstag, 7. Mai, um 12 Uhr lädt die Gemeinde zum „Suppentag“ im Gemeindezentrum in der Birkenstraße ein.",
        (at("2024-05-07T12:00", place="Gemeindezentrum in der Birkenstraße"),),
    ),
    Sample(
        "Das Team eines Hauses und der Ort",
        "Lange Tafel\n\nDas Team des Stadtteilzentrums Musterkiez lädt am Freitag, 10. Mai, um 15 Uhr ein. Gegessen wird im Innenhof der alten Schule.",
        (at("2024-05-10T15:00", place="Innenhof der alten Schule"),),
    ),
    Sample(
        "Derselbe Tag steht zweimal da",
        "Am 5. Mai um 10 Uhr können alle beim Stadtlauf in Musterstadt starten.\nRund um das Brauhaus Muster treffen sich die Läufer am 5. Mai um 10 Uhr zum Lauf.",
        (at("2024-05-05T10:00", place="Brauhaus Muster"),),
    ),
    Sample(
        "Los geht es anderswo, als es weitergeht",
        "Spaziergang am Sonntag, 5. Mai, um 14 Uhr.\nLos geht es um 14 Uhr am Muster Forum. Danach gibt es im Linden-Haus (Eichenweg 16) Kaffee.",
        (at("2024-05-05T14:00", place="Muster Forum"),),
    ),
    Sample(
        "Die Überschrift fragt, wo jemand ist",
        "Vorlesen „Wo ist Oma?“\n\nDonnerstag, 2. Mai, 16 Uhr, Bücherei",
        (at("2024-05-02T16:00", place="Bücherei"),),
    ),
    Sample(
        "Programm eines Hauses ist kein Ort",
        "Ferienprogramm des Jugendhauses\n\nAm Montag, 6. Mai, um 10 Uhr werden Saatkugeln gemacht.",
        (at("2024-05-06T10:00", place=None),),
    ),
)
