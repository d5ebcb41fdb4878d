"""The base of every Wagtail page: routes of untranslated content, texts for search engines and sharing."""

from django.db import models
from django.http import Http404, HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Locale, Page


class TownPage(Page):
    """A page that also answers under another interface language while nobody has translated it.

    `/en/aktuelles/sommerfest/` shows the German text, marked `lang="de"`, inside the English frame.
    """

    share_image = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("Bild beim Teilen"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("share_image"),
            ],
            heading=_("Adresse, Suche und Teilen"),
        )
    ]
    show_in_menus_default = False

    class Meta:
        abstract = True

    def route(self, request: HttpRequest, path_components: list[str]):  # type: ignore[no-untyped-def]
        try:
            return super().route(request, path_components)
        except Http404:
            original = self._in_default_language()
            if original is None:
                raise
            return original.route(request, path_components)

    def get_url_parts(self, request: HttpRequest | None = None):  # type: ignore[no-untyped-def]
        """As Wagtail's, but links to untranslated pages keep the reader's interface language."""
        parts = super().get_url_parts(request)
        reader = get_language()
        if (
            not parts
            or not parts[2]
            or reader in (None, self.locale.language_code)
            or self.locale_id != Locale.get_default().pk
        ):
            return parts
        site_id, root_url, path = parts
        return site_id, root_url, f"/{reader}{path}"

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["content_language"] = self.locale.language_code
        return context

    def _in_default_language(self) -> "TownPage | None":
        default = Locale.get_default()
        if self.locale_id == default.pk:
            return None
        original = self.get_translation_or_none(default)
        return original.specific if original and original.live else None
