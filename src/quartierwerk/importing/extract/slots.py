"""Days on which something happens: the written dates with what each is for and which calendar day it means."""

import re
from dataclasses import dataclass, replace
from datetime import date

from .articles import Article
from .dates import THIS_MONTH, DateMention, Day
from .draft import DoubtKind, Status
from .exceptions import with_exceptions
from .known import Known, context_year, later_end, month_before, reference_of, resolved
from .old_days import with_what_was_to_be
from .reading import Reading
from .relative import HAPPENS, agrees
from .roles import EXCEPT, INVITING, Role, is_minutes, is_report, is_told_of, role
from .stamps import is_stamp, signed_on
from .status import INSTEAD, status
from .telling import tells

_UNTIL = re.compile(
    r"[\s,(]*(?:(?:um|ab)?\s?\d{1,2}(?:(?:[.:]\d\d)?\s?(?:Uhr|h)\b|:\d\d))?[\s,)]*bis(?:\s(?:zum|einschließlich))?\s*",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:von|vom|ab|startet|beginnt)\b(?:\s\w+){0,2}\s*$|\b(?:von|vom|startet|beginnt)\b", re.IGNORECASE
)
_END_IS_NEAR = 200  # characters between a day and what else is said of it: its last day, “an diesem Samstag”
_OPENING = 700  # characters in which a text says that it is the minutes of a meeting
_FEW, _MOST, _WEEK = 4, 2, 7  # of so many sentences below a heading so many in the past: a report
_ON_THE_DAY = re.compile(r"(?:an|am)\s", re.IGNORECASE)
# With what a week of a course ends: “Am Freitag um 16 Uhr zeigen wir den Film euren Eltern”.
_ENDS_WITH = re.compile(
    r"\b(?:\w*abschluss\w*|\w*vorstellung|\w*aufführung|\w*präsentation|\w*konzert|finale|premiere|\w*vorführung|\w*gottesdienst|\w*fest|"
    r"zeig(?:en|t)|präsentier(?:en|t)|führ(?:en|t)\b.*\bauf)\b",
    re.IGNORECASE,
)
_MANY = 4  # dates of one sentence that make it a list
_THIS_YEAR = re.compile(r"\s?(?:diese[sn]|des (?:laufenden|lfd\.)|ds\.|d\.|lfd\.|l\.)\s?J(?:ahres|s?\.)")
_WAS_TO_BE = re.compile(
    r"\b(?:geplant|vorgesehen|angesetzt|angekündigt|ursprünglich|eigentlich)\w*\b.*\b(?:erst|nun|jetzt|stattdessen|schon|bereits)\b|verschob|verschieb|verleg",
    re.IGNORECASE | re.DOTALL,
)
_THIS_MONTH = re.compile(rf"\s?{THIS_MONTH}")
_AROUND = 400  # characters before a sentence that say what it goes on about
_CLAUSE = 140  # characters before a date that may say what it is for
_PAST = 200  # days: what was so long ago, and says its year, is announced no more
_LONG_AGO = 3  # years: so old a date in a running text is history
_GOES_ON = re.compile(r"^.{0,45}\b(?:sowie|und|oder|bis)\s(?:am\s|ab\s|zum\s|dem\s)?$", re.IGNORECASE)


@dataclass(frozen=True)
class Slot:
    """One day or stretch of days of a mention. `last` is None for a single day; `last_at`: where the words of the last
    day end, if they stand apart from the first. `is_exception`: its series is not on that day, or otherwise; `is_extra`: but
    on this one."""

    mention: DateMention
    role: Role
    day: date
    last: date | None = None
    confidence: float = 1.0
    doubts: tuple[DoubtKind, ...] = ()
    in_report: bool = False
    is_exception: bool = False
    is_extra: bool = False
    last_at: int = 0


