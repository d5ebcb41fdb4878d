from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import PageViewRestriction

from quartierwerk.core.pages import TownPage


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
