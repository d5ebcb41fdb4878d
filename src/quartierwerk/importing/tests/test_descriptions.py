"""What is told of an event and of a news item: a summary, paragraphs, and by which way one registers."""

from datetime import date

import pytest

from quartierwerk.importing.extract import extract

TODAY = date(2024, 4, 10)
EVENING = (
    "Abend über Bienen\n\n"
    "Der Imkerverein lädt am Dienstag, 7. Mai, um 19 Uhr ins Gemeindehaus ein. "
    "Imkerin Petra Beispiel erzählt, wie ein Volk durch den Winter kommt. "
    "Anmelden kann man sich unter Telefon 0800 1234567 oder per E-Mail an bienen@example.org.\n\n"
    "Wer mag, bringt Gläser mit."
)
LIST = "Termine im Mai\n\n- 3. Mai, 19 Uhr: Skatabend, Gasthof Zur Linde\n- 5. Mai, 9 Uhr: Flohmarkt, Marktplatz\n"


def one(text):
    (event,) = extract(text, TODAY).events
    return event


def test_the_summary_tells_what_it_is_and_not_how_to_register():
    assert one(EVENING).summary.value == (
        "Der Imkerverein lädt am Dienstag, 7. Mai, um 19 Uhr ins Gemeindehaus ein. "
        "Imkerin Petra Beispiel erzählt, wie ein Volk durch den Winter kommt."
    )


def test_the_description_has_the_paragraphs_of_the_only_event():
    assert [part.value[:12] for part in one(EVENING).description] == ["Der Imkerver", "Wer mag, bri"]


def test_a_line_of_a_list_is_its_own_summary():
    assert [event.summary.value for event in extract(LIST, TODAY).events] == [
        "3. Mai, 19 Uhr: Skatabend, Gasthof Zur Linde",
        "5. Mai, 9 Uhr: Flohmarkt, Marktplatz",
    ]


def test_each_of_two_events_is_told_by_its_own_sentences():
    text = "Im Museum\n\nAm 3. Mai um 15 Uhr führt Anna Muster durch die neue Ausstellung.\n\nAm 9. Mai um 10 Uhr basteln Kinder ab sechs Jahren Drachen aus Papier."
    assert [event.summary.value.split()[-2:] for event in extract(text, TODAY).events] == [
        ["neue", "Ausstellung."],
        ["aus", "Papier."],
    ]


@pytest.mark.parametrize("count", [1, 5, 40])
def test_a_teaser_ends_at_a_sentence_and_has_300_characters_at_most(count):
    sentence = (
        "Der Verein zeigt am Samstag, was er in diesem Jahr alles gebaut hat" + ", und noch mehr" * count
    )
    teaser = extract(f"Bauen\n\n{sentence}. Alle sind eingeladen.", TODAY).news[0].teaser.value
    assert len(teaser) <= 300
    assert teaser.endswith((".", " …"))


@pytest.mark.parametrize(
    ("words", "how"),
    [
        ("Bitte melden Sie sich bis zum 2. Mai telefonisch unter 0800 1234567 an.", "telefonisch"),
        ("Anmeldung per E-Mail an fest@example.org.", "E-Mail"),
        ("Anmeldungen nimmt das Bürgerbüro entgegen.", "Bürgerbüro"),
        ("Zur Anmeldung bitte das Formular auf www.example.org ausfüllen.", "Formular"),
        ("Karten gibt es an der Abendkasse.", "Abendkasse"),
    ],
)
def test_the_way_to_register_is_the_sentence_that_says_so(words, how):
    event = one(
        f"Bauen für Kinder\n\nAm Samstag, 4. Mai, um 10 Uhr im Werkhaus. {words} Mitzubringen ist nichts."
    )
    assert event.registration_how.value == words
    assert how in event.registration_how.value


def test_in_the_sentence_of_the_date_only_the_clause_counts():
    event = one("Bauen am Samstag, 4. Mai, 10 Uhr, Werkhaus, Anmeldung unter Tel. 0800 1234567")
    assert event.registration_how.value == "Anmeldung unter Tel. 0800 1234567"


def test_where_nobody_needs_to_register_there_is_no_way():
    assert one("Fest am 4. Mai um 10 Uhr im Park. Eine Anmeldung ist nicht nötig.").registration_how is None


PROGRAMME = "Programm\n\nAlles im Treff am Bach. Beginn jeweils 19 Uhr.\n\nMi, 1.5. Spieleabend\nMi, 8.5. Kuchen backen\nDo, 16.5. Filmabend\n"


def test_an_event_of_a_list_is_described_by_its_own_line():
    assert [[part.value for part in event.description] for event in extract(PROGRAMME, TODAY).events] == [
        ["Mi, 1.5. Spieleabend"],
        ["Mi, 8.5. Kuchen backen"],
        ["Do, 16.5. Filmabend"],
    ]


def test_the_news_of_a_list_keep_its_lines():
    assert [part.value for part in extract(PROGRAMME, TODAY).news[0].body][1:] == [
        "Mi, 1.5. Spieleabend",
        "Mi, 8.5. Kuchen backen",
        "Do, 16.5. Filmabend",
    ]


def test_the_line_of_a_neighbour_is_not_told():
    text = "Termine\n\nGebet: Freitag, 3.5., 19 Uhr in der Kapelle.\nNachmittag für alle: jeden ersten Mittwoch im Monat, 15 bis 17 Uhr, Pfarrheim.\n"
    first = next(event for event in extract(text, TODAY).events if event.start)
    assert "Nachmittag" not in " ".join([first.summary.value, *(part.value for part in first.description)])


def test_the_day_of_the_text_and_an_address_that_is_missing_are_not_described():
    text = "8. April 2024\n\nMaifest\n\nAm 4. Mai um 15 Uhr feiern wir im Park. Um Anmeldung bei Uta Muster wird gebeten: Telefon 0800 1234567, E-Mail: ."
    event = one(text)
    assert "8. April" not in event.description[0].value
    assert event.registration_how.value == "Um Anmeldung bei Uta Muster wird gebeten: Telefon 0800 1234567."
