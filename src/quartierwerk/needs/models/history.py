"""What happened to a need: the public timeline, and notes for the team."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from quartierwerk.core import clock

from ..enums import ENDED_STATES, EntryKind, NoteKind, State
from .needs import Need


class Entry(models.Model):
    """One dated line of the public timeline; it is never changed."""

    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="entries")
    kind = models.CharField(max_length=12, choices=EntryKind)
    state = models.CharField(_("Stand"), max_length=15, choices=State)
    text = models.TextField(_("Öffentliche Begründung"), blank=True, max_length=4000)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    by_office = models.CharField(
        _("Im Namen von"), max_length=160, blank=True, help_text="As the public reads who answered"
    )

    class Meta:
        verbose_name = _("Eintrag im Verlauf")
        verbose_name_plural = _("Verlauf")
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["need", "at"])]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=ENDED_STATES) | ~Q(kind="state") | ~Q(text=""),
                name="entry_ends_with_reason",
                violation_error_message=_("Bitte begründen Sie das öffentlich."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.at:%d.%m.%Y} {self.get_kind_display()}"


class InternalNote(models.Model):
    """For the team only; never in a public response, export or feed. A question stands on the page of whoever was asked."""

    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="notes")
    kind = models.CharField(max_length=8, choices=NoteKind, default=NoteKind.NOTE)
    text = models.TextField(_("Notiz"), max_length=4000)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("Interne Notiz")
        verbose_name_plural = _("Interne Notizen")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def is_between_us(self) -> bool:
        """Asked of, or said by, whoever said the need; nobody else of the public reads it."""
        return self.kind != NoteKind.NOTE
