from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from quartierwerk.core import clock

from .persons import Channel, Person

UNDELIVERED_AFTER = timedelta(hours=4)


def undelivered_since() -> datetime:
    """What was to leave by mail before this moment and did not is work for people."""
    return clock.now() - UNDELIVERED_AFTER


class Notification(models.Model):
    """One message to one person on the person's channel.

    A mail is done when it is handed to the mail server. A call or a letter stands on the desk's
    “to call / to write” list until somebody ticks it off with date and result; so does a mail that nobody
    could deliver within `UNDELIVERED_AFTER`.
    """

    person = models.ForeignKey(
        Person, verbose_name=_("An"), on_delete=models.CASCADE, related_name="notifications"
    )
    channel = models.CharField(_("Weg"), max_length=10, choices=Channel)
    subject = models.CharField(_("Betreff"), max_length=200)
    body = models.TextField(_("Text"))
    about_type = models.ForeignKey(
        ContentType, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    about_id = models.PositiveBigIntegerField(null=True, blank=True)
    about = GenericForeignKey("about_type", "about_id")
    created_at = models.DateTimeField(_("Angelegt"), default=clock.now)
    due_on = models.DateField(_("Bis"), null=True, blank=True)
    done_on = models.DateField(_("Erledigt am"), null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Erledigt von"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    result = models.CharField(_("Ergebnis"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("Benachrichtigung")
        verbose_name_plural = _("Benachrichtigungen")
        ordering = ["due_on", "created_at", "pk"]
        indexes = [models.Index(fields=["channel", "done_on"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(done_by=None) | models.Q(done_on__isnull=False),
                name="notification_done_has_date",
                violation_error_message=_("Bitte geben Sie an, wann das erledigt wurde."),
            )
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def about_desk_url(self) -> str:
        """Where the desk sees what it is about: `get_desk_url` of the thing, else its own page; empty without."""
        address = getattr(self.about, "get_desk_url", None) or getattr(self.about, "get_absolute_url", None)
        return address() if address else ""

    @property
    def is_undelivered(self) -> bool:
        """A mail that did not leave, so that somebody has to call or to write."""
        return self.channel == Channel.EMAIL and not self.done_on and self.created_at < undelivered_since()

    @property
    def recipient(self) -> Person:
        """Who is called or written to: the person, or whom the person trusts."""
        if self.channel == Channel.TRUSTED and self.person.trusted_person:
            return self.person.trusted_person
        return self.person


class Attempt(models.Model):
    """One try to call or write that did not get through; the notification stays open."""

    notification = models.ForeignKey(Notification, on_delete=models.CASCADE, related_name="attempts")
    tried_on = models.DateField(_("Versucht am"))
    note = models.CharField(_("Notiz"), max_length=300, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("Versuch")
        verbose_name_plural = _("Versuche")
        ordering = ["tried_on", "pk"]

    def __str__(self) -> str:
        return f"{self.tried_on:%d.%m.%Y}"
