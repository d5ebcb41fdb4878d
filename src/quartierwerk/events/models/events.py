"""An event, who organises it, whom it is for."""

import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable, PreviewableMixin, RevisionMixin

from quartierwerk.core import clock
from quartierwerk.news.models import NewsPage
from quartierwerk.people.models import Contact
from quartierwerk.places.models import Quarter, Venue
from quartierwerk.topics.models import TopicPage

from ..enums import (
    OWN_LIST,
    PUBLIC_STAGES,
    Availability,
    Kind,
    Promotion,
    RegistersFor,
    RegistrationMode,
    Stage,
)

END_BEFORE_START = _("Das Ende liegt vor dem Beginn.")
HOW_UNKNOWN = _("Bitte schreiben Sie, wie und wo man sich beim Veranstalter anmeldet.")
IMAGE_UNDESCRIBED = _("Bitte beschreiben Sie das Bild für Menschen, die es nicht sehen.")
# Pages and files that stand beside those of events (urls_feed.py).
TAKEN_ADDRESSES = ("kalender", "einbetten", "eingebettet")


class Audience(models.Model):
    """Whom an event is meant for, such as older people or families; the town keeps the list."""

    name = models.CharField(_("Name"), max_length=80, unique=True)
    slug = models.SlugField(_("Adresse im Netz"), max_length=80, unique=True)
    order = models.PositiveSmallIntegerField(_("Reihenfolge"), default=100)

    class Meta:
        verbose_name = _("Zielgruppe")
        verbose_name_plural = _("Zielgruppen")
        ordering = ["order", "name"]

    def __str__(self) -> str:
        return self.name


class EventQuerySet(models.QuerySet["Event"]):
    def public(self) -> "EventQuerySet":
        """What everybody may see: published ones, and those that were cancelled after it."""
        return self.filter(stage__in=PUBLIC_STAGES)


