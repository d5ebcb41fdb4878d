"""Partners whose calendar or news are asked for regularly, and what they changed afterwards."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from quartierwerk.core import clock
from quartierwerk.events.models import Event
from quartierwerk.places.models import Quarter

from ..enums import ChangeState, FeedKind


class Feed(models.Model):
    """An iCalendar, RSS or Atom address of a partner; what it offers waits at the desk."""

    name = models.CharField(_("Name"), max_length=120, help_text=_("Wer bietet das an?"))
    url = models.URLField(
        _("Adresse"),
        max_length=500,
        unique=True,
        help_text=_("Kalender (iCalendar) oder Nachrichten (RSS, Atom)."),
        error_messages={"unique": _("Diese Adresse wird schon abgefragt.")},
    )
    quarters = models.ManyToManyField(
        Quarter,
        verbose_name=_("Quartiere"),
        blank=True,
        related_name="+",
        help_text=_("Wird vorgeschlagen, wo der Text kein Quartier erkennen lässt."),
    )
    is_active = models.BooleanField(_("Wird abgefragt"), default=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    # How it went; written by actions only
    kind = models.CharField(
        _("Art"), max_length=10, choices=FeedKind, blank=True, editable=False, help_text="As it was found"
    )
    to_come = models.PositiveIntegerField(default=0, editable=False, help_text="Entries, past ones left out")
    bad = models.PositiveIntegerField(default=0, editable=False, help_text="Entries that could not be read")
    etag = models.CharField(max_length=250, blank=True, editable=False)
    last_modified = models.CharField(max_length=80, blank=True, editable=False)
    asked_at = models.DateTimeField(null=True, blank=True, editable=False)
    answered_at = models.DateTimeField(null=True, blank=True, editable=False)
    failures = models.PositiveIntegerField(default=0, editable=False, help_text="In a row")
    problem = models.CharField(
        max_length=40, blank=True, editable=False, help_text="Name of the sentence that tells why not"
    )

    class Meta:
        verbose_name = _("Partnerquelle")
        verbose_name_plural = _("Partnerquellen")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("importing:feed", args=[self.pk])


class Change(models.Model):
    """What a partner's feed says differently since the event was taken over; a suggestion until somebody decides."""

    announcement = models.ForeignKey("Announcement", on_delete=models.CASCADE, related_name="changes")
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="reported_changes")
    entry = models.JSONField(help_text="The entry as it reads now, see feeds/entries.py")
    seen_at = models.DateTimeField(default=clock.now)
    state = models.CharField(max_length=10, choices=ChangeState, default=ChangeState.WAITING)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("Gemeldete Änderung")
        verbose_name_plural = _("Gemeldete Änderungen")
        ordering = ["seen_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["announcement"], condition=Q(state="waiting"), name="one_waiting_change"
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", decided_at=None)
                | (~Q(state="waiting") & Q(decided_at__isnull=False)),
                name="change_decided_at",
            ),
        ]

    def __str__(self) -> str:
        return str(self.event)
