"""Atom feeds of what was newly said and answered: all, of one Quartier, of one field of action."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import linebreaks
from django.utils.translation import gettext as _

from quartierwerk.core.models import Town
from quartierwerk.events.spreadsheets import printable
from quartierwerk.places.models import Quarter
from quartierwerk.topics.models import FieldOfAction

from .. import queries
from ..enums import Kind, State
from ..models import Need
from .orders import ORDERS, records

if TYPE_CHECKING:
    from .filtering import NeedFilter

LATEST = 30


@dataclass(frozen=True)
class Channel:
    """What one can subscribe to; `about` is "" for all."""

    url: str
    list_url: str
    about: str = ""
    quarter: Quarter | None = None
    field: FieldOfAction | None = None

    @property
    def title(self) -> str:
        return f"{_('Handlungsbedarfe')}: {self.about}" if self.about else _("Handlungsbedarfe")

    def needs(self) -> QuerySet[Need]:
        found = queries.public_needs().exclude(state=State.DUPLICATE)
        found = found.filter(quarter=self.quarter) if self.quarter else found
        return found.filter(field=self.field) if self.field else found


def everything() -> Channel:
    return Channel(reverse("needs:feed"), reverse("needs:list"))


def about_quarter(quarter: Quarter) -> Channel:
    url, all_url = reverse("needs:quarter_feed", args=[quarter.slug]), reverse("needs:list")
    return Channel(url, f"{all_url}?quartier={quarter.slug}", quarter.name, quarter=quarter)


def about_field(field: FieldOfAction) -> Channel:
    url, all_url = reverse("needs:field_feed", args=[field.slug]), reverse("needs:list")
    return Channel(url, f"{all_url}?feld={field.slug}", field.name, field=field)


def channels_of(chosen: "NeedFilter") -> list[Channel]:
    """The feeds a reader of this list may subscribe to."""
    quarter = [about_quarter(chosen.quarter)] if chosen.quarter else []
    return [everything(), *quarter, *([about_field(chosen.field)] if chosen.field else [])]


@dataclass(frozen=True)
class Told:
    """A need with the town's word for its state."""

    need: Need
    label: str


class NeedFeed(Feed):
    """Everything."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest) -> Channel:
        return everything()

    def title(self, channel: Channel) -> str:
        town = Town.load()
        return f"{channel.title} – {town.platform_name} {town.name}"

    def subtitle(self, channel: Channel) -> str:
        return _("Was Menschen in ihren Quartieren bewegt, und was daraus wird.")

    def link(self, channel: Channel) -> str:
        return settings.BASE_URL + channel.list_url

    def author_name(self, channel: Channel) -> str:
        return Town.load().official_name

    def items(self, channel: Channel) -> list[Told]:
        """What was published and what was answered last, the latest change first."""
        labels, needs = queries.labels(), channel.needs()
        latest = [ORDERS[key].of(needs).values_list("pk", flat=True)[:LATEST] for key in ("", "antwort")]
        found = records(sorted({key for keys in latest for key in keys}))
        found.sort(key=lambda need: (need.changed_at, need.pk), reverse=True)
        return [Told(need, labels[State(need.state)]) for need in found[:LATEST]]

    def item_title(self, item: Told) -> str:
        return f"{printable(item.need.title)} ({item.label})"

    def item_link(self, item: Told) -> str:
        return settings.BASE_URL + item.need.get_absolute_url()

    def item_description(self, item: Told) -> str:
        """Readers of feeds take it for HTML; what somebody typed is none."""
        return linebreaks(printable(item.need.text or item.need.title), autoescape=True)

    def item_guid(self, item: Told) -> str:
        """Stays when title, address or host change."""
        return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, item.need.reference)}"

    def item_pubdate(self, item: Told) -> datetime | None:
        return item.need.published_at

    def item_updateddate(self, item: Told) -> datetime:
        return item.need.changed_at

    def item_categories(self, item: Told) -> list[str]:
        need = item.need
        quarter = need.quarter.name if need.quarter and need.quarter.is_public else ""
        names = [str(Kind(need.kind).label), quarter, need.field.name if need.field else ""]
        return [name for name in names if name]


class QuarterFeed(NeedFeed):
    """What is said about one Quartier."""

    def get_object(self, request: HttpRequest, slug: str) -> Channel:  # type: ignore[override]
        return about_quarter(get_object_or_404(Quarter.objects.public(), slug=slug))


class FieldFeed(NeedFeed):
    """What is said about one field of action."""

    def get_object(self, request: HttpRequest, slug: str) -> Channel:  # type: ignore[override]
        return about_field(get_object_or_404(FieldOfAction, slug=slug))
