"""What a news item is called: of what is off or moved the headline says so."""

import re

from django.utils.translation import gettext_lazy as _

from ..extract import says_how_it_stands
from ..extract.draft import Draft, Status
from ..pairing import told

LONGEST = 250  # letters
_PREFIXED = {
    Status.CANCELLED: _("Abgesagt: %s"),
    Status.POSTPONED: _("Verschoben: %s"),
    Status.MOVED: _("Verlegt: %s"),
}
_SAYS_SO = re.compile(
    r"absage|abgesagt|ausfall|f[aä]llt|entf[aä]ll|verleg|verschieb|verschob|\bstatt\b|neuer?\s", re.I
)


def headline(number: int, draft: Draft, text: str) -> str:
    """`Abgesagt: Gedächtnistraining`; as the text has it where it says so itself, or speaks of something else as well."""
    title = draft.news[number].title.value
    places = [place for place, event in enumerate(draft.events) if event.news == number]
    statuses = {draft.events[place].status.value for place in places}
    prefixed = _PREFIXED.get(statuses.pop()) if len(statuses) == 1 else None
    if prefixed is None or says_how_it_stands(title) or _SAYS_SO.search(title):
        return title[:LONGEST]
    if not all(_is_its_name(draft.events[place].title.value, title) for place in places):
        return title[:LONGEST]
    if any(told(place, draft, text).is_denied for place in places):
        return title[:LONGEST]
    return str(prefixed % title)[:LONGEST]


def _is_its_name(event: str, title: str) -> bool:
    event, title = event.casefold(), title.casefold()
    return event in title or title in event
