"""What a text is called in lists: what it announces, never the name of a file, the head of a mail or a salutation.

It is read when the text comes in (`read_as`, kept with the announcement); a list reads no text.
"""

import re
from collections.abc import Iterable
from itertools import islice
from typing import Any

from django.utils.translation import ngettext

from .drafts import subject
from .enums import Part
from .extract.draft import Draft
from .likeness import names_nothing
from .models import Announcement, Result
from .models.announcements import TITLE_LENGTH
from .review.notes import number_of_doubts

LONGEST = 100  # letters of a line that stands for a name
_HEAD = 4_000  # letters in which a line that names the text is looked for
_FIRST_LINES = 14
_SENDER = re.compile(r"\s*(?:von|from|absender)\s?:\s*(?P<who>\S.*)", re.IGNORECASE)
_OF_A_MAIL = re.compile(r"\s*(?:an|to|gesendet|sent|betreff|subject|cc)\s?:", re.IGNORECASE)
_ADDRESS = re.compile(r"\s*[<\[(]?(?:mailto:)?[\w.+-]+@[\w.-]+[>\])]?\s*")


def read_as(draft: Draft, text: str, title: str) -> dict[str, Any]:
    """`{"title", "more", "news", "events", "doubts"}`: the first name, how many others, how many of each.

    `title`: that of the file, mail or page.
    """
    names = _names(draft)
    first = names[0] if names else subject(title) or _first_line(text)
    return {
        "title": first[:TITLE_LENGTH],
        "more": max(0, len(names) - 1),
        "news": len(draft.news),
        "events": len(draft.events),
        "doubts": len(draft.doubts) + sum(map(number_of_doubts, draft.events)),
    }


def name_of(announcement: Announcement, made: Iterable[Result] = ()) -> str:
    """`Nähcafé und 3 weitere`; `made`: what became of it, which somebody may have named otherwise."""
    titles = _made(list(made))
    if titles:
        return _with_others(titles[0], len(titles) - 1)
    said = announcement.read_as
    return _with_others(said.get("title") or str(announcement), said.get("more", 0))


def sender_of(text: str) -> str:
    """Who stands in the head of a pasted mail, by name where there is one; "" where nobody does."""
    lines = list(islice((line for line in text[:_HEAD].splitlines() if line.strip()), _FIRST_LINES))
    found = next(filter(None, map(_SENDER.match, lines)), None)
    who = found["who"].strip() if found else ""
    if "@" not in who and not any(map(_OF_A_MAIL.match, lines)):
        return ""
    return (_ADDRESS.sub(" ", who).strip(' "') or who)[:LONGEST]


def _with_others(title: str, more: int) -> str:
    if not more:
        return title
    said = ngettext("%(title)s und eine weitere", "%(title)s und %(n)d weitere", more)
    return said % {"title": title, "n": more}


def _names(draft: Draft) -> list[str]:
    """Of its events, else of its news; “Ort” or “Veranstaltung” only where nothing else is there, a salutation never."""
    events = list(dict.fromkeys(each.title.value for each in draft.events))
    news = list(dict.fromkeys(each.title.value for each in draft.news))
    for titles in (events, news):
        if named := [title for title in titles if not names_nothing(title) and not title.endswith(",")]:
            return named
    return [title for title in events or news if not title.endswith(",")]


def _made(results: list[Result]) -> list[str]:
    events = [each.event.title for each in results if each.part == Part.EVENT and each.event]
    news = [each.news.title for each in results if each.part == Part.NEWS and each.news]
    return list(dict.fromkeys(events or news))


def _first_line(text: str) -> str:
    """Of what is left without head, salutation and farewell; else of all."""
    from .extract.layout import Layout  # a worker that reads no text need not carry the grammar
    from .extract.letters import around
    from .extract.text import Text

    read = Text(text[:_HEAD])
    own = read.without(around(Layout(read)).hidden).plain
    words = (line.strip() for line in (*own.splitlines(), *text[:_HEAD].splitlines()))
    first = next((line for line in words if line and not line.endswith(",")), "")
    return first if len(first) <= LONGEST else f"{first[:LONGEST]}…"
