"""Everything the desk knows about a need, private and public, as its page shows it."""

from typing import Any

from django.db.models import Count, Exists, OuterRef
from django.forms import Form
from django.http import HttpRequest
from django.urls import reverse

from quartierwerk.people import notifications as messages
from quartierwerk.people import queries as people_queries
from quartierwerk.people.rules import why_no_letter

from .. import rules, waiting
from ..enums import EntryKind, Frequency, PhotoState, State
from ..models import Need
from ..together.queries import co_doers_of
from .case import Case
from .enclosures import place_of
from .news import is_read_only, news_of
from .sections import answer_url
from .verbs import PROBE, VERBS, Verb
from .words import marked, private_kinds

MESSAGES_SHOWN = 20
FIRST = ("freigeben", "antworten", "oeffnen")  # what is next, in this order, stands open


def context_of(request: HttpRequest, need: Need, filled: dict[str, Form]) -> dict[str, Any]:
    case = Case(need, request.user)
    words = case.words
    late_before = waiting.promised_before()
    before, after = waiting.neighbours(request.user, need, late_before)
    return {
        "need": need,
        "state": words[State(need.state)],
        "days_late": rules.how_overdue(need, late_before),
        "is_late": rules.is_overdue(need, late_before),
        "place": place_of(need),
        "title_pieces": marked(need.title),
        "text_pieces": marked(need.text),
        "private_kinds": private_kinds(need),
        "is_shortened": bool(need.original_title),
        "seen": rules.seen_as(need),
        "verbs": verbs_of(request, case, filled),
        "may_be_duplicate": rules.why_not_removed(need, PROBE) is None and not need.is_ended,
        "duplicates": need.duplicates.order_by("received_at", "pk"),
        "photos": [_photo(photo) for photo in need.photos.all()],
        "notes": case.notes,
        "news": news_of(need, case.exchange),
        "shows_visibility": need.is_public or need.state != State.DUPLICATE,
        "entries": _entries(need, words),
        "history": people_queries.history_of(need),
        "mailings": _mailings(request, need),
        "comments": [_comment(comment) for comment in case.comments],
        "complaints": need.complaints.filter(handled_at=None).select_related("comment"),
        "helpers": co_doers_of(need),
        "follows": _follows(need),
        "before": _url(before),
        "after": _url(after),
    }


def verbs_of(request: HttpRequest, case: Case, filled: dict[str, Form]) -> list[dict[str, Any]]:
    """The verbs that are possible now, and those whose form came back; the next step is open, or what `?tun=` names."""
    offered = [verb for verb in VERBS if verb.key in filled or verb.refused(case.need) is None]
    first = next((key for key in FIRST if any(verb.key == key for verb in offered)), "")
    is_open = set(filled) or {request.GET.get("tun", first)}
    return [
        {**_verb(request, case, verb, filled), "is_first": verb.key == first, "is_open": verb.key in is_open}
        for verb in offered
    ]


def _verb(request: HttpRequest, case: Case, verb: Verb, filled: dict[str, Form]) -> dict[str, Any]:
    first_values = {"answers": request.GET.get("antwort", "")}
    is_read = is_read_only(case.need, case.exchange)
    other = (is_read and verb.if_read) or (case.need.is_public and verb.if_public)
    return {
        "key": verb.key,
        "title": other or verb.title,
        "button": other or verb.button,
        "stroke": verb.stroke,
        "url": reverse("needs:desk_do", args=[case.need.reference, verb.key]),
        "form": filled.get(verb.key) or verb.form(case=case, prefix=verb.key, initial=first_values),
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


def _comment(comment: Any) -> dict[str, Any]:
    return {
        "comment": comment,
        "pieces": marked(comment.text),
        "may_be_shown": rules.why_not_comment_shown(comment) is None,
        "may_be_hidden": rules.why_not_comment_hidden(comment, PROBE) is None,
        "is_public": comment.is_public,
        "is_reported": comment.open_complaints > 0,
        "answer_url": answer_url(comment.need, comment) if comment.is_public else "",
    }


def _mailings(request: HttpRequest, need: Need) -> list[dict[str, Any]]:
    """What was sent, called or written about it; calls and letters lead to the desk's list."""
    own = people_queries.notifications_for(request.user).order_by().filter(pk=OuterRef("pk"))
    rows = messages.about(need).select_related("person").annotate(is_on_list=Exists(own))
    return [_mailing(row) for row in rows.order_by("-created_at", "-pk")[:MESSAGES_SHOWN]]


def _mailing(row: Any) -> dict[str, Any]:
    has_letter = row.is_on_list and why_no_letter(row) is None
    return {
        "row": row,
        "url": reverse("people:desk_notification", args=[row.pk]) if row.is_on_list else "",
        "letter_url": reverse("people:desk_letter_pdf", args=[row.pk]) if has_letter else "",
    }


def _follows(need: Need) -> list[dict[str, Any]]:
    """How many follow it, by how often they hear."""
    counted = need.follows.confirmed().order_by().values_list("frequency").annotate(number=Count("pk"))
    numbers = dict(counted)
    return [{"label": way.label, "number": numbers[way]} for way in Frequency if way in numbers]


def _url(reference: str) -> str:
    return reverse("needs:desk_need", args=[reference]) if reference else ""
