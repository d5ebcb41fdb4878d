"""A mail that was passed on: what was in it, from whom and when it was, without the lines that the mail program set above it."""

import re
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime

from quartierwerk.importing.extract.lexicon import MONTHS

_PASSED_ON = re.compile(
    r"^[ \t>]{0,20}(?:-{2,80}[ \t]*(?:Weitergeleitete Nachricht|Forwarded message|Forwarded by)\b[^\n]*"
    r"|(?:Anfang der weitergeleiteten Nachricht|Begin forwarded message)[ \t]*:?[ \t]*)$",
    re.MULTILINE | re.IGNORECASE,
)
_EARLIER = re.compile(
    r"^[ \t>]{0,20}-{2,80}[ \t]*(?:Urspr[üu]ngliche Nachricht|Originalnachricht|Original[- ]Message)\b[^\n]*$",
    re.MULTILINE | re.IGNORECASE,
)
_FIELD = re.compile(
    r"^[ \t>*]{0,20}(?P<name>Von|From|Gesendet|Sent|Datum|Date|An|To|Cc|Bcc|Kopie|Betreff|Subject|Antwort an|Reply-To|Wichtigkeit|Priorität|"
    r"Importance|Anlagen?|Attachments?|Thema)[ \t]*\*?:\*?[ \t]*(?P<said>[^\n]*)$",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"^[ \t>]{0,20}(?:_{10,80}[ \t]{0,20}\n)?[ \t>]{0,20}\*?(?:Von|From):", re.MULTILINE | re.IGNORECASE
)
_SENT = {"gesendet", "sent", "datum", "date"}
_SUBJECT = {"betreff", "subject", "thema"}
_LEAST_FIELDS = 3  # Von, Gesendet, Betreff: fewer may be a list in the announcement itself
_MOST_FIELDS = 12
_LONGEST_HEAD = 3_000  # characters
_DEEPEST = 5
_NOTE = 400  # characters; what somebody says about the mail passed on, unless it names a day or a number
_NUMBER = re.compile(r"\d")
_QUOTED = re.compile(r"^> ?", re.MULTILINE)
_WRITTEN = re.compile(r"(\d{1,2})\.?\s*([A-Za-zä]{3,9})\.?\s+(\d{4})")
_ENGLISH = re.compile(r"([A-Z][a-z]{2,8})\s+(\d{1,2}),\s+(\d{4})")
_FIGURES = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?!\d)")
_FOREIGN = {
    "mar": 3,
    "march": 3,
    "may": 5,
    "oct": 10,
    "october": 10,
    "dec": 12,
    "december": 12,
    "january": 1,
    "february": 2,
    "june": 6,
    "july": 7,
}


@dataclass(frozen=True)
class Forwarded:
    """`subject` and `sent` of the mail that was passed on, where there is one."""

    text: str
    subject: str = ""
    sent: date | None = None
    is_forward: bool = False


def forwarded_in(text: str, *, expected: bool) -> Forwarded:
    """The innermost mail that was passed on; the text itself where there is none.

    `expected`: the subject says “WG:”, so an earlier mail below is not history but the matter.
    """
    found = Forwarded(text)
    for _layer in range(_DEEPEST):
        inner = _next(found, expected)
        if inner is None:
            break
        found = inner
    return found


def _next(outer: Forwarded, expected: bool) -> Forwarded | None:
    begun = _start(outer.text, expected)
    if begun is None:
        return None
    note, rest = outer.text[: begun[0]].strip(), _unquoted(outer.text[begun[1] :].strip("\n"))
    fields, matter = _fields(rest)
    if not matter.strip():
        return None
    is_worth_it = len(note) > _NOTE or bool(_NUMBER.search(note))
    return Forwarded(
        f"{note}\n\n{matter}" if is_worth_it and not outer.is_forward else matter,
        next((said for name, said in fields if name in _SUBJECT and said), outer.subject)[:250],
        next((day for name, said in fields if name in _SENT and (day := _day(said))), outer.sent),
        True,
    )


def _start(text: str, expected: bool) -> tuple[int, int] | None:
    """Where the words of this mail end, and where the head of the one below begins."""
    found = _PASSED_ON.search(text) or (_EARLIER.search(text) if expected else None)
    head = next(
        (
            head
            for head in _HEAD.finditer(text)
            if len(_fields(text[head.start() : head.start() + _LONGEST_HEAD])[0]) >= _LEAST_FIELDS
        ),
        None,
    )
    if expected and head and (found is None or head.start() < found.start()):
        return head.start(), head.start()
    return (found.start(), found.end()) if found else None


def _fields(text: str) -> tuple[list[tuple[str, str]], str]:
    """The lines “Betreff: …” at the beginning, and what follows them."""
    lines = text.split("\n")
    fields: list[tuple[str, str]] = []
    place = 0
    while place < len(lines) and len(fields) < _MOST_FIELDS and _belongs(lines, place, bool(fields)):
        if found := _FIELD.match(lines[place]):
            fields.append((found["name"].lower(), " ".join(found["said"].split())))
        place += 1
    return fields, "\n".join(lines[place:])


def _belongs(lines: list[str], place: int, has_begun: bool) -> bool:
    """A field, what goes on with it further in, or an empty line before the next: Thunderbird and Apple leave some."""
    line = lines[place]
    if _FIELD.match(line):
        return True
    if line.strip(" >_\t\u00a0"):
        return has_begun and line.startswith((" ", "\t"))
    return not has_begun or (place + 1 < len(lines) and bool(_FIELD.match(lines[place + 1])))


def _unquoted(text: str) -> str:
    """Apple sets “> ” before every line of what it passes on."""
    lines = [line for line in text.split("\n") if line.strip()]
    quoted = sum(1 for line in lines if line.startswith(">"))
    return _QUOTED.sub("", text) if lines and quoted * 10 >= len(lines) * 9 else text


def _day(said: str) -> date | None:
    """“Dienstag, 5. Mai 2026 10:12”, “05.05.26, 10:12”, “Tue, May 5, 2026 at 10:12 AM”."""
    if found := _FIGURES.search(said):
        day, month, year = (int(part) for part in found.groups())
        return _date(year + 2000 if year < 100 else year, month, day)
    if found := _WRITTEN.search(said):
        return _date(int(found[3]), _month(found[2]), int(found[1]))
    if found := _ENGLISH.search(said):
        return _date(int(found[3]), _month(found[1]), int(found[2]))
    try:
        return parsedate_to_datetime(said).date()
    except (ValueError, TypeError, IndexError, AttributeError, OverflowError):
        return None


def _month(name: str) -> int:
    small = name.lower()
    return MONTHS.get(small) or _FOREIGN.get(small) or MONTHS.get(small[:3]) or 0


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
