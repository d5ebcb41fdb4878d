"""What stays of an event: documents, photos, feedback."""

import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from quartierwerk.core import clock

from ..enums import DocumentKind
from .events import IMAGE_UNDESCRIBED, Event

SAYS_NOTHING = _("Bitte beantworten Sie mindestens eine Frage.")


class EventDocument(Orderable):
    """A file to download: a programme of the town's own making, minutes, slides."""

    event = ParentalKey(Event, on_delete=models.CASCADE, related_name="documents")
    kind = models.CharField(_("Art"), max_length=10, choices=DocumentKind, default=DocumentKind.OTHER)
    document = models.ForeignKey(
        "wagtaildocs.Document", verbose_name=_("Datei"), on_delete=models.PROTECT, related_name="+"
    )
    title = models.CharField(
        _("Titel"), max_length=160, blank=True, help_text=_("Leer: der Titel der Datei.")
    )

    class Meta:
        verbose_name = _("Dokument")
        verbose_name_plural = _("Dokumente")
        ordering = ["sort_order", "pk"]

    def __str__(self) -> str:
        return self.title or self.document.title


class EventPhoto(Orderable):
    """A photo of the event; shown only with a note that those who can be recognised agreed."""

    event = ParentalKey(Event, on_delete=models.CASCADE, related_name="photos")
    image = models.ForeignKey(
        "wagtailimages.Image", verbose_name=_("Bild"), on_delete=models.CASCADE, related_name="+"
    )
    alt = models.CharField(_("Bildbeschreibung"), max_length=250)
    caption = models.CharField(_("Bildunterschrift"), max_length=200, blank=True)
    consent_note = models.CharField(
        _("Einwilligung der Abgebildeten"),
        max_length=200,
        help_text=_("Wie liegt sie vor? Zum Beispiel: schriftlich vom 8.10.; niemand ist zu erkennen."),
    )

    class Meta:
        verbose_name = _("Foto")
        verbose_name_plural = _("Fotos")
        ordering = ["sort_order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(alt=""), name="photo_described", violation_error_message=IMAGE_UNDESCRIBED
            ),
            models.CheckConstraint(
                condition=~Q(consent_note=""),
                name="photo_with_consent",
                violation_error_message=_("Bitte schreiben Sie, wie die Einwilligung vorliegt."),
            ),
        ]

    def __str__(self) -> str:
        return self.caption or self.alt


class Feedback(models.Model):
    """Three answers after an event, without a name; on paper they are typed in at the desk."""

    class CameBy(models.TextChoices):
        FORM = "form", _("Formular")
        PAPER = "paper", _("Papier")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="feedback")
    rating = models.PositiveSmallIntegerField(
        _("Wie hat es Ihnen gefallen?"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(5)],
        help_text="5 is best",
    )
    liked = models.TextField(_("Was war gut?"), max_length=2000, blank=True)
    wished = models.TextField(_("Was sollen wir anders machen?"), max_length=2000, blank=True)
    came_by = models.CharField(_("Gekommen als"), max_length=5, choices=CameBy, default=CameBy.FORM)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Eingetragen von"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(_("Eingegangen"), default=clock.now)

    class Meta:
        verbose_name = _("Rückmeldung")
        verbose_name_plural = _("Rückmeldungen")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(rating=None) | Q(rating__gte=1, rating__lte=5), name="feedback_rating_one_to_five"
            ),
            models.CheckConstraint(
                condition=Q(rating__isnull=False) | ~Q(liked="") | ~Q(wished=""),
                name="feedback_says_something",
                violation_error_message=SAYS_NOTHING,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event}: {self.rating or '–'}"
