from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from quartierwerk.core.pages import TownPage

from .blocks import BODY_BLOCKS


class FieldOfAction(models.Model):
    """One of the fields in which a Quartier develops (Masterplan altengerechte Quartiere.NRW names the first four)."""

    class Icon(models.TextChoices):
        HOUSING = "housing", _("Haus")
        SUPPLY = "supply", _("Korb")
        PARTICIPATION = "participation", _("Sprechblase")
        COMMUNITY = "community", _("Menschen")
        OTHER = "other", _("Kreis")

    name = models.CharField(_("Name"), max_length=80, unique=True)
    slug = models.SlugField(_("Adresse im Netz"), max_length=80, unique=True)
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


class TopicPage(TownPage):
    """An editorial subject; belongs to fields of action."""

    teaser = models.CharField(_("In einem Satz"), max_length=250, blank=True)
    image = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("Bild"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = StreamField(BODY_BLOCKS, verbose_name=_("Inhalt"), blank=True)
    fields_of_action = ParentalManyToManyField(
        FieldOfAction, verbose_name=_("Handlungsfelder"), blank=True, related_name="topic_pages"
    )

    content_panels = [
        *TownPage.content_panels,
        FieldPanel("teaser"),
        FieldPanel("image"),
        FieldPanel("fields_of_action"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("Thema")
        verbose_name_plural = _("Themen")


class TopicIndexPage(TownPage):
    """Holds the topic pages; its address is the list of topics."""

    subpage_types = ["topics.TopicPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("Themenübersicht")


class StandardPage(TownPage):
    """A page of text."""

    teaser = models.CharField(_("In einem Satz"), max_length=250, blank=True)
    body = StreamField(BODY_BLOCKS, verbose_name=_("Inhalt"), blank=True)

    content_panels = [*TownPage.content_panels, FieldPanel("teaser"), FieldPanel("body")]

    class Meta:
        verbose_name = _("Seite")
        verbose_name_plural = _("Seiten")
