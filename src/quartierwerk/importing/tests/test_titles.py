"""What an event and a text are called: kind and own name, short, as a calendar writes it; never a time, a house or a request."""

from datetime import date

import pytest

from quartierwerk.importing.extract import extract
from quartierwerk.importing.extract.calendar_titles import as_in_a_calendar
from quartierwerk.importing.extract.draft import Value
from quartierwerk.importing.extract.lettering import in_normal_case
from quartierwerk.importing.extract.no_titles import is_no_title, is_only_a_house, is_said_to_somebody

TODAY = date(2026, 10, 1)


def titles(text: str) -> list[str]:
    return [each.title.value for each in extract(text, TODAY, published=TODAY).events]


def news(text: str) -> str:
    return extract(text, TODAY, published=TODAY).news[0].title.value


# ------------------------------------------------------------------------------------------------- how it is written


@pytest.mark.parametrize(
    ("shouted", "written"),
    [
        ("TAG DER OFFENEN TÜR", "Tag der offenen Tür"),
        ("GROSSER KINDERTRÖDEL IM PARK", "Großer Kindertrödel im Park"),
        ("3. REPAIR-CAFÉ IM QUARTIER", "3. Repair-Café im Quartier"),
        ("AWO-NACHMITTAG MIT KAFFEE UND KUCHEN", "AWO-Nachmittag mit Kaffee und Kuchen"),
        ("OPEN AIR: „DER GROSSE MUSTERFILM“", "Open Air: „Der große Musterfilm“"),
        ("KINO UNTER STERNEN im Garten", "Kino unter Sternen im Garten"),
        ("DRK-BLUTSPENDE", "DRK-Blutspende"),
        ("ST. ANNA: LANGE NACHT DER CHÖRE", "St. Anna: Lange Nacht der Chöre"),
        ("VHS", "VHS"),
        ("Ausstellung „ZWEIERLEI MUSTER“", "Ausstellung „ZWEIERLEI MUSTER“"),
        ("Sommerfest im Park", "Sommerfest im Park"),
    ],
)
def test_capitals_become_normal_letters(shouted, written):
    assert in_normal_case(shouted, "") == written


def test_capitals_are_written_as_the_text_writes_the_word():
    assert (
        in_normal_case("FEST IM MUSTERECK", "Wir treffen uns im MusterEck. Das Mustereck lädt ein.")
        == "Fest im Mustereck"
    )
    assert in_normal_case("FEST AM BUNTEN PLATZ", "Der Platz ist bunt.") == "Fest am bunten Platz"


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Geänderter Termin: Bürgerversammlung", "Bürgerversammlung"),
        ("Achtung! Neuer Termin: Herbstkirmes", "Herbstkirmes"),
        ("26-1204 Malen für Einsteiger", "Malen für Einsteiger"),
        ("Kurs-Nr. F4512: Nähen für Einsteiger", "Nähen für Einsteiger"),
        ("Kleiner Nähkurs (VHS-Nr. 262-503)", "Kleiner Nähkurs"),
        ("25 Jahre Bürgerbus", "25 Jahre Bürgerbus"),
        ("1250 Jahre Musterdorf", "1250 Jahre Musterdorf"),
        ("90er-Party", "90er-Party"),
        ("Öffentliche Führung: Sonntag, 7. Juni", "Öffentliche Führung"),
        ("Öffentliche Führung (So, 7.6., 15 Uhr)", "Öffentliche Führung"),
        ("Radtour Musterstadt – Neudorf", "Radtour Musterstadt – Neudorf"),
        ("15 Uhr: Kaffee und Klaviermusik", "Kaffee und Klaviermusik"),
        ("Offene Gartenpforte!!", "Offene Gartenpforte"),
        ("Konzert: „Licht an!“", "Konzert: „Licht an!“"),
        ("zur Jahreshauptversammlung", "Jahreshauptversammlung"),
        ("besinnlichen Stunde im Advent", "Besinnliche Stunde im Advent"),
        ("bunten Nachmittag", "Bunter Nachmittag"),
        ("Rundgänge", "Rundgang"),
        ("Tage der Musik", "Tage der Musik"),
        ("Lesung am", "Lesung"),
    ],
)
def test_a_title_is_written_as_a_calendar_writes_it(said, title):
    assert as_in_a_calendar(Value(said), "").value == title


# --------------------------------------------------------------------------------------------------- what is never one


