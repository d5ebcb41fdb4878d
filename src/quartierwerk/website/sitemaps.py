"""What the sitemap lists: pages of the editors in the languages somebody wrote them in, everything else in each
language of the interface."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Max, Model, Q, QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, override
from wagtail.models import Page

from quartierwerk.events.queries import public_events
from quartierwerk.needs.models import Need
from quartierwerk.needs.queries import public_needs
from quartierwerk.people.models import Contact
from quartierwerk.places.models import Quarter, Venue
from quartierwerk.topics.models import FieldOfAction

_LISTS = (
    "events:list",
    "events:this_month",
    "needs:list",
    "needs:map",
    "needs:table",
    "places:quarters",
    "places:venues",
    "people:contacts",
    "website:my_quarter",
    "website:easy_language",
    "website:sign_language",
    "website:accessibility",
    "website:imprint",
    "website:privacy",
    "website:feedback",
)


class _SiteMap(Sitemap):
    i18n = True
    alternates = True
    x_default = True
    limit = 5_000  # entries of one file; the protocol allows 50,000
    protocol = urlsplit(settings.BASE_URL).scheme

    def get_domain(self, site: object = None) -> str:  # noqa: ARG002
        return urlsplit(settings.BASE_URL).netloc


class Pages(_SiteMap):
    """One item is a page in all languages in which it is public: language code → page."""

    def items(self) -> list[dict[str, Page]]:
        return self._versions

    @cached_property
    def _versions(self) -> list[dict[str, Page]]:
        public = Page.objects.live().public().filter(alias_of=None, depth__gt=1)
        languages = Q(locale__language_code__in=settings.INTERFACE_LANGUAGES)
        versions: dict[str, dict[str, Page]] = defaultdict(dict)
        for page in public.filter(languages).select_related("locale").order_by("path"):
            if page.get_url_parts():
                versions[str(page.translation_key)][page.locale.language_code] = page
        return list(versions.values())

    def get_languages_for_item(self, item: dict[str, Page]) -> list[str]:
        return list(item)

    def location(self, item: dict[str, Page]) -> str:
        """Asked for in each language, and once for readers of any other."""
        page = item.get(get_language() or "") or next(iter(item.values()))
        return page.get_url_parts()[2]

    def lastmod(self, item: dict[str, Page]) -> datetime | None:
        return max((page.last_published_at for page in item.values() if page.last_published_at), default=None)


class Things(_SiteMap):
    """Lists and legal pages by the name of their address, and the things of the town."""

    languages = settings.INTERFACE_LANGUAGES

    def items(self) -> list[str | Model]:
        return self._things

    @cached_property
    def _things(self) -> list[str | Model]:
        things: Iterable[Model] = [
            *Quarter.objects.public(),
            *Venue.objects.all(),
            *FieldOfAction.objects.all(),
            *Contact.objects.public(),
            *public_events().only("slug", "starts_at"),
        ]
        return [*_LISTS, *things]

    def location(self, item: str | Model) -> str:
        return reverse(item) if isinstance(item, str) else item.get_absolute_url()  # type: ignore[attr-defined]


class Needs(_SiteMap):
    """What people said, in the language in which they did: one entry each, read from the database part by part."""

    i18n = False
    alternates = False
    x_default = False

    def items(self) -> QuerySet[Need]:
        return public_needs().only("reference", "changed_at")

    def location(self, item: Need) -> str:
        with override(settings.LANGUAGE_CODE):
            return item.get_absolute_url()

    def lastmod(self, item: Need) -> datetime:
        return item.changed_at

    def get_latest_lastmod(self) -> datetime | None:
        """Without reading every one of them."""
        latest: datetime | None = public_needs().aggregate(latest=Max("changed_at"))["latest"]
        return latest


SECTIONS: dict[str, type[Sitemap]] = {"seiten": Pages, "orte": Things, "handlungsbedarfe": Needs}
