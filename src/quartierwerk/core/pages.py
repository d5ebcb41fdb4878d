"""The base of every Wagtail page: languages, addresses, texts for search engines and for sharing.

A page nobody has translated answers under the reader's interface language all the same: `/en/aktuelles/fest/`
shows the German text, marked `lang="de"`, inside the English frame. A live translation always wins.
"""

from typing import Any, TypeVar

from django.conf import settings
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import cached_property
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from .context import Link
from .templatetags.ui import content_lang

EASY_LANGUAGE = "de-simple"
SHARE_FORMAT = "fill-1200x630|format-jpeg"

AnyPage = TypeVar("AnyPage", bound="TownPage")


def reader_language() -> str:
    """The language of the interface the reader chose; texts nobody translated come in German beside it."""
    return get_language() or settings.LANGUAGE_CODE


def way_home() -> Link:
    """The first breadcrumb: the start page in the reader's language."""
    reader = reader_language()
    return Link(str(_("Startseite")), "/" if reader == settings.LANGUAGE_CODE else f"/{reader}/")


def in_readers_language(pages: PageQuerySet[AnyPage]) -> PageQuerySet[AnyPage]:
    """Each page once: as live translation for the reader where there is one, else the original in German."""
    reader, original = reader_language(), settings.LANGUAGE_CODE
    originals = models.Q(locale__language_code=original)
    if reader == original:
        return pages.filter(originals)
    own = models.Q(locale__language_code=reader)
    translated = pages.model._default_manager.filter(own, live=True).values("translation_key")
    return pages.filter(own | originals & ~models.Q(translation_key__in=translated))


def find_for_reader(pages: PageQuerySet[AnyPage], slug: str) -> AnyPage | None:
    """The page at this address, live or not; the reader's language goes before German."""
    languages = [reader_language(), settings.LANGUAGE_CODE]
    found = pages.filter(slug=slug, locale__language_code__in=languages).select_related("locale")
    return min(
        found, key=lambda page: (not page.live, languages.index(page.locale.language_code)), default=None
    )


def serve_page(request: HttpRequest, page: "TownPage | None") -> HttpResponse:
    """The page through Wagtail's own hooks; 404 for drafts, 410 for what was public and was taken back."""
    if page is None or not (page.live or page.first_published_at):
        raise Http404
    if not page.live:
        return render(request, "410.html", status=410)
    request._wagtail_route_for_request = RouteResult(page)  # type: ignore[attr-defined]
    return wagtail_serve(request, "")


class EasyLanguagePanel(MultiFieldPanel):
    """Who checked a text in Leichte Sprache, and when; hidden on pages in any other language."""

    class BoundPanel(MultiFieldPanel.BoundPanel):
        def is_shown(self) -> bool:
            return super().is_shown() and self.instance.locale.language_code == EASY_LANGUAGE


