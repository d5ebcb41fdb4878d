"""Days on which a text was written: alone at its top, or behind a town at its end."""

import re
from datetime import date

from .articles import Article
from .dates import DateMention
from .reading import Reading

_TOP = 3  # lines at whose beginning a text says when it was written
_NOTHING_ELSE = re.compile(r".?|\s?[/|]\s?[A-ZÄÖÜ][\w-]+\s?")  # but a category
_AT_MOST = 12  # words behind the day on which a text was signed
_BYLINE = re.compile(
    r"(?:,?\s\d\d?[:.]\d\d(?:\sUhr)?)?\n\s*[Vv]on:?\s[A-ZÄÖÜ][\w.]*(?:\s[A-ZÄÖÜ][\w.-]*){0,3}\s*"
)
_TOWN_AND = re.compile(r"[A-ZÄÖÜ][\w./() -]{2,40},\s(?:den\s|dem\s|am\s)?")


def is_stamp(
    reading: Reading, mention: DateMention, day: date, reference: date, *, is_published: bool
) -> bool:
    """“20 Jan” or “12. Februar 2020 / Allgemein” alone at the top of a text of that day is when it was written."""
    line = reading.layout.line_at(mention.start)
    is_alone = _NOTHING_ELSE.fullmatch(reading.plain[mention.end : line.end])
    is_top = line.number < _TOP and line.start == mention.start and is_alone
    is_dateline = line.number < 2 * _TOP and reading.plain[mention.end : mention.end + 2] in (". ", ": ")
    if (
        is_dateline
        and day == reference
        and _TOWN_AND.fullmatch(reading.plain, line.text_start, mention.start)
    ):
        return True  # “Musterstadt, 16.04.2025. Am Gründonnerstag …”
    is_sure = is_published or mention.pieces[0][0].weekday is None or not reading.times
    return bool(is_top) and day == reference and is_sure


def signed_on(
    reading: Reading, article: Article, dated: list[tuple[DateMention, date]]
) -> DateMention | None:
    """“Musterstadt, 2.07.2021” on a line of its own at the end, below what is to come later."""
    if len(dated) < 2:  # noqa: PLR2004 - the day, and one to come
        return None
    mention, day = dated[-1]
    line = reading.layout.line_at(mention.start)
    is_alone = not reading.plain[mention.end : line.end].strip(" .")
    is_last = len(reading.plain[line.end : article.end].split()) <= _AT_MOST
    is_behind_a_town = _TOWN_AND.fullmatch(reading.plain, line.text_start, mention.start)
    is_alone, is_behind = (
        (True, True)
        if _BYLINE.fullmatch(reading.plain, mention.end, article.end)
        else (is_alone, is_behind_a_town)
    )
    is_signed = is_alone and is_last and is_behind and any(day < other for _mention, other in dated)
    return mention if is_signed else None
