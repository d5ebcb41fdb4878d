from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.images.models import AbstractRendition
from wagtail.models import RevisionMixin

TAKEN_ADDRESSES = ("schreiben", "danke")


def _free_address(slug: str) -> None:
    if slug in TAKEN_ADDRESSES:
        raise ValidationError(
            _("Diese Adresse gehört schon zu einer anderen Seite; bitte wählen Sie eine andere.")
        )


class ContactQuerySet(models.QuerySet["Contact"]):
    def public(self) -> "ContactQuerySet":
        """Whom everybody may see."""
        return self.filter(is_public=True)


class Contact(RevisionMixin, models.Model):
    """A named member of staff whom residents may call or write to."""

    name = models.CharField(_("Name"), max_length=120)
    slug = models.SlugField(
        _("Adresse im Netz"),
        max_length=80,
        unique=True,
        validators=[_free_address],
        help_text=_("Kleinbuchstaben, Ziffern und Bindestriche, zum Beispiel: gabriele-muster"),
        error_messages={
            "unique": _("Diese Adresse hat schon eine andere Ansprechperson; bitte wählen Sie eine andere."),
        },
    )
    role = models.CharField(_("Aufgabe"), max_length=120)
    department = models.CharField(_("Fachbereich"), max_length=160, blank=True)
    street = models.CharField(_("Straße und Hausnummer"), max_length=120, blank=True)
    postal_code = models.CharField(_("Postleitzahl"), max_length=10, blank=True)
    city = models.CharField(pgettext_lazy("Anschrift", "Ort"), max_length=80, blank=True)
    room = models.CharField(_("Raum"), max_length=40, blank=True)
    phone = models.CharField(_("Telefon"), max_length=40, blank=True)
    mobile = models.CharField(_("Mobil"), max_length=40, blank=True)
    email = models.EmailField(_("E-Mail"), blank=True)
    office_hours = models.CharField(_("Sprechzeiten"), max_length=200, blank=True)
    photo = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("Foto"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    is_public = models.BooleanField(_("Öffentlich"), default=True)
    is_sample = models.BooleanField(
        _("Beispiel"), default=False, help_text=_("Erfunden, nur zum Zeigen; wird auf der Seite so genannt.")
    )
    remark = models.CharField(
        _("Hinweis"), max_length=200, blank=True, help_text=_("Zum Beispiel: Angaben vom September 2019")
    )
    is_main = models.BooleanField(
        _("Erste Ansprechperson"),
        default=False,
        help_text=_("Steht auf der Startseite und überall, wo ein Quartier niemanden nennt."),
    )
    order = models.PositiveSmallIntegerField(_("Reihenfolge"), default=100)

    objects = ContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("Ansprechperson")
        verbose_name_plural = _("Ansprechpersonen")
        ordering = ["order", "name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_main"],
                condition=models.Q(is_main=True),
                name="one_main_contact",
                violation_error_message=_("Es gibt schon eine erste Ansprechperson."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("people:contact", args=[self.slug])

    @property
    def phones(self) -> list[dict[str, object]]:
        """Label, number as written, and whether it is a mobile: the shape of `contact_card.html`."""
        numbers = [(_("Telefon"), self.phone, False), (_("Mobil"), self.mobile, True)]
        return [
            {"label": label, "number": number, "mobile": mobile}
            for label, number, mobile in numbers
            if number
        ]

    @property
    def portrait(self) -> AbstractRendition | None:
        """The photo as a square, where there is one."""
        return self.photo.get_rendition("fill-160x160") if self.photo else None

    @property
    def office_lines(self) -> list[str]:
        """The postal address of the office, line by line; empty where none is known."""
        lines = [self.room, self.street, f"{self.postal_code} {self.city}".strip()]
        return [line for line in lines if line]
