"""The heads of mails, “Von: … / Gesendet: … / Betreff: …”, as programs set them or people copy them; German and English."""

import re
from collections.abc import Iterator
from dataclasses import replace

from .dates import DateMention, dates
from .stretches import Stretch
from .text import Text

_OPENING = 40  # lines: a single line may be the head of a mail there
_LONGEST = 16  # lines
_FIELD = (
    r"(?:von|from|an|to|cc|bcc|kopie(?: \(cc\))?|gesendet(?: am)?|sent|date|datum|antwort an|reply-to|anhänge?|anlagen?|"
    r"attachments?|betreff|betr\.?|subject|"
    r"wichtigkeit|priorität|importance|priority|absender|empfänger|sender)"
)
_HEADER = re.compile(rf"{_FIELD}\s?:(?:\s|$)", re.IGNORECASE)
_OF_A_MAIL = re.compile(
    r"(?:(?:betreff|subject|gesendet(?: am)?|sent|cc)\s?:|(?:von|from|an|to|absender)\s?:.*@)", re.IGNORECASE
)
_ADDRESSES = re.compile(r"[^@\n]{0,60}\S+@\S+(?:[;,>\]]\s?.*)?")  # goes on from the line above
_SENT_AT = re.compile(  # 3 Nov 2026, November 3, 2026
    r"(?:date|datum|sent|gesendet)(?: am)?\s?:\s.{0,16}?(?:(?P<day>\d{1,2})\s(?P<month>[A-Z][a-zä]{2,8})\.?\s|"
    r"(?P<before>[A-Z][a-z]{2,8})\s(?P<behind>\d{1,2}),\s)(?P<year>20\d\d)",
    re.IGNORECASE,
)
_ENGLISH = {
    "mar": "März",
    "may": "Mai",
    "oct": "Oktober",
    "dec": "Dezember",
    "jun": "Juni",
    "jul": "Juli",
    "jan": "Januar",
    "feb": "Februar",
    "apr": "April",
    "aug": "August",
    "sep": "September",
    "nov": "November",
}


def is_mail_head(plain: str, start: int, end: int) -> bool:
    """Whether a line is a field of such a head."""
    return plain.find(":", start, start + 20) >= 0 and _HEADER.match(plain, start, end) is not None


def mail_heads(plain: str, lines: list[Stretch]) -> Iterator[Stretch]:
    """“Von: … / Gesendet: … / Betreff: …” one below the other, also in the midst, where a mail was passed on."""
    run: list[Stretch] = []
    for each in [*lines, (0, 0)]:
        goes_on = run and len(run) < _LONGEST and _ADDRESSES.fullmatch(plain, *each)
        if goes_on or is_mail_head(plain, *each):
            run.append(each)
        elif run:
            is_in_the_midst = run[0] not in lines[:_OPENING]
            if any(_OF_A_MAIL.match(plain, *one) for one in run) and len(run) > is_in_the_midst:
                yield from run
            run = []


def days_of(text: Text, head: list[Stretch]) -> Iterator[DateMention]:
    """Of a mail that was passed on, the day on which it was written comes first."""
    if head:
        opening = Text(text.raw[: text.raw_place(max(end for _start, end in head))])
        written = [each for each in dates(opening) if any(start <= each.start < end for start, end in head)]
        sent = [found for each in head if (found := _sent(text.plain, each))]
        in_mails = [each for each in written if _is_sent(text, each)]
        yield from sorted([*sent, *in_mails], key=lambda each: -each.start)
        yield from (each for each in written if each not in in_mails)


def _is_sent(text: Text, mention: DateMention) -> bool:
    start = text.plain.rfind("\n", 0, mention.start) + 1
    return _HEADER.match(text.plain, start) is not None


def _sent(plain: str, line: Stretch) -> DateMention | None:
    """“Date: Tue, 3 Nov 2026 12:04:05 +0100”, “Sent: Tuesday, November 3, 2026”."""
    match = _SENT_AT.match(plain, *line)
    if match is None:
        return None
    month = _ENGLISH.get((match["month"] or match["before"])[:3].lower())
    said = dates(Text(f"{match['day'] or match['behind']}. {month} {match['year']}")) if month else []
    return replace(said[0], start=match.start("year") - 1, end=match.end()) if said else None
