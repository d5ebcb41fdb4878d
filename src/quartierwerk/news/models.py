from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from quartierwerk.core import clock
from quartierwerk.core.pages import TownPage
from quartierwerk.places.models import Quarter
from quartierwerk.topics.blocks import BODY_BLOCKS
from quartierwerk.topics.models import TopicPage


class NewsIndexPage(TownPage):
    """Holds the news; its address is the list of news."""

    subpage_types = ["news.NewsPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("Aktuelles")


class NewsPage(TownPage):
    """One news item."""

    date = models.DateField(_("Datum"), default=clock.today, db_index=True)
    teaser = models.CharField(
        _("Anreißer"), max_length=300, help_text=_("Ein bis zwei Sätze, die in den Listen stehen.")
    )
    image = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("Bild"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    image_alt = models.CharField(_("Bildbeschreibung"), max_length=250, blank=True)
    body = StreamField(BODY_BLOCKS, verbose_name=_("Inhalt"), blank=True)
    quarters = ParentalManyToManyField(Quarter, verbose_name=_("Quartiere"), blank=True, related_name="news")
    topics = ParentalManyToManyField(TopicPage, verbose_name=_("Themen"), blank=True, related_name="news")

    content_panels = [
        *TownPage.content_panels,
        FieldPanel("date"),
        FieldPanel("teaser"),
        FieldPanel("image"),
        FieldPanel("image_alt"),
        FieldPanel("body"),
        FieldPanel("quarters"),
        FieldPanel("topics"),
    ]
    parent_page_types = ["news.NewsIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("Nachricht")
        verbose_name_plural = _("Nachrichten")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(image=None) | ~models.Q(image_alt=""),
                name="news_image_described",
                violation_error_message=_("Bitte beschreiben Sie das Bild für Menschen, die es nicht sehen."),
            )
        ]