def _is_last_day(reading: Reading, before: Slot, slot: Slot) -> bool:
    """“startet am Samstag (28.) und endet am Sonntag (29.)”, “von Fr., 3. Mai, 18 Uhr, bis So., 5. Mai, 14 Uhr”."""
    if before.role is not Role.EVENT or before.last or not 0 < (slot.day - before.day).days <= 60:
        return False
    start = reading.layout.sentence_at(before.mention.start)[0]
    if slot.role is Role.ENDS:
        return slot.mention.start - before.mention.end < _END_IS_NEAR
    between = reading.plain[before.mention.end : slot.mention.start]
    has_time = any(map(str.isdigit, between))
    said_since = has_time or _SINCE.search(reading.plain, start, before.mention.start + 1)
    return bool(_UNTIL.fullmatch(between)) and bool(said_since)


def slots(reading: Reading, article: Article) -> list[Slot]:
    """Every day the article names, in order, with what it is for."""
    reference = reference_of(reading, article)
    year = context_year(reading.plain, article, reference)
    opening = reading.plain[article.start : min(article.end, article.start + _OPENING)]
    known = Known(
        reference, reference, reference, year, is_minutes(opening), False, article.published is not None
    )
    found: list[Slot] = []
    floor = article.start
    previous: Role | None = None
    for mention in reading.dates.within(article.start, article.end):
        if mention is article.dateline:
            continue
        if _is_within_a_stretch(reading, mention, found) or _says_again(reading, mention, found):
            continue
        if (month := month_before(reading, article, mention, found, known)) is not known.month:
            known = replace(known, month=month)
        new = _of_mention(reading, article, mention, max(floor, article.start), known, previous)
        previous = new[-1].role if new else None
        if found and new and _is_last_day(reading, found[-1], new[0]):
            found[-1] = replace(found[-1], last=new[0].day, last_at=mention.end)
            new = []
        found += new
        floor = mention.end
        is_said = mention.pieces[0][0].day is not None or mention.form == "holiday"
        named = [slot.day for slot in new if slot.role in (Role.EVENT, Role.OLD) and is_said]
        if named and named[-1] >= reference:
            is_listed = mention.pieces[-1][0].year is None and new[-1].role is Role.EVENT
            known = replace(
                known,
                anchor=named[-1],
                until=new[-1].last,
                is_anchored=True,
                listed=named[-1] if is_listed else known.listed,
            )
    found = with_what_was_to_be(reading, found)
    found += _by_weekday(reading, article, known, found)
    signed = signed_on(reading, article, [(at.mention, at.day) for at in found if at.role is Role.EVENT])
    found = [replace(slot, role=Role.PUBLISHED) if slot.mention is signed else slot for slot in found]
    found = _without_what_was(reading, found, reference, is_published=article.published is not None)
    if article.published is not None and not any(_is_to_come(slot, reference) for slot in found):
        found = [replace(slot, role=Role.OTHER) if slot.role is Role.EVENT else slot for slot in found]
    return with_exceptions(reading, article, sorted(found, key=lambda slot: slot.mention.start))


def _is_to_come(slot: Slot, reference: date) -> bool:
    return slot.role is Role.EVENT and (slot.last or slot.day) >= reference


def _without_what_was(
    reading: Reading, found: list[Slot], reference: date, *, is_published: bool
) -> list[Slot]:
    """“Seniorenfahrt am 7. Juni” above a report: a past day that is told of elsewhere, or right below, was."""
    told = {slot.day for slot in found if slot.role is Role.OTHER and slot.in_report}
    head = reading.layout.lines[0]
    if found and head.end < found[0].mention.start and is_report(reading.layout.said(head)):
        told |= {slot.day for slot in found}
    return [
        replace(slot, role=Role.OTHER)
        if slot.role is Role.EVENT
        and (
            is_stamp(reading, slot.mention, slot.day, reference, is_published=is_published)
            or (
                (slot.last or slot.day) < reading.today
                and (slot.day in told or _is_told_below(reading, slot))
            )
        )
        else slot
        for slot in found
    ]


