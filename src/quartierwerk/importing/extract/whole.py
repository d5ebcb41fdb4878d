"""A whole text: its articles, their events, the news, who to ask, what was counted."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from .articles import articles
from .draft import Doubt, DoubtKind, Draft, EventDraft, NewsDraft
from .events import events
from .gazetteer import Gazetteer
from .news import UNTITLED, contacts, figures, news_item
from .reading import Reading, read
from .text import Text
from .years import make_date

_NAMELESS = 0.1  # confidence in the title of an event that nothing names
_LEAP_YEAR = 2024  # in which every day of any year is


def draft_of(text: str, today: date, gazetteer: Gazetteer, published: date | None, title: str) -> Draft:
    """See `extract`."""
    reading = read(Text(text), today, gazetteer, title)
    items: list[NewsDraft] = []
    found: list[EventDraft] = []
    every_article = articles(reading, published)
    for article in every_article:
        is_preface = len(every_article) > 1 and article.dateline is None
        item = None if is_preface else news_item(reading, article)
        announced = events(reading, article, len(items))
        found += announced
        if item is not None:
            items.append(_named(item, announced))
    doubts = tuple(
        Doubt(each.kind, reading.text.span(each.start, each.end), each.day)
        for each in reading.withheld.doubts
        if each.kind
    )
    doubts += (*_no_such_dates(reading), *([Doubt(DoubtKind.TOO_LONG)] if reading.text.is_cut else []))
    return Draft(tuple(items), tuple(found), contacts(reading), figures(reading), doubts)


def _no_such_dates(reading: Reading) -> Iterator[Doubt]:
    """“30. Februar”: it makes no event, so the text as a whole must say it."""
    for mention in reading.dates:
        days = [day for piece in mention.pieces for day in piece if day is not None]
        if any(
            day.day and day.month and make_date(day.year or _LEAP_YEAR, day.month, day.day) is None
            for day in days
        ):
            yield Doubt(DoubtKind.NO_SUCH_DATE, reading.text.span(mention.start, mention.end))


def _named(item: NewsDraft, announced: list[EventDraft]) -> NewsDraft:
    """A letter without a headline is news of what it announces: “Spieleabend”, “Spieleabend und weitere Termine”."""
    titles = {each.title.value: each.title for each in announced if each.title.confidence > _NAMELESS}
    if item.title.confidence > UNTITLED or not titles:
        return item
    first = next(iter(titles.values()))
    more = " und weitere Termine" if len(titles) > 1 else ""
    return replace(item, title=replace(first, value=f"{first.value}{more}"))
