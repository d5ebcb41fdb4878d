"""The choice of workshops as form fields: one question for each time, full ones are shown and cannot be chosen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from quartierwerk.core.templatetags.ui import in_language

from .. import rules
from ..enums import Availability
from ..models import AgendaItem, Event
from ..words import when

NONE = "none"
CHOOSE = gettext_lazy("Bitte wählen Sie einen Workshop oder „keinen“.")


@dataclass(frozen=True)
class Offered:
    """One workshop, how many people have a place in it, and whether this party is among them."""

    item: AgendaItem
    taken: int
    is_ours: bool = False

    @property
    def availability(self) -> Availability:
        if self.is_ours or self.item.capacity is None:
            return Availability.MANY
        return rules.availability_for(self.item.capacity - self.taken, 0)

    @property
    def is_full(self) -> bool:
        return self.availability == Availability.NONE

    @property
    def label(self) -> SafeString:
        words = {
            Availability.FEW: _("nur noch wenige Plätze"),
            Availability.NONE: pgettext("Workshop", "voll"),
        }
        named = f"{self.item.title}, {self.item.room}" if self.item.room else self.item.title
        title = in_language(named, self.item.event.language)
        state = words.get(self.availability)
        return format_html("{} ({})", title, state) if state else title


@dataclass(frozen=True)
class Slot:
    """Workshops that begin at the same time, of which one can be chosen; without a time any of them can."""

    starts_at: datetime | None
    offers: Sequence[Offered]

    @property
    def field_name(self) -> str:
        return f"workshop_{int(self.starts_at.timestamp()) if self.starts_at else 'any'}"

    @property
    def choices(self) -> list[tuple[str, str]]:
        return [(str(offer.item.pk), offer.label) for offer in self.offers]

    @property
    def full(self) -> set[str]:
        return {str(offer.item.pk) for offer in self.offers if offer.is_full}

    def picked(self, values: dict[str, Any]) -> list[str]:
        """The primary keys somebody chose, from cleaned data."""
        value = values.get(self.field_name) or NONE
        return [pk for pk in ([value] if isinstance(value, str) else value) if pk != NONE]

    def initial(self, chosen: set[int]) -> str | list[str]:
        ours = [str(offer.item.pk) for offer in self.offers if offer.item.pk in chosen]
        return (ours[0] if ours else NONE) if self.starts_at else ours


class _ShowsFull:
    """A choice of which some cannot be taken: they are shown, disabled and never checked."""

    def __init__(self, *args: Any, full: Iterable[str] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.full = set(full)

    def create_option(self, name: str, value: Any, *args: Any, **options: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **options)  # type: ignore[misc]
        if str(value) in self.full:
            option["attrs"]["disabled"], option["selected"] = True, False
        return option


class RadiosWithFull(_ShowsFull, forms.RadioSelect):
    pass


class CheckboxesWithFull(_ShowsFull, forms.CheckboxSelectMultiple):
    pass


def slots_of(offers: Sequence[Offered]) -> list[Slot]:
    """By time, those without one last."""
    timed = [offer for offer in offers if offer.item.starts_at]
    timed.sort(key=lambda offer: offer.item.starts_at)
    slots = [Slot(start, list(group)) for start, group in groupby(timed, key=lambda o: o.item.starts_at)]
    untimed = [offer for offer in offers if not offer.item.starts_at]
    return [*slots, Slot(None, untimed)] if untimed else slots


def fields_of_slots(slots: Sequence[Slot], event: Event) -> dict[str, forms.Field]:
    return {slot.field_name: _radios(slot, event) if slot.starts_at else _checkboxes(slot) for slot in slots}


def _radios(slot: Slot, event: Event) -> forms.Field:
    return forms.ChoiceField(
        label=_("Workshop um %s") % _time(slot, event),
        choices=[*slot.choices, (NONE, pgettext("Workshop", "keinen"))],
        widget=RadiosWithFull(full=slot.full),
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )


def _checkboxes(slot: Slot) -> forms.Field:
    return forms.MultipleChoiceField(
        label=_("Woran möchten Sie noch teilnehmen?"),
        choices=slot.choices,
        required=False,
        widget=CheckboxesWithFull(full=slot.full),
        error_messages={"invalid_choice": CHOOSE},
    )


def _time(slot: Slot, event: Event) -> str:
    """`14:00 Uhr`; with the day where the event has several."""
    assert slot.starts_at is not None  # noqa: S101 - only timed slots are named by their time
    day, hour = when.day_of(slot.starts_at), when.hour(slot.starts_at)
    return hour if day == when.day_of(event.starts_at) or event.is_series else f"{hour} ({when.day(day)})"