def _is_told_below(reading: Reading, slot: Slot) -> bool:
    """The next sentences tell what was."""
    number = reading.layout.sentence_number(slot.mention.end) + 1
    following = [reading.layout.sentence(number + step) for step in range(_FEW)]
    return sum(tells(reading.plain[start:end]) for start, end in following) >= _MOST


def _says_again(reading: Reading, mention: DateMention, found: list[Slot]) -> bool:
    """“Samstag, 24. Mai” on a line of its own and “Am Samstag …” below it; “zum Volkstrauertag” where the day was said."""
    day = mention.pieces[0][0]
    is_this = day.near.startswith("dies")  # “… ist am 7. September. An diesem Samstag …”
    before = next((slot for slot in reversed(found) if is_this or slot.role is Role.EVENT), None)
    if before is None:
        return False
    if mention.form == "holiday":
        is_a_name = reading.plain[max(0, mention.start - 1) : mention.start] == '"'
        return not is_a_name and not _ON_THE_DAY.match(reading.plain, mention.start)
    if is_this and mention.start - before.mention.end < _END_IS_NEAR:
        return day.weekday == before.day.weekday()
    line = reading.layout.line_at(before.mention.start)
    is_alone = line.end - line.start <= before.mention.end - before.mention.start + 3
    return day.weekday == before.day.weekday() and is_alone and mention.form == "on"


def _is_within_a_stretch(reading: Reading, mention: DateMention, found: list[Slot]) -> bool:
    """“am 8. und 9. Mai, am Samstag von 9 bis 18 Uhr”: the hours of one of the days, no event of its own."""
    day = mention.pieces[0][0]
    if day.day is not None or day.weekday is None or day.near or mention.form != "on":
        return False
    days = [
        (slot.day.weekday() + step) % 7
        for slot in found
        if slot.role is Role.EVENT and slot.last and (slot.last - slot.day).days < _WEEK
        for step in range((slot.last - slot.day).days + 1)
    ]
    start, end = reading.layout.sentence_at(mention.start)
    following = reading.layout.sentence(reading.layout.sentence_number(mention.start) + 1)[1]
    is_its_end = not any(start <= slot.mention.start < end for slot in found) and _ENDS_WITH.search(
        reading.plain, start, max(end, following)
    )
    return day.weekday in days and not is_its_end and not HAPPENS.search(reading.plain, start, end)


def _by_weekday(reading: Reading, article: Article, known: Known, found: list[Slot]) -> list[Slot]:
    """“Der Verein lädt am Dienstag ein”: a day named elsewhere in the text, or the next where the day of the text is known."""
    days = {slot.day.weekday(): slot.day for slot in found if slot.role is Role.EVENT and not slot.last}
    new: list[Slot] = []
    for mention in reading.weekdays.within(article.start, article.end, 20):
        sentence = reading.layout.sentence_at(mention.start)
        weekday = mention.pieces[0][0].weekday or 0
        is_known = mention.form == "on" and (weekday in days or (not days and not new and known.is_published))
        is_inviting = INVITING.search(reading.plain, *sentence) and reading.times.within(
            sentence[0], article.end, 1
        )
        is_told = is_report(reading.plain[slice(*sentence)]) or reading.dates.within(*sentence, 1)
        is_off = known.is_published and _is_off_then(reading, mention)
        if is_off or (is_known and is_inviting and not is_told):
            said = [slot for slot in found if slot.mention.start < mention.start or not is_off]
            day = days.get(weekday, known.reference) if said else known.reference
            anchored = replace(known, anchor=day, is_anchored=bool(days) and bool(said))
            new += _of_mention(reading, article, mention, article.start, anchored, None)
    return new


def _is_off_then(reading: Reading, mention: DateMention) -> bool:
    """“Der Spieleabend am Freitag und das Café am 6. Dezember müssen ausfallen”: the day needs no time then."""
    words = reading.plain[slice(*reading.layout.sentence_at(mention.start))]
    is_off = status(words) is Status.CANCELLED and not INSTEAD.search(words)
    return is_off and not is_report(words)


