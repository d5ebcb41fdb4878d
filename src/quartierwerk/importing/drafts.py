"""The one way from an announcement to its draft, whatever way the announcement came by."""

import re

from .extract import Draft, Gazetteer, extract, is_page_frame
from .extract.draft import Doubt, DoubtKind
from .feeds.drafts import draft_of_entry
from .feeds.entries import is_event
from .gazetteer import town_gazetteer
from .languages import is_in_another_language
from .models import Announcement
from .pairing import together

SHORTEST_TITLE = 4  # letters
_PREFIXES = re.compile(r"^(?:(?:aw|wg|re|fwd?|tr)\s?:\s*)+", re.IGNORECASE)
_FILE = re.compile(r"\.[a-z]{2,4}$|^\S*_\S*$|^(?:scan|dokument|document|unbenannt|untitled)\b", re.IGNORECASE)


def draft_of(announcement: Announcement, known: Gazetteer | None = None) -> Draft:
    """Read anew each time; spans lie in `announcement.text`. A calendar's fields need no grammar. Six queries at most.

    `known`: the town's gazetteer, for who reads several.
    """
    known = known or town_gazetteer()
    if announcement.entry is not None and is_event(announcement.entry):
        return draft_of_entry(announcement.entry, known, announcement.read_on)
    read = extract(
        announcement.text,
        announcement.read_on,
        known,
        published=announcement.published_on,
        title=subject(announcement.title),
    )
    if is_in_another_language(announcement.text):
        return _unread(read)
    return together(read, announcement.text)


def _unread(draft: Draft) -> Draft:
    """The text itself, to be worked on by hand: what a German grammar finds in another language is guessed."""
    doubts = (Doubt(DoubtKind.NOT_GERMAN), *draft.doubts)
    return Draft(news=draft.news, doubts=doubts)


def subject(title: str) -> str:
    """What a text without a headline may be called: not the name of a file, not the “AW:” of a mail."""
    words = _PREFIXES.sub("", title).strip()
    return "" if _FILE.search(words) or is_page_frame(words) or len(words) < SHORTEST_TITLE else words
