"""Numbers about people of the town that stood in texts, kept for the indicators."""

from django.db import models
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from quartierwerk.core import clock

from .announcements import Announcement


class Figure(models.Model):
    """One number with the sentence it stood in, such as “23 Prozent … leben von Grundsicherung”."""

    value = models.FloatField(_("Wert"))
    unit = models.CharField(_("Einheit"), max_length=40, blank=True)
    sentence = models.TextField(_("Satz"))
    announcement = models.ForeignKey(
        Announcement, null=True, blank=True, on_delete=models.SET_NULL, related_name="figures"
    )
    published_on = models.DateField(_("Erschienen am"), null=True, blank=True)
    url = models.URLField(_("Quelle"), max_length=500, blank=True)
    kept_at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name = _("Zahl aus einem Text")
        verbose_name_plural = _("Zahlen aus Texten")
        ordering = ["-kept_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["announcement", "sentence", "value"], name="figure_once")
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.unit}".strip()

    @property
    def number(self) -> str:
        """“54.000”, “23,5”: as the reader's language writes it."""
        return number_format(int(self.value) if self.value.is_integer() else self.value, force_grouping=True)
