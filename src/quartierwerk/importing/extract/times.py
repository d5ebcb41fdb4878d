"""Written times of day. `FORMS` is the table of forms; ranges come before single times.

What a time is for (`Use`) is said by the words just before it: Beginn, Einlass, Ende, bis …
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from .forms import matches
from .lexicon import NUMBERS
from .stretches import Stretches
from .text import Text


class Use(StrEnum):
    START = "start"
    END = "end"
    DOORS = "doors"
    OPEN = "open"  # “ab 9 Uhr”
    OTHER = "other"  # “Annahmeschluss 11.30 Uhr”


@dataclass(frozen=True)
class TimeMention:
    """`starts`: one, or several (“um 15 und 17 Uhr”). `is_midnight`: an end or a start at 24 Uhr.
    `is_word`: written as a word, so that morning or evening had to be concluded."""

    start: int
    end: int
    use: Use
    starts: tuple[time, ...]
    until: time | None = None
    is_midnight: bool = False
    is_word: bool = False


@dataclass(frozen=True)
class Form:
    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], tuple[tuple[time, ...], time | None] | None]
    example: str
    at_number: bool = True
    before: re.Pattern[str] | None = None


_FREE = r"(?<!\d)(?<!\d[.,:/])(?<!\d[-])(?<![€$+])"
_H = r"(?:2[0-4]|[01]?\d)"
_M = r"[0-5]\d"
_UNIT = r"(?:\s?Uhr\b|\s?h\b)"
_TO = r"\s?(?:-+(?:\s?ca\.)?|bis(?:\s(?:ca\.|etwa|gegen|circa|max\.|ungefähr))?|/-)\s?"
_WORD_HOURS = (
    "|".join(sorted((w for w, n in NUMBERS.items() if n <= 12 and w != "ein"), key=len, reverse=True))
    + "|ein"
)
_PART = r"(?:\s(?:Uhr\s)?(?P<part>morgens|vormittags|mittags|nachmittags|abends|nachts|früh|am\s(?:Morgen|Vormittag|Nachmittag|Abend)))?"
_CUE = (
    r"(?<![a-zäöüß])(?:um|ab|gegen|beginn(?:t|en)?|beginn\s?(?:ist|um)?|einlass|anfang|start(?:et)?|ende|von|bis|einlass\sab|uhrzeit|zeit|"
    r"abfahrt|treffpunkt|treffen|doors)\s?:?\s?(?:ca\.\s?|jeweils\s|um\s|ab\s|gegen\s)?"
)


_SHIFTS = {"halb": -30, "viertelvor": -15, "dreiviertel": -15, "viertelnach": 15}


def clock_time(hour: str | int, minute: str | int | None = None) -> time | None:
    hours, minutes = int(hour), int(minute or 0)
    if hours == 24 and minutes == 0:
        return time(0, 0)
    return time(hours, minutes) if hours < 24 and minutes < 60 else None


def _evening(found: time, part: str | None) -> time:
    """“8 Uhr abends” is 20:00."""
    if part and re.search(r"abend|nachmittag", part, re.IGNORECASE) and found.hour < 12:
        return found.replace(hour=found.hour + 12)
    if part and re.search(r"nacht", part, re.IGNORECASE) and 8 <= found.hour < 12:
        return found.replace(hour=found.hour + 12)
    return found


def _range(match: re.Match[str]) -> tuple[tuple[time, ...], time | None] | None:
    first, last = clock_time(match["h"], match["m"]), clock_time(match["h2"], match["m2"])
    return None if first is None or last is None else ((first,), last)


def _several(match: re.Match[str]) -> tuple[tuple[time, ...], time | None] | None:
    found = [
        clock_time(*re.split(r"[.:]", each)) for each in re.findall(rf"{_H}(?:[.:]{_M})?", match["hours"])
    ]
    return tuple(each for each in found if each is not None), None


def _single(match: re.Match[str]) -> tuple[tuple[time, ...], time | None] | None:
    said = match.groupdict()
    found = clock_time(said["h"], said.get("m"))
    return None if found is None else ((_evening(found, said.get("part")),), None)


def _compact(match: re.Match[str]) -> tuple[tuple[time, ...], time | None] | None:
    found = clock_time(match["h"], match["m"])
    return None if found is None else ((found,), None)


def _word(match: re.Match[str]) -> tuple[tuple[time, ...], time | None] | None:
    """halb acht, Viertel nach sieben, drei viertel acht; acht Uhr. Before nine without a word: the evening is meant."""
    said = match.groupdict()
    hour = NUMBERS[said["word"].lower()] if said["word"] else int(said["h"])
    minutes = hour * 60 + _SHIFTS.get(re.sub(r"\s", "", said.get("shift") or "").lower(), 0)
    found = time((minutes // 60) % 24, minutes % 60)
    if said["part"]:
        return (_evening(found, said["part"]),), None
    return ((found.replace(hour=found.hour + 12) if 1 <= found.hour < 9 else found),), None


def _named(match: re.Match[str]) -> tuple[tuple[time, ...], time | None] | None:
    return ((time(0, 0) if match["night"] else time(12, 0)),), None


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


FORMS = (
    Form(
        "two ranges",
        _compiled(
            rf"{_FREE}(?P<h>{_H})(?:[.:](?P<m>{_M}))?{_UNIT}?{_TO}{_H}(?:[.:]{_M})?{_UNIT}?,?\s?(?:und|sowie|u\.|&|/|,|\+)\s?(?:wieder\s)?(?:von\s)?"
            rf"{_H}(?:[.:]{_M})?{_UNIT}?{_TO}(?P<h2>{_H})(?:[.:](?P<m2>{_M}))?(?![\d]){_UNIT}"
        ),
        _range,
        "10 bis 12 und 14 bis 16 Uhr",
    ),
    Form(
        "range",
        _compiled(
            rf"{_FREE}(?P<h>{_H})(?:[.:](?P<m>{_M}))?{_UNIT}?{_TO}(?P<h2>{_H})(?:[.:](?P<m2>{_M}))?(?![\d]){_UNIT}"
        ),
        _range,
        "16 bis 19 Uhr",
    ),
    Form(
        "range without Uhr",
        _compiled(rf"{_FREE}(?P<h>{_H})[.:](?P<m>{_M})(?:{_UNIT})?{_TO}(?P<h2>{_H})[.:](?P<m2>{_M})(?![\d.:])(?!\s?[€%])"),
        _range,
        "16:00-19:30",
    ),
    Form(
        "range, Uhr first",
        _compiled(rf"{_FREE}(?P<h>{_H})(?:[.:](?P<m>{_M}))?{_UNIT}{_TO}(?P<h2>{_H})(?:[.:](?P<m2>{_M}))?(?![\d.:])(?!\.\s?[A-Z\d])"),
        _range,
        "16 Uhr - 19",
    ),
    Form(
        "range in brackets",
        _compiled(rf"{_FREE}(?P<h>{_H})(?:[.:](?P<m>{_M}))?\s?-\s?(?P<h2>{_H})(?:[.:](?P<m2>{_M}))?(?=\))"),
        _range,
        "8.12. (17-19)",
        before=_compiled(r"\d\.(?:\s?\d{1,2}\b|\s?[a-zäöü]+)\.?(?:\s?(?:20)?\d\d)?\s\($"),
    ),
    Form(
        "between",
        _compiled(
            rf"{_FREE}(?P<h>{_H})(?:[.:](?P<m>{_M}))?{_UNIT}?\sund\s(?P<h2>{_H})(?:[.:](?P<m2>{_M}))?{_UNIT}"
        ),
        _range,
        "zwischen 16 und 19 Uhr",
        before=_compiled(r"\b(?:zwischen|von)\s$"),
    ),
    Form(
        "several",
        _compiled(
            rf"{_FREE}(?P<hours>(?:{_H}(?:[.:]{_M})?{_UNIT}?\s?(?:,\s(?:um\s)?|\s?(?:und|oder|sowie|u\.|&|/|\+)\s?(?:um\s)?)){{1,6}}{_H}(?:[.:]{_M})?){_UNIT}"
        ),
        _several,
        "15 und 17 Uhr",
    ),
    Form(
        "pair",
        _compiled(rf"{_FREE}(?P<hours>{_H}[.:](?:00|15|30|45)\s?/\s?{_H}[.:](?:00|15|30|45))(?!\d|[.:]\d)"),
        _several,
        "18.00/20.30",
    ),
    Form("Uhr", _compiled(rf"{_FREE}(?P<h>{_H})(?:(?:\s?[.:]\s?|,)(?P<m>{_M}))?{_UNIT}{_PART}"), _single, "17.30 Uhr"),
    Form("compact", _compiled(rf"{_FREE}(?P<h>[01]\d|2[0-3])\s?(?P<m>{_M})\sUhr\b"), _compact, "1930 Uhr"),
    Form("colon", _compiled(rf"{_FREE}(?P<h>{_H}):(?P<m>{_M})(?![\d:])(?!\s?[€%])"), _single, "17:30"),
    Form(
        "cue and dot",
        _compiled(rf"{_FREE}(?P<h>{_H})\.(?P<m>{_M})(?![\d.]\d|\d)(?!\s?(?:€|Euro|%|EUR|Prozent|km|m\b))"),
        _single,
        "Beginn 19.30",
        before=_compiled(rf"{_CUE}$"),
    ),
    Form(
        "cue and hour",
        _compiled(rf"{_FREE}(?P<h>{_H})(?=\s?(?:[,;)!]|\.(?!\s?\d|\s?[A-ZÄÖÜ][a-zäöü])|$|bis\b|geht|los))"),
        _single,
        "ab 9",
        before=_compiled(r"(?<![a-zäöüß])(?:um|ab|gegen|beginn:?|einlass:?)\s$"),
    ),
    Form(
        "half",
        _compiled(rf"(?<![a-zäöüß])(?P<shift>halb|viertel\s(?:vor|nach)|drei\s?viertel)\s(?:(?P<word>{_WORD_HOURS})|(?P<h>1?\d))\b{_UNIT}?{_PART}"),
        _word,
        "halb acht",
        at_number=False,
    ),
    Form("word", _compiled(rf"(?<![a-zäöüß])(?P<word>{_WORD_HOURS})\sUhr{_PART}"), _word, "acht Uhr", at_number=False),
    Form(
        "named",
        _compiled(r"\b(?:um|bis|ab|gegen|zur)\s(?:(?P<night>mitternacht)|(?P<noon>12\smittags|mittag))\b"),
        _named,
        "um Mitternacht",
        at_number=False,
    ),
)  # fmt: skip
_WORDS = ("half", "word")

_DOORS = re.compile(
    r"(?:einla(?:ss|ß)|\w*kasse (?:öffnet|ist)|türöffnung|saalöffnung|kassenöffnung|doors)\b[^.,;\d\n]{0,40}\Z",
    re.IGNORECASE,
)
_END = re.compile(
    r"(?:(?:\bende|\bschluss|zurück|endet|\benden|ankunft)\b(?:[^.;,\d\n]|ca\.|\bc\.){0,22}"
    r"|(?:rückkehr|rückkunft|rückfahrt|rückreise|heimreise|heimfahrt)\b(?:[^.;,\d]|ca\.){0,36})\Z",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"(?<!noch )\bbis(?:\s(?:ca\.?|circa|zirka|etwa|gegen|ungefähr|rund|spätestens|längstens|maximal|max\.|voraussichtlich|mindestens|kurz|"
    r"vor|nach|zum|zur|um|abends|nachts|morgens|mittags|\w+tag|mittwoch|sonnabend))*\s?\Z",
    re.IGNORECASE,
)
_START = re.compile(r"(?:beginn|beginnt|start|startet|los|anfang|\bab)\b[^.;,\d]{0,10}$", re.IGNORECASE)
_AT = re.compile(r"\b(?:um|von)\b[^.;,\d]{0,10}$", re.IGNORECASE)
_FROM = re.compile(r"\bab\s(?:ca\.\s)?$", re.IGNORECASE)
_SINCE, _ON = re.compile(r"\bvon\s$", re.IGNORECASE), re.compile(r"\san\b")  # “von 19 Uhr an”
_BACK_AFTER = re.compile(
    r"[^.;\d]{0,60}\b(?:zurück|rückreise|rückfahrt|heimreise|heimfahrt)\b", re.IGNORECASE
)
_DOORS_AFTER = re.compile(r"\s*(?:Uhr\b)?[\s:|-]*Einla(?:ss|ß)\b", re.IGNORECASE)
_END_AFTER = re.compile(
    r"\s*(?:Uhr\b)?[\s:|-]*(?:Ende|Schluss|Veranstaltungsende|endet|enden|ist\s(?:[a-zäöüß]+\s){0,4}?(?:Ende|Schluss))\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:annahme|einlass|anmelde|melde|einsende|redaktions|küchen)schlu(?:ss|ß)\b[^.;\d]{0,24}$",
    re.IGNORECASE,
)


def times(text: Text, taken: list[tuple[int, int]]) -> list[TimeMention]:
    """Every time of day outside the stretches that are `taken` (dates, phones), in order."""
    found: list[TimeMention] = []
    blocked = Stretches(taken)
    for form, match in matches(text.plain, FORMS):
        if (found and match.start() < found[-1].end) or blocked.meet(match.start(), match.end()):
            continue
        read = form.read(match)
        if read is not None and read[0]:
            found.append(_mention(text.plain, form, match, *read))
    return found


def _mention(
    plain: str, form: Form, match: re.Match[str], starts: tuple[time, ...], until: time | None
) -> TimeMention:
    said = match.groupdict()
    hour_at = (
        match.start("h") if said.get("h") else match.start("word") if said.get("word") else match.start()
    )
    before = plain[max(0, hour_at - 56) : hour_at]
    if len(starts) == 2 and _END_AFTER.match(
        plain, match.end()
    ):  # “Start ist um 8.30 Uhr, um 14 Uhr ist Ende”
        until, starts = starts[1], starts[:1]
    midnight = (said.get("h2") or said.get("h")) == "24" or bool(said.get("night"))
    use = Use.START if until is not None else _use(before, plain[match.end() : match.end() + 90])
    return TimeMention(
        match.start(), match.end(), use, starts, until, midnight, form.name in _WORDS and not said.get("part")
    )


# “nicht um 20 Uhr, sondern um 19 Uhr”, “statt wie angekündigt um 20 Uhr schon um 19 Uhr”
_NO_MORE = re.compile(
    r"(?:\bnicht|^(?!.*\bfind(?:et|en)\b).*\b(?:an)?statt)\s(?:erst |schon |bereits |mehr )?(?:wie [^.,;\d]{2,30}\s)?(?:um|ab|gegen)\s$",
    re.IGNORECASE | re.DOTALL,
)


def _use(before: str, after: str) -> Use:
    if _CLOSING.search(before) or _NO_MORE.search(before):
        return Use.OTHER
    if _DOORS.search(before) or _DOORS_AFTER.match(after):
        return Use.DOORS
    if _END_AFTER.match(after):
        return Use.END
    is_end = _END.search(before) or (_UNTIL.search(before) and not _AT.search(before))
    if is_end and not _START.search(before) and not re.search(r"\bbeginn", before[-16:], re.IGNORECASE):
        return Use.END
    if _BACK_AFTER.match(after):
        return Use.END
    is_from = _FROM.search(before) or (_SINCE.search(before) and _ON.match(after))
    return Use.OPEN if is_from else Use.START


def minutes_said(match: re.Match[str]) -> int:
    """Of a duration: “anderthalb Stunden”, “90 Minuten”."""
    said = match["n"].lower()
    number = {"anderthalb": 1.5, "eineinhalb": 1.5}.get(said) or float(
        NUMBERS.get(said) or said.replace(",", ".")
    )
    number += 0.5 if match["half"] else 0
    return round(number * (60 if match["unit"].lower().startswith("st") else 1))
