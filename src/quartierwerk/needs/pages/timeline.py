"""What happened to a need, as everybody may read it."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from quartierwerk.core.models import Town
from quartierwerk.core.templatetags.ui import content_lang

from ..enums import EntryKind, State
from ..models import Entry, Need
from .words import BADGES


def lines(need: Need, labels: dict[State, str], town: Town) -> list[dict[str, Any]]:
    """The entries in order: what, when, by whom, and the public reason."""
    return [_line(entry, need, labels, town) for entry in need.entries.all()]


def _line(entry: Entry, need: Need, labels: dict[State, str], town: Town) -> dict[str, Any]:
    kind = EntryKind(entry.kind)
    is_answer = bool(entry.text) and (
        kind == EntryKind.STATE or (kind == EntryKind.REOPENED and bool(entry.by_id))
    )
    return {
        "title": _TITLES.get(kind, _state)(entry, labels),
        "badge": BADGES.get(State(entry.state), "") if kind == EntryKind.STATE else "",
        "at": timezone.localtime(entry.at),
        "who": _who(entry, town, is_answer=is_answer),
        "text": ""
        if kind in (EntryKind.HANDED_ON, EntryKind.SHORTENED) or _is_number(entry, need)
        else entry.text,
        "is_official": is_answer,
        "lang": content_lang() if is_answer or entry.by_id else content_lang(need.language),
    }


def _who(entry: Entry, town: Town, *, is_answer: bool) -> str:
    """The office; staff are never named, and neither is whoever said it."""
    if entry.by_office:
        return entry.by_office
    return town.official_name or town.name if is_answer or entry.by_id else ""


def _is_number(entry: Entry, need: Need) -> bool:
    """A merger without words holds the number of the first; the page links it anyway."""
    first = need.duplicate_of
    return entry.kind == EntryKind.MERGED and bool(first) and entry.text == first.reference  # type: ignore[union-attr]


def _state(entry: Entry, labels: dict[State, str]) -> str:
    return labels[State(entry.state)]


def answer_if_solved(entry: Entry) -> str:
    """What whoever said it answered; a no has opened it again."""
    return (
        _("Rückmeldung: Es ist gelöst.")
        if entry.state == State.DONE
        else _("Rückmeldung: Noch nicht gelöst.")
    )


def _handed_on(entry: Entry, labels: dict[State, str]) -> str:  # noqa: ARG001 - as the others
    return _("weitergegeben an %s") % entry.text


_TITLES = {
    EntryKind.RECEIVED: lambda _entry, labels: labels[State.RECEIVED],
    EntryKind.MERGED: lambda _entry, labels: labels[State.DUPLICATE],
    EntryKind.SHORTENED: lambda _entry, _labels: _("von der Moderation gekürzt"),
    EntryKind.HANDED_ON: _handed_on,
    EntryKind.REOPENED: lambda _entry, _labels: _("wieder geöffnet"),
    EntryKind.SOLVED: lambda entry, _labels: answer_if_solved(entry),
}
