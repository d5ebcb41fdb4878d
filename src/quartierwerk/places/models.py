import secrets
from typing import Any

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from quartierwerk.core import clock
from quartierwerk.people.models import Contact, RoleAssignment

_SLUG_TAKEN = _("Diese Adresse ist schon vergeben. Bitte wählen Sie eine andere.")
_ON_EARTH = Q(latitude__isnull=True, longitude__isnull=True) | Q(
    latitude__isnull=False,
    longitude__isnull=False,
    latitude__gte=-90,
    latitude__lte=90,
    longitude__gte=-180,
    longitude__lte=180,
)


def _whole_point(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=_ON_EARTH,
        name=name,
        violation_error_message=_(
            "Bitte geben Sie Breiten- und Längengrad an (Breite −90 bis 90, Länge −180 bis 180) "
            "oder keins von beiden."
        ),
    )


class VersionField(models.BigIntegerField):
    """A number that changes with every save of its row.

    The sum over a table is a stamp by which every process sees whether its index is stale (`places.locate`);
    40 bits keep that sum exact for thousands of rows.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "editable": False, "default": 0})

    def pre_save(self, model_instance: models.Model, add: bool) -> int:  # noqa: ARG002 - Django's signature
        version = secrets.randbits(40)
        setattr(model_instance, self.attname, version)
        return version


class District(models.Model):
    """An official statistical area (Stadtteil)."""

    name = models.CharField(
        _("Name"),
        max_length=120,
        unique=True,
        error_messages={"unique": _("Einen Stadtteil mit diesem Namen gibt es schon.")},
    )
    slug = models.SlugField(
        _("Adresse im Netz"), max_length=80, unique=True, error_messages={"unique": _SLUG_TAKEN}
    )
    code = models.CharField(
        _("Amtlicher Schlüssel"),
        max_length=30,
        null=True,
        blank=True,
        unique=True,
        error_messages={"unique": _("Diesen Schlüssel hat schon ein anderer Stadtteil.")},
    )
    boundary = models.JSONField(
        _("Grenze"),
        null=True,
        blank=True,
        help_text=_("GeoJSON-MultiPolygon in WGS 84; Einlesen aus einer Datei."),
    )
    latitude = models.FloatField(_("Breitengrad der Mitte"), null=True, blank=True)
    longitude = models.FloatField(_("Längengrad der Mitte"), null=True, blank=True)
    centre_is_approximate = models.BooleanField(
        _("Mitte nur ungefähr"), default=False, help_text=_("Die Karte weist dann darauf hin.")
    )
    version = VersionField()

    class Meta:
        verbose_name = _("Stadtteil")
        verbose_name_plural = _("Stadtteile")
        ordering = ["name"]
        constraints = [_whole_point("district_centre_whole")]

    def __str__(self) -> str:
        return self.name


class QuarterQuerySet(models.QuerySet["Quarter"]):
    def public(self) -> "QuarterQuerySet":
        """What everybody may see."""
        return self.filter(is_public=True)


class Quarter(ClusterableModel, models.Model):  # the second base is for mypy: the first has no type hints
    """A neighbourhood as people use the word; may span several districts, one district may hold several."""

    name = models.CharField(
        _("Name"),
        max_length=120,
        unique=True,
        error_messages={"unique": _("Ein Quartier mit diesem Namen gibt es schon.")},
    )
    slug = models.SlugField(
        _("Adresse im Netz"), max_length=80, unique=True, error_messages={"unique": _SLUG_TAKEN}
    )
    summary = models.CharField(_("In einem Satz"), max_length=250, blank=True)
    description = models.TextField(
        _("Beschreibung"), blank=True, help_text=_("Absätze trennt eine Leerzeile.")
    )
    districts = models.ManyToManyField(
        District, verbose_name=_("Stadtteile"), blank=True, related_name="quarters"
    )
    boundary = models.JSONField(
        _("Grenze"),
        null=True,
        blank=True,
        help_text=_("GeoJSON-MultiPolygon in WGS 84; wo keine ist, gelten die Stadtteile."),
    )
    latitude = models.FloatField(_("Breitengrad der Mitte"), null=True, blank=True)
    longitude = models.FloatField(_("Längengrad der Mitte"), null=True, blank=True)
    centre_is_approximate = models.BooleanField(
        _("Mitte nur ungefähr"), default=False, help_text=_("Die Karte weist dann darauf hin.")
    )
    image = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("Bild"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    contacts = models.ManyToManyField(
        Contact, verbose_name=_("Ansprechpersonen"), blank=True, related_name="quarters"
    )
    staff = models.ManyToManyField(
        RoleAssignment,
        verbose_name=_("Zuständige Quartiersentwicklung"),
        blank=True,
        related_name="quarters",
        limit_choices_to={"everywhere": False},
    )
    is_public = models.BooleanField(_("Öffentlich"), default=True)

    objects = QuarterQuerySet.as_manager()
    version = VersionField()

    class Meta:
        verbose_name = _("Quartier")
        verbose_name_plural = _("Quartiere")
        ordering = ["name"]
        constraints = [_whole_point("quarter_centre_whole")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("places:quarter", args=[self.slug])


class QuarterAlias(models.Model):
    """Another name people use for a quarter, such as a settlement inside it."""

    quarter = ParentalKey(Quarter, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(_("Auch genannt"), max_length=120)

    class Meta:
        verbose_name = _("Anderer Name")
        verbose_name_plural = _("Andere Namen")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="alias_names_one_quarter",
                violation_error_message=_("Dieser Name gehört schon zu einem Quartier."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class Venue(models.Model):
    """A place where people meet, with its address and what it offers to people with disabilities."""

    class Access(models.TextChoices):
        YES = "yes", pgettext_lazy("Barrierefreiheit", "ja")
        PARTLY = "partly", _("teilweise")
        NO = "no", pgettext_lazy("Barrierefreiheit", "nein")
        UNKNOWN = "unknown", _("nicht bekannt")

    name = models.CharField(
        _("Name"),
        max_length=160,
        unique=True,
        error_messages={"unique": _("Einen Ort mit diesem Namen gibt es schon.")},
    )
    slug = models.SlugField(
        _("Adresse im Netz"), max_length=80, unique=True, error_messages={"unique": _SLUG_TAKEN}
    )
    also_called = models.CharField(
        _("Auch genannt"), max_length=300, blank=True, help_text=_("Weitere Namen, mit Komma getrennt.")
    )
    description = models.TextField(_("Beschreibung"), blank=True)
    street = models.CharField(_("Straße und Hausnummer"), max_length=120, blank=True)
    postal_code = models.CharField(_("Postleitzahl"), max_length=10, blank=True)
    city = models.CharField(pgettext_lazy("Anschrift", "Ort"), max_length=80, blank=True)
    latitude = models.FloatField(_("Breitengrad"), null=True, blank=True)
    longitude = models.FloatField(_("Längengrad"), null=True, blank=True)
    quarter = models.ForeignKey(
        Quarter,
        verbose_name=_("Quartier"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="venues",
    )
    phone = models.CharField(_("Telefon"), max_length=40, blank=True)
    website = models.URLField(_("Website"), blank=True)
    step_free = models.CharField(_("Stufenlos"), max_length=10, choices=Access, default=Access.UNKNOWN)
    accessible_toilet = models.CharField(
        _("Rollstuhl-WC"), max_length=10, choices=Access, default=Access.UNKNOWN
    )
    induction_loop = models.CharField(
        _("Induktive Höranlage"), max_length=10, choices=Access, default=Access.UNKNOWN
    )
    parking = models.CharField(
        _("Behindertenparkplatz"), max_length=10, choices=Access, default=Access.UNKNOWN
    )
    stop = models.CharField(_("Haltestelle"), max_length=160, blank=True)
    access_note = models.CharField(_("Hinweis zur Barrierefreiheit"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("Ort")
        verbose_name_plural = _("Orte")
        ordering = ["name"]
        constraints = [_whole_point("venue_point_whole")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("places:venue", args=[self.slug])


class StreetRange(models.Model):
    """House numbers of a street that lie in one district; from the town's street directory (CSV)."""

    class Side(models.TextChoices):
        ALL = "all", pgettext_lazy("Straßenseite", "alle")
        EVEN = "even", _("gerade")
        ODD = "odd", _("ungerade")

    street = models.CharField(_("Straße"), max_length=120)
    street_key = models.CharField(
        max_length=120,
        editable=False,
        db_index=True,
        help_text="Street in its comparable form, see places.streets",
    )
    first = models.PositiveIntegerField(_("von Hausnummer"), default=1)
    last = models.PositiveIntegerField(_("bis Hausnummer"), default=9999)
    side = models.CharField(_("Seite"), max_length=4, choices=Side, default=Side.ALL)
    postal_code = models.CharField(_("Postleitzahl"), max_length=10, blank=True)
    district = models.ForeignKey(
        District, verbose_name=_("Stadtteil"), on_delete=models.CASCADE, related_name="streets"
    )

    class Meta:
        verbose_name = _("Straßenabschnitt")
        verbose_name_plural = _("Straßenverzeichnis")
        ordering = ["street", "first", "side"]
        constraints = [
            models.CheckConstraint(
                condition=Q(last__gte=models.F("first")),
                name="street_range_forward",
                violation_error_message=_("Die letzte Hausnummer liegt vor der ersten."),
            ),
            models.UniqueConstraint(
                fields=["street_key", "first", "last", "side", "postal_code"],
                name="street_range_once",
                violation_error_message=_("Diesen Straßenabschnitt gibt es schon."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.street} {self.first}–{self.last}"


class PendingImport(models.Model):
    """An uploaded file between preview and confirmation; `actions.keep_for_confirmation` forgets old ones."""

    class Kind(models.TextChoices):
        DISTRICTS = "districts", _("Grenzen der Stadtteile")
        QUARTERS = "quarters", _("Grenzen der Quartiere")
        STREETS = "streets", _("Straßenverzeichnis")

    kind = models.CharField(max_length=10, choices=Kind)
    content = models.BinaryField()
    options = models.JSONField(default=dict)
    by = models.ForeignKey("people.User", on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return self.get_kind_display()
