"""Whatever is pasted: never an exception, spans inside the text, the same answer twice, linear in length."""

import re
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quartierwerk.importing.extract import Gazetteer, extract
from quartierwerk.importing.extract.draft import DoubtKind, Span, Value
from quartierwerk.importing.labels import as_labels

from . import samples, samples_traps

ALL = [*samples.LISTS, *samples.SINGLE, *samples_traps.PEOPLE, *samples_traps.SERIES, *samples_traps.NONE]
TOWN = Gazetteer(
    venues={"Rathaus": ("Mitte", "Markt 1"), "Bürgertreff": ("", "")},
    streets={"Hauptstraße": "Mitte"},
    quarters={"Mitte": "Mitte", "Nord": "Nord"},
    area_code="01234",
)
PIECES = (
    "am", "vom", "bis", "Montag,", "Fr.", "3.", "31.", "29. Februar", "Mai", "5.5.", "2024", "99.99.9999", "12:30", "24 Uhr", "25 Uhr", "von 18 bis", "Uhr",
    "und", ",", "\n", "\n\n", "- ", "# ", "* ", "(", ")", "„", "“", "\"", "Tel. 0", "02324/204", "-5501/-02", "info@", "(at)", "example.org", "https://", "Straße 3", "im Rathaus",
    "nicht veröffentlichen", "nur für Sie:", "Anwesend:", "ist krank", "Frau Meier", "IBAN DE12 3456", "Für die Homepage:", "vertraulich", "Sperrfrist:", "--",
    "jeden", "zweiten", "Anmeldung", "bis zum", "abgesagt", "verschoben auf den", "&amp;", "\u00ad", "\u0000", "😀", "³⁰", "19", "Zwei", "halb acht", "Heiligabend", "€", "5,", "morgen",
)  # fmt: skip


def _spans(value: object) -> list[Span]:
    if isinstance(value, Span):
        return [value]
    if isinstance(value, Value):
        return [*value.spans, *(doubt.span for doubt in value.doubts if doubt.span)]
    if isinstance(value, tuple):
        return [span for each in value for span in _spans(each)]
    return (
        [span for each in vars(value).values() for span in _spans(each)]
        if hasattr(value, "__dataclass_fields__")
        else []
    )


def assert_it_holds(text: str, today: date) -> None:
    draft = extract(text, today, TOWN)
    assert all(
        0 <= span.start <= span.end <= len(text)
        for span in _spans((*draft.news, *draft.events, *draft.contacts, *draft.figures))
    )
    assert all(
        0 <= value.confidence <= 1
        for event in draft.events
        for value in vars(event).values()
        if isinstance(value, Value)
    )
    as_labels("", draft)


@given(text=st.text(max_size=400), today=st.dates())
@settings(max_examples=200)
def test_any_characters_are_read_without_an_exception(text, today):
    assert_it_holds(text, today)


@given(
    pieces=st.lists(st.sampled_from(PIECES), max_size=60), today=st.dates(), joint=st.sampled_from(["", " "])
)
@settings(max_examples=300)
def test_any_scraps_of_announcements_are_read_without_an_exception(pieces, today, joint):
    assert_it_holds(joint.join(pieces), today)


@given(sample=st.sampled_from(ALL), cut=st.integers(0, 600), length=st.integers(0, 600), today=st.dates())
@settings(max_examples=150)
def test_any_cut_of_an_announcement_is_read_without_an_exception(sample, cut, length, today):
    assert_it_holds(sample.text[cut : cut + length], today)


@pytest.mark.parametrize("sample", ALL, ids=lambda sample: sample.name)
def test_the_same_text_gives_the_same_draft(sample):
    assert extract(sample.text, sample.today, TOWN) == extract(sample.text, sample.today, TOWN)


@pytest.mark.parametrize("sample", ALL, ids=lambda sample: sample.name)
def test_line_ends_and_blanks_of_another_system_change_nothing(sample):
    dos = sample.text.replace("\n", "\r\n").replace(" Uhr", "\u00a0Uhr")
    known = [each["start"] for each in as_labels("", extract(sample.text, sample.today))["events"]]
    assert [each["start"] for each in as_labels("", extract(dos, sample.today))["events"]] == known


def test_each_value_stands_where_its_span_says():
    text = "Sommer\u00adfest &amp; Musik\r\n\r\nAm **Samstag, 15. Juni 2024**, um 14³⁰ Uhr im Haus der Begegnung, Tel. 0800 1234567."
    (event,) = extract(text, date(2024, 5, 1)).events

    def said(value: Value) -> list[str]:
        return [text[span.start : span.end] for span in value.spans]

    assert said(event.place) == ["Haus der Begegnung"]
    assert said(event.phones[0]) == ["0800 1234567"]
    assert said(event.start) == ["Samstag, 15. Juni 2024", "14³⁰ Uhr"]
    assert event.title.value == "Sommerfest & Musik"


HOSTILE = (
    "A" * 200_000, "a@" * 60_000, "1" * 200_000, "1." * 100_000, "0 " * 100_000, "Am " * 60_000, "\"" * 100_000, "(" * 100_000, "\n" * 200_000, "- " * 100_000,
    "im Haus " * 25_000, "Am 3. Mai " * 20_000, "von 8 bis " * 20_000, "Aa-" * 60_000, "St. " * 50_000, "jeden " * 30_000, "3., " * 50_000, "Tel. 02324/" * 20_000, "&amp;" * 40_000, "*" * 200_000,
    "Frau Meier ist krank " * 10_000, "nicht veröffentlichen " * 9_000, "Anwesend:\n" * 20_000, "IBAN DE12 3456 " * 13_000, "Tagesordnung: 1. " * 12_000, "nur für Sie:\n\n" * 13_000,
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:10].encode("unicode_escape").decode())
def test_no_text_makes_the_grammars_slow(text):
    """Two hundred thousand characters of one thing take a second or two; a pattern that goes wild needs hours."""
    began = time.process_time()
    extract(text, date(2024, 4, 10), TOWN)
    assert time.process_time() - began < 15


def test_reading_is_linear_in_length():
    """Without numbers, so that no limit of dates shortens it; generous, because other tests run beside this one."""
    prose = re.sub(r"\d+", "", "\n\n".join(sample.text for sample in ALL))
    seconds = []
    for size in (125_000, 500_000):
        text = (prose * (size // len(prose) + 1))[:size]
        began = time.process_time()
        extract(text, date(2024, 4, 10), TOWN)
        seconds.append(time.process_time() - began)
    assert seconds[1] < 4 * 1.8 * seconds[0]


def test_a_book_of_dates_is_read_up_to_its_five_hundredth():
    text = "Am 3. Mai 2024 um 15 Uhr im Rathaus.\n\n" * 3_000
    draft = extract(text, date(2024, 4, 10))
    assert [doubt.kind for doubt in draft.doubts] == [DoubtKind.TOO_LONG]
    assert len(draft.events) == 1
