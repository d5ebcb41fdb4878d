"""What the form says about repeating, the rule it means, and the words readers get."""

from datetime import date
from itertools import product

import pytest
from django.utils.translation import override

from quartierwerk.events.factories import local
from quartierwerk.events.models import Event
from quartierwerk.events.series.recurrence import is_valid_rule
from quartierwerk.events.series.repetition import NTHS, WEEKDAYS, Repeats, Repetition, parts_of, read, write
from quartierwerk.events.series.text import recurrence_text

FORM = [
    *(Repetition(Repeats.DAILY, every, count=count) for every, count in product((1, 3), (None, 5))),
    *(
        Repetition(Repeats.WEEKLY, every, weekdays, count=count)
        for every, weekdays, count in product((1, 2, 6), ((), ("TH",), ("MO", "WE"), WEEKDAYS), (None, 10))
    ),
    *(
        Repetition(Repeats.MONTHLY_WEEKDAY, every, weekdays, nths)
        for every, weekdays, nths in product((1, 2), (("WE",), ("MO", "FR")), ((-1,), (1, 3), NTHS))
    ),
    *(
        Repetition(Repeats.MONTHLY_DAY, every, month_day=day)
        for every, day in product((1, 3), (None, 1, 15, 31))
    ),
    *(Repetition(Repeats.YEARLY, every, count=count) for every, count in product((1, 2), (None, 3))),
    Repetition(Repeats.NEVER),
]


@pytest.mark.parametrize("said", FORM, ids=write)
def test_what_the_form_says_comes_back_as_it_was_said(said):
    assert read(write(said)) == said
    assert said.kind == Repeats.NEVER or is_valid_rule(write(said))


STORED = [
    ";".join(filter(None, parts))
    for parts in product(
        ("FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY"),
        ("", "INTERVAL=1", "INTERVAL=2"),
        ("", "BYDAY=TH", "BYDAY=-1WE", "BYDAY=1MO,3MO", "BYDAY=5FR", "BYDAY=MO,2TU"),
        ("", "BYMONTHDAY=15", "BYMONTHDAY=-1", "BYMONTHDAY=1,15"),
        ("", "BYMONTH=6", "BYSETPOS=-1", "WKST=SU", "COUNT=4"),
    )
]


def test_every_rule_that_may_be_stored_survives_the_form():
    assert [rule for rule in STORED if parts_of(write(read(rule))) != parts_of(rule)] == []


def test_a_rule_the_form_cannot_say_is_shown_word_for_word():
    assert read("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1").other == "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1"
    assert read("FREQ=WEEKLY;INTERVAL=zwei").kind == Repeats.OTHER
    assert read("FREQ=MONTHLY;BYDAY=1MO,2TU").kind == Repeats.OTHER


WORDS = [
    ("", "", ""),
    ("FREQ=DAILY", "jeden Tag", "every day"),
    ("FREQ=DAILY;INTERVAL=3", "alle 3 Tage", "every 3 days"),
    ("FREQ=WEEKLY", "jeden Donnerstag", "every Thursday"),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "jeden zweiten Donnerstag", "every second Thursday"),
    (
        "FREQ=WEEKLY;BYDAY=MO,WE,FR",
        "jeden Montag, Mittwoch und Freitag",
        "every Monday, Wednesday and Friday",
    ),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "von Montag bis Freitag", "Monday to Friday"),
    (
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
        "alle 2 Wochen am Montag und Donnerstag",
        "every 2 weeks on Monday and Thursday",
    ),
    ("FREQ=WEEKLY;INTERVAL=6;BYDAY=TH", "alle 6 Wochen am Donnerstag", "every 6 weeks on Thursday"),
    ("FREQ=MONTHLY;BYDAY=-1WE", "am letzten Mittwoch des Monats", "on the last Wednesday of the month"),
    (
        "FREQ=MONTHLY;BYDAY=1MO,3MO",
        "am ersten und dritten Montag des Monats",
        "on the first and third Monday of the month",
    ),
    (
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1WE",
        "alle 2 Monate am letzten Mittwoch",
        "every 2 months on the last Wednesday",
    ),
    ("FREQ=MONTHLY", "am 8. jedes Monats", "on day 8 of every month"),
    ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15", "alle 3 Monate am 15.", "every 3 months on day 15"),
    ("FREQ=YEARLY", "jedes Jahr am 8. Oktober", "every year on 8 October"),
    ("FREQ=WEEKLY;COUNT=5", "jeden Donnerstag, 5 Termine", "every Thursday, 5 dates"),
    ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1", "an mehreren Terminen", "on several dates"),
]


@pytest.mark.parametrize(("rule", "german", "_english"), WORDS)
def test_readers_get_the_rule_in_german_words(rule, german, _english):
    assert recurrence_text(Event(rule=rule, starts_at=local(2026, 10, 8, 16))) == german


def test_the_words_tell_the_last_day():
    event = Event(rule="FREQ=WEEKLY", starts_at=local(2026, 10, 8, 16), repeats_until=date(2026, 11, 12))
    assert recurrence_text(event) == "jeden Donnerstag, bis 12. November 2026"


@pytest.mark.parametrize(("rule", "_german", "english"), WORDS)
def test_readers_get_the_rule_in_english_words(rule, _german, english):
    with override("en"):
        assert recurrence_text(Event(rule=rule, starts_at=local(2026, 10, 8, 16))) == english
