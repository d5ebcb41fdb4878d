"""Everything the desk knows about a need, private and public, as its page shows it."""

from typing import Any

from django.db.models import Count
from django.forms import Form
from django.http import HttpRequest
from django.urls import reverse

from quartierwerk.core import clock
from quartierwerk.people import notifications as messages
from quartierwerk.people import queries as people_queries
from quartierwerk.people.rules import why_no_letter

from .. import rules, waiting
from ..enums import EntryKind, Frequency, PhotoState, State, Visibility
from ..models import Need, NeedSettings
from ..queries import labels
from .enclosures import place_of
from .similar import similar_to
from .verbs import VERBS, Verb
from .words import marked, private_kinds

MESSAGES_SHOWN = 20
FIRST = ("freigeben", "antworten", "oeffnen")  # what is next, in this order, stands open


def context_of(request: HttpRequest, need: Need, filled: dict[str, Form]) -> dict[str, Any]:
    words = labels()
    before, after = waiting.neighbours(request.user, need)
    within = NeedSettings.load().answer_within_days
    return {
        "need": need,
        "state": words[State(need.state)],
        "days_late": rules.how_overdue(need, clock.now(), within),
        "is_late": rules.is_overdue(need, clock.now(), within),
        "place": place_of(need),
        "title_pieces": marked(need.title),
        "text_pieces": marked(need.text),
        "private_kinds": private_kinds(need),
        "is_shortened": bool(need.original_title),
        "seen": rules.seen_as(need),
        "verbs": verbs_of(request, need, filled),
        "may_be_duplicate": rules.why_not_removed(need, "…") is None and not need.is_ended,
        "similar": similar_to(need),
        "duplicates": need.duplicates.order_by("received_at", "pk"),
        "photos": [_photo(photo) for photo in need.photos.all()],
        "notes": need.notes.select_related("by"),
        "entries": _entries(need, words),
        "history": people_queries.history_of(need),
        "mailings": _mailings(request, need),
        "comments": _comments(need),
        "complaints": need.complaints.filter(handled_at=None).select_related("comment"),
        "helpers": need.co_doers.select_related("person"),
        "follows": _follows(need),
        "before": _url(before),
        "after": _url(after),
    }


def verbs_of(request: HttpRequest, need: Need, filled: dict[str, Form]) -> list[dict[str, Any]]:
    """The verbs that are possible now, and those whose form came back; the next step is open."""
    offered = [verb for verb in VERBS if verb.key in filled or verb.refused(need) is None]
    first = next((key for key in FIRST if any(verb.key == key for verb in offered)), "")
    return [_verb(request, need, verb, filled, is_first=verb.key == first) for verb in offered]


def _verb(
    request: HttpRequest, need: Need, verb: Verb, filled: dict[str, Form], *, is_first: bool
) -> dict[str, Any]:
    return {
        "key": verb.key,
        "title": verb.title,
        "button": verb.button,
        "stroke": verb.stroke,
        "url": reverse("needs:desk_do", args=[need.reference, verb.key]),
        "form": filled.get(verb.key) or verb.form(need=need, user=request.user, prefix=verb.key),
        "is_open": verb.key in filled or (is_first and not filled),
        "is_first": is_first,
    }


def _photo(photo: Any) -> dict[str, Any]:
    return {
        "photo": photo,
        "url": reverse("needs:desk_photo_file", args=[photo.need.reference, photo.pk]),
        "is_shown": photo.state == PhotoState.SHOWN,
        "alt_pieces": marked(photo.alt),
    }


def _entries(need: Need, words: dict[State, str]) -> list[dict[str, Any]]:
    """The public timeline; what a state says anyway is not said twice."""
    return [
        {
            "entry": entry,
            "state": words[State(entry.state)],
            "kind": "" if entry.kind in (EntryKind.STATE, EntryKind.RECEIVED) else entry.get_kind_display(),
        }
        for entry in need.entries.select_related("by")
    ]


def _comments(need: Need) -> list[dict[str, Any]]:
    return [
        {
            "comment": comment,
            "pieces": marked(comment.text),
            "may_be_shown": rules.why_not_comment_shown(comment) is None,
            "may_be_hidden": rules.why_not_comment_hidden(comment, "…") is None,
            "is_public": comment.visibility == Visibility.PUBLIC,
            "is_reported": comment.open_complaints > 0,  # type: ignore[attr-defined]  # annotated below
        }
        for comment in need.comments.select_related("person", "by").annotate(
            open_complaints=Count("complaints") - Count("complaints__handled_at")
        )
    ]


def _mailings(request: HttpRequest, need: Need) -> list[dict[str, Any]]:
    """What was sent, called or written about it; calls and letters lead to the desk's list."""
    rows = messages.about(need).select_related("person").order_by("-created_at", "-pk")[:MESSAGES_SHOWN]
    on_list = set(
        people_queries.notifications_for(request.user)
        .filter(pk__in=[row.pk for row in rows])
        .values_list("pk", flat=True)
    )
    return [
        {
            "row": row,
            "url": reverse("people:desk_notification", args=[row.pk]) if row.pk in on_list else "",
            "letter_url": reverse("people:desk_letter_pdf", args=[row.pk])
            if row.pk in on_list and why_no_letter(row) is None
            else "",
        }
        for row in rows
    ]


def _follows(need: Need) -> list[dict[str, Any]]:
    """How many follow it, by how often they hear."""
    counted = need.follows.confirmed().order_by().values_list("frequency").annotate(number=Count("pk"))
    numbers = dict(counted)
    return [{"label": way.label, "number": numbers[way]} for way in Frequency if way in numbers]


def _url(reference: str) -> str:
    return reverse("needs:desk_need", args=[reference]) if reference else ""
