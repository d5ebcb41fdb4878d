from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from quartierwerk.core import clock

from ..folding import FoldedField
from ..sounds import SoundsField


class Channel(models.TextChoices):
    """How somebody wants to hear from the town."""

    EMAIL = "email", _("E-Mail")
    PHONE = "phone", _("Telefon")
    LETTER = "letter", _("Brief")
    TRUSTED = "trusted", _("über eine Vertrauensperson")
    NONE = "none", pgettext_lazy("Kanal", "gar nicht")


class Person(models.Model):
    """Anybody known to the desk, with or without an account."""

    name = models.CharField(_("Name"), max_length=120)
    sounds = SoundsField("name")
    folded = FoldedField("name", "email")
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Konto"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="person",
    )
    email = models.EmailField(_("E-Mail"), blank=True)
    phone = models.CharField(
        _("Telefon"), max_length=30, blank=True, help_text=_("Wird als +49… gespeichert.")
    )
    street = models.CharField(_("Straße und Hausnummer"), max_length=120, blank=True)
    postal_code = models.CharField(_("Postleitzahl"), max_length=10, blank=True)
    city = models.CharField(pgettext_lazy("Anschrift", "Ort"), max_length=80, blank=True)
    trusted_person = models.ForeignKey(
        "self",
        verbose_name=_("Vertrauensperson"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="trusted_by",
    )
    preferred_channel = models.CharField(
        _("Bevorzugter Weg"), max_length=10, choices=Channel, default=Channel.NONE
    )
    language = models.CharField(_("Sprache"), max_length=12, default="de")
    created_at = models.DateTimeField(_("Bekannt seit"), default=clock.now, editable=False)

    class Meta:
        verbose_name = _("Person")
        verbose_name_plural = _("Personen")
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["email"]), models.Index(fields=["phone"])]
        constraints = [
            models.CheckConstraint(
                condition=~Q(preferred_channel="email") | ~Q(email=""),
                name="person_mailed_has_email",
                violation_error_message=_("Für Nachrichten per E-Mail fehlt die E-Mail-Adresse."),
            ),
            models.CheckConstraint(
                condition=~Q(preferred_channel="phone") | ~Q(phone=""),
                name="person_called_has_phone",
                violation_error_message=_("Für Anrufe fehlt die Telefonnummer."),
            ),
            models.CheckConstraint(
                condition=~Q(preferred_channel="letter") | (~Q(street="") & ~Q(postal_code="") & ~Q(city="")),
                name="person_written_to_has_address",
                violation_error_message=_("Für Briefe fehlt die vollständige Anschrift."),
            ),
            models.CheckConstraint(
                condition=~Q(trusted_person=models.F("id")),
                name="person_trusts_somebody_else",
                violation_error_message=_("Die Vertrauensperson muss eine andere Person sein."),
            ),
            models.CheckConstraint(
                condition=~Q(name=""),
                name="person_has_name",
                violation_error_message=_("Bitte geben Sie den Namen an."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Its page on the desk."""
        return reverse("people:desk_person", args=[self.pk])

    @property
    def has_address(self) -> bool:
        """Whether a letter would arrive."""
        return bool(self.street and self.postal_code and self.city)

    @property
    def address_lines(self) -> list[str]:
        return (
            [self.name, self.street, f"{self.postal_code} {self.city}"] if self.has_address else [self.name]
        )


class Consent(models.Model):
    """That a person agreed to one purpose: to which words, when, on which channel, and until when."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(_("Zweck"), max_length=60)
    text = models.TextField(_("Wortlaut"))
    text_version = models.CharField(_("Fassung"), max_length=20)
    given_at = models.DateTimeField(_("Erteilt am"), default=clock.now)
    given_by = models.CharField(
        _("Erteilt über"), max_length=10, choices=[*Channel.choices, ("form", _("Formular"))], default="form"
    )
    withdrawn_at = models.DateTimeField(_("Widerrufen am"), null=True, blank=True)

    class Meta:
        verbose_name = _("Einwilligung")
        verbose_name_plural = _("Einwilligungen")
        ordering = ["-given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "purpose"],
                condition=Q(withdrawn_at=None),
                name="consent_once_while_valid",
                violation_error_message=_("Diese Einwilligung liegt schon vor."),
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(withdrawn_at__gte=models.F("given_at")),
                name="consent_withdrawn_after_given",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} ({self.text_version})"
