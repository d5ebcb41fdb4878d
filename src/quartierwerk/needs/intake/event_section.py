"""On the page of a visit: before it “what should the mayor know?”, during and after it what people said and what became of it."""

from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from quartierwerk.core import clock
from quartierwerk.events.desk import links
from quartierwerk.events.enums import Kind, Stage
from quartierwerk.events.event_page.sections import EventSection, register
from quartierwerk.events.models import Event, Occurrence

from ..enums import State
from ..pages.words import BADGES
from ..permissions import may_moderate
from . import queries

AT_MOST = 50  # concerns on the page; more are in the list of needs
COLLECTING = (Kind.VISIT, Kind.CONSULTATION, Kind.WALK, Kind.CONFERENCE)


def concerns_of_event(event: Event, occurrence: Occurrence | None) -> dict[str, Any] | None:
    """None where the event is of a kind at which nobody asks for concerns and none was said."""
    if event.kind not in COLLECTING or event.stage == Stage.DRAFT:
        return None
    found = list(queries.public_concerns_of(event).only("reference", "title", "state")[:AT_MOST])
    asks = event.kind == Kind.VISIT and _is_ahead(event, occurrence)
    if not found and not asks:
        return None
    return {
        "asks": asks,
        "say_url": f"{reverse('needs:say')}?{urlencode({'termin': event.slug})}" if asks else "",
        "concerns": [
            {
                "title": need.title,
                "url": need.get_absolute_url(),
                "state": queries.word_for_state(need),
                "badge": BADGES.get(State(need.state), ""),
            }
            for need in found
        ],
    }


def _is_ahead(event: Event, occurrence: Occurrence | None) -> bool:
    date = occurrence or event.occurrences.first()
    is_on = event.stage == Stage.PUBLISHED and not (date and date.is_cancelled)
    return is_on and bool(date and not date.is_over(clock.now()))


def _desk_url(event: Event) -> str:
    return reverse("needs:concerns", args=[event.slug])


register(EventSection("concerns", 10, "needs/intake/event_section.html", concerns_of_event))
links.register(links.EventLink("concerns", _("Anliegen"), _desk_url, may_moderate))
