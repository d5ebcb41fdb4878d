"""What is new about a need since the team looked: a question that is open, an answer, words that were added."""

from collections.abc import Iterable, Sequence

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import gettext as _

from ..enums import NoteKind, State
from ..models import InternalNote, Need


def with_exchange(needs: Iterable[Need]) -> None:
    """Each need gets `exchange`: what was asked back and answered, the oldest first; one query for all."""
    between_us = InternalNote.objects.exclude(kind=NoteKind.NOTE).order_by("at", "pk")
    prefetch_related_objects(list(needs), Prefetch("notes", queryset=between_us, to_attr="exchange"))


def news_of(need: Need, exchange: Sequence[InternalNote]) -> str:
    """In a word or two; empty where nothing came since the team looked and no question is open."""
    last = exchange[-1].kind if exchange else ""
    if last == NoteKind.QUESTION:
        return _("Rückfrage offen")
    if need.moderated_at is not None:
        return ""
    if last == NoteKind.ADDED and not (_came_back(need) and exchange[-1].at < need.changed_at):
        return _("Antwort ist da") if _answers(need, exchange) else _("Ergänzung")
    return _("nicht gelöst, sagt wer es gemeldet hat") if _came_back(need) else ""


def is_read_only(need: Need, exchange: Sequence[InternalNote]) -> bool:
    """Whether what is new can only be read: the team has seen what is public, and more came for the team alone."""
    return bool(need.is_public and _was_seen(need) and news_of(need, exchange) and not need.moderated_at)


def _answers(need: Need, exchange: Sequence[InternalNote]) -> bool:
    """Whether a question stands before what was added since the team looked."""
    before = list(exchange[:-1])
    while before and before[-1].kind == NoteKind.ADDED and before[-1].at > need.changed_at:
        before.pop()
    return bool(before) and before[-1].kind == NoteKind.QUESTION


def _came_back(need: Need) -> bool:
    return need.found_solved is False and need.state == State.IN_REVIEW


def _was_seen(need: Need) -> bool:
    """What is shown before anybody looked has not changed since it came."""
    return need.changed_at > need.received_at
