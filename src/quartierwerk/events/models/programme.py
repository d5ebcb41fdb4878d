"""The programme of an event and the questions of its registration form."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from ..enums import AgendaKind, QuestionKind
from .events import END_BEFORE_START, Event


class AgendaItem(Orderable):
    """One point of the programme. With `needs_choice` people say at their registration that they come to it."""

    event = ParentalKey(Event, on_delete=models.CASCADE, related_name="agenda")
    kind = models.CharField(_("Art"), max_length=12, choices=AgendaKind, default=AgendaKind.TALK)
    title = models.CharField(_("Titel"), max_length=160)
    description = models.TextField(_("Beschreibung"), blank=True)
    starts_at = models.DateTimeField(_("Beginn"), null=True, blank=True)
    ends_at = models.DateTimeField(_("Ende"), null=True, blank=True)
    room = models.CharField(_("Raum"), max_length=120, blank=True)
    people = models.TextField(
        _("Mitwirkende"), blank=True, help_text=_("Eine Zeile je Person: Name, Aufgabe oder Einrichtung")
    )
    needs_choice = models.BooleanField(
        _("Bei der Anmeldung wählen"),
        default=False,
        help_text=_("Zum Beispiel bei Workshops zur gleichen Zeit."),
    )
    capacity = models.PositiveIntegerField(
        _("Plätze"),
        null=True,
        blank=True,
        help_text=_("Nur mit Wahl bei der Anmeldung. Leer: unbegrenzt."),
        validators=[MinValueValidator(1)],
    )

    class Meta:
        verbose_name = _("Programmpunkt")
        verbose_name_plural = _("Programm")
        ordering = ["sort_order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
                name="agenda_ends_after_start",
                violation_error_message=END_BEFORE_START,
            ),
            models.CheckConstraint(
                condition=Q(capacity=None) | Q(needs_choice=True, capacity__gte=1),
                name="agenda_places_need_choice",
                violation_error_message=_("Plätze gibt es nur, wo bei der Anmeldung gewählt wird."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def people_lines(self) -> list[str]:
        return [line.strip() for line in self.people.splitlines() if line.strip()]


class Question(Orderable):
    """A question of this event's own on its registration form, asked once a party."""

    event = ParentalKey(Event, on_delete=models.CASCADE, related_name="questions")
    text = models.CharField(_("Frage"), max_length=200)
    help_text = models.CharField(_("Erklärung"), max_length=200, blank=True)
    kind = models.CharField(
        _("Art der Antwort"), max_length=10, choices=QuestionKind, default=QuestionKind.TEXT
    )
    choices = models.TextField(_("Auswahl"), blank=True, help_text=_("Eine Zeile je Möglichkeit."))
    is_required = models.BooleanField(_("Muss beantwortet werden"), default=False)
    is_personal = models.BooleanField(
        _("Persönlich"),
        default=True,
        help_text=_(
            "Persönliche Antworten sehen nur Zuständige; sie werden nach der Veranstaltung gelöscht."
        ),
    )

    class Meta:
        verbose_name = _("Frage")
        verbose_name_plural = _("Fragen zur Anmeldung")
        ordering = ["sort_order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind__in=["choice", "several"]) | ~Q(choices=""),
                name="question_has_choices",
                violation_error_message=_(
                    "Bitte schreiben Sie, was zur Auswahl steht: eine Zeile je Möglichkeit."
                ),
            )
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def choice_lines(self) -> list[str]:
        return list(dict.fromkeys(line.strip() for line in self.choices.splitlines() if line.strip()))
