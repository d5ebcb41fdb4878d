from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import PageManager, PageViewRestriction
from wagtail.query import PageQuerySet

from quartierwerk.core.pages import TownPage


class HomePageManager(PageManager):
    """With the page's language, which every visit asks for: one query less."""

    def get_queryset(self) -> PageQuerySet:
        return super().get_queryset().select_related("locale")


class HomePage(TownPage):
    """The town's start page: the invitation to take part, and what is new."""

    heading = models.CharField(_("Begrüßung"), max_length=160, blank=True)
    lead = models.TextField(_("Einladung"), blank=True)
    questions = models.TextField(
        _("Fragen an die Bewohnerschaft"), blank=True, help_text=_("Eine Frage je Zeile.")
    )
    about = models.TextField(
        _("Was Quartiersentwicklung ist"), blank=True, help_text=_("Absätze trennt eine Leerzeile.")
    )
    motto = models.CharField(_("Aufruf"), max_length=120, blank=True)

    objects = HomePageManager()

    content_panels = [
        *TownPage.content_panels,
        MultiFieldPanel([FieldPanel("heading"), FieldPanel("lead")], heading=_("Oben")),
        MultiFieldPanel([FieldPanel("questions"), FieldPanel("motto")], heading=_("Mitmachen")),
        FieldPanel("about"),
    ]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("Startseite")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        from .. import home  # reads the models of all apps

        return super().get_context(request, *args, **kwargs) | home.content(self, request)

    def get_view_restrictions(self) -> models.QuerySet[PageViewRestriction]:
        """None: the start page is everybody's, and asking costs two queries at each visit."""
        return PageViewRestriction.objects.none()

    @property
    def question_list(self) -> list[str]:
        return [line.strip() for line in self.questions.splitlines() if line.strip()]
