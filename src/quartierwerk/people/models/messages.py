import uuid

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from quartierwerk.core import clock

from .persons import Person

TEXT_LENGTH = 5000


class Message(models.Model):
    """What somebody sent to the town: a message or “please call me back”. Waits on the desk until answered."""

    class Kind(models.TextChoices):
        MESSAGE = "message", _("Nachricht")
        CALLBACK = "callback", _("Bitte um Rückruf")
        ACCESSIBILITY = "accessibility", _("Barriere gemeldet")
        FEEDBACK = "feedback", _("Rückmeldung zur Seite")

    class State(models.TextChoices):
        WAITING = "waiting", _("wartet auf Antwort")
        ANSWERED = "answered", _("beantwortet")
        CLOSED = "closed", _("ohne Antwort geschlossen")

    class CameBy(models.TextChoices):
        """How it reached the town; all but the form were written down by staff."""

        FORM = "form", _("Formular")
        PHONE = "phone", _("Anruf")
        LETTER = "letter", _("Brief")
        VISIT = "visit", _("Gespräch")
        EMAIL = "email", _("E-Mail")

    submission_key = models.UUIDField(
        default=uuid.uuid4,
        unique=True,
        editable=False,
        help_text="One per shown form: the same form sent twice is one message",
    )
    kind = models.CharField(_("Art"), max_length=15, choices=Kind, default=Kind.MESSAGE)
    person = models.ForeignKey(
        Person,
        verbose_name=_("Von"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="messages",
        help_text="Empty where somebody gave no name, or was erased",
    )
    came_by = models.CharField(_("Gekommen als"), max_length=10, choices=CameBy, default=CameBy.FORM)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Aufgenommen von"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    text = models.TextField(_("Text"), max_length=TEXT_LENGTH, blank=True)
    call_when = models.CharField(_("Wann anrufen"), max_length=120, blank=True)
    about_type = models.ForeignKey(
        ContentType, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    about_id = models.PositiveBigIntegerField(null=True, blank=True)
    about = GenericForeignKey("about_type", "about_id")
    about_url = models.CharField(_("Seite"), max_length=300, blank=True)
    state = models.CharField(_("Stand"), max_length=10, choices=State, default=State.WAITING)
    received_at = models.DateTimeField(_("Eingegangen"), default=clock.now)
    answer = models.TextField(_("Antwort"), blank=True)
    closed_because = models.CharField(_("Grund"), max_length=300, blank=True)
    answered_at = models.DateTimeField(_("Beantwortet"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Beantwortet von"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("Nachricht")
        verbose_name_plural = _("Nachrichten")
        ordering = ["received_at", "pk"]
        indexes = [models.Index(fields=["state", "received_at"])]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="answered")
                | models.Q(person=None)
                | (~models.Q(answer="") & models.Q(answered_at__isnull=False)),
                name="answered_message_has_answer",
                violation_error_message=_("Eine beantwortete Nachricht braucht eine Antwort."),
            ),
            models.CheckConstraint(
                condition=~models.Q(state="closed")
                | (~models.Q(closed_because="") & models.Q(answered_at__isnull=False)),
                name="closed_message_has_reason",
                violation_error_message=_("Bitte nennen Sie den Grund."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.received_at:%d.%m.%Y}"

    def get_absolute_url(self) -> str:
        """Its page on the desk."""
        return reverse("people:desk_message", args=[self.pk])

    @property
    def is_waiting(self) -> bool:
        return self.state == Message.State.WAITING
