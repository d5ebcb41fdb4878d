"""Dates of one sentence that share a noun or stand each behind its own: “die Lesungen von A. Muster (29.10.) sowie von B. Muster (12.11.)”,
“die Hauptversammlung am 31. August, der Probenbeginn am 7. September, das Totengedenken im Oktober”."""

import re
from dataclasses import replace

from .phrases import titled
from .reading import Reading
from .rows import Candidate
from .segments import Group

_WORTH = 60.0  # more than of a name behind the date, which belongs to the next one
_SINGULAR = (  # end of the noun of several → of one
    ("ungen", "ung"), ("vorträge", "vortrag"), ("konzerte", "konzert"), ("gottesdienste", "gottesdienst"), ("kurse", "kurs"),
    ("märkte", "markt"), ("workshops", "workshop"), ("abende", "abend"), ("messen", "messe"), ("feiern", "feier"),
    ("gespräche", "gespräch"), ("auftritte", "auftritt"), ("proben", "probe"), ("fahrten", "fahrt"), ("touren", "tour"),
)  # fmt: skip
_OF = r"(?:von|mit|über)"
_WHOSE = r"[A-ZÄÖÜ\"](?:(?!\s(?:auf|im|am|in|an|beim)\s)[^,;:()\d]){2,60}?"
_SHARED = re.compile(
    rf"(?P<noun>\b[A-ZÄÖÜ][\w-]*(?:{'|'.join(end for end, _one in _SINGULAR)}))\s(?P<what>(?P<of>{_OF})\s{_WHOSE})[\s(,]*(?:am\s)?$"
)
_NEXT = re.compile(rf"^[\s,)]*(?:und|sowie|,)\s(?P<what>(?:(?P<of>{_OF})\s)?{_WHOSE})[\s(,]*(?:am\s)?$")
_ITS_OWN = re.compile(
    r"^[\s,)]*(?:und|sowie|,)?\s?(?:der|die|das|ein|eine)\s(?P<what>[A-ZÄÖÜ][\w-]{3,}(?:\s(?!am\b)[\w-]+){0,4})\s(?:am|\()\s?$"
)
_FIRST = re.compile(r"\b(?:der|die|das|ein|eine)\s[A-ZÄÖÜ][\w-]{3,}(?:\s(?!am\b)[\w-]+){0,4}\s(?:am|\()\s?$")
_LOOKED_AT = 140  # characters before a date


def coordinated(reading: Reading, group: Group) -> Candidate | None:
    """What a date of such a sentence is called; None for any other."""
    start = reading.layout.sentence_at(group.at)[0]
    days = [each for each in reading.dates.within(start, group.at, 20) if each.end <= group.at]
    first = days[0] if days else None
    before = (start if not days else days[-1].end), group.at
    if before[1] - before[0] > _LOOKED_AT:
        before = (group.at - _LOOKED_AT, group.at) if first is None else before
    shared = _SHARED.search(reading.plain[start : first.start if first else group.at])
    if shared:
        match = _NEXT.match(reading.plain[slice(*before)]) if first else shared
        return _of_the_noun(reading, shared, match, start, before[0] if first else start) if match else None
    own = _ITS_OWN.match(reading.plain[slice(*before)]) if first else None
    if own and first and _FIRST.search(reading.plain[start : first.start]):
        said = titled(reading, before[0] + own.start("what"), before[0] + own.end("what"), 0.6)
        return Candidate(said, _WORTH) if said else None
    return None


def _of_the_noun(
    reading: Reading, shared: re.Match[str], match: re.Match[str], at_noun: int, at: int
) -> Candidate | None:
    said = titled(reading, at + match.start("what"), at + match.end("what"), 0.6)
    if said is None:
        return None
    noun = shared["noun"]
    end, one = next((end, one) for end, one in _SINGULAR if noun.lower().endswith(end))
    link = "" if match["of"] else f"{shared['of']} "
    span = reading.text.span(at_noun + shared.start("noun"), at_noun + shared.end("noun"))
    name = noun[: len(noun) - len(end)] + one if noun.lower() != end else one.capitalize()
    return Candidate(replace(said, value=f"{name} {link}{said.value}", spans=(span, *said.spans)), _WORTH)
