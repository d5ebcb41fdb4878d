"""Every written form of the tables is read back: random days and times in each of them."""

from datetime import date, time
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quartierwerk.importing.extract import dates, extract, times
from quartierwerk.importing.extract.layout import Layout
from quartierwerk.importing.extract.lexicon import MONTHS, ORDINALS, WEEKDAYS
from quartierwerk.importing.extract.recurrence import recurrences
from quartierwerk.importing.extract.text import Text
from quartierwerk.importing.extract.years import resolve

WEEKDAY = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
SHORT = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
MONTH = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
ABBREVIATED = ("Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez.")
ORDINAL = {number: word for word, number in reversed(ORDINALS.items())}
TODAY = date(2024, 4, 10)

# Each way to write a day: form of the table → renderings. “{w}” is added where a weekday may stand.
RENDERINGS = {
    "iso": (lambda d: d.isoformat(),),
    "named": (
        lambda d: f"{d.day}. {MONTH[d.month - 1]} {d.year}",
        lambda d: f"{d.day}.{MONTH[d.month - 1]} {d.year}",
        lambda d: f"{d.day:02}. {ABBREVIATED[d.month - 1]} {d.year}",
        lambda d: f"{WEEKDAY[d.weekday()]}, {d.day}. {MONTH[d.month - 1]} {d.year}",
        lambda d: f"{WEEKDAY[d.weekday()]}, den {d.day}. {MONTH[d.month - 1]} {d.year}",
        lambda d: f"{SHORT[d.weekday()]}., {d.day}. {MONTH[d.month - 1]} {d.year}",
        lambda d: f"{d.day}. {MONTH[d.month - 1].upper()} {d.year}",
    ),
    "numeric": (
        lambda d: f"{d.day}.{d.month}.{d.year}",
        lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
        lambda d: f"{d.day}. {d.month}. {d.year}",
        lambda d: f"{d.day:02}.{d.month:02}.{d.year % 100:02}",
        lambda d: f"{SHORT[d.weekday()]} {d.day}. {d.month}. {d.year}",
        lambda d: f"{SHORT[d.weekday()]}., {d.day}.{d.month}.{d.year}",
        lambda d: f"{WEEKDAY[d.weekday()]}, der {d.day:02}.{d.month:02}.{d.year}",
    ),
    "numeric-year": (lambda d: f"{d.day}.{d.month} {d.year}",),
    "slash": (lambda d: f"{d.day}/{d.month}/{d.year}",),
    "tile": (
        lambda d: f"\n{MONTH[d.month - 1]}\n{d.day:02}\n{d.year}\n",
        lambda d: f"\n{ABBREVIATED[d.month - 1]}\n{d.day}\n{d.year}\n",
    ),
    "word": (lambda d: f"{ORDINAL[d.day]}en {MONTH[d.month - 1]} {d.year}",),
}
# Forms without a year: the day must come back from its weekday or its nearness.
YEARLESS = {
    "named": (
        lambda d: f"{d.day}. {MONTH[d.month - 1]}",
        lambda d: f"{WEEKDAY[d.weekday()]}, {d.day}. {MONTH[d.month - 1]}",
    ),
    "numeric": (lambda d: f"{d.day}.{d.month}.", lambda d: f"{SHORT[d.weekday()]}, {d.day:02}.{d.month:02}."),
    "bare": (lambda d: f"{WEEKDAY[d.weekday()]}, {d.day}.{d.month}", lambda d: f"{d.day}.{d.month}"),
    "word": (lambda d: f"{ORDINAL[d.day]}en {MONTH[d.month - 1]}",),
}
days = st.dates(date(2000, 1, 1), date(2039, 12, 31))
soon = st.dates(date(2024, 4, 10), date(2024, 12, 5))


def _read(words: str) -> list[tuple[date | None, date | None]]:
    return [
        (resolve(first, TODAY).day, resolve(last, TODAY).day if last else None)
        for mention in dates.dates(Text(words))
        for first, last in mention.pieces
    ]


def test_every_form_of_a_date_has_a_rendering():
    assert {form.name for form in dates.FORMS} == set(RENDERINGS) | set(YEARLESS)


@pytest.mark.parametrize("form", RENDERINGS)
@given(day=days, data=st.data())
@settings(max_examples=60)
def test_a_date_with_its_year_is_read_back(form, day, data):
    write = data.draw(st.sampled_from(RENDERINGS[form]))
    assert _read(f"Wir treffen uns am {write(day)} im Saal.") == [(day, None)]