class TownPageForm(WagtailAdminPageForm):
    """Says truly whether something was changed.

    For a field whose default is a function Django compares with a hidden field `initial-…`, which Wagtail does
    not show. Such a page would always count as changed, and an approval would be void as soon as it is given.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():
            field.show_hidden_initial = False


class TownPage(Page):
    """A page of the town's site, in one language."""

    base_form_class = TownPageForm

    share_image = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("Bild beim Teilen"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Erscheint, wenn jemand den Link verschickt. Ohne Bild gilt das Bild der Seite."),
    )
    checked_by = models.CharField(
        _("Leichte Sprache geprüft von"),
        max_length=160,
        blank=True,
        help_text=_("Prüfgruppe von Menschen mit Lernschwierigkeiten. Ohne Prüfung keine Leichte Sprache."),
    )
    checked_on = models.DateField(_("geprüft am"), null=True, blank=True)

    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("share_image"),
            ],
            heading=_("Adresse, Suche und Teilen"),
        ),
        EasyLanguagePanel(
            [FieldPanel("checked_by"), FieldPanel("checked_on")], heading=_("Prüfung der Leichten Sprache")
        ),
    ]
    show_in_menus_default = False
    private_page_options: list[str] = []  # a password would need a cookie; what is not public yet is a draft

    class Meta:
        abstract = True

    @property
    def summary(self) -> str:
        """One or two sentences for lists, search engines and previews of shared links."""
        return self.search_description or getattr(self, "teaser", "")

    @cached_property
    def content_language(self) -> str:
        """The language the text stands in: of an alias, that of the page it mirrors."""
        return self._source.locale.language_code

    @cached_property
    def live_translations(self) -> "dict[str, TownPage]":
        """Language code → live page somebody wrote in that language, this one excluded."""
        others = type(self)._base_manager.filter(
            translation_key=self.translation_key, live=True, alias_of=None
        )
        return {
            page.locale.language_code: page for page in others.exclude(pk=self.pk).select_related("locale")
        }

    @property
    def is_checked_easy_language(self) -> bool:
        """Only what people have checked is called Leichte Sprache."""
        return self.content_language == EASY_LANGUAGE and bool(self.checked_by and self.checked_on)

    def get_view_restrictions(self) -> models.QuerySet[PageViewRestriction]:
        """As Wagtail's, in one query instead of one for each ancestor that mirrors another page."""
        ends = range(self.steplen, len(self.path) + 1, self.steplen)
        paths = [self.path[:end] for end in ends]
        held = models.Q(page__path__in=paths) | models.Q(page__aliases__path__in=paths)
        return PageViewRestriction.objects.filter(held).distinct()

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        try:
            return super().route(request, path_components)
        except Http404:
            original = self._original()
            if original is None:
                raise
            return original.route(request, path_components)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if translation := self._better_for_reader(request):
            return redirect(translation.own_path(request))
        return super().serve(request, *args, **kwargs)

    def _better_for_reader(self, request: HttpRequest) -> "TownPage | None":
        """The live translation in the reader's language; none in a preview."""
        if getattr(request, "is_preview", False) or reader_language() == self.locale.language_code:
            return None
        return self.live_translations.get(reader_language())

    def own_path(self, request: HttpRequest | None = None) -> str:
        """The path in the page's own language, whatever the reader speaks."""
        parts = super().get_url_parts(request)
        return parts[2] if parts and parts[2] else ""

    def get_url_parts(self, request: HttpRequest | None = None) -> Any:
        """As Wagtail's, but links to German pages keep the reader in his interface language."""
        parts = super().get_url_parts(request)
        reader, own = reader_language(), self.locale.language_code
        if not parts or not parts[2] or reader == own or own != settings.LANGUAGE_CODE:
            return parts
        site_id, root_url, path = parts
        return site_id, root_url, f"/{reader}{path}"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        reader, own = reader_language(), self.content_language
        context.update(
            content_lang=content_lang(own),
            is_untranslated=own == settings.LANGUAGE_CODE and reader not in (own, EASY_LANGUAGE),
            is_unchecked_easy_language=own == EASY_LANGUAGE and not self.is_checked_easy_language,
            canonical_url=settings.BASE_URL + self._source.own_path(request),
            alternate_links=self._alternates(request),
            language_links=self._language_links(request),
            easy_language_url=self._easy_language_url(request),
            share_picture=self._share_picture(),
            breadcrumbs=self.breadcrumbs(),
        )
        return context

    def breadcrumbs(self) -> list[Link]:
        """The way from the start page; pages deeper in the site name what stands above them."""
        return [way_home(), self.here()]

    def here(self) -> Link:
        """The last breadcrumb."""
        return Link(self.title, "", lang=content_lang(self.content_language))

    @cached_property
    def _source(self) -> "TownPage":
        """The page whose text this is: for an alias the page it mirrors."""
        return self.alias_of.specific if self.alias_of_id else self

    def _original(self) -> "TownPage | None":
        """The German page this one translates; whether it is public, its own route decides."""
        if self.locale.language_code == settings.LANGUAGE_CODE:
            return None
        found = Page.objects.filter(
            translation_key=self.translation_key, locale__language_code=settings.LANGUAGE_CODE
        ).first()
        return found.specific if found else None

    def _alternates(self, request: HttpRequest) -> list[Link]:
        """hreflang links: this page and its real translations; the German one is also the default."""
        versions = {self.content_language: self, **self.live_translations}
        if len(versions) < 2:
            return []
        links = [
            Link("", settings.BASE_URL + page.own_path(request), code=code)
            for code, page in sorted(versions.items())
            if code != EASY_LANGUAGE or page.is_checked_easy_language
        ]
        default = versions.get(settings.LANGUAGE_CODE, self)
        return [*links, Link("", settings.BASE_URL + default.own_path(request), code="x-default")]

    def _language_links(self, request: HttpRequest) -> list[Link]:
        """The switch in the page's head, knowing which address the page has in each language."""
        return [
            Link(
                get_language_info(code)["name_local"].capitalize(),
                self._path_for(code, request),
                code == reader_language(),
                code,
            )
            for code in settings.INTERFACE_LANGUAGES
        ]

    def _path_for(self, code: str, request: HttpRequest) -> str:
        if code == self.locale.language_code:
            return self.own_path(request)
        if translation := self.live_translations.get(code):
            return translation.own_path(request)
        original = self.live_translations.get(settings.LANGUAGE_CODE, self)
        if original.locale.language_code != settings.LANGUAGE_CODE:
            return "/"
        return f"/{code}{original.own_path(request)}"

    def _easy_language_url(self, request: HttpRequest) -> str:
        easy = self.live_translations.get(EASY_LANGUAGE)
        return easy.own_path(request) if easy and easy.is_checked_easy_language else ""

    def _share_picture(self) -> Any:
        picture = self.share_image or getattr(self, "image", None)
        return picture.get_rendition(SHARE_FORMAT) if picture else None
