"""What the sitemap lists: pages of the editors in the languages somebody wrote them in, everything else in each
language of the interface."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Model
from django.urls import reverse
from django.utils.translation import get_language
from wagtail.models import Page

from quartierwerk.core.pages import TownPage
from quartierwerk.people.models import Contact
from quartierwerk.places.models import Quarter, Venue
from quartierwerk.topics.models import FieldOfAction

from .models import HomePage

_LISTS = (
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

    protocol = urlsplit(settings.BASE_URL).scheme  # type: ignore[assignment]

    def get_domain(self, site: object = None) -> str:  # noqa: ARG002
        return urlsplit(settings.BASE_URL).netloc


class Pages(_SiteMap):
    """One item is a page in all languages in which it is public: language code → page."""

    def items(self) -> list[dict[str, TownPage]]:
        pages = Page.objects.live().public().filter(alias_of=None, depth__gt=1).select_related("locale")
        versions: dict[str, dict[str, TownPage]] = defaultdict(dict)
        for page in pages.order_by("path").defer_streamfields().specific():
            if isinstance(page, TownPage) and page.locale.language_code in settings.INTERFACE_LANGUAGES:
                versions[str(page.translation_key)][page.locale.language_code] = page
        return list(versions.values())

    def get_languages_for_item(self, item: dict[str, TownPage]) -> list[str]:
        return list(item)

    def location(self, item: dict[str, TownPage]) -> str:
        return item[get_language() or ""].own_path() if get_language() in item else self._any(item).own_path()

    def lastmod(self, item: dict[str, TownPage]) -> datetime | None:
        return max((page.last_published_at for page in item.values() if page.last_published_at), default=None)

    def priority(self, item: dict[str, TownPage]) -> float:
        return 1.0 if isinstance(self._any(item), HomePage) else 0.5

    def _any(self, item: dict[str, TownPage]) -> TownPage:
        return next(iter(item.values()))


class Things(_SiteMap):
    """Lists and legal pages by the name of their address, and the things of the town."""

    languages = settings.INTERFACE_LANGUAGES

    def items(self) -> list[str | Model]:
        things: Iterable[Model] = [
            *Quarter.objects.filter(is_public=True),
            *Venue.objects.all(),
            *FieldOfAction.objects.all(),
            *Contact.objects.filter(is_public=True),
        ]
        return [*_LISTS, *things]

    def location(self, item: str | Model) -> str:
        return reverse(item) if isinstance(item, str) else item.get_absolute_url()  # type: ignore[attr-defined]


SECTIONS: dict[str, type[Sitemap]] = {"seiten": Pages, "orte": Things}
