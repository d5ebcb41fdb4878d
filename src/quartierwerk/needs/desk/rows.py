"""A line of the inbox, as its template shows it."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from .. import rules, waiting
from ..enums import REMOVED, UNANSWERED, CameBy, State
from ..models import AbuseReport, Comment, Need

ANCHORS = {waiting.COMMENT: "#kommentare", waiting.COMPLAINT: "#meldungen"}


def row_of(line: waiting.Waiting, words: dict[State, str]) -> dict[str, Any]:
    """For the table; `need` is None for a mail of which nobody has made one yet."""
    if line.need is None:
        return _mail(line)
    need = line.need
    return {
        "need": need,
        "url": reverse("needs:desk_need", args=[need.reference]) + ANCHORS.get(line.what, ""),
        "title": need.title,
        "what": _what(line, need),
        "is_late": line.late,
        "since": line.since,
        "state": words[State(need.state)],
        "excerpt": _excerpt(line.about),
        "way": need.get_came_by_display(),
        "may_publish": line.what == waiting.MODERATE,
        "publish": _("Gesehen") if need.is_public else _("Freigeben"),
        "seen": rules.seen_as(need),
    }


def _mail(line: waiting.Waiting) -> dict[str, Any]:
    mail: Any = line.about
    return {
        "need": None,
        "url": mail.get_absolute_url(),
        "title": mail.subject or _("Ohne Betreff"),
        "what": _("aufzunehmen"),
        "is_late": line.late,
        "since": line.since,
        "state": mail.sender_name or mail.sender,
        "excerpt": mail.text,
        "way": CameBy.EMAIL.label,
    }


def _what(line: waiting.Waiting, need: Need) -> str:
    """What it waits for, in a word or two; empty where nothing waits."""
    said = {
        waiting.MODERATE: _to_moderate(need),
        waiting.ANSWER: _("zu beantworten"),
        waiting.COMMENT: _("Kommentar"),
        waiting.COMPLAINT: _("gemeldet"),
    }
    return said.get(line.what) or _of_need(need)


def _of_need(need: Need) -> str:
    if need.visibility in REMOVED:
        return str(need.get_visibility_display())
    if need.moderated_at is None:
        return _to_moderate(need)
    return _("zu beantworten") if need.state in UNANSWERED else ""


def _to_moderate(need: Need) -> str:
    """Where it is public already, nobody has seen it yet, or what was added to it."""
    return _("anzusehen") if need.is_public else _("zu moderieren")


def _excerpt(about: Any) -> str:
    if isinstance(about, Comment):
        return about.text
    if isinstance(about, AbuseReport):
        said = f"{about.get_reason_display()}: {about.text}" if about.text else about.get_reason_display()
        return str(said)
    return ""
