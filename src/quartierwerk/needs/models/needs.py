"""What somebody says should change, be improved or be started."""

import uuid

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from quartierwerk.core import clock
from quartierwerk.events.models import Event
from quartierwerk.people.models import Contact, Person
from quartierwerk.places.models import Quarter, Venue
from quartierwerk.topics.models import FieldOfAction

from ..enums import ENDED_STATES, OPEN_STATES, UNANSWERED, CameBy, Kind, State, Visibility

TITLE_LENGTH = 120
TEXT_LENGTH = 4000
MAP_STEPS = 2**18  # so many steps of the map's grid are one degree of longitude
MAP_STRETCH = (
    1.6  # a degree of latitude is as long as so many of longitude, at 51° north: its cells look square
)
CELL_BITS = 11  # a cell is 2**11 steps wide and high, about 540 m
CELL_ROWS = 2**20  # number of a cell: its column times this, plus its row
FILTERED = ("quarter", "field", "kind", "state", "map_x", "map_y")  # by what readers narrow lists and map
_signer = Signer(salt="needs.need")


def _steps(degrees: str, shift: int, steps: float) -> Cast:
    """A coordinate as whole steps from the edge of the map; nearest or next lower one, as the database does it."""
    return Cast((F(degrees) + shift) * steps, models.BigIntegerField())


class NeedQuerySet(models.QuerySet["Need"]):
    def public(self) -> "NeedQuerySet":
        """What everybody may read."""
        return self.filter(visibility=Visibility.PUBLIC)

    def open(self) -> "NeedQuerySet":
        return self.filter(state__in=OPEN_STATES)

    def unanswered(self) -> "NeedQuerySet":
        """Nobody has said yet what becomes of it; what is gone needs no answer."""
        return self.filter(state__in=UNANSWERED, visibility__in=[Visibility.WAITING, Visibility.PUBLIC])

    def to_moderate(self) -> "NeedQuerySet":
        """Nobody has looked at it yet, whether it is public already or not; oldest first."""
        return self.filter(
            moderated_at=None, visibility__in=[Visibility.WAITING, Visibility.PUBLIC]
        ).order_by("received_at", "pk")

    def by_token(self, token: str) -> "NeedQuerySet":
        """The one a signed link names; nothing where the signature is wrong."""
        try:
            return self.filter(reference=_signer.unsign(token))
        except BadSignature:
            return self.none()


