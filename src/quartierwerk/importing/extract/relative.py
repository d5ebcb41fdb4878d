"""Days named without their date: “morgen”, “am kommenden Samstag”, “Heiligabend”. A written date beside them wins.

`SPOKEN` is the table of words, feasts.py that of feasts. A bare weekday counts only with a time of day in its sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from .dates import NEAR, DateMention, Day
from .draft import DoubtKind
from .feasts import FEAST, feast, is_of_month
from .layout import Layout
from .lexicon import WEEKDAYS
from .roles import is_report
from .stretches import Stretches
from .times import TimeMention
from .years import Resolved, next_weekday, shifted

SPOKEN = {"heute": 0, "heutig": 0, "morgen": 1, "morgig": 1, "übermorgen": 2, "übermorgig": 2}
WEEKS = {
    "übernächst": 1, "in einer woche": 1, "in acht tagen": 1, "in zwei wochen": 2, "in 14 tagen": 2, "in vierzehn tagen": 2,
}  # fmt: skip
# “Donnerstag nächster Woche”: weeks from this one
OF_WEEK = {"dies": 0, "nächst": 1, "kommend": 1, "folgend": 1, "übernächst": 2}
PAST = ("letzt", "vergangen", "vorig")


LATER = {
    r"einen tag später|tags darauf|am tag (?:darauf|danach)|am (?:nächsten|folgenden|darauffolgenden) tag": 1,
    r"eine woche (?:später|darauf|danach)": 7,
    r"(?:zwei wochen|14 tage) (?:später|darauf|danach)": 14,
}  # days after the event named before


# “um eine Woche verschoben”: days from the one that was said; earlier, if it is brought forward.
MOVED_BY = {
    r"(?:um )?(?:einen tag|24 stunden)|auf den (?:folgetag|tag (?:danach|darauf)|(?:nächsten|folgenden|darauffolgenden) tag)": 1,
    r"um zwei tage": 2,
    r"um drei tage": 3,
    r"um (?:genau )?(?:eine|1) woche": 7,
    r"um (?:genau )?(?:(?:zwei|2) wochen|(?:14|vierzehn) tage)": 14,
    r"um (?:genau )?(?:drei|3) wochen": 21,
    r"um (?:genau )?(?:vier|4) wochen": 28,
}
_FORWARD = re.compile(
    r"\bvorverleg|\bvorgezogen|\bvorziehen|\bzieh(?:t|en)\b.*\bvor\b|\bnach vorne?\b|\bfrüher\b",
    re.IGNORECASE,
)
_MOVES = re.compile(r"verschob|verschieb|verleg|vorgezogen|vorzieh|nach (?:hinten|vorn)", re.IGNORECASE)
_PERHAPS = re.compile(
    r"\b(?:falls|wenn|könnten?|eventuell|evtl|notfalls|gegebenenfalls|ggf|bei\s\w*(?:regen|wetter|sturm))\b|[.,;:!?\n]\s?sollten?\b|"
    r"\b(?:kann|können)\b.{0,80}\b(?:verschoben|verlegt|vorgezogen)\swerden\b",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"auf den (?:darauf)?folgenden|darauf|danach")
_EARLIER = "früher: "  # before such words

_WEEKDAY_NAMES = "|".join(WEEKDAYS)
_PART = r"(?:abend|vormittag|nachmittag|morgen|mittag|nacht)?"
_BEFORE_A_TIME = r"(?<=\s)(?=\w+\s(?:beginnt\s|ist\s|findet\s)?(?:um|ab|gegen|von)\s\d)"  # “findet Heiligabend um 15 Uhr statt”
# “Heiligabend im Bürgertreff” in quotation marks
_AS_A_NAME = (
    r"(?<=\")(?=(?:heiligabend|silvester|nikolaustag|neujahr)\s(?:im|in der|am|auf|nicht|gemeinsam)\s)"
)
_IN_WEEKS = "in (?:einer Woche|acht Tagen|zwei Wochen|14 Tagen|vierzehn Tagen)"
_OF_WEEK = rf"\s(?:in\s)?(?:der\s)?(?P<near>{'|'.join(OF_WEEK)})e[nr]?\s(?P<week>Woche)\b"
_FORMS = (
    ("spoken", re.compile(
        r"\b(?P<spoken>[Hh]eute|[Mm]orgen|[Üü]bermorgen)\b(?!\s?(?:früh)?stunden)(?:,?\s(?:Abend|"
        r"Vormittag|Nachmittag|Mittag|früh)\b)?"
        rf"(?:\s(?P<weeks>{_IN_WEEKS})\b)?(?:,\s(?:(?:am|den)\s)?(?P<weekday>(?i:{_WEEKDAY_NAMES}))\b)?")),
    ("near", re.compile(rf"\b(?P<near>{NEAR})e[nrms]?\s(?P<week>Woche,?\s(?:am\s)?)?(?P<weekday>{_WEEKDAY_NAMES}){_PART}\b", re.IGNORECASE)),
    ("later", re.compile(rf"\b(?P<later>{'|'.join(LATER)})\b", re.IGNORECASE)),
    ("moved", re.compile(
        rf"\b(?:(?P<later>{'|'.join(MOVED_BY)})\b|(?P<near>auf den (?:darauf)?folgenden)\s(?P<weekday>{_WEEKDAY_NAMES}){_PART}\b)", re.IGNORECASE)),
    ("following", re.compile(rf"\bam\s(?P<weekday>{_WEEKDAY_NAMES}){_PART}\s(?P<near>darauf|danach)\b", re.IGNORECASE)),
    ("on", re.compile(
        rf"(?<!\bin\s)\b(?:am|der|den)\s(?P<weekday>{_WEEKDAY_NAMES}){_PART}\b(?:\s(?P<weeks>{_IN_WEEKS})\b|{_OF_WEEK})?", re.IGNORECASE)),
    ("line", re.compile(
        rf"^(?:[-*]\s)?(?:(?:wann|termin|datum|tag)\s?[:?]\s?)?(?P<weekday>{_WEEKDAY_NAMES}){_PART}(?:{_OF_WEEK}|(?=[,:]?\s))",
        re.IGNORECASE | re.MULTILINE)),
    ("holiday", re.compile(
        rf"(?:\b(?:an|am|zu|zum|der|den)\s|^|{_BEFORE_A_TIME}|{_AS_A_NAME})(?P<holiday>{FEAST})\b",
        re.IGNORECASE | re.MULTILINE)),
)  # fmt: skip
# One of them is in every weekday, holiday and other day that `_FORMS` finds.
_STEMS = (
    "tag", "mittwoch", "abend", "heute", "morgen", "woche", "neujahr", "weiber", "himmelfahrt", "fronleichnam",
    "allerheiligen", "advent", "silvester", "könig", "epiphanias",
)  # fmt: skip
_BEHIND = 30  # characters behind a sentence that a form may look at
HAPPENS = re.compile(
    r"\b(?:findet|finden|lädt|laden|eröffnet|feier(?:n|t)|veranstalte(?:t|n)|treffen|trifft|gibt es|steigt|startet|beginnt|angezündet|spielt)\b",
    re.IGNORECASE,
)
_NO_SERIES = re.compile(r"(?:\bjede[nmrs]?|\bimmer|jeweils)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_OFFICE = re.compile(r"öffnungszeit|sprechzeit|bürozeit|geöffnet|geschlossen|sprechstunden", re.IGNORECASE)
_HOURS_OF_A_HOUSE = re.compile(
    r"\böffnungszeiten\b|\bsprechzeiten\b|"
    r"\b(?:täglich|werktags|montags|dienstags|mittwochs|donnerstags|freitags|samstags|sonntags|montag bis|dienstag bis)\b.{0,120}\bgeöffnet\b|"
    r"\bgeöffnet\b.{0,60}\b(?:täglich|werktags|montags|dienstags|mittwochs|donnerstags|freitags|samstags|sonntags|montag bis|dienstag bis)\b",
    re.IGNORECASE,
)
_ANY_WEEKDAY = re.compile(rf"\b(?:{_WEEKDAY_NAMES})s?\b", re.IGNORECASE)
_IS_OPEN = re.compile(r"\b(?:geöffnet|offen|besetzt)\b")
_SEVERAL = 3  # weekdays in the sentence that says when a house is open
_LONGEST_HOURS = 400  # characters of a sentence
_WEEK_ABOVE = re.compile(
    r"\bwoche(?:n\w+)?\b[^\n]*\d{1,2}\.\s?(?:\d{1,2}\.|[A-ZÄÖÜ])", re.IGNORECASE
)  # “Montag: 15 Uhr …” below
_OF_A_TABLE = re.compile(rf"{_OFFICE.pattern}|\bwochentag\b|trainingszeit|stundenplan", re.IGNORECASE)
_REGULAR = re.compile(
    r"\b(?:seit|nach wie vor|regelmäßig|auf wunsch|auf anfrage|beliebt|meist|meistens|üblicherweise|normalerweise|gewöhnlich|in der regel|"
    r"\w*öffnungszeit\w*|sprechzeit\w*|\w*täg(?:lich|ig)|monatlich|wöchentlich)\b",
    re.IGNORECASE,
)
_IS_TODAY = re.compile(r"\b(?:ist|findet|gibt|trifft|treffen|lädt|laden|steigt|sind)\b", re.IGNORECASE)
_WHEN = re.compile(r"\b(?:wann|beginn|uhrzeit|zeit|start)\b[\s:?*_]*$", re.IGNORECASE)
_FIELD_BELOW = 500  # characters
_LONGEST_FIELD = 20
_OPENING = re.compile(r"[^.,;\d\n(]{0,24}\(")
_NO_MORNING = re.compile(r"\b(?:am|jeden|guten|den|der)\s$", re.IGNORECASE)


def _said(layout: Layout) -> Iterator[tuple[int, int, str, re.Match[str]]]:
    """Place, rank, name and match of every form, in the sentences in which one of them may stand."""
    for number in layout.sentences_saying(_STEMS):
        start, end = layout.sentence(number)
        for rank, (name, form) in enumerate(_FORMS):
            for match in form.finditer(layout.text.plain, start, end + _BEHIND):
                if match.start() < end:
                    yield match.start(), rank, name, match


def relative_dates(
    layout: Layout, written: list[DateMention], times: list[TimeMention], series: list[tuple[int, int]]
) -> tuple[list[DateMention], list[DateMention]]:
    """Mentions without a written date, and weekdays that may be one; stretches in `series` (every Friday) are none."""
    plain = layout.text.plain
    every = sorted(_said(layout), key=lambda each: each[:2])
    blocked = Stretches([(mention.start, mention.end) for mention in written] + series)
    found: list[DateMention] = []
    bare: list[DateMention] = []
    time_place = 0
    for start, _rank, name, match in every:
        if (
            (found and start < found[-1].end)
            or blocked.meet(start, match.end() + 4)
            or _is_explained(plain, match, blocked)
        ):
            continue
        while time_place < len(times) and times[time_place].end <= start - 80:
            time_place += 1
        near_times = times[time_place : time_place + 6]
        if _is_clear(layout, name, match) or _counts(layout, name, match, near_times):
            found.append(_mention(layout, name, match))
        elif (name == "spoken" or (name == "on" and match[0][:2].lower() == "am")) and not (
            _is_a_series(plain, match) or _lists_hours(plain, *layout.sentence_at(match.start()))
        ):
            bare.append(_mention(layout, name, match))
    return found, bare


def _is_explained(plain: str, match: re.Match[str], blocked: Stretches) -> bool:
    """“am Sonntag Kantate (28. April)”, “eine Woche später, also am 28. April”: the date follows."""
    if match.groupdict().get("later") and blocked.meet(match.end(), match.end() + 30):
        return True
    opening = _OPENING.match(plain, match.end())
    return bool(opening) and blocked.meet(match.end(), opening.end() + 3 if opening else match.end())


def _is_clear(layout: Layout, name: str, match: re.Match[str]) -> bool:
    """“um eine Woche verschoben”, and “Montag: 15 Uhr …” below a week."""
    plain = layout.text.plain
    if name == "moved":
        sentence = layout.sentence_at(match.start())
        return bool(_MOVES.search(plain, *sentence)) and not _PERHAPS.search(plain, *sentence)
    is_in_a_list = name == "line" and plain.startswith(":", match.end())
    above = _WEEK_ABOVE.search(plain, max(0, match.start() - _FIELD_BELOW), match.start())
    return is_in_a_list and above is not None


def _counts(layout: Layout, name: str, match: re.Match[str], times: list[TimeMention]) -> bool:
    said = match.groupdict()
    plain = layout.text.plain
    is_unclear = name == "moved" or (name == "line" and plain.startswith(":", match.end()))
    if is_unclear or (said.get("near") or "").lower() in PAST or _is_a_series(plain, match):
        return False
    if name == "spoken" and _NO_MORNING.search(plain, max(0, match.start() - 8), match.start()):
        return False
    if name in ("near", "later", "following") or said.get("weeks") or said.get("week"):
        return True
    _start, end = layout.sentence_at(match.start())
    if name == "holiday" and is_of_month(said["holiday"]) and not is_report(plain[_start:end]):
        return True
    if name == "holiday" and (HAPPENS.search(plain, _start, end) or plain[match.start() - 1] == '"'):
        return True
    if name == "spoken" and _says_when_below(layout, match, times):
        return True
    if name == "on" and (_REGULAR.search(plain, _start, end) or goes_on_with_hours(layout, _start, end)):
        return False
    after = [each.start - match.end() for each in times if match.end() <= each.start < end]
    if name == "line" and _OF_A_TABLE.search(plain, max(0, match.start() - 160), match.end() + 60):
        return False
    if name in ("spoken", "line"):
        far = 6 if name == "line" else 90 if said.get("weekday") else 30
        return bool(after) and min(after) <= far
    before = [match.start() - each.end for each in times if _start <= each.start < match.start()]
    return (bool(after) and min(after) <= 90) or (bool(before) and min(before) <= 12)


def _says_when_below(layout: Layout, match: re.Match[str], times: list[TimeMention]) -> bool:
    """“Heute ist wieder Treffen. … Wann? 19 Uhr”: a field below says at what time."""
    start, end = layout.sentence_at(match.start())
    if match.start() != start or not _IS_TODAY.search(layout.text.plain, start, end):
        return False
    return any(
        end <= each.start < end + _FIELD_BELOW
        and _WHEN.search(layout.text.plain, max(end, each.start - _LONGEST_FIELD), each.start)
        for each in times
    )


def goes_on_with_hours(layout: Layout, start: int, end: int) -> bool:
    """“… ist täglich von 9 bis 11 Uhr geöffnet. Am Donnerstag zusätzlich von 16 bis 18 Uhr.”"""
    plain = layout.text.plain
    if HAPPENS.search(plain, start, end):
        return False
    before = layout.sentence(layout.sentence_number(start) - 1) if start else (0, 0)
    return _lists_hours(plain, start, end) or bool(
        _HOURS_OF_A_HOUSE.search(plain, *before) or _HOURS_OF_A_HOUSE.search(plain, start, end)
    )


def _lists_hours(plain: str, start: int, end: int) -> bool:
    """“Das Café ist Montag, Dienstag und Freitag ab 10 Uhr geöffnet, am Donnerstag bis 18 Uhr.”"""
    end = min(end, start + _LONGEST_HOURS)
    return (
        bool(_IS_OPEN.search(plain, start, end)) and len(_ANY_WEEKDAY.findall(plain, start, end)) >= _SEVERAL
    )


def _is_a_series(plain: str, match: re.Match[str]) -> bool:
    return bool(_NO_SERIES.search(plain, max(0, match.start() - 30), match.start()))


def _mention(layout: Layout, name: str, match: re.Match[str]) -> DateMention:
    said = match.groupdict()
    weekday = WEEKDAYS[said["weekday"].lower()] if said.get("weekday") else None
    near = (
        (f"{said['near']}e woche" if said.get("week") else said.get("near"))
        or said.get("weeks")
        or said.get("later")
        or said.get("spoken")
        or said.get("holiday")
        or ""
    ).lower()
    if name == "moved" and _FORWARD.search(layout.text.plain, *layout.sentence_at(match.start())):
        near = _EARLIER + near
    day = Day(match.start(), match.end(), None, None, weekday=weekday, near=near)
    return DateMention(match.start(), match.end(), ((day, None),), name)


def resolve_relative(day: Day, reference: date) -> Resolved:
    """`reference`: the day of the announcement, or of the date named before."""
    doubts = (DoubtKind.RELATIVE_DATE,)
    if day.near in SPOKEN:
        found = shifted(reference, SPOKEN[day.near])
        if found and day.weekday is not None and found.weekday() != day.weekday:
            return Resolved(next_weekday(day.weekday, reference), 0.4, (*doubts, DoubtKind.RELATIVE_CONFLICT))
        return Resolved(found, 0.6, doubts)
    if day.weekday is None and (days := later(day.near)):
        return Resolved(shifted(reference, days), 0.6, doubts)
    if day.weekday is None and day.near in WEEKS:  # “heute in einer Woche”
        return Resolved(shifted(reference, 7 * WEEKS[day.near]), 0.6, doubts)
    if day.weekday is None:
        return feast(day.near, reference)
    if (weeks := OF_WEEK.get(day.near.removesuffix("e woche"))) is not None and day.near.endswith("e woche"):
        return Resolved(shifted(reference, 7 * weeks + day.weekday - reference.weekday()), 0.6, doubts)
    start = shifted(reference, 1) if day.near and not day.near.startswith("in ") else reference
    return Resolved(start and next_weekday(day.weekday, start, weeks=WEEKS.get(day.near, 0)), 0.6, doubts)


def later(words: str) -> int:
    """How many days after the event named before; 0: no such words."""
    said = words.removeprefix(_EARLIER)
    days = next((days for pattern, days in {**LATER, **MOVED_BY}.items() if re.fullmatch(pattern, said)), 0)
    return -days if words.startswith(_EARLIER) else days


def is_from_the_last(words: str) -> bool:
    """“auf den darauffolgenden Samstag”: from the day that was said."""
    return bool(_FOLLOWING.fullmatch(words))


def nearest_weekday(weekday: int, anchor: date, reference: date) -> date | None:
    """“am Samstag” beside an event on Sunday: the day before it or, for most weekdays, after it."""
    found = shifted(anchor, (weekday - anchor.weekday() + 3) % 7 - 3)
    return found if found and found >= reference else next_weekday(weekday, anchor)


def beside_written(plain: str, mentions: list[DateMention]) -> list[DateMention]:
    """“morgen (Dienstag, 8.7.)”: the word is kept with the date it stands before, to be compared."""
    spoken = re.compile(r"\b(heute|morgen|übermorgen)[\s,(:-]{1,3}(?:den\s|dem\s)?$", re.IGNORECASE)
    found = []
    for mention in mentions:
        first, last = mention.pieces[0]
        match = spoken.search(plain, max(0, mention.start - 20), mention.start)
        if match and last is None and not first.near:
            first = replace(first, near=match[1].lower())
            mention = replace(mention, pieces=((first, None), *mention.pieces[1:]))  # noqa: PLW2901 - the same, known better
        found.append(mention)
    return found


def agrees(day: Day, found: date, reference: date) -> bool:
    """Whether “morgen” beside a written date agrees with it."""
    return day.near not in SPOKEN or found == shifted(reference, SPOKEN[day.near])
