"""Draft news and events out of a German text. Pure: no network, no database, no clock; docs/importing.md.

The grammar is loaded by what asks for it: it takes 7 MB, which a worker that reads no text need not carry.
"""

from datetime import date
from typing import TYPE_CHECKING

from .draft import Draft, EventDraft
from .gazetteer import Gazetteer

if TYPE_CHECKING:
    from .dates import DateMention
    from .times import TimeMention

__all__ = [
    "Draft",
    "EventDraft",
    "Gazetteer",
    "dates_in",
    "extract",
    "is_not_public",
    "is_page_frame",
    "says_how_it_stands",
    "times_in",
]


def extract(
    text: str,
    today: date,
    gazetteer: Gazetteer | None = None,
    *,
    published: date | None = None,
    title: str = "",
) -> Draft:
    """What the text announces. `today`: the day on which it is read; `published`: that of the text, where it is known;
    `title`: the subject of the mail or the title of the page, for a text without a headline.

    Every value carries the characters it was read from, a confidence and doubts. Never raises, whatever the text.
    """
    from .whole import draft_of

    return draft_of(text, today, gazetteer or Gazetteer(), published, title)


def dates_in(words: str) -> list["DateMention"]:
    """Every written date, in order."""
    from .dates import dates
    from .text import Text

    return dates(Text(words))


def times_in(words: str) -> list["TimeMention"]:
    """Every time of day, in order."""
    from .text import Text
    from .times import times

    return times(Text(words), [])


def is_page_frame(line: str) -> bool:
    """What pages say around their text: “Startseite”, “Veröffentlicht am”."""
    from .layout import is_chrome

    return is_chrome(line)


def is_not_public(words: str) -> bool:
    """“Die Sitzung ist nicht öffentlich.”"""
    from .minutes import is_not_public as is_it

    return is_it(words)


def says_how_it_stands(words: str) -> bool:
    """“Abgesagt”, “wird verlegt”: words of a status."""
    from .status import status_words

    return bool(status_words(words))
