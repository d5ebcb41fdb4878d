"""The dates of events."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..enums import Availability
from .events import END_BEFORE_START, Event


class Occurrence(models.Model):
    """One date of an event. `actions.keep_dates` derives them from the event; readers' calendars list them."""

    class State(models.TextChoices):
        PLANNED = "planned", _("findet statt")
        CANCELLED = "cancelled", _("fällt aus")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="occurrences")
    original_start = models.DateTimeField(help_text="iCalendar RECURRENCE-ID: what the rule says")
    starts_at = models.DateTimeField(_("Beginn"))
    ends_at = models.DateTimeField(_("Ende"), null=True, blank=True)
    over_at = models.DateTimeField(help_text="The end, or where none is known the end of that day")
    state = models.CharField(_("Stand"), max_length=10, choices=State, default=State.PLANNED)
    reason = models.CharField(_("Grund"), max_length=300, blank=True)
    availability = models.CharField(max_length=5, choices=Availability, default=Availability.MANY)

    class Meta:
        verbose_name = _("Termin")
        verbose_name_plural = _("Termine")
        ordering = ["starts_at", "pk"]
        indexes = [models.Index(fields=["starts_at"]), models.Index(fields=["over_at"])]
        constraints = [
            models.UniqueConstraint(fields=["event", "original_start"], name="occurrence_once"),
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
                name="occurrence_ends_after_start",
                violation_error_message=END_BEFORE_START,
            ),
            models.CheckConstraint(
                condition=Q(over_at__gte=F("starts_at")), name="occurrence_over_after_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event} {timezone.localtime(self.starts_at):%d.%m.%Y %H:%M}"

    @property
    def is_cancelled(self) -> bool:
        return self.state == Occurrence.State.CANCELLED

    @property
    def is_moved(self) -> bool:
        """Whether this one date of a series is at another time than the rule says."""
        return self.starts_at != self.original_start

    def is_over(self, now: datetime) -> bool:
        return self.over_at <= now
