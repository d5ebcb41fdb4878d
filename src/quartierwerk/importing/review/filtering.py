"""What the list of texts is narrowed by: state, where they are from, words."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy, pgettext

from quartierwerk.core.filters import ListFilter, offer

from ..enums import CameBy, State
from ..models import Announcement

ALL = "alle"
STATES = {"": State.WAITING, "uebernommen": State.TAKEN, "zur-seite": State.SET_ASIDE}
"""Word in the address → state; what waits is shown first."""
WAYS = {
    "eingefuegt": CameBy.PASTED,
    "datei": CameBy.FILE,
    "seite": CameBy.PAGE,
    "partner": CameBy.FEED,
    "alte-website": CameBy.OLD_SITE,
}


class AnnouncementFilter(ListFilter):
    stand = forms.ChoiceField(label=gettext_lazy("Stand"), required=False)
    weg = forms.ChoiceField(label=gettext_lazy("Gekommen als"), required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        self.state = STATES.get(self.data.get("stand", ""))
        self.way = WAYS.get(self.data.get("weg", ""))
        named = [(word, state.label) for word, state in STATES.items() if word]
        offer(self.fields["stand"], str(State.WAITING.label), [*named, (ALL, pgettext("Auswahl", "alle"))])
        offer(
            self.fields["weg"], pgettext("Auswahl", "alle"), [(word, way.label) for word, way in WAYS.items()]
        )

    @property
    def chosen(self) -> dict[str, str]:
        found = {
            "q": self.words,
            "stand": self.data.get("stand", "") if self.state or self.is_all else "",
            "weg": self.data["weg"] if self.way else "",
        }
        return {name: value for name, value in found.items() if value}

    def chosen_labels(self, spoken: str, town: str) -> list[tuple[str, str]]:  # noqa: ARG002 - ListFilter's signature
        state = str(self.state.label) if self.state and self.data.get("stand") else ""
        return [(state, spoken), (str(self.way.label) if self.way else "", spoken)]

    @property
    def is_all(self) -> bool:
        return self.data.get("stand") == ALL

    def announcements(self, rows: QuerySet[Announcement]) -> QuerySet[Announcement]:
        """What waits, the oldest first; the rest as it was decided, the newest first."""
        if not self.is_all:
            rows = rows.filter(state=self.state or State.WAITING)
        if self.way:
            rows = rows.filter(came_by=self.way)
        for word in self.words.split():
            rows = rows.filter(Q(title__icontains=word) | Q(text__icontains=word))
        waits = not self.is_all and (self.state or State.WAITING) == State.WAITING
        return rows.order_by("given_at", "pk") if waits else rows.order_by("-decided_at", "-given_at", "-pk")
