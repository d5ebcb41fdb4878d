"""What is new for those who follow: what became of a need, what the town answered, how many others wrote.

A follow is *due* when it was told for the last time before today (daily) or before this week's Monday (weekly, letter), in
the town's time. What is new counts from `told_until`. Nothing is sent at night.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from operator import itemgetter
from typing import Any

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quartierwerk.events.words import when

from ..enums import EntryKind, Frequency, State, Visibility
from ..models import Comment, Entry, Follow, Need
from ..queries import labels

FIRST_HOUR, LAST_HOUR = 7, 20


@dataclass
class NeedNews:
    """What is new at one need, oldest first; `is_gone`: nobody may read it any more."""

    need: Need
    lines: list[tuple[datetime, str]] = field(default_factory=list)
    comments: int = 0
    is_gone: bool = False


# --------------------------------------------------------------------------------------------------------------- who is due
def is_waking_hour(now: datetime) -> bool:
    return FIRST_HOUR <= when.local(now).hour < LAST_HOUR


def due(now: datetime) -> QuerySet[Follow]:
    """Confirmed, with a way to reach the person, and not told for a day or a week."""
    today = when.local(now).replace(hour=0, minute=0, second=0, microsecond=0)
    monday = today - timedelta(days=today.weekday())
    daily = Q(frequency=Frequency.DAILY, told_until__lt=today) & ~Q(person__email="")
    weekly = Q(frequency=Frequency.WEEKLY, told_until__lt=monday) & ~Q(person__email="")
    letters = Q(frequency=Frequency.LETTER, told_until__lt=monday)
    return Follow.objects.confirmed().filter(daily | weekly | letters)


def with_news(follows: QuerySet[Follow]) -> QuerySet[Follow]:
    return follows.filter(_has_news())


def without_news(follows: QuerySet[Follow]) -> QuerySet[Follow]:
    return follows.exclude(_has_news())


def _has_news() -> Q:
    since = OuterRef("told_until")
    entries = Entry.objects.filter(need=OuterRef("need"), at__gt=since)
    merged = Entry.objects.filter(need__duplicate_of=OuterRef("need"), kind=EntryKind.MERGED, at__gt=since)
    written = _shown().filter(need=OuterRef("need"), shown_at__gt=since)
    gone = Q(need__changed_at__gt=F("told_until")) & ~Q(need__visibility=Visibility.PUBLIC)
    is_public = Q(need__visibility=Visibility.PUBLIC)
    return is_public & (Q(Exists(entries)) | Q(Exists(merged)) | Q(Exists(written))) | gone


def _shown() -> Any:
    return Comment.objects.public().annotate(shown_at=Coalesce("published_at", "at"))


# ------------------------------------------------------------------------------------------------------------- what is new
def news_of(follows: Sequence[Follow]) -> list[NeedNews]:
    """Of the needs of one person, each with what came after it was told for the last time; three queries."""
    since = {follow.need_id: follow.told_until for follow in follows}
    if not since:
        return []
    news = {follow.need_id: _begun(follow) for follow in follows}
    public = [pk for pk, item in news.items() if item.need.is_public]
    earliest = min(since.values())
    words = labels()
    about = Q(need__in=public) | Q(need__duplicate_of__in=public, kind=EntryKind.MERGED)
    for entry in Entry.objects.filter(about, at__gt=earliest).select_related("need"):
        pk = entry.need_id if entry.need_id in public else entry.need.duplicate_of_id
        if pk is not None and entry.at > since[pk]:
            news[pk].lines.append((entry.at, _line(entry, words, came_along=pk != entry.need_id)))
    for comment in _shown().filter(need__in=public, shown_at__gt=earliest):
        if comment.shown_at > since[comment.need_id]:
            _add_comment(news[comment.need_id], comment)
    return [item for item in news.values() if item.lines or item.comments or item.is_gone]


def _begun(follow: Follow) -> NeedNews:
    need = follow.need
    return NeedNews(need, is_gone=not need.is_public and need.changed_at > follow.told_until)


def _add_comment(item: NeedNews, comment: Comment) -> None:
    if comment.is_official:
        at = comment.published_at or comment.at
        item.lines.append((at, _("Antwort der Stadt: %s") % comment.text))
    else:
        item.comments += 1


def _line(entry: Entry, words: dict[State, str], *, came_along: bool) -> str:
    if came_along:
        return _("%s gehört jetzt dazu.") % entry.need.reference
    if entry.kind == EntryKind.HANDED_ON:
        return _("weitergegeben an %s") % entry.text
    said = {
        EntryKind.REOPENED: _("wieder geöffnet"),
        EntryKind.SOLVED: _("Rückmeldung, ob es gelöst ist"),
        EntryKind.SHORTENED: _("gekürzt"),
    }.get(EntryKind(entry.kind)) or _("neuer Stand: %s") % words[State(entry.state)]
    return f"{said}. {entry.text}" if entry.text and entry.kind != EntryKind.SOLVED else said


def as_text(item: NeedNews, *, with_link: bool) -> str:
    """Plain text of one need, in the active language."""
    if item.is_gone:
        return _("%s: Dieser Beitrag ist nicht mehr öffentlich.") % item.need.reference
    lines = [f"{item.need.reference}: {item.need.title}"]
    lines += [
        f"– {date_format(when.local(at), 'j. F')}: {said}"
        for at, said in sorted(item.lines, key=itemgetter(0))
    ]
    if item.comments:
        lines.append(
            "– "
            + ngettext("%(number)d neuer Kommentar", "%(number)d neue Kommentare", item.comments)
            % {"number": item.comments}
        )
    if with_link:
        lines.append(settings.BASE_URL + item.need.get_absolute_url())
    return "\n".join(lines)
