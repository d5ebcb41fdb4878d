"""Announcements made up for the tests, in the ways German towns, associations, parishes and papers write. All samples.

`Sample(name, text, events, today)`: each event is `at(start, **what must hold)`; the order does not matter.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

TODAY = date(2024, 4, 10)  # a Wednesday


@dataclass(frozen=True)
class Sample:
    name: str
    text: str
    events: tuple[dict[str, Any], ...] = ()
    today: date = TODAY


def at(start: str | None, **known: Any) -> dict[str, Any]:
    return {"start": start, **known}


LISTS = (
    Sample(
        "Kalenderliste der Zeitung",
        """Termine
Do., 2.5., 19 Uhr: Skatabend, Gasthof Zur Linde
Fr., 3.5., 18-20h: Blutspende, Turnhalle der Musterschule, Schulstr. 4
So., 5.5., ab 9 Uhr: Flohmarkt, Marktplatz
""",
        (
            at("2024-05-02T19:00", title="Skatabend", place="Gasthof Zur Linde"),
            at("2024-05-03T18:00", end="2024-05-03T20:00", title="Blutspende", street_address="Schulstr. 4"),
            at("2024-05-05T09:00", title="Flohmarkt", place="Marktplatz"),
        ),
    ),
    Sample(
        "Gottesdienste im Gemeindebrief",
        """Gottesdienste im Mai

Sonntag, 5. Mai
9.30 Uhr Gottesdienst mit Abendmahl (Pfarrerin Muster)
11.00 Uhr Kindergottesdienst

Donnerstag, 9. Mai, Christi Himmelfahrt
10.30 Uhr Open-Air-Gottesdienst am Grillplatz

Sonntag, 12. Mai
9.30 Uhr Gottesdienst
""",
        (
            at("2024-05-05T09:30", title="Gottesdienst mit Abendmahl"),
            at("2024-05-05T11:00", title="Kindergottesdienst"),
            at("2024-05-09T10:30"),
            at("2024-05-12T09:30"),
        ),
    ),
    Sample(
        "Liste mit der Uhrzeit am Ende",
        """Bürgersprechstunden des Ortsvorstehers
Altdorf: 7. Mai (Gemeindehaus, Kirchweg 2)
Neudorf: 14. Mai (Feuerwehrgerätehaus, Am Teich 5)
Mitteldorf: 21. Mai (Alte Schule, Lindenplatz 1)
Beginn ist jeweils um 18 Uhr.
""",
        (
            at(
                "2024-05-07T18:00",
                place="Gemeindehaus",
                street_address="Kirchweg 2",
                title="Bürgersprechstunden des Ortsvorstehers: Altdorf",
            ),
            at("2024-05-14T18:00", place="Feuerwehrgerätehaus", street_address="Am Teich 5"),
            at("2024-05-21T18:00", place="Alte Schule", street_address="Lindenplatz 1"),
        ),
    ),
    Sample(
        "Wanderplan mit Jahr im Titel",
        """Wanderplan 2024 der Ortsgruppe Musterhausen

- 21.04. Frühlingswanderung, Treffpunkt: Bahnhof, 10 Uhr
- 26.05. Rund um den See, Treffpunkt: Parkplatz am Freibad, 9 Uhr
- 15.12. Adventswanderung, Treffpunkt: Kirche, 14 Uhr
""",
        (
            at("2024-04-21T10:00", title="Frühlingswanderung", place="Bahnhof"),
            at("2024-05-26T09:00", place="Parkplatz am Freibad"),
            at("2024-12-15T14:00", title="Adventswanderung", place="Kirche"),
        ),
        date(2024, 1, 3),
    ),
    Sample(
        "VHS-Kurse",
        """Kurse der Volkshochschule im Mai

Yoga für Anfänger
ab Montag, 6. Mai, 18.00-19.30 Uhr, 8 Termine, 64 Euro
VHS-Haus, Raum 12, Bahnhofstraße 7
Kurs-Nr. 24-3051

