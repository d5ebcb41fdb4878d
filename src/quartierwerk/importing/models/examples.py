"""What was corrected, kept as labelled examples without personal data."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from quartierwerk.core import clock


class Example(models.Model):
    """A text with the events that are in it, in the form of the labels (`labels.py`); names nobody."""

    text = models.TextField(help_text="Names, numbers and addresses of persons are replaced")
    published_on = models.DateField(null=True, blank=True)
    read_on = models.DateField()
    labels = models.JSONField(help_text="Events as somebody put them right")
    read = models.JSONField(help_text="Events as they had been read")
    is_corrected = models.BooleanField(help_text="Whether the two differ")
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name = _("Lernbeispiel")
        verbose_name_plural = _("Lernbeispiele")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.text[:80]