@pytest.mark.parametrize("form", YEARLESS)
@given(day=soon, data=st.data())
@settings(max_examples=60)
def test_a_date_without_its_year_is_the_next_one(form, day, data):
    write = data.draw(st.sampled_from(YEARLESS[form]))
    assert _read(f"Wir treffen uns am {write(day)} im Saal.") == [(day, None)]


@given(first=soon, length=st.integers(1, 20), data=st.data())
@settings(max_examples=80)
def test_a_range_is_read_back(first, length, data):
    last = date.fromordinal(first.toordinal() + length)
    assume(last <= date(2024, 12, 5))  # without a year, a later day would be the one of last December
    forms = [
        f"vom {first.day}.{first.month}. bis {last.day}.{last.month}.{last.year}",
        f"{first.day}. {MONTH[first.month - 1]} – {last.day}. {MONTH[last.month - 1]} {last.year}",
        f"von {WEEKDAY[first.weekday()]}, {first.day}. {MONTH[first.month - 1]}, bis {WEEKDAY[last.weekday()]}, {last.day}. {MONTH[last.month - 1]} {last.year}",
        f"{first.isoformat()} bis {last.isoformat()}",
    ]
    if first.month == last.month:
        forms += [
            f"{first.day}.–{last.day}. {MONTH[last.month - 1]} {last.year}",
            f"{first.day}.-{last.day}.{last.month}.{last.year}",
            f"vom {first.day}. bis {last.day}. {MONTH[last.month - 1]}",
            f"{SHORT[first.weekday()]}., {first.day}., bis {SHORT[last.weekday()]}., {last.day}. {MONTH[last.month - 1]}",
        ]
    assert _read(f"Das Lager ist {data.draw(st.sampled_from(forms))}.") == [(first, last)]


@given(
    numbers=st.lists(st.integers(1, 28), min_size=2, max_size=6, unique=True),
    month=st.integers(5, 11),
    data=st.data(),
)
@settings(max_examples=80)
def test_a_list_of_days_is_read_back(numbers, month, data):
    numbers.sort()
    assume(all(b - a > 1 for a, b in pairwise(numbers)))
    end = data.draw(st.sampled_from([f". {MONTH[month - 1]}", f".{month}.", f".{month}.2024"]))
    *earlier, last = numbers
    joint = data.draw(st.sampled_from([" und ", ", ", " sowie "]))
    words = ", ".join(f"{number}." for number in earlier) + f"{joint}{last}{end}"
    assert _read(f"Wir sehen uns am {words}") == [(date(2024, month, number), None) for number in numbers]


TIMES = {
    "Uhr": (lambda t: f"um {t.hour}.{t.minute:02} Uhr", lambda t: f"um {t.hour}:{t.minute:02} Uhr", lambda t: f"um{t.hour}.{t.minute:02} Uhr", lambda t: f"{t.hour}.{t.minute:02}h"),
    "compact": (lambda t: f"um {t.hour:02}{t.minute:02} Uhr",),
    "colon": (lambda t: f"ab {t.hour:02}:{t.minute:02}", lambda t: f"{t.hour}:{t.minute:02}"),
    "cue and dot": (lambda t: f"Beginn: {t.hour}.{t.minute:02}", lambda t: f"um {t.hour}.{t.minute:02}"),
}  # fmt: skip
RANGES = {
    "two ranges": (lambda a, b: f"von {a.hour}.{a.minute:02} bis 12 und 14 bis {b.hour}.{b.minute:02} Uhr", lambda a, b: f"{a.hour}:{a.minute:02}-12:00 Uhr und 14:00-{b.hour}:{b.minute:02} Uhr"),
    "range": (lambda a, b: f"von {a.hour}.{a.minute:02} bis {b.hour}.{b.minute:02} Uhr", lambda a, b: f"{a.hour}:{a.minute:02}–{b.hour}:{b.minute:02} Uhr", lambda a, b: f"{a.hour}.{a.minute:02} Uhr bis {b.hour}.{b.minute:02} Uhr"),
    "range without Uhr": (lambda a, b: f"{a.hour:02}:{a.minute:02} - {b.hour:02}:{b.minute:02}", lambda a, b: f"von {a.hour}.{a.minute:02} bis {b.hour}.{b.minute:02}"),
    "range, Uhr first": (lambda a, b: f"{a.hour}.{a.minute:02} Uhr bis {b.hour}.{b.minute:02}",),
    "between": (lambda a, b: f"zwischen {a.hour}.{a.minute:02} und {b.hour}.{b.minute:02} Uhr",),
}  # fmt: skip
IN_WORDS = {
    "several": ("um 15 und 17 Uhr", [time(15), time(17)]),
    "cue and hour": ("ab 9, im Saal", [time(9)]),
    "pair": ("um 18.00/20.30", [time(18), time(20, 30)]),
    "range in brackets": ("am 8.12. (17-19)", [time(17)]),
    "half": ("um halb acht abends", [time(19, 30)]),
    "word": ("um acht Uhr morgens", [time(8)]),
    "named": ("um Mitternacht", [time(0)]),
}
moments = st.builds(time, st.integers(0, 23), st.integers(0, 59))