Nähen lernen
Samstag, 25. Mai, 10-16 Uhr, 35 Euro
Werkraum der Gesamtschule
Anmeldung erforderlich unter Tel. 0800/1234567
""",
        (
            at(
                "2024-05-06T18:00",
                end="2024-05-06T19:30",
                title="Yoga für Anfänger",
                street_address="Bahnhofstraße 7",
            ),
            at(
                "2024-05-25T10:00",
                end="2024-05-25T16:00",
                title="Nähen lernen",
                place="Werkraum der Gesamtschule",
                registration="required",
            ),
        ),
    ),
    Sample(
        "Markdown-Seite",
        """# Veranstaltungen

## Repair-Café
**Wann:** Samstag, 18. Mai 2024, 14:00–17:00 Uhr
**Wo:** Bürgertreff, Hauptstraße 12, 12345 Musterstadt

## Lesenacht
**Wann:** 24.05.2024, 19:30 Uhr
**Wo:** [Stadtbibliothek](https://www.example.org/2024/05/01)
""",
        (
            at(
                "2024-05-18T14:00",
                end="2024-05-18T17:00",
                title="Repair-Café",
                place="Bürgertreff",
                street_address="Hauptstraße 12, 12345 Musterstadt",
            ),
            at("2024-05-24T19:30", title="Lesenacht", place="Stadtbibliothek"),
        ),
    ),
    Sample(
        "Zwei Termine, eine Uhrzeit",
        """Spieleabende im Pfarrheim
Am 25. April und am 23. Mai, jeweils um 19 Uhr, wird im Pfarrheim St. Anna gespielt. Der Eintritt ist frei.""",
        (
            at("2024-04-25T19:00", place="Pfarrheim St. Anna", price="Der Eintritt ist frei"),
            at("2024-05-23T19:00", place="Pfarrheim St. Anna"),
        ),
    ),
    Sample(
        "Drei Tage, ein Monat",
        """Ferienkino
Das Kino im Jugendhaus zeigt am 3., 10. und 17. Mai um 15 Uhr Filme für Kinder.""",
        (at("2024-05-03T15:00"), at("2024-05-10T15:00"), at("2024-05-17T15:00", place="Jugendhaus")),
    ),
    Sample(
        "Zwei Vorstellungen am selben Tag",
        """Puppentheater
Am Sonntag, 28. April, gastiert die Puppenbühne Muster um 11 und 15 Uhr in der Stadthalle.""",
        (at("2024-04-28T11:00", place="Stadthalle"), at("2024-04-28T15:00", place="Stadthalle")),
    ),
    Sample(
        "Mehrere Meldungen untereinander",
        """Trödelmarkt an der Grundschule

Am Samstag, 4. Mai, lädt der Förderverein von 9 bis 13 Uhr zum Trödelmarkt auf den Schulhof der Grundschule Nord ein.

Chor sucht Stimmen

Der Gemischte Chor probt wieder. Die erste Probe ist am Dienstag, 7. Mai, um 20 Uhr im Vereinsheim an der Talstraße 15. Auskunft gibt Maria Muster, Tel. 0151 23456789.
""",
        (
            at("2024-05-04T09:00", end="2024-05-04T13:00", title="Trödelmarkt an der Grundschule", phones=[]),
            at(
                "2024-05-07T20:00",
                place="Vereinsheim",
                street_address="Talstraße 15",
                phones=["0151 23456789"],
                contact="Maria Muster",
            ),
        ),
    ),
    Sample(
        "Zwei Tage in einem Satz",
        "Musikschule\nDie Bläserklasse spielt am Freitag, 3. Mai, um 17 Uhr in der Aula und am Samstag, 4. Mai, um 11 Uhr im Kurpark.",
        (at("2024-05-03T17:00", place="Aula"), at("2024-05-04T11:00", place="Kurpark")),
    ),
    Sample(
        "Die Uhrzeit vor dem Tag",
        "Sportfest\nLos geht es um 15 Uhr am 3. Mai und um 10 Uhr am 4. Mai auf dem Sportplatz.",
        (at("2024-05-03T15:00"), at("2024-05-04T10:00", place="Sportplatz")),
    ),
    Sample(
        "Gemeinsamer Ort am Ende",
        "Drei Vorträge im Mai: Am 6. Mai spricht Anna Muster über „Bienen“, am 13. Mai Bernd Muster über „Wespen“. "
        "Die Vorträge finden um 19 Uhr im Filmsaal der Realschule statt.",
        (
            at("2024-05-06T19:00", place="Filmsaal der Realschule"),
            at("2024-05-13T19:00", place="Filmsaal der Realschule"),
        ),
    ),
    Sample(
        "Ein Tag, mehrere Orte in Feldern",
        """Tag der Nachbarn am 24. Mai 2024

In zwei Stadtteilen wird gefeiert.

Nordstadt

Ort: Gemeindehaus, Kirchweg 2

Zeit: 15-18 Uhr

Südstadt

Ort: Jugendzentrum, Talstraße 8

Zeit: 16-19 Uhr
""",
        (
            at("2024-05-24T15:00", end="2024-05-24T18:00", place="Gemeindehaus", title="Nordstadt"),
            at("2024-05-24T16:00", end="2024-05-24T19:00", place="Jugendzentrum", title="Südstadt"),
        ),
    ),
    Sample(
        "Erster und letzter Tag in Worten",
        "Hackathon\nDas Treffen startet am Samstag-Vormittag (25. Mai) und endet am Sonntag-Nachmittag (26. Mai) im Gründerzentrum.",
        (at("2024-05-25", end="2024-05-26", place="Gründerzentrum"),),
    ),
    Sample(
        "Von bis mit Uhrzeiten",
        "Klausur\nDie Klausurtagung dauert von Fr., 3. Mai, 18 Uhr, bis So., 5. Mai, 14 Uhr.",
        (at("2024-05-03T18:00", end="2024-05-05T14:00"),),
    ),
    Sample(
        "Parallel an zwei Treffpunkten",
        """Müllsammelaktion am 20. April
Datum: 20. April 2024
Beginn: 10 Uhr
Treffpunkt Nordstadt: Marktplatz
Treffpunkt Südstadt: Parkplatz am Freibad
Eine Anmeldung ist nicht notwendig.
""",
        (
            at("2024-04-20T10:00", place="Marktplatz", registration="not_needed"),
            at("2024-04-20T10:00", place="Parkplatz am Freibad", registration="not_needed"),
        ),
    ),
)

SINGLE = (
    Sample(
        "Einlass und Beginn",
        "Kabarett im Bürgerhaus\nAm Freitag, 17. Mai 2024, Einlass 18.30, Beginn 19.30 Uhr. Karten: VVK 12 Euro, Abendkasse 15 Euro.",
        (at("2024-05-17T19:30", place="Bürgerhaus", registration="tickets", doors="18:30"),),
    ),
    Sample(
        "Halb acht",
        "Mitgliederversammlung\nDer Heimatverein trifft sich am Dienstag, 23. April, um halb acht abends im Gasthaus Krone.",
        (at("2024-04-23T19:30", place="Gasthaus Krone"),),
    ),
    Sample(
        "Um acht Uhr als Wort",
        "Konzert\nAm 27. April spielt die Band um acht Uhr in der Alten Fabrik.",
        (at("2024-04-27T20:00", doubts=["TIME_AMBIGUOUS"]),),
    ),
    Sample(
        "Fest über drei Tage",
        "Schützenfest\nVom 3. bis 5. Mai feiert der Schützenverein auf dem Festplatz sein Schützenfest.",
        (at("2024-05-03", end="2024-05-05", place="Festplatz", title="Schützenfest"),),
    ),
    Sample(
        "Wochenende mit Schrägstrich",
        "Töpfermarkt am 4./5. Mai, täglich 10 bis 18 Uhr, Schlosspark",
        (at("2024-05-04T10:00", end="2024-05-05T18:00", place="Schlosspark"),),
    ),
    Sample(
        "Sa/So",
        "Offene Ateliers\nSa/So 4./5. Mai, 11-18 Uhr in der Kunsthalle",
        (at("2024-05-04T11:00", end="2024-05-05T18:00", place="Kunsthalle"),),
    ),
    Sample(
        "Von Freitag bis Sonntag",
        "Zeltlager\nVon Freitag, 31. Mai, bis Sonntag, 2. Juni 2024, fahren wir ins Zeltlager. Anmeldeschluss: 15.05.2024.",
        (at("2024-05-31", end="2024-06-02", registration="required", registration_deadline="2024-05-15"),),
    ),
    Sample(
        "Punkt und h",
        "Vereinsabend, Fr 3. 5. 19:30 h, Schützenheim",
        (at("2024-05-03T19:30", place="Schützenheim"),),
    ),
    Sample(
        "Ab neun",
        "Frühstück für alle: Samstag, 20.4.2024, ab 9, Café Mittendrin, Rathausplatz 3",
        (at("2024-04-20T09:00", place="Café Mittendrin", street_address="Rathausplatz 3"),),
    ),
    Sample(
        "Kommender Samstag",
        "Baumpflanzung\nDer Naturschutzbund pflanzt am kommenden Samstag von 10 bis 13 Uhr Bäume im Stadtpark.",
        (at("2024-04-13T10:00", end="2024-04-13T13:00", place="Stadtpark", doubts=["RELATIVE_DATE"]),),
    ),
    Sample(
        "Morgiger Mittwoch und Datum",
        "Bürgerdialog\nAm morgigen Donnerstag, 11. April, spricht die Bürgermeisterin um 18 Uhr in der Aula.",
        (at("2024-04-11T18:00", place="Aula", no_doubts=True),),
    ),
    Sample(
        "Morgen mit Uhrzeit",
        "Kurzfristig: Morgen um 16 Uhr liest die Autorin in der Stadtbücherei.",
        (at("2024-04-11T16:00", place="Stadtbücherei", doubts=["RELATIVE_DATE"]),),
    ),
    Sample(
        "Wochentag ohne Datum",
        "Konzert am Samstag\nAm Samstag spielt um 20 Uhr das Blasorchester in der Stadthalle.",
        (at("2024-04-13T20:00", place="Stadthalle"),),
    ),
    Sample(
        "Falscher Wochentag",
        "Seniorennachmittag\nAm Montag, 7. Mai 2024, um 15 Uhr im Gemeindehaus.",
        (at("2024-05-07T15:00", doubts=["WEEKDAY_CONFLICT"]),),
    ),
    Sample(
        "Jahreswechsel",
        "Neujahrsempfang\nAm Sonntag, 12. Januar, lädt der Bürgerverein um 11 Uhr in den Ratssaal ein.",
        (at("2025-01-12T11:00", place="Ratssaal"),),
        date(2024, 12, 9),
    ),
    Sample(
        "Jahreswechsel ohne Wochentag",
        "Schnuppertraining\nDas nächste Training ist am 8.1. um 17 Uhr in der Turnhalle.",
        (at("2025-01-08T17:00", place="Turnhalle"),),
        date(2024, 12, 20),
    ),
    Sample(
        "Jahr nur im Titel",
        "Stadtfest 2024\nDas Stadtfest beginnt am 30. August um 17 Uhr auf dem Marktplatz.",
        (at("2024-08-30T17:00", title="Stadtfest 2024", place="Marktplatz"),),
        date(2023, 11, 5),
    ),
    Sample(
        "Flugblatt mit Zeilenumbrüchen",
        "SOMMERFEST\n\nSamstag,\n15. Juni 2024\n14 bis 18 Uhr\n\nGarten der Begegnung\nLindenstraße 8\n\nEintritt frei",
        (
            at(
                "2024-06-15T14:00",
                end="2024-06-15T18:00",
                title="Sommerfest",
                street_address="Lindenstraße 8",
                price="Eintritt frei",
            ),
        ),
    ),
    Sample(
        "Mit Bindestrich umbrochen",
        "Die Bürgerinitiative lädt alle Anwohnerinnen und Anwohner für Donnerstag, den\n16. Mai um 19.00 Uhr in das\nStadtteilzentrum Nord ein.",
        (at("2024-05-16T19:00", place="Stadtteilzentrum Nord"),),
    ),
    Sample(
        "Mitternacht",
        "Tanz in den Mai\nAm 30. April von 20 bis 24 Uhr in der Schützenhalle, Eintritt: 5 €",
        (at("2024-04-30T20:00", end="2024-05-01T00:00", place="Schützenhalle", price="5 €"),),
    ),
    Sample(
        "Über Mitternacht",
        "Lange Nacht der Museen: Samstag, 18.05.2024, 18 bis 1 Uhr",
        (at("2024-05-18T18:00", end="2024-05-19T01:00"),),
    ),
    Sample(
        "Zweistündig",
        "Stadtführung\nDie zweistündige Führung beginnt am Sonntag, 21. April, um 14 Uhr. Treffpunkt: Brunnen am Markt.",
        (at("2024-04-21T14:00", end="2024-04-21T16:00", place="Brunnen am Markt"),),
    ),
    Sample(
        "Hochgestellte Minuten",
        "Chorkonzert, Sa 25.5., 19³⁰ Uhr, Kreuzkirche",
        (at("2024-05-25T19:30", place="Kreuzkirche"),),
    ),
    Sample(
        "Ohne Leerzeichen",
        "Frühlingsfest am 28.April um14.30 Uhr im Vereinsheim",
        (at("2024-04-28T14:30", place="Vereinsheim"),),
    ),
    Sample(
        "ISO-Datum",
        "Hackathon\nDatum: 2024-06-08\nUhrzeit: 10:00 - 18:00\nOrt: Coworking-Space Hafen, Kaistraße 14",
        (
            at(
                "2024-06-08T10:00",
                end="2024-06-08T18:00",
                place="Coworking-Space Hafen",
                street_address="Kaistraße 14",
            ),
        ),
    ),
    Sample(
        "Heiligabend",
        "An Heiligabend um 16 Uhr feiern wir in der Lukaskirche einen Familiengottesdienst.",
        (at("2024-12-24T16:00", place="Lukaskirche"),),
        date(2024, 12, 2),
    ),
    Sample(
        "Erster Advent",
        "Adventsbasar\nAm 1. Advent von 11 bis 17 Uhr öffnet der Basar im Gemeindesaal.",
        (at("2024-12-01T11:00", end="2024-12-01T17:00", place="Gemeindesaal"),),
        date(2024, 11, 4),
    ),
    Sample(
        "Monatsname abgekürzt",
        "Radtour am Sa., 14. Sept. 2024, Abfahrt 9.30 Uhr am Rathaus",
        (at("2024-09-14T09:30", place="Rathaus"),),
    ),
    Sample(
        "Nummer und Alter sind keine Tage",
        "Kinderyoga\nFür Kinder von 6 bis 10 Jahren. Montag, 6. Mai, 16 bis 17 Uhr, Raum 3, 12 Plätze, 4,50 Euro.",
        (at("2024-05-06T16:00", end="2024-05-06T17:00", price="4,50 Euro"),),
    ),
    Sample(
        "Verlegt mit beiden Tagen",
        "Der für Samstag, 20. April, geplante Flohmarkt wird auf Samstag, 27. April, verschoben. Er beginnt um 10 Uhr auf dem Kirchplatz.",
        (at("2024-04-27T10:00", status="moved", moved_from="2024-04-20", place="Kirchplatz"),),
    ),
    Sample(
        "Abgesagt",
        "Seniorenausflug fällt aus\nDer für den 14. Mai um 9 Uhr geplante Ausflug des Seniorenbeirats fällt leider aus.",
        (at("2024-05-14T09:00", status="cancelled"),),
    ),
    Sample(
        "Nur bei Regen",
        "Open-Air-Kino am Freitag, 14. Juni, 22 Uhr, im Freibad. Bei Regen fällt die Vorstellung aus.",
        (at("2024-06-14T22:00", status="scheduled", place="Freibad"),),
    ),
)
