"""What lists show of a need."""

from typing import Any

from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import ngettext

from quartierwerk.core.templatetags.ui import content_lang

from ..enums import Kind, State
from ..models import Need
from .words import BADGES

TEASER = 180


def as_item(need: Need, labels: dict[State, str]) -> dict[str, Any]:
    """Parameters of `needs/pages/item.html`; reads the quarter and the field."""
    return {
        "title": need.title,
        "url": need.get_absolute_url(),
        "kind": str(Kind(need.kind).label),
        "state": badge(need, labels),
        "teaser": Truncator(" ".join(need.text.split())).chars(TEASER),
        "date": timezone.localtime(need.published_at).date() if need.published_at else None,
        "place": place(need),
        "counts": counts(need),
        "number": need.reference,
        "supports": need.support_count,
        "is_sample": need.is_sample,
        "lang": content_lang(need.language),
    }


def badge(need: Need, labels: dict[State, str]) -> dict[str, str]:
    state = State(need.state)
    return {"text": labels[state], "kind": BADGES.get(state, "")}


def place(need: Need) -> str:
    """`Am Ufer, Welper`: what was written, and the Quartier."""
    quarter = need.quarter.name if need.quarter and need.quarter.is_public else ""
    return ", ".join(part for part in (need.place_name, quarter) if part)


def counts(need: Need) -> list[str]:
    """How many it concerns and how many speak about it; nothing where it is nobody."""
    found = []
    if need.support_count:
        found.append(
            ngettext("betrifft auch %(n)s Person", "betrifft auch %(n)s Personen", need.support_count)
            % {"n": need.support_count}
        )
    if need.comment_count:
        found.append(
            ngettext("%(n)s Kommentar", "%(n)s Kommentare", need.comment_count) % {"n": need.comment_count}
        )
    return found
