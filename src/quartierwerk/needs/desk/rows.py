"""A line of the inbox, as its template shows it."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from .. import rules, waiting
from ..enums import REMOVED, UNANSWERED, CameBy, State
from ..models import AbuseReport, Comment, InternalNote, Need
from .news import is_read_only, news_of
from .words import private_kinds

ANCHORS = {waiting.COMMENT: "#kommentare", waiting.COMPLAINT: "#meldungen"}


def row_of(line: waiting.Waiting, words: dict[State, str]) -> dict[str, Any]:
    """For the table; `need` is None for a mail of which nobody has made one yet."""
    if line.need is None:
        return _mail(line)
    need = line.need
    to_publish = line.what == waiting.MODERATE and rules.why_not_published(need) is None
    private = private_kinds(need) if to_publish else []
    exchange = getattr(line.about, "exchange", [])  # a comment or a report has none
    return {
        "need": need,
        "url": reverse("needs:desk_need", args=[need.reference]) + ANCHORS.get(line.what, ""),
        "title": need.title,
        "what": _what(line, need),
        "is_late": line.late,
        "since": line.since,
        "state": words[State(need.state)],
        "news": news_of(need, exchange),
        "excerpt": _excerpt(line),
        "private": private,
        "way": need.get_came_by_display(),
        "may_publish": to_publish and not private,  # nobody publishes a telephone number unread
        "publish": _publish(need, exchange),
        "seen": rules.seen_as(need),
    }


def _mail(line: waiting.Waiting) -> dict[str, Any]:
    mail: Any = line.about
    return {
        "need": None,
        "news": "",
        "private": [],
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


def _publish(need: Need, exchange: list[InternalNote]) -> str:
    if not need.is_public:
        return _("Freigeben")
    return _("Gelesen") if is_read_only(need, exchange) else _("Gesehen")


def _excerpt(line: waiting.Waiting) -> str:
    """What one button would publish, or what was written about it."""
    about: Any = line.about
    if isinstance(about, Need):
        return about.text if line.what == waiting.MODERATE else ""
    if isinstance(about, Comment):
        return about.text
    if isinstance(about, AbuseReport):
        said = f"{about.get_reason_display()}: {about.text}" if about.text else about.get_reason_display()
        return str(said)
    return ""