class Event(PreviewableMixin, RevisionMixin, ClusterableModel, models.Model):  # type: ignore[django-manager-missing]
    """One event: a single date or a series (`rule`). Every date it has is an `Occurrence`."""

    # What it is
    title = models.CharField(_("Titel"), max_length=160)
    slug = models.SlugField(
        _("Adresse im Netz"),
        max_length=100,
        unique=True,
        help_text=_("Steht hinter /termine/. Kleinbuchstaben, Ziffern und Bindestriche."),
        error_messages={"unique": _("Diese Adresse hat schon eine andere Veranstaltung.")},
    )
    kind = models.CharField(_("Art"), max_length=15, choices=Kind, default=Kind.MEETING)
    summary = models.CharField(
        _("In ein bis zwei Sätzen"),
        max_length=300,
        help_text=_("Steht in den Listen: worum geht es, und für wen?"),
    )
    description = models.TextField(
        _("Beschreibung"), blank=True, help_text=_("Absätze trennt eine Leerzeile.")
    )
    image = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("Bild"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    image_alt = models.CharField(
        _("Bildbeschreibung"),
        max_length=250,
        blank=True,
        help_text=_("Was ist zu sehen? Für Menschen, die das Bild nicht sehen. Ein Satz genügt."),
    )

    # When
    starts_at = models.DateTimeField(_("Beginn"), help_text=_("Bei einer Reihe: der erste Termin."))
    ends_at = models.DateTimeField(_("Ende"), null=True, blank=True)
    all_day = models.BooleanField(
        _("Ganztägig"), default=False, help_text="Then `ends_at` is midnight after the last day"
    )
    rule = models.CharField(
        _("Wiederholung"),
        max_length=200,
        blank=True,
        help_text="RFC 5545 RRULE without UNTIL, in the town's time: FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
    )
    repeats_until = models.DateField(
        _("Letzter Tag der Reihe"), null=True, blank=True, help_text=_("Leer: bis auf Weiteres.")
    )
    excluded_dates = models.JSONField(
        _("Ausnahmen"),
        default=list,
        blank=True,
        help_text="EXDATE: ISO dates on which the series has no date",
    )

    # Where
    venue = models.ForeignKey(
        Venue, verbose_name=_("Ort"), null=True, blank=True, on_delete=models.PROTECT, related_name="events"
    )
    place_name = models.CharField(_("Anderer Ort: Name"), max_length=160, blank=True)
    street = models.CharField(_("Straße und Hausnummer"), max_length=120, blank=True)
    postal_code = models.CharField(_("Postleitzahl"), max_length=10, blank=True)
    city = models.CharField(pgettext_lazy("Anschrift", "Ort"), max_length=80, blank=True)
    room = models.CharField(_("Raum"), max_length=120, blank=True)
    online_url = models.URLField(_("Adresse zum Mitmachen am Bildschirm"), blank=True)
    online_is_public = models.BooleanField(
        _("Diese Adresse allen zeigen"), default=False, help_text=_("Sonst erfahren sie nur Angemeldete.")
    )

    # For whom, about what
    contact = models.ForeignKey(
        Contact,
        verbose_name=_("Ansprechperson"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="events",
    )
    audiences = ParentalManyToManyField(
        Audience, verbose_name=_("Zielgruppen"), blank=True, related_name="events"
    )
    quarters = ParentalManyToManyField(
        Quarter,
        verbose_name=_("Quartiere"),
        blank=True,
        related_name="events",
        help_text=_("Ohne Auswahl gilt die Veranstaltung der ganzen Stadt."),
    )
    topics = ParentalManyToManyField(TopicPage, verbose_name=_("Themen"), blank=True, related_name="events")
    related_events = ParentalManyToManyField(
        "self", verbose_name=_("Verwandte Veranstaltungen"), blank=True, symmetrical=False, related_name="+"
    )
    news = ParentalManyToManyField(
        NewsPage, verbose_name=_("Nachrichten dazu"), blank=True, related_name="events"
    )
    price = models.CharField(
        _("Kosten"), max_length=120, blank=True, help_text=_("Zum Beispiel: kostenlos, Spende willkommen")
    )

    # Who can take part
    offers_sign_language = models.BooleanField(_("Gebärdensprache"), default=False)
    offers_captions = models.BooleanField(_("Schriftdolmetschen"), default=False)
    offers_easy_language = models.BooleanField(_("Einfache Sprache"), default=False)
    offers_childcare = models.BooleanField(_("Kinderbetreuung"), default=False)
    offers_lift = models.BooleanField(_("Fahrdienst"), default=False)
    offers_translation = models.CharField(
        _("Übersetzung"),
        max_length=120,
        blank=True,
        help_text=_("In welche Sprachen? Zum Beispiel: Türkisch, Arabisch"),
    )
    access_note = models.CharField(
        _("Hinweis zur Barrierefreiheit"),
        max_length=300,
        blank=True,
        help_text=_("Was am Ort selbst gilt, steht schon bei diesem."),
    )

    # Registration
    registration_mode = models.CharField(
        _("Anmeldung"), max_length=10, choices=RegistrationMode, default=RegistrationMode.NONE
    )
    registration_how = models.CharField(
        _("So meldet man sich dort an"),
        max_length=300,
        blank=True,
        help_text=_(
            "Nur bei „Anmeldung beim Veranstalter“, öffentlich. Zum Beispiel: bei der VHS, Telefon 56 78, bis 15. Dezember"
        ),
    )
    registers_for = models.CharField(
        _("Eine Anmeldung gilt"), max_length=10, choices=RegistersFor, default=RegistersFor.WHOLE
    )
    capacity = models.PositiveIntegerField(
        _("Plätze"),
        null=True,
        blank=True,
        help_text=_("Leer: unbegrenzt."),
        validators=[MinValueValidator(1)],
    )
    has_waiting_list = models.BooleanField(_("Mit Warteliste"), default=True)
    promotion = models.CharField(
        _("Frei gewordene Plätze vergeben"), max_length=10, choices=Promotion, default=Promotion.AUTOMATIC
    )
    registration_opens_at = models.DateTimeField(_("Anmeldung ab"), null=True, blank=True)
    registration_closes_at = models.DateTimeField(
        _("Anmeldung bis"), null=True, blank=True, help_text=_("Leer: bis zum Beginn.")
    )
    largest_party = models.PositiveSmallIntegerField(
        _("Höchstens so viele Personen je Anmeldung"),
        default=6,
        validators=[MinValueValidator(1), MaxValueValidator(50)],
    )
    asks_needs = models.BooleanField(_("Nach Bedarf fragen (Rollstuhl, Fahrdienst …)"), default=True)
    registration_note = models.CharField(
        _("Hinweis zur Anmeldung"), max_length=300, blank=True, help_text=_("Steht über dem Formular.")
    )
    confirm_within_hours = models.PositiveSmallIntegerField(
        _("Stunden, um eine Anmeldung per E-Mail zu bestätigen"),
        default=24,
        validators=[MinValueValidator(1)],
    )
    answer_within_hours = models.PositiveSmallIntegerField(
        _("Stunden, um einen angebotenen Platz anzunehmen"), default=48, validators=[MinValueValidator(1)]
    )
    remind_days_before = models.PositiveSmallIntegerField(
        _("Tage vorher erinnern"), default=2, help_text=_("0: nicht erinnern.")
    )

    # After it
    report = models.TextField(_("Rückblick"), blank=True, help_text=_("Absätze trennt eine Leerzeile."))
    attendance_told = models.PositiveIntegerField(
        _("Zahl der Teilnehmenden"), null=True, blank=True, help_text=_("Leer: gezählt wird am Einlass.")
    )
    asks_feedback = models.BooleanField(_("Danach um Rückmeldung bitten"), default=False)

    # How it stands; written by actions only
    stage = models.CharField(_("Stand"), max_length=10, choices=Stage, default=Stage.DRAFT, editable=False)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    stage_reason = models.CharField(
        _("Grund"),
        max_length=300,
        blank=True,
        editable=False,
        help_text="Why it was cancelled or moved; public",
    )
    moved_from = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="The start it was announced for before it was moved"
    )
    moved_from_place = models.CharField(
        max_length=400, blank=True, editable=False, help_text="Where it was announced for before it was moved"
    )
    availability = models.CharField(
        max_length=5, choices=Availability, default=Availability.MANY, editable=False
    )
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False, help_text="iCalendar UID")
    sequence = models.PositiveIntegerField(default=0, editable=False, help_text="iCalendar SEQUENCE")
    changed_at = models.DateTimeField(default=clock.now, editable=False)
    language = models.CharField(_("Sprache der Texte"), max_length=12, default="de")
    is_sample = models.BooleanField(_("Beispiel"), default=False, editable=False)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("Veranstaltung")
        verbose_name_plural = _("Veranstaltungen")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
                name="event_ends_after_start",
                violation_error_message=END_BEFORE_START,
            ),
            models.CheckConstraint(
                condition=Q(capacity=None) | Q(capacity__gte=1),
                name="event_capacity_positive",
                violation_error_message=_(
                    "Bitte geben Sie mindestens einen Platz an, oder lassen Sie das Feld leer."
                ),
            ),
            models.CheckConstraint(
                condition=Q(registration_opens_at=None)
                | Q(registration_closes_at=None)
                | Q(registration_closes_at__gt=F("registration_opens_at")),
                name="event_registration_closes_after_opening",
                violation_error_message=_("Die Anmeldung endet, bevor sie beginnt."),
            ),
            models.CheckConstraint(
                condition=~Q(registration_mode="elsewhere") | ~Q(registration_how=""),
                name="event_registered_elsewhere_says_how",
                violation_error_message=HOW_UNKNOWN,
            ),
            models.CheckConstraint(
                condition=Q(stage="draft") | Q(published_at__isnull=False),
                name="event_public_was_published",
            ),
            models.CheckConstraint(
                condition=~Q(stage="cancelled") | ~Q(stage_reason=""),
                name="event_cancelled_has_reason",
                violation_error_message=_("Bitte nennen Sie den Grund."),
            ),
            models.CheckConstraint(
                condition=Q(image=None) | ~Q(image_alt=""),
                name="event_image_described",
                violation_error_message=IMAGE_UNDESCRIBED,
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("events:event", args=[self.slug])

    def clean(self) -> None:
        super().clean()
        if self.slug in TAKEN_ADDRESSES:
            raise ValidationError(
                {
                    "slug": _(
                        "Diese Adresse gehört schon zu einer anderen Seite; bitte wählen Sie eine andere."
                    )
                }
            )

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:  # noqa: ARG002 - Wagtail's signature
        """The real page, before it is kept; Wagtail asks for it."""
        from ..editing.preview import serve

        return serve(self, request)

    @property
    def is_series(self) -> bool:
        return bool(self.rule)

    @property
    def registers_by_date(self) -> bool:
        """Whether each date of the series has places of its own."""
        return self.is_series and self.registers_for == RegistersFor.DATE

    @property
    def takes_registrations(self) -> bool:
        """Whether there is a form and a list here."""
        return self.registration_mode in OWN_LIST

    @property
    def is_registered_elsewhere(self) -> bool:
        """Whether the organiser keeps the list; then `registration_how` tells how one gets on it."""
        return self.registration_mode == RegistrationMode.ELSEWHERE

    @property
    def is_public(self) -> bool:
        return self.stage in PUBLIC_STAGES


class Organiser(Orderable):
    """Who organises an event: a name the public reads, and an account that sees the registrations."""

    event = ParentalKey(Event, on_delete=models.CASCADE, related_name="organisers")
    name = models.CharField(_("Name"), max_length=160)
    url = models.URLField(_("Website"), blank=True)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Konto"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Dieses Konto sieht die Anmeldungen und darf am Einlass arbeiten."),
    )

    class Meta:
        verbose_name = _("Veranstalter")
        verbose_name_plural = _("Veranstalter")
        ordering = ["sort_order", "pk"]

    def __str__(self) -> str:
        return self.name
