"""E-mail addresses and addresses of pages. What is not readable as an address is reported, never invented."""

import re
from dataclasses import dataclass

from .draft import Doubt, DoubtKind, Value
from .stretches import Stretches
from .text import Text

_NAME = r"[A-Za-z0-9ÄÖÜäöüß][\w.+-]{0,60}"
_DOMAIN = r"(?:[A-Za-z0-9äöü][\wäöü-]{0,60}\.){1,4}[A-Za-z]{2,12}"
_PLAIN = re.compile(rf"(?<![\w.+-])(?P<name>{_NAME})@(?P<domain>{_DOMAIN})(?![\w@])")
_AT = r"\s?(?:\(\s?(?:at|ät|a)\s?\)|\[\s?(?:at|ät|a)\s?\]|\{\s?at\s?\}|<at>|_at_|\(@\))\s?"
_AT_ALONE = re.compile(_AT, re.IGNORECASE)
_DOT = r"(?:\.|\s?(?:\(\s?(?:dot|punkt)\s?\)|\[\s?(?:dot|punkt)\s?\])\s?)"
_DISGUISED = re.compile(
    rf"(?<![\w.+-])(?P<name>[A-Za-z0-9][\w.+-]{{0,60}}){_AT}(?P<domain>[A-Za-z0-9][\w-]{{0,60}}(?:{_DOT}[\w-]{{1,60}}){{0,3}}{_DOT}[A-Za-z]{{2,12}})\b",
    re.IGNORECASE,
)
_TORN = re.compile(
    rf"(?<![\w.+-])(?P<name>{_NAME})@[ \n](?P<domain>(?:[a-z0-9äöü][\w-]{{1,60}}\.){{1,3}}[a-z]{{2,5}})(?![\w@])"
)
_BROKEN = re.compile(
    rf"(?<![\w.+-])(?:{_NAME}@(?!\w)|(?<!\w)@{_DOMAIN}|{_NAME}\s@\s?{_DOMAIN}|{_NAME}@\s{_DOMAIN}|"
    rf"{_NAME}\s(?:at|ät)\s[\w-]{{1,60}}\.(?:de|org|com|net)\b|"
    rf"{_NAME}@[a-z0-9äöü][\w-]{{1,60}}(?:,[a-z]{{2,12}}\b|(?![\w.@-]))|"  # “uta@verein,de”, “uta@verein”
    rf"{_NAME}\s(?:at|ät)\s[\w-]{{1,60}}\s(?:punkt|dot)\s[a-z]{{2,12}}\b)"
)
_ANNOUNCED = re.compile(
    r"\b(?:E-?Mail|Mail)(?:-?Adresse)?\s?:\s*(?=$|[.,;)]|\n|Telefon|Tel\b)", re.IGNORECASE | re.MULTILINE
)
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>()\[\]\"]{1,300}|\b[\w-]{2,60}\.(?:de|org|eu|com|net|info|nrw)(?:/[^\s<>()\[\]\"]{0,200})?(?![\w@])"
)


@dataclass(frozen=True)
class EmailMention:
    """`email` is None where an address was announced and none can be read; `doubt` says so."""

    start: int
    end: int
    email: Value[str] | None
    doubt: Doubt | None = None


def emails(text: Text) -> list[EmailMention]:
    found = [_mention(text, match) for match in _PLAIN.finditer(text.plain)] if "@" in text.plain else []
    if "@ " in text.plain or "@\n" in text.plain:
        found += [_mention(text, match, DoubtKind.EMAIL_DISGUISED) for match in _TORN.finditer(text.plain)]
    if _AT_ALONE.search(text.plain):
        found += [
            _mention(text, match, DoubtKind.EMAIL_DISGUISED) for match in _DISGUISED.finditer(text.plain)
        ]
    broken = sorted(
        [*_BROKEN.finditer(text.plain), *_ANNOUNCED.finditer(text.plain)], key=lambda match: match.start()
    )
    stretches = Stretches([(mention.start, mention.end) for mention in found])
    for match in broken:
        if not stretches.meet(match.start(), match.end()):
            doubt = Doubt(DoubtKind.EMAIL_MISSING, text.span(match.start(), match.end()))
            found.append(EmailMention(match.start(), match.end(), None, doubt))
    return sorted(found, key=lambda mention: mention.start)


def links(text: Text, taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches that are addresses of pages, without the full stop that ends their sentence."""
    stretches = Stretches(taken)
    return [
        (match.start(), match.start() + len(match[0].rstrip(".,;:!?'")))
        for match in _LINK.finditer(text.plain)
        if not stretches.meet(match.start(), match.end())
    ]


def _mention(text: Text, match: re.Match[str], kind: DoubtKind | None = None) -> EmailMention:
    name = match["name"].rstrip(".")
    domain = re.sub(_DOT, ".", match["domain"], flags=re.IGNORECASE)
    span = text.span(match.start(), match.end())
    doubts = (Doubt(kind, span),) if kind else ()
    value = Value(f"{name}@{domain}", (span,), 0.6 if kind else 0.98, doubts)
    return EmailMention(match.start(), match.end(), value, doubts[0] if doubts else None)
