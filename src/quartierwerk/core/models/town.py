import copy
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.formats import localize
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from .. import theme
from ..remembered import Remembered

_colour = RegexValidator(
    r"^#[0-9a-fA-F]{6}$", _("Bitte schreiben Sie die Farbe als # und sechs Zeichen, zum Beispiel #0b5c3b.")
)


@register_setting(icon="home")
class Town(BaseGenericSetting):
    """The town this installation serves: its names, look, address and the facts of its legal pages."""

    select_related = ["logo"]

    name = models.CharField(_("Name"), max_length=80, default="Musterstadt")
    official_name = models.CharField(_("Amtlicher Name"), max_length=120, default="Stadt Musterstadt")
    platform_name = models.CharField(_("Name der Plattform"), max_length=80, default="Quartiersentwicklung")
    claim = models.CharField(_("Leitspruch"), max_length=120, blank=True)
    logo = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("Logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    primary_colour = models.CharField(_("Hauptfarbe"), max_length=7, default="#1d4f7c", validators=[_colour])
    accent_colour = models.CharField(_("Akzentfarbe"), max_length=7, default="#b4420f", validators=[_colour])

    street = models.CharField(_("Straße und Hausnummer"), max_length=120, blank=True)
    postal_code = models.CharField(_("Postleitzahl"), max_length=10, blank=True)
    city = models.CharField(pgettext_lazy("Anschrift", "Ort"), max_length=80, blank=True)
    po_box = models.CharField(
        _("Postfach"),
        max_length=120,
        blank=True,
        help_text=_("Mit Postleitzahl und Ort, zum Beispiel: Postfach 12 34, 12345 Musterstadt"),
    )
    phone = models.CharField(_("Telefon"), max_length=40, blank=True)
    email = models.EmailField(_("E-Mail"), blank=True)
    opening_hours = models.CharField(_("Öffnungszeiten"), max_length=200, blank=True)
    area_code = models.CharField(_("Vorwahl"), max_length=8, blank=True)
    website = models.URLField(_("Website der Stadt"), blank=True)
    centre_latitude = models.FloatField(_("Breitengrad der Mitte"), null=True, blank=True)
    centre_longitude = models.FloatField(_("Längengrad der Mitte"), null=True, blank=True)

    represented_by = models.CharField(_("Vertreten durch"), max_length=160, blank=True)
    vat_id = models.CharField(_("Umsatzsteuer-Identifikationsnummer"), max_length=20, blank=True)
    supervisory_authority = models.CharField(_("Aufsichtsbehörde"), max_length=160, blank=True)
    responsible_for_content = models.CharField(_("Verantwortlich für den Inhalt"), max_length=160, blank=True)
    data_protection_officer = models.TextField(_("Datenschutzbeauftragte Person"), blank=True)
    data_protection_authority = models.TextField(_("Datenschutz-Aufsicht"), blank=True)
    imprint_extra = models.TextField(_("Weitere Angaben im Impressum"), blank=True)
    privacy_introduction = models.TextField(_("Datenschutzerklärung: Text davor"), blank=True)
    privacy_closing = models.TextField(_("Datenschutzerklärung: Text danach"), blank=True)

    accessibility_level = models.CharField(
        _("Stand der Barrierefreiheit"),
        max_length=10,
        choices=[
            ("full", _("vollständig vereinbar")),
            ("partial", _("teilweise vereinbar")),
            ("none", _("nicht vereinbar")),
        ],
        default="partial",
    )
    accessibility_gaps = models.TextField(_("Nicht barrierefreie Inhalte mit Gründen"), blank=True)
    accessibility_method = models.CharField(_("Prüfmethode"), max_length=200, blank=True)
    accessibility_checked_on = models.DateField(_("Geprüft am"), null=True, blank=True)
    enforcement_body = models.TextField(_("Durchsetzungsstelle"), blank=True)

    answer_within_days = models.PositiveSmallIntegerField(_("Antwort innerhalb von Tagen"), default=10)

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("name"),
                    FieldPanel("official_name"),
                    FieldPanel("platform_name"),
                    FieldPanel("claim"),
                    FieldPanel("logo"),
                    FieldPanel("primary_colour"),
                    FieldPanel("accent_colour"),
                ],
                heading=_("Auftritt"),
            ),
            ObjectList(
                [
                    MultiFieldPanel(
                        [
                            FieldPanel("street"),
                            FieldPanel("postal_code"),
                            FieldPanel("city"),
                            FieldPanel("po_box"),
                        ],
                        heading=_("Anschrift"),
                    ),
                    FieldPanel("phone"),
                    FieldPanel("email"),
                    FieldPanel("opening_hours"),
                    FieldPanel("area_code"),
                    FieldPanel("website"),
                    FieldPanel("centre_latitude"),
                    FieldPanel("centre_longitude"),
                    FieldPanel("answer_within_days"),
                ],
                heading=_("Anschrift und Erreichbarkeit"),
            ),
            ObjectList(
                [
                    FieldPanel("represented_by"),
                    FieldPanel("vat_id"),
                    FieldPanel("supervisory_authority"),
                    FieldPanel("responsible_for_content"),
                    FieldPanel("imprint_extra"),
                ],
                heading=_("Impressum"),
            ),
            ObjectList(
                [
                    FieldPanel("data_protection_officer"),
                    FieldPanel("data_protection_authority"),
                    FieldPanel("privacy_introduction"),
                    FieldPanel("privacy_closing"),
                ],
                heading=_("Datenschutz"),
            ),
            ObjectList(
                [
                    FieldPanel("accessibility_level"),
                    FieldPanel("accessibility_gaps"),
                    FieldPanel("accessibility_method"),
                    FieldPanel("accessibility_checked_on"),
                    FieldPanel("enforcement_body"),
                ],
                heading=_("Barrierefreiheit"),
            ),
        ]
    )

    class Meta:
        verbose_name = _("Stadt")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answer_within_days__gte=1),
                name="town_answers_within_days",
                violation_error_message=_("Bitte geben Sie mindestens einen Tag an."),
            )
        ]

    def __str__(self) -> str:
        return self.official_name

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        _remembered.forget()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        deleted = super().delete(*args, **kwargs)
        _remembered.forget()
        return deleted

    @classmethod
    def load(cls, request_or_site: Any = None) -> "Town":  # noqa: ARG003 - Wagtail's
        """The town, without a query after the first; a copy, so that changing it changes no other page."""
        return copy.copy(_remembered.get())

    def clean(self) -> None:
        """The main colour must be readable on white, the accent visible (WCAG 2.2, 1.4.3 and 1.4.11)."""
        super().clean()
        asked = [
            ("primary_colour", self.primary_colour, theme.TEXT_CONTRAST),
            ("accent_colour", self.accent_colour, theme.GRAPHIC_CONTRAST),
        ]
        faults = {name: _too_pale(colour, ratio) for name, colour, ratio in asked if _is_pale(colour, ratio)}
        if faults:
            raise ValidationError(faults)


def _is_pale(colour: str, ratio: float) -> bool:
    return theme.is_colour(colour) and theme.contrast(colour, theme.WHITE) < ratio


def _too_pale(colour: str, ratio: float) -> str:
    return _(
        "Diese Farbe ist auf Weiß zu blass: %(is)s zu 1, nötig sind %(need)s zu 1. "
        "Gut ginge zum Beispiel %(instead)s."
    ) % {
        "is": localize(round(theme.contrast(colour, theme.WHITE), 1)),
        "need": localize(ratio),
        "instead": theme.readable(colour, theme.WHITE, ratio=ratio),
    }


_remembered: Remembered[Town] = Remembered("town", Town._get_or_create)