@pytest.mark.parametrize(
    "words",
    [
        "Ostertagen", "12 Abende", "5 x 90 Min.", "Geöffnet ist der Markt", "Woche", "Stunde", "Küche", "Aula", "Veranstaltung",
        "Kleidung Gr. 50-152, Spielzeug", "Bücher, Spiele, Räder, Kleider", "Öffnungszeiten: Di–Fr", "Samstag, 22. Oktober 2026",
        "Unsere erste Probe ist am", "Lindenhof, Eintritt 8 Euro", "Jeweils",
    ],
)  # fmt: skip
def test_times_rooms_amounts_goods_and_half_sentences_name_nothing(words):
    assert is_no_title(words)


@pytest.mark.parametrize(
    "words",
    [
        "Kannst du bitte folgendes auf die Homepage setzen:", "Könnt ihr das bitte online stellen?", "Liebe Frau Muster,", "Guten Morgen",
        "Hallo Redaktion", "Bitte veröffentlichen Sie folgende Meldung", "Anbei unser Artikel", "WG: Termin", "Viele Grüße aus Neudorf",
        "hier unser Text, magst du den noch schnell bei euch teilen?",
    ],
)  # fmt: skip
def test_a_request_or_a_greeting_is_no_title(words):
    assert is_said_to_somebody(words)


@pytest.mark.parametrize(
    "words",
    [
        "Tag der offenen Tür", "Café Miteinander", "Krabbelstube", "Zehn Jahre Hospiz", "Zusammen kochen", "Liebe in Zeiten der Not",
        "Bitte zu Tisch!", "Wer hat Lust mitzulaufen?", "Wir bitten zum Tanz", "Drei Chöre, ein Konzert", "100 Minuten Musik", "Danke-Fest",
        "St. Martin", "Neues im Haus", "Offene Kirche", "Tanz in den Mai", "Theater",
    ],
)  # fmt: skip
def test_what_sounds_alike_is_a_title(words):
    assert not is_no_title(words) and not is_only_a_house(words)


@pytest.mark.parametrize(
    "words", ["GGS Oberdorf", "Küsterhaus Neustadt", "Ev. Gemeindehaus", "Turnhalle Nord"]
)
def test_a_house_by_itself_says_where(words):
    assert is_only_a_house(words)