def _of_mention(
    reading: Reading,
    article: Article,
    mention: DateMention,
    floor: int,
    known: Known,
    previous: Role | None,
) -> list[Slot]:
    start, end = reading.layout.sentence_at(mention.start)
    sentence = reading.plain[start:end]
    before = reading.plain[max(start, floor, mention.start - _CLAUSE) : mention.start]
    following = reading.dates.within(mention.end, end)
    after = reading.plain[mention.end : min(end, following[0].start if following else end)]
    report = is_report(sentence) or is_told_of(before, after) or known.is_minutes
    if report and mention.form == "on":
        return []  # “Am Samstag stand das Fest auf der Kippe.”
    around = reading.plain[max(article.start, start - _AROUND) : start]
    clause = _clause_of(reading, (start, end), before, after)
    what = role(before, after, clause, around, is_range=mention.is_range)
    if (
        what is Role.EVENT
        and previous in (Role.SALE, Role.OTHER)
        and _GOES_ON.search(before)
        and floor > start
    ):
        what = previous
    if what is Role.EVENT and following and _is_moved_by(following[0], sentence):
        what = Role.OLD
    if _THIS_YEAR.match(after):
        known = replace(known, year=known.reference.year)
    found = []
    is_this_month = _THIS_MONTH.match(after)
    for first, last in mention.pieces:
        if is_this_month and first.month is None and first.day is not None:
            first = replace(first, month=known.reference.month, year=known.reference.year)
        slot = _slot(mention, first, last, what, known, report)
        if slot is not None:
            slot = replace(slot, is_exception=what is Role.OTHER and bool(EXCEPT.search(before)))
            found.append(_judged(slot, reading, known.reference))
            if what is Role.EVENT and first.year is None and slot.day >= known.reference:
                known = replace(known, listed=slot.day)
    return found


def _is_moved_by(following: DateMention, sentence: str) -> bool:
    """“wird um eine Woche verschoben”, “war für den 3. Mai geplant und findet nun eine Woche später statt”."""
    return following.form == "moved" or (following.form == "later" and bool(_WAS_TO_BE.search(sentence)))


def _clause_of(reading: Reading, span: tuple[int, int], before: str, after: str) -> str:
    """The sentence; of a long list in one sentence only what stands between its commas."""
    if len(reading.dates.within(*span, _MANY)) < _MANY:
        return reading.plain[slice(*span)]
    return before.rsplit(",", 1)[-1] + after.split(",", 1)[0]


def _slot(
    mention: DateMention, first: Day, last: Day | None, what: Role, known: Known, report: bool
) -> Slot | None:
    if what is Role.OLD:
        known = replace(known, listed=None)  # the day that is no more goes on no list
    start = resolved(first, known, report)
    end = resolved(last, known, report) if last else None
    if start.day is None:
        return None
    until = end.day if end else None
    if until is not None and until < start.day:
        until = later_end(until, start.day)
    doubts = tuple(dict.fromkeys((*start.doubts, *(end.doubts if end else ()))))
    if not agrees(first, start.day, known.reference):
        doubts += (DoubtKind.RELATIVE_CONFLICT,)
    confidence = min(start.confidence, end.confidence if end else 1.0)
    return Slot(mention, what, start.day, until if until != start.day else None, confidence, doubts, report)


def _judged(slot: Slot, reading: Reading, reference: date) -> Slot:
    """A past day in a report, or one of long ago, announces nothing."""
    if slot.role is not Role.EVENT:
        return slot
    age = (reference - slot.day).days
    is_of_a_list = slot.mention.pieces[0][0].year is None
    is_long_past = age > _PAST and not is_of_a_list
    if (age >= 0 and slot.in_report) or slot.day.year < reference.year - _LONG_AGO or is_long_past:
        return replace(slot, role=Role.OTHER)
    if (slot.last or slot.day) < reading.today:
        return replace(slot, doubts=(*slot.doubts, DoubtKind.IN_THE_PAST))
    return slot
