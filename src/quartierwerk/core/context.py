"""What the frame around every page needs: town, navigation, languages, theme, the way to here."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, get_language_info, pgettext
from django.utils.translation import gettext as _

from . import theme
from .models import Town
from .templatetags.ui import content_lang


@dataclass(frozen=True)
class Link:
    label: str
    url: str
    is_current: bool = False
    code: str = ""
    lang: str = ""  # of the label, where it is not the interface's


def home_url() -> str:
    """The start page in the reader's language."""
    return reverse("wagtail_serve", args=[""])


def breadcrumbs(*way: Link | tuple[str, str] | str) -> list[Link]:
    """The way from the start page to this page, the last step: `breadcrumbs((_("Quartiere"), url), name)`."""
    return [Link(_("Startseite"), home_url()), *(_step(step) for step in way)]


def _step(step: Link | tuple[str, str] | str) -> Link:
    if isinstance(step, Link):
        return step
    return Link(*step) if isinstance(step, tuple) else Link(step, "")


def named(name: str) -> Link:
    """The last step of a way to a thing the town's staff named, in German whoever reads."""
    return Link(name, "", lang=content_lang())


def _navigation(request: HttpRequest) -> list[Link]:
    places = [
        (_("Aktuelles"), "news:list"),
        (_("Termine"), "events:list"),
        (_("Handlungsbedarfe"), "needs:list"),
        (_("Quartiere"), "places:quarters"),
        (_("Themen"), "topics:list"),
        (_("Mein Quartier"), "website:my_quarter"),
        (pgettext("Navigation", "Kontakt"), "people:contacts"),
    ]
    return [Link(label, url := reverse(name), request.path.startswith(url)) for label, name in places]


def _footer() -> list[Link]:
    pages = [
        (_("Impressum"), "website:imprint"),
        (_("Datenschutz"), "website:privacy"),
        (_("Barrierefreiheit"), "website:accessibility"),
        (_("Leichte Sprache"), "website:easy_language"),
        (_("Gebärdensprache"), "website:sign_language"),
        (_("Rückmeldung geben"), "website:feedback"),
        (_("Offene Schnittstelle"), "needs:open311"),
    ]
    return [Link(label, reverse(name)) for label, name in pages]


def _languages(request: HttpRequest) -> list[Link]:
    """The same page, with its query, in each language of the interface."""
    current = get_language()
    return [
        Link(
            get_language_info(code)["name_local"].capitalize(),
            translate_url(request.get_full_path(), code),
            code == current,
            code,
        )
        for code in settings.INTERFACE_LANGUAGES
    ]


def theme_url(town: Town) -> str:
    """The town's stylesheet; the version changes with the colours, so browsers may keep it for ever."""
    return f"{reverse('core:theme')}?v={theme.version(town.primary_colour, town.accent_colour)}"


def page_frame(request: HttpRequest) -> dict[str, object]:
    """Context for `core/base.html`; lazy, so that answers without a frame cost nothing."""
    town: Any = SimpleLazyObject(Town.load)
    frame: dict[str, object] = {
        "town": town,
        "home_url": SimpleLazyObject(home_url),
        "search_url": SimpleLazyObject(lambda: reverse("website:search")),
        "account_url": SimpleLazyObject(lambda: reverse("account")),
        "main_navigation": SimpleLazyObject(lambda: _navigation(request)),
        "footer_links": SimpleLazyObject(_footer),
        "language_links": SimpleLazyObject(lambda: _languages(request)),
        "theme_css_url": SimpleLazyObject(lambda: theme_url(town)),
        "breadcrumbs": [],
        "base_url": settings.BASE_URL,
        "debug_mode": settings.DEBUG,
    }
    if request.path.startswith("/verwaltung/"):
        del frame["search_url"]  # Wagtail's templates mean something else by it
    return frame
