from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from quartierwerk.core.pages import TownPage


class HomePage(TownPage):
    """The town's start page: the invitation to take part, and what is new."""

    heading = models.CharField(_("Begrüßung"), max_length=160, blank=True)
    lead = models.TextField(_("Einladung"), blank=True)
    questions = models.TextField(
        _("Fragen an die Bewohnerschaft"), blank=True, help_text=_("Eine Frage je Zeile.")
    )
    about = models.TextField(_("Was Quartiersentwicklung ist"), blank=True)
    motto = models.CharField(_("Aufruf"), max_length=120, blank=True)

    content_panels = [
        *TownPage.content_panels,
        FieldPanel("heading"),
        FieldPanel("lead"),
        FieldPanel("questions"),
        FieldPanel("about"),
        FieldPanel("motto"),
    ]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("Startseite")