# ------------------------------------------------------------------------------------------------- kind and own name


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ines Muster liest am Freitag, 23. Oktober 2026, um 20 Uhr in der Buchhandlung aus ihrem Roman „Kalter Tee“.", "Lesung „Kalter Tee“"),
        ("„Wolken über uns“\nSommerkonzert mit Liedern aus fünf Jahrzehnten\n\nSonntag, 11. Oktober 2026, 17 Uhr", "Sommerkonzert „Wolken über uns“"),
        ("Theater-AG der Musterschule spielt „Das Muster“\n\nZu sehen ist das Stück am Freitag, 6. November 2026, um 19 Uhr.", "Theater „Das Muster“"),
        ("Wir laden zu unserem Herbstfest ein. Wir feiern unter dem Motto „Ab ins Blaue“ am 10. Oktober 2026 ab 14 Uhr.", "Herbstfest „Ab ins Blaue“"),
        ("Neuer Spielplatz am Anger\n\nDie Eröffnung feiern wir am Freitag, 16. Oktober 2026, um 15 Uhr.", "Eröffnung: Neuer Spielplatz am Anger"),
        ("Eröffnung\n\nder Schau „Zwischenräume“ von Lena Muster am Sonntag, 18. Oktober 2026, um 11 Uhr.", "Eröffnung der Schau „Zwischenräume“ von Lena Muster"),
        ("Selbsthilfegruppe Tinnitus: Das nächste Treffen ist am Dienstag, 13. Oktober 2026, um 18 Uhr.", "Selbsthilfegruppe Tinnitus"),
        ("Am Sonntag, 11. Oktober 2026, um 11 Uhr führt Karl Muster durch die alte Schmiede.", "Führung durch die alte Schmiede"),
        ("Am Donnerstag, 19. November 2026, spricht Dr. Muster ab 18 Uhr im Rathaus über neue Medikamente.", "Vortrag über neue Medikamente"),
        ("Zu einer besinnlichen Stunde laden wir am Sonntag, 6. Dezember 2026, um 17 Uhr ein.", "Besinnliche Stunde"),
        ("Wir suchen Helfer für unseren Adventsbasar\n\nDer Basar ist am 29. November 2026 von 11 bis 17 Uhr.", "Adventsbasar"),
        ("Zauber rund um die Burg\n\nDer Verein lädt zum Weihnachtsmarkt ein.\n\nGeöffnet ist der Markt\nam Samstag, 5. Dezember 2026, von 13 bis 22 Uhr.", "Weihnachtsmarkt"),
        ("Laterne, Laterne …\n\nAm 11. November 2026 feiern wir. Um 17 Uhr beginnt der Martinszug an der Kirche.", "Martinszug"),
        ("Reparieren statt wegwerfen!\n\nBeim Repair-Café sitzen Leute, die löten. Das nächste Mal am 10. Oktober 2026 um 14 Uhr.", "Repair-Café"),
        ("DRK-Blutspendedienst\n\nDie Vorräte sind knapp – bitte spenden Sie Blut!\n\nMontag, 12. Oktober 2026, 15 Uhr\nGemeindehaus, Am Platz 2", "Blutspende"),
        ("TRÖDEL RUND UMS KIND\nin der Kita Linde\n\nWann? Samstag, 24.10.2026, 9.30 Uhr\nWas? Kleidung Gr. 50-152, Bücher, Räder", "Trödel rund ums Kind"),
        ("Gartenverein Musterstadt\nVortrag mit Bildern\n„Kräuter am Wegrand“\nDo. 22.10.2026, 19.30 Uhr, Kurhaus", "Vortrag mit Bildern: „Kräuter am Wegrand“"),
        ("Infoabend: Was bringt mir ein Musterdach?\nDienstag, 20. Oktober 2026, 18.30 Uhr", "Infoabend: Was bringt mir ein Musterdach?"),
        ("Schenken mit Herz – Packparty\n\nSonntag, 8. November 2026, 14 Uhr", "Schenken mit Herz – Packparty"),
        ("NEU NEU NEU\n\nLine Dance für Anfänger, ab Montag, 19. Oktober 2026, 20 Uhr, Saal der Gaststätte Adler", "Line Dance für Anfänger"),
        ("Einladung zur 3. öffentlichen Sitzung des Beirats am Mittwoch, 28. Oktober 2026, 17 Uhr", "3. öffentliche Sitzung des Beirats"),
        ("Unter dem Titel „Zwischen Zeilen“ findet am 11. November 2026 um 19 Uhr ein literarischer Abend statt.", "Literarischer Abend „Zwischen Zeilen“"),
    ],
)  # fmt: skip
def test_kind_and_name_stand_together(text, title):
    assert titles(text) == [title]


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("Neue Kurse in der GGS Oberdorf:\n\nRücken fit\nmontags 18.30 Uhr, Start: 19.10.2026\n\nBeweglich ab 60\ndienstags 9.15 Uhr, Start: 20.10.2026", ["Rücken fit", "Beweglich ab 60"]),
        ("VHS im Herbst\n\n26-3311 Erste Hilfe am Kind\nSa., 31.10.2026, 9.30 Uhr, Küsterhaus Neustadt, 38 EUR\n\n26-4102 Italienisch: ciao! (A1)\nDi., 03.11.2026, 19 Uhr, 12 Abende, 86 EUR", ["Erste Hilfe am Kind", "Italienisch: ciao! (A1)"]),
        ("Frauenhilfe\nMittwoch, 14.10.2026, 15 Uhr – Thema: „Rosen im Herbst“\nMittwoch, 11.11.2026, 15 Uhr – Thema: „Martin“", ["Frauenhilfe: „Rosen im Herbst“", "Frauenhilfe: „Martin“"]),
    ],
)  # fmt: skip
def test_of_several_each_has_its_own_name(text, both):
    assert titles(text) == both


# ------------------------------------------------------------------------------------------------------------ news


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("könnten Sie bitte folgendes in den Kalender aufnehmen:\n\nSpieleabend für Erwachsene\nFreitag, 16.10.2026, 19 Uhr", "Spieleabend für Erwachsene"),
        ("Startseite > Verein > Aktuelles\n\nNeue Bänke im Park\n\nSie stehen am Weiher.", "Neue Bänke im Park"),
        ("Heimatverein Musterstadt e. V.\n\nNeue Bänke im Park\n\nSie stehen am Weiher.", "Neue Bänke im Park"),
        ("EINLADUNG ZUR MIETERVERSAMMLUNG\n\nAm 20. Oktober 2026 um 18 Uhr in der Aula.", "Einladung zur Mieterversammlung"),
        ("Heimatverein Musterstadt e. V.\n\nAm 20. Oktober 2026 um 18 Uhr ist der Spieleabend, am 27. Oktober 2026 um 18 Uhr der Leseabend.", "Spieleabend und weitere Termine"),
        ("Die Stadt ändert ihre Öffnungszeiten. An Heiligabend bleibt alles zu, danach geht es im neuen Jahr weiter.", "Die Stadt ändert ihre Öffnungszeiten."),
    ],
)  # fmt: skip
def test_news_are_called_by_what_they_say(text, title):
    assert news(text) == title