def _times(words: str) -> list[tuple[list[time], time | None]]:
    return [(list(mention.starts), mention.until) for mention in times.times(Text(words), [])]


def test_every_form_of_a_time_has_a_rendering():
    assert {form.name for form in times.FORMS} == {*TIMES, *RANGES, *IN_WORDS}


@pytest.mark.parametrize("form", TIMES)
@given(moment=moments, data=st.data())
@settings(max_examples=50)
def test_a_time_is_read_back(form, moment, data):
    write = data.draw(st.sampled_from(TIMES[form]))
    assert _times(f"Los geht es {write(moment)} im Saal.") == [([moment], None)]


@pytest.mark.parametrize("form", RANGES)
@given(first=moments, last=moments, data=st.data())
@settings(max_examples=50)
def test_a_stretch_of_time_is_read_back(form, first, last, data):
    write = data.draw(st.sampled_from(RANGES[form]))
    assert _times(f"Los geht es {write(first, last)} im Saal.") == [([first], last)]


@pytest.mark.parametrize("form", IN_WORDS)
def test_a_time_in_words_is_read(form):
    words, starts = IN_WORDS[form]
    assert [found for found, _until in _times(f"Los geht es {words}.")] == [starts]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("jeden Dienstag", "weekly:TU"),
        ("dienstags und freitags", "weekly:TU,FR"),
        ("jeden Dienstag und Freitag", "weekly:TU,FR"),
        ("Mo-Fr 9-12 Uhr", "weekly:MO,TU,WE,TH,FR"),
        ("montags bis donnerstags", "weekly:MO,TU,WE,TH"),
        ("alle zwei Wochen mittwochs", "biweekly:WE"),
        ("14-tägig donnerstags", "biweekly:TH"),
        ("jeden zweiten Donnerstag", "biweekly:TH"),
        ("an jedem zweiten Donnerstag", "biweekly:TH"),
        ("an jedem ersten und dritten Freitag", "monthly:1FR,3FR"),
        ("alle 14 Tage im Lesecafé (mittwochs", "biweekly:WE"),
        ("jeden zweiten Donnerstag im Monat", "monthly:2TH"),
        ("jeden 1. und 3. Mittwoch im Monat", "monthly:1WE,3WE"),
        ("am letzten Donnerstag im Monat", "monthly:-1TH"),
        ("jeweils am vierten Samstag im Monat", "monthly:4SA"),
        ("jeden ersten Montag", "monthly:1MO"),
        ("immer am zweiten Dienstag", "monthly:2TU"),
        ("jeden Dienstag und Donnerstag, 18.30 Uhr", "weekly:TU,TH"),
        ("in den ungeraden Wochen mittwochs", "biweekly:WE"),
        ("jede zweite Woche dienstags", "biweekly:TU"),
        ("täglich", "daily:"),
        ("einmal im Monat", "monthly:"),
    ],
)
def test_what_repeats_is_read(words, code):
    assert [each.code for each in recurrences(Layout(Text(f"Wir treffen uns {words}.")))] == [code]


@given(day=soon, moment=st.builds(time, st.integers(8, 21), st.sampled_from([0, 15, 30, 45])))
@settings(max_examples=60)
def test_a_whole_announcement_is_read_back(day, moment):
    text = f"Nachbarschaftsfest\nAm {WEEKDAY[day.weekday()]}, {day.day}. {MONTH[day.month - 1]}, um {moment.hour}.{moment.minute:02} Uhr im Gemeindehaus."
    (event,) = extract(text, TODAY).events
    assert event.start.value.isoformat() == f"{day}T{moment:%H:%M:%S}"
    assert (event.title.value, event.place.value) == ("Nachbarschaftsfest", "Gemeindehaus")


def test_the_tables_of_words_are_whole():
    assert set(WEEKDAYS.values()) == set(range(7))
    assert set(MONTHS.values()) == set(range(1, 13))
    assert set(ORDINALS.values()) >= set(range(1, 32))