class Need(models.Model):
    """A problem, idea, concern or praise, from whoever, by whatever way, with one readable number."""

    reference = models.CharField(_("Nummer"), max_length=20, unique=True, editable=False)
    kind = models.CharField(_("Art"), max_length=10, choices=Kind, default=Kind.PROBLEM)
    title = models.CharField(_("Titel"), max_length=TITLE_LENGTH)
    text = models.TextField(_("Beschreibung"), max_length=TEXT_LENGTH, blank=True)
    language = models.CharField(_("Sprache"), max_length=12, default="de")
    field = models.ForeignKey(
        FieldOfAction,
        verbose_name=_("Handlungsfeld"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="needs",
        db_index=False,  # what readers narrow by stands in the indexes of the lists
    )

    latitude = models.FloatField(
        _("Breitengrad"), null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    longitude = models.FloatField(
        _("Längengrad"), null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )
    place_name = models.CharField(
        _("Ort"), max_length=160, blank=True, help_text="Address or name of a place, as it was written"
    )
    quarter = models.ForeignKey(
        Quarter,
        verbose_name=_("Quartier"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="needs",
        db_index=False,  # what readers narrow by stands in the indexes of the lists
    )
    venue = models.ForeignKey(
        Venue,
        verbose_name=_("Einrichtung"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="needs",
    )
    is_outside = models.BooleanField(_("Außerhalb der Stadt"), default=False)
    # Where it lies on the grid of the map, in whole numbers, so that places are counted within an index; written by
    # the database itself.
    map_x = models.GeneratedField(
        expression=_steps("longitude", 180, MAP_STEPS),
        output_field=models.BigIntegerField(null=True),
        db_persist=True,
    )
    map_y = models.GeneratedField(
        expression=_steps("latitude", 90, MAP_STEPS * MAP_STRETCH),
        output_field=models.BigIntegerField(null=True),
        db_persist=True,
    )
    map_cell = models.GeneratedField(
        expression=_steps("longitude", 180, MAP_STEPS).bitrightshift(CELL_BITS) * CELL_ROWS
        + _steps("latitude", 90, MAP_STEPS * MAP_STRETCH).bitrightshift(CELL_BITS),
        output_field=models.BigIntegerField(null=True),
        db_persist=True,
    )

    person = models.ForeignKey(
        Person,
        verbose_name=_("Von"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="needs",
        help_text="Never public; empty where somebody gave no name, or was erased",
    )
    shown_name = models.CharField(
        _("Öffentlicher Name"),
        max_length=80,
        blank=True,
        help_text="Only where the person asked to be named; else anonymous",
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
    event = models.ForeignKey(
        Event,
        verbose_name=_("Zur Sprache gebracht bei"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="needs",
    )
    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    state = models.CharField(_("Stand"), max_length=15, choices=State, default=State.RECEIVED)
    visibility = models.CharField(
        _("Sichtbarkeit"), max_length=10, choices=Visibility, default=Visibility.WAITING
    )
    hidden_because = models.CharField(_("Warum nicht öffentlich"), max_length=300, blank=True)
    duplicate_of = models.ForeignKey(
        "self",
        verbose_name=_("Schon gemeldet als"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="duplicates",
    )
    original_title = models.CharField(_("Titel, wie er kam"), max_length=TITLE_LENGTH, blank=True)
    original_text = models.TextField(_("Text, wie er kam"), blank=True)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Kümmert sich"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    handed_to = models.CharField(_("Weitergegeben an"), max_length=160, blank=True)
    handed_to_contact = models.ForeignKey(
        Contact,
        verbose_name=_("Zuständig"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    received_at = models.DateTimeField(_("Eingegangen"), default=clock.now)
    moderated_at = models.DateTimeField(_("Angesehen"), null=True, blank=True)
    published_at = models.DateTimeField(_("Veröffentlicht"), null=True, blank=True)
    answered_at = models.DateTimeField(_("Zuerst beantwortet"), null=True, blank=True)
    last_answered_at = models.DateTimeField(_("Zuletzt beantwortet"), null=True, blank=True)
    ended_at = models.DateTimeField(_("Abgeschlossen"), null=True, blank=True)
    changed_at = models.DateTimeField(_("Zuletzt geändert"), default=clock.now)
    told_longer_at = models.DateTimeField(_("Gesagt, dass es länger dauert"), null=True, blank=True)
    asked_solved_at = models.DateTimeField(_("Gefragt, ob es gelöst ist"), null=True, blank=True)
    found_solved = models.BooleanField(_("Gelöst, sagt wer es gemeldet hat"), null=True, blank=True)

    support_count = models.PositiveIntegerField(_("Betrifft auch"), default=0, editable=False)
    comment_count = models.PositiveIntegerField(_("Kommentare"), default=0, editable=False)
    is_sample = models.BooleanField(_("Erfundenes Beispiel"), default=False)

    objects = NeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("Handlungsbedarf")
        verbose_name_plural = _("Handlungsbedarfe")
        ordering = ["-received_at", "-pk"]
        indexes = [
            # The public lists and the map read nothing but these until they know which few needs they show.
            models.Index(fields=["visibility", "-published_at", "-id", *FILTERED], name="need_newest"),
            models.Index(
                fields=["visibility", "-support_count", "-published_at", "-id", *FILTERED],
                name="need_most_concerned",
            ),
            models.Index(
                fields=["visibility", "-last_answered_at", "-id", *FILTERED, "published_at"],
                name="need_answered_last",
            ),
            models.Index(fields=["visibility", "map_cell", *FILTERED, "published_at"], name="need_on_map"),
            models.Index(fields=["visibility", "-received_at"], name="need_public_received"),
            models.Index(fields=["received_at"], name="need_received"),
            models.Index(fields=["state", "received_at"], name="need_by_state"),
            models.Index(fields=["moderated_at", "received_at"], name="need_to_moderate"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(title=""),
                name="need_says_something",
                violation_error_message=_("Bitte sagen Sie in einem Satz, worum es geht."),
            ),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__isnull=False, longitude__isnull=False),
                name="need_whole_point",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=ENDED_STATES) | Q(ended_at__isnull=False), name="need_ended_when"
            ),
            models.CheckConstraint(
                condition=~Q(visibility="public") | Q(published_at__isnull=False), name="need_public_since"
            ),
            models.CheckConstraint(
                condition=~Q(visibility__in=["moderator", "blocked"]) | ~Q(hidden_because=""),
                name="need_hidden_with_reason",
                violation_error_message=_("Bitte nennen Sie den Grund."),
            ),
            models.CheckConstraint(
                condition=Q(state="duplicate", duplicate_of__isnull=False)
                | (~Q(state="duplicate") & Q(duplicate_of__isnull=True)),
                name="need_duplicate_of_another",
                violation_error_message=_("Bitte sagen Sie, wo es schon gemeldet ist."),
            ),
            models.CheckConstraint(
                condition=Q(duplicate_of__isnull=True) | ~Q(duplicate_of=models.F("id")),
                name="need_not_its_own_duplicate",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("needs:need", args=[self.reference])

    def get_desk_url(self) -> str:
        return reverse("needs:desk_need", args=[self.reference])

    @property
    def is_public(self) -> bool:
        return self.visibility == Visibility.PUBLIC

    @property
    def is_ended(self) -> bool:
        return self.state in ENDED_STATES

    @property
    def has_point(self) -> bool:
        return self.latitude is not None and self.longitude is not None

    @property
    def said_first_as(self) -> "Need | None":
        """The need that this one repeats, if everybody may read that."""
        first = self.duplicate_of
        return first if first and first.is_public else None

    @property
    def token(self) -> str:
        """What the signed link of whoever said it holds."""
        return _signer.sign(self.reference)

    @property
    def own_path(self) -> str:
        """The page on which whoever said it sees, withdraws and answers; known to nobody else."""
        return reverse("needs:own", args=[self.token])


class YearNumber(models.Model):
    """The last number given in a year; locked while the next one is given."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("Nummernkreis")
        verbose_name_plural = _("Nummernkreise")

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"
