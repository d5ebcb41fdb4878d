from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from quartierwerk.core import clock
from quartierwerk.core.context import Link
from quartierwerk.core.pages import TownPage, way_home
from quartierwerk.places.models import Quarter
from quartierwerk.topics.models import EditorialPage, TopicPage


class NewsIndexPage(TownPage):
    """Holds the news; its address is the list of news."""

    subpage_types = ["news.NewsPage"]
    max_count_per_parent = 1
    template = "news/news_list.html"

    class Meta:
        verbose_name = _("Aktuelles")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from .listing import listing

        return super().get_context(request, *args, **kwargs) | listing(request)


class NewsPage(EditorialPage):
    """One news item; scheduled, taken back and kept in all its versions by Wagtail."""

    date = models.DateField(
        pgettext_lazy("Nachricht", "Datum"),
        default=clock.today,
        db_index=True,
        help_text=_(
            "Steht über der Nachricht und ordnet die Liste. Wann sie erscheint, bestimmt „Zeitplan“."
        ),
    )
    teaser = models.CharField(
        _("Anreißer"),
        max_length=300,
        help_text=_("Ein bis zwei Sätze, die in den Listen stehen: was, wann, wo, für wen."),
    )
    image = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("Bild"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    image_alt = models.CharField(
        _("Bildbeschreibung"),
        max_length=250,
        blank=True,
        help_text=_("Was ist zu sehen? Für Menschen, die das Bild nicht sehen. Ein Satz genügt."),
    )
    quarters = ParentalManyToManyField(
        Quarter,
        verbose_name=_("Quartiere"),
        blank=True,
        related_name="news",
        help_text=_(
            "Wo wohnen die Menschen, die das angeht? Ohne Auswahl gilt die Nachricht der ganzen Stadt."
        ),
    )
    topics = ParentalManyToManyField(
        TopicPage,
        verbose_name=_("Themen"),
        blank=True,
        related_name="news",
        help_text=_("Die Nachricht steht dann auch auf den Seiten dieser Themen."),
    )

    content_panels = [
        *TownPage.content_panels,
        FieldPanel("teaser"),
        FieldPanel("date"),
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Bild")),
        MultiFieldPanel(
            [
                FieldPanel("quarters", widget=CheckboxSelectMultiple),
                FieldPanel("topics", widget=CheckboxSelectMultiple),
            ],
            heading=_("Wen und was betrifft es?"),
        ),
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

    def clean(self) -> None:
        super().clean()
        if self.image_id and not self.image_alt.strip():
            raise ValidationError(
                {"image_alt": _("Bitte beschreiben Sie das Bild für Menschen, die es nicht sehen.")}
            )

    def breadcrumbs(self) -> list[Link]:
        return [way_home(), Link(gettext("Aktuelles"), reverse("news:list")), self.here()]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from .queries import related_to

        context = super().get_context(request, *args, **kwargs)
        return context | {"tags": self.tags(), "related": related_to(self)}

    def tags(self) -> list[dict[str, str]]:
        """Quarters and topics as labels that lead to the list of their news."""
        news = reverse("news:list")
        quarters = [{"label": q.name, "url": f"{news}?quartier={q.slug}"} for q in self.quarters.all()]
        topics = [{"label": t.title, "url": f"{news}?thema={t.slug}"} for t in self.topics.all()]
        return [*quarters, *topics]
