"""Who comes: registrations, their workshops and answers, and who was let in."""

import uuid
from datetime import date
from decimal import Decimal

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format, localize
from django.utils.translation import gettext_lazy as _

from quartierwerk.core import clock
from quartierwerk.people.models import Person

from ..codes import in_groups, new_code
from ..enums import ACTIVE, ENDED, HOLDING, CameBy, Need, QuestionKind, State
from .events import Event
from .occurrences import Occurrence
from .programme import AgendaItem, Question

_signer = Signer(salt="events.registration")


class RegistrationQuerySet(models.QuerySet["Registration"]):
    def holding(self) -> "RegistrationQuerySet":
        """Those that keep a place."""
        return self.filter(state__in=HOLDING)

    def active(self) -> "RegistrationQuerySet":
        """Those that keep a place or wait for one."""
        return self.filter(state__in=ACTIVE)

    def waiting(self) -> "RegistrationQuerySet":
        """The waiting list, in its order."""
        return self.filter(state=State.WAITING).order_by("queued_at", "pk")

    def by_token(self, token: str) -> "RegistrationQuerySet":
        """The one a signed link names; nothing where the signature is wrong."""
        try:
            return self.filter(code=_signer.unsign(token))
        except BadSignature:
            return self.none()


class Registration(models.Model):
    """A party of one or more people for an event, or for one date of a series."""

    event = models.ForeignKey(
        Event, verbose_name=_("Veranstaltung"), on_delete=models.PROTECT, related_name="registrations"
    )
    occurrence = models.ForeignKey(
        Occurrence,
        verbose_name=_("Termin"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="registrations",
        help_text="Set where each date of a series has places of its own, else empty",
    )
    person = models.ForeignKey(
        Person,
        verbose_name=_("Person"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="registrations",
        help_text="Empty for who came unannounced without a name, or was erased",
    )
    party_size = models.PositiveSmallIntegerField(_("Personen"), default=1, validators=[MinValueValidator(1)])
    party_names = models.JSONField(_("Namen der Begleitung"), default=list, blank=True)
    needs = models.JSONField(_("Bedarf"), default=list, blank=True, help_text="Values of `Need`")
    needs_note = models.CharField(_("Was sollen wir noch wissen?"), max_length=300, blank=True)
    workshops = models.ManyToManyField(
        AgendaItem, verbose_name=_("Workshops"), through="WorkshopPlace", related_name="registrations"
    )
    state = models.CharField(_("Stand"), max_length=12, choices=State)
    code = models.CharField(_("Anmeldenummer"), max_length=12, unique=True, default=new_code, editable=False)
    submission_key = models.UUIDField(
        default=uuid.uuid4,
        unique=True,
        editable=False,
        help_text="The same form sent twice is one registration",
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
    language = models.CharField(_("Sprache"), max_length=12, default="de")
    note = models.CharField(_("Notiz für das Team"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("Eingegangen"), default=clock.now)
    queued_at = models.DateTimeField(_("Auf der Warteliste seit"), null=True, blank=True)
    expires_at = models.DateTimeField(
        _("Zu bestätigen bis"),
        null=True,
        blank=True,
        help_text="When an unconfirmed or offered place is released",
    )
    confirmed_at = models.DateTimeField(_("Angemeldet seit"), null=True, blank=True)
    ended_at = models.DateTimeField(_("Beendet"), null=True, blank=True)
    ended_because = models.CharField(_("Grund"), max_length=300, blank=True)
    reminded_at = models.DateTimeField(_("Erinnert"), null=True, blank=True)
    feedback_asked_at = models.DateTimeField(_("Um Rückmeldung gebeten"), null=True, blank=True)
    promoted_because = models.CharField(
        _("Vorgezogen, weil"),
        max_length=300,
        blank=True,
        help_text="Why somebody overtook others on the waiting list",
    )

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("Anmeldung")
        verbose_name_plural = _("Anmeldungen")
        ordering = ["created_at", "pk"]
        indexes = [
            models.Index(fields=["event", "occurrence", "state"]),
            models.Index(fields=["state", "expires_at"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(party_size__gte=1),
                name="registration_of_somebody",
                violation_error_message=_("Bitte melden Sie mindestens eine Person an."),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["unconfirmed", "offered"]) | Q(expires_at__isnull=False),
                name="registration_held_until",
            ),
            models.CheckConstraint(
                condition=~Q(state="waiting") | Q(queued_at__isnull=False), name="registration_waits_since"
            ),
            models.CheckConstraint(
                condition=~Q(state="confirmed") | Q(confirmed_at__isnull=False),
                name="registration_confirmed_when",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["cancelled", "lapsed"]) | Q(ended_at__isnull=False),
                name="registration_ended_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.event}"

    def get_absolute_url(self) -> str:
        """Its page on the desk."""
        return reverse("events:desk_registration", args=[self.pk])

    @property
    def token(self) -> str:
        """What the signed link of the registered person carries."""
        return _signer.sign(self.code)

    @property
    def own_path(self) -> str:
        """The page on which the registered person sees, changes and cancels it."""
        return reverse("events:registration", args=[self.token])

    @property
    def shown_code(self) -> str:
        """As it is printed and read aloud."""
        return in_groups(self.code)

    @property
    def name(self) -> str:
        """Of the person; of somebody who came unannounced what was noted at the entrance; "" where nothing was."""
        if self.person:
            return self.person.name
        return self.party_names[0] if self.party_names else ""

    @property
    def is_active(self) -> bool:
        return self.state in ACTIVE

    @property
    def is_ended(self) -> bool:
        return self.state in ENDED

    @property
    def holds_place(self) -> bool:
        return self.state in HOLDING

    @property
    def needs_labels(self) -> list[str]:
        return [str(Need(value).label) for value in self.needs if value in Need.values]


class WorkshopPlace(models.Model):
    """That the party comes to this point of the programme; it takes as many places as the party has people."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="workshop_places")
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="places")

    class Meta:
        verbose_name = _("Workshop-Platz")
        verbose_name_plural = _("Workshop-Plätze")
        ordering = ["item", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["registration", "item"], name="workshop_once_per_registration")
        ]

    def __str__(self) -> str:
        return str(self.item)


class Answer(models.Model):
    """The answer of one party to one question: text, a number as text, an ISO date, a list of choices, or yes and no."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="answers")
    value = models.JSONField(_("Antwort"))

    class Meta:
        verbose_name = _("Antwort")
        verbose_name_plural = _("Antworten")
        ordering = ["question__sort_order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["registration", "question"], name="answer_once_per_question")
        ]

    def __str__(self) -> str:
        return f"{self.question}: {self.words}"

    @property
    def words(self) -> str:
        """The answer as people read it."""
        if isinstance(self.value, bool):
            return str(_("Ja") if self.value else _("Nein"))
        if isinstance(self.value, list):
            return ", ".join(self.value)
        if self.question.kind == QuestionKind.DATE:
            return date_format(date.fromisoformat(self.value), "DATE_FORMAT")
        if self.question.kind == QuestionKind.NUMBER:
            return localize(Decimal(self.value))
        return str(self.value)


class Attendance(models.Model):
    """That a registration was let in on one date. One code admits once: the database sees to it."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="attendances")
    occurrence = models.ForeignKey(Occurrence, on_delete=models.PROTECT, related_name="attendances")
    people = models.PositiveSmallIntegerField(_("Gekommen"), default=1)
    admitted_at = models.DateTimeField(_("Eingelassen"), default=clock.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("von"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("Einlass")
        verbose_name_plural = _("Einlass")
        ordering = ["admitted_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["registration", "occurrence"],
                name="admitted_once",
                violation_error_message=_("Diese Anmeldung ist schon eingelassen."),
            ),
            models.CheckConstraint(condition=Q(people__gte=1), name="admitted_somebody"),
        ]

    def __str__(self) -> str:
        return str(self.registration)
