"""Of letters, mails and press releases only what they announce is told; their day is the day of the news."""

from datetime import date

import pytest

from quartierwerk.importing.drafts import draft_of, subject
from quartierwerk.importing.extract import extract
from quartierwerk.importing.factories import announcement

TODAY = date(2024, 4, 10)
NEWS = "Neue Bänke im Park\n\nDie Stadt stellt neue Bänke auf. Im Mai sollen sie fertig sein."
LETTER = (
    "Sehr geehrte Damen und Herren,\n\n"
    "am Samstag, 4. Mai, um 15 Uhr feiern wir im Werkhaus unser Maifest. Gäste sind willkommen. "
    "Bitte veröffentlichen Sie dies auf Ihrer Seite.\n\n"
    "Mit freundlichen Grüßen\ngez. Karl Muster, Schriftführer\nLindenweg 3"
)


def all_words(draft):
    values = [value for item in draft.news for value in (item.title, item.teaser, *item.body)]
    values += [value for event in draft.events for value in (event.title, event.summary, *event.description)]
    return " ".join(value.value for value in values if value)


@pytest.mark.parametrize(
    "head",
    [
        "Pressemitteilung der Stadt Musterstadt, 8. April 2024",
        "Presseinformation Nr. 214/2024 vom 8. April 2024",
        "MEDIENINFO – 08.04.2024",
        "Presse-Info Nr. 7\nMusterstadt, den 8. April 2024",
        "Stadt Musterstadt\nPressestelle\nAm Markt 1\n12345 Musterstadt\nTel. 0800 1234567\nDatum: 8. April 2024",
        "Von: presse@example.org\nGesendet: Montag, 8. April 2024\nBetreff: Bänke",
    ],
)
def test_the_day_of_a_letterhead_is_the_day_of_the_news(head):
    draft = extract(f"{head}\n\n{NEWS}", TODAY)
    (item,) = draft.news
    assert (item.title.value, item.published.value) == ("Neue Bänke im Park", date(2024, 4, 8))
    assert [part.value[:9] for part in item.body] == ["Die Stadt"]
    assert not draft.events


def test_a_release_about_something_is_a_headline():
    text = "Pressemitteilung zum Maifest\n\nDas Fest beginnt am 4. Mai um 15 Uhr im Park."
    assert extract(text, TODAY).events[0].title.value != "Veranstaltung"


def test_salutation_farewell_and_requests_are_not_told():
    words = all_words(extract(LETTER, TODAY))
    assert "Gäste sind willkommen." in words
    for aside in ("geehrte", "veröffentlichen", "Grüßen", "Karl", "Lindenweg"):
        assert aside not in words


def test_a_letter_is_called_by_its_subject_else_by_its_event():
    assert extract(LETTER, TODAY, title="Maifest der Gärtner").news[0].title.value == "Maifest der Gärtner"
    assert extract(LETTER, TODAY).news[0].title.value == "Maifest"
    named = extract(f"Betreff: Fest der Gärtner\n\n{LETTER}", TODAY, title="Post")
    assert named.news[0].title.value == "Fest der Gärtner"


def test_a_headline_comes_before_the_subject():
    assert extract(NEWS, TODAY, title="Text für die Seite").news[0].title.value == "Neue Bänke im Park"


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("AW: WG: Maifest", "Maifest"),
        ("presse_2024", ""),
        ("bericht.docx", ""),
        ("Pressemitteilung", ""),
        ("", ""),
    ],
)
def test_names_of_files_and_answers_are_no_subjects(title, said):
    assert subject(title) == said


@pytest.mark.django_db
def test_the_draft_of_a_mail_without_a_headline_bears_its_subject():
    given = announcement(LETTER, title="AW: Maifest der Gärtner", read_on=TODAY)
    assert draft_of(given).news[0].title.value == "Maifest der Gärtner"


def test_who_writes_to_readers_is_whom_to_ask_and_who_writes_to_the_press_is_not():
    signed = "\n0800 998877"
    to_readers = (
        "Liebe Nachbarn,\n\nam Samstag, 4. Mai, um 15 Uhr pflanzen wir Stauden.\n\nViele Grüße\nKim Muster"
    )
    (planting,) = extract(to_readers + signed, TODAY).events
    assert [each.value.written for each in planting.phones] == ["0800 998877"]
    (feast,) = extract(LETTER + signed, TODAY).events
    assert feast.phones == ()
