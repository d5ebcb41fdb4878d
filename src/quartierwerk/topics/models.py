from typing import Any

from django.db import models
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from quartierwerk.core import clock
from quartierwerk.core.context import Link
from quartierwerk.core.pages import TownPage, way_home

from .blocks import BodyBlock


class FieldOfAction(models.Model):
    """A field in which a Quartier develops; four come from the Masterplan altengerechte Quartiere.NRW."""

    class Icon(models.TextChoices):
        HOUSING = "housing", _("Haus")
        SUPPLY = "supply", _("Korb")
        PARTICIPATION = "participate", _("Sprechblase")
        COMMUNITY = "community", _("Menschen")
        OTHER = "other", _("Kreis")

    name = models.CharField(_("Name"), max_length=80, unique=True)
    slug = models.SlugField(
        _("Adresse im Netz"), max_length=80, unique=True, help_text=_("Steht hinter /handlungsfelder/.")
    )
    summary = models.CharField(_("In einem Satz"), max_length=250, blank=True)
    description = models.TextField(
        _("Beschreibung"), blank=True, help_text=_("Absätze trennt eine Leerzeile.")
    )
    icon = models.CharField(_("Zeichen"), max_length=20, choices=Icon, default=Icon.OTHER)
    order = models.PositiveSmallIntegerField(_("Reihenfolge"), default=100)

    class Meta:
        verbose_name = _("Handlungsfeld")
        verbose_name_plural = _("Handlungsfelder")
        ordering = ["order", "name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("topics:field", args=[self.slug])


class Notice(models.Model):
    """A short notice written once and placed in any number of pages, such as "Sprechstunde fällt aus"."""

    class Kind(models.TextChoices):
        INFO = "info", _("Hinweis")
        WARNING = "warning", _("Achtung")

    title = models.CharField(
        _("Titel"), max_length=120, help_text=_("Zum Beispiel „Sprechstunde fällt aus“.")
    )
    text = models.TextField(_("Text"), blank=True)
    kind = models.CharField(_("Art"), max_length=10, choices=Kind, default=Kind.INFO)
    until = models.DateField(
        _("Zuletzt am"),
        null=True,
        blank=True,
        help_text=_("Nach diesem Tag verschwindet der Hinweis von allen Seiten. Leer: er bleibt."),
    )

    class Meta:
        verbose_name = _("Hinweis")
        verbose_name_plural = _("Hinweise")
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def is_current(self) -> bool:
        return self.until is None or self.until >= clock.today()


class EditorialPage(TownPage):
    """A page whose text is made of blocks."""

    body = StreamField(BodyBlock(), verbose_name=_("Inhalt"), blank=True)

    class Meta:
        abstract = True

    @property
    def has_map(self) -> bool:
        """Whether the page needs the map's style and script."""
        return any(block.block_type == "map" for block in self.body)


def way_to_topics() -> list[Link]:
    return [way_home(), Link(gettext("Themen"), reverse("topics:list"))]


class TopicIndexPage(TownPage):
    """Holds the topic pages; its address is the list of topics."""

    subpage_types = ["topics.TopicPage"]
    max_count_per_parent = 1
    template = "topics/topic_list.html"

    class Meta:
        verbose_name = _("Themenübersicht")

    @cached_property
    def field_list(self) -> list[FieldOfAction]:
        """Its fields of action, read once for the page and its sections."""
        return list(self.fields_of_action.all())

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from .queries import topics_by_field

        return super().get_context(request, *args, **kwargs) | {"groups": topics_by_field()}


class TopicPage(EditorialPage):
    """An editorial subject; belongs to fields of action."""

    teaser = models.CharField(
        _("In einem Satz"),
        max_length=250,
        blank=True,
        help_text=_("Steht in der Übersicht und über dem Text."),
    )
    image = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("Bild"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Schmückt die Übersicht; auf der Seite selbst steht es nicht."),
    )
    fields_of_action = ParentalManyToManyField(
        FieldOfAction,
        verbose_name=_("Handlungsfelder"),
        blank=True,
        related_name="topic_pages",
        help_text=_("Ein Thema darf in mehreren Handlungsfeldern stehen."),
    )

    content_panels = [
        *TownPage.content_panels,
        FieldPanel("teaser"),
        FieldPanel("fields_of_action", widget=CheckboxSelectMultiple),
        FieldPanel("body"),
        FieldPanel("image"),
    ]
    parent_page_types = ["topics.TopicIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("Thema")
        verbose_name_plural = _("Themen")

    def breadcrumbs(self) -> list[Link]:
        return [*way_to_topics(), Link(self.title, "")]

    @cached_property
    def field_list(self) -> list[FieldOfAction]:
        """Its fields of action, read once for the page and its sections."""
        return list(self.fields_of_action.all())

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from .sections import sections_of

        return super().get_context(request, *args, **kwargs) | {
            "fields": [{"label": field.name, "url": field.get_absolute_url()} for field in self.field_list],
            "sections": sections_of(request, [self]),
        }


class StandardPage(EditorialPage):
    """A page of text."""

    teaser = models.CharField(
        _("In einem Satz"), max_length=250, blank=True, help_text=_("Steht groß über dem Text.")
    )

    content_panels = [*TownPage.content_panels, FieldPanel("teaser"), FieldPanel("body")]

    class Meta:
        verbose_name = _("Seite")
        verbose_name_plural = _("Seiten")
