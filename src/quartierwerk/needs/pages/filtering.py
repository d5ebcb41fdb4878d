"""What readers narrow needs by; list, map, table and downloads share it."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.db.models import Min, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from quartierwerk.core import clock
from quartierwerk.core.filters import ListFilter, offer
from quartierwerk.core.search.query import keys_of
from quartierwerk.core.widgets import ContentSelect
from quartierwerk.places.models import Quarter
from quartierwerk.topics.fields import fields_of_action
from quartierwerk.topics.models import FieldOfAction

from .. import queries
from ..enums import TYPE_OF, Kind, State, StateType
from ..models import Need
from . import areas
from .words import KINDS, PERIODS, STATES, TYPES


class NeedFilter(ListFilter):
    """The chosen records are in `quarter`, `field`, `kind`, `state` or `type`, `since`, `before`, `area`, the typed words in `words`."""

    folded = ("feld", "art", "zeit")

    quartier = forms.ChoiceField(label=gettext_lazy("Quartier"), required=False, widget=ContentSelect)
    stand = forms.ChoiceField(label=gettext_lazy("Stand"), required=False)
    feld = forms.ChoiceField(label=gettext_lazy("Handlungsfeld"), required=False, widget=ContentSelect)
    art = forms.ChoiceField(label=gettext_lazy("Art"), required=False)
    zeit = forms.ChoiceField(label=gettext_lazy("Zeitraum"), required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        self.quarters: dict[str, Quarter] = {q.slug: q for q in Quarter.objects.public().only("name", "slug")}
        self.fields_of_action: dict[str, FieldOfAction] = {f.slug: f for f in fields_of_action()}
        self.labels_of_states = queries.labels()
        self.quarter = self.quarters.get(self.data.get("quartier", ""))
        self.field = self.fields_of_action.get(self.data.get("feld", ""))
        self.kind = KINDS.get(self.data.get("art", ""))
        self.state = STATES.get(self.data.get("stand", ""))
        self.type = TYPES.get(self.data.get("stand", ""))
        self.area = areas.read(self.data.get("ausschnitt", ""))
        self.period, self.since, self.before = self._period(self.data.get("zeit", ""))
        self._offer()

    def _period(self, asked: str) -> tuple[str, datetime | None, datetime | None]:
        """The word for titles, and from when until when; unknown ones are as if nothing was asked."""
        if asked in PERIODS:
            days, label = PERIODS[asked]
            return str(label), clock.now() - timedelta(days=days), None
        if asked in self.years:
            year = int(asked)
            return asked, _first_of(year), _first_of(year + 1)
        return "", None, None

    @cached_property
    def years(self) -> list[str]:
        """In which something was published, the newest first."""
        first = queries.public_needs().order_by().aggregate(first=Min("published_at"))["first"]
        this = clock.today().year
        return [
            str(year) for year in range(this, (timezone.localtime(first).year if first else this) - 1, -1)
        ]

    def _offer(self) -> None:
        fields = self.fields
        periods = [(word, label) for word, (_days, label) in PERIODS.items()]
        offer(fields["quartier"], _("Alle Quartiere"), [(q.slug, q.name) for q in self.quarters.values()])
        offer(
            fields["feld"],
            _("Alle Handlungsfelder"),
            [(field.slug, field.name) for field in self.fields_of_action.values()],
        )
        offer(fields["art"], _("Alle Arten"), [(word, kind.label) for word, kind in KINDS.items()])
        offer(fields["stand"], _("Jeder Stand"), self._states())
        offer(fields["zeit"], _("Jederzeit"), [*periods, *((year, year) for year in self.years)])

    def _states(self) -> list[tuple[Any, Any]]:
        """Types, then the town's words for their states beneath each other."""
        types = [(word, _ALL_OF[type_]) for word, type_ in TYPES.items()]
        return [
            *types,
            (_("Genauer"), [(word, self.labels_of_states[state]) for word, state in STATES.items()]),
        ]

    @property
    def _of_states(self) -> Q:
        """Those to show. What is said twice is left out unless it is asked for: its first one stands there."""
        if self.state:
            return Q(held_state=self.state)
        if self.type:
            return Q(held_state__in=[state for state, type_ in TYPE_OF.items() if type_ == self.type])
        return ~Q(held_state=State.DUPLICATE)

    @property
    def chosen(self) -> dict[str, str]:
        found = {
            "q": self.words,
            "quartier": self.quarter and self.quarter.slug,
            "feld": self.field and self.field.slug,
            "art": self.kind and self.data["art"],
            "stand": (self.state or self.type) and self.data["stand"],
            "zeit": self.period and self.data["zeit"],
            "ausschnitt": self.area and self.data["ausschnitt"],
        }
        return {name: value for name, value in found.items() if value}

    def chosen_labels(self, spoken: str, town: str) -> list[tuple[str, str]]:
        state = self.labels_of_states[self.state] if self.state else self.type.label if self.type else ""
        return [
            (self.quarter.name if self.quarter else "", town),
            (self.field.name if self.field else "", town),
            (str(self.kind.label) if self.kind else "", spoken),
            (str(state), spoken),
            (self.period, spoken),
            (_("Ausschnitt der Karte") if self.area else "", spoken),
        ]

    def needs(self) -> QuerySet[Need]:
        """The public needs that were asked for, in no order."""
        found = queries.public_needs().order_by()
        found = _whose(
            found,
            quarter=self.quarter.pk if self.quarter else None,
            field=self.field.pk if self.field else None,
            kind=self.kind,
        )
        found = found.annotate(held_state=Coalesce("state", "state")).filter(self._of_states)
        if self.since:
            found = found.filter(published_at__gte=self.since)
        if self.before:
            found = found.filter(published_at__lt=self.before)
        if self.area:
            found = self.area.of(found)
        if (keys := keys_of(self.words, kind="need", language=get_language())) is not None:
            found = found.filter(pk__in=keys)
        return found


_ALL_OF = {
    StateType.OPEN: gettext_lazy("alle offenen"),
    StateType.SOLVED: gettext_lazy("alle gelösten"),
    StateType.CLOSED: gettext_lazy("alle geschlossenen"),
}


def _first_of(year: int) -> datetime:
    return timezone.make_aware(datetime(year, 1, 1))  # noqa: DTZ001 - made aware at once


def _whose(needs: QuerySet[Need], **values: int | Kind | None) -> QuerySet[Need]:
    """Those with these values. Coalesced, so that the database keeps to the index that has the order or the map and
    reads them there; by an index of their own it would look up every row."""
    wanted = {name: value for name, value in values.items() if value is not None}
    held = {f"held_{name}": Coalesce(name, name) for name in wanted}
    return needs.annotate(**held).filter(**{f"held_{name}": value for name, value in wanted.items()})
