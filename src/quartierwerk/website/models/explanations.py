"""Contents, navigation and accessibility of the site in Leichte Sprache and in DGS (§ 4 BITV)."""

from django.core.validators import FileExtensionValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from ..uploads import check_captions, check_video


class Subject(models.TextChoices):
    """What is explained; the first three are what § 4 BITV names."""

    CONTENTS = "contents", _("Was Sie auf dieser Seite finden")
    NAVIGATION = "navigation", _("Wie Sie sich zurechtfinden")
    ACCESSIBILITY = "accessibility", _("Was zur Barrierefreiheit erklärt ist")
    TAKING_PART = "taking-part", _("Wie Sie mitmachen können")


ORDER = models.Case(
    *[models.When(subject=subject, then=position) for position, subject in enumerate(Subject)],
    output_field=models.IntegerField(),
)


class EasyTextQuerySet(models.QuerySet["EasyText"]):
    def checked(self) -> "EasyTextQuerySet":
        """Only what people with learning difficulties checked is Leichte Sprache (DIN SPEC 33429)."""
        return self.exclude(checked_by="").filter(checked_on__isnull=False)


class EasyText(models.Model):
    """A text in Leichte Sprache. Without a check it is a draft and stands nowhere in public."""

    subject = models.CharField(
        _("Worüber"),
        max_length=20,
        choices=Subject,
        unique=True,
        error_messages={"unique": _("Hierzu gibt es schon einen Text.")},
    )
    title = models.CharField(_("Überschrift"), max_length=120)
    text = RichTextField(_("Text"), features=["bold", "ul", "ol", "link"])
    checked_by = models.CharField(
        _("Geprüft von"),
        max_length=200,
        blank=True,
        help_text=_(
            "Wer den Text geprüft hat, zum Beispiel eine Prüfgruppe. Ohne Prüfung erscheint der Text nicht."
        ),
    )
    checked_on = models.DateField(_("Geprüft am"), null=True, blank=True)

    objects = EasyTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("Text in Leichter Sprache")
        verbose_name_plural = _("Texte in Leichter Sprache")
        ordering = [ORDER]
        constraints = [
            models.CheckConstraint(
                condition=Q(checked_by="", checked_on=None)
                | (~Q(checked_by="") & Q(checked_on__isnull=False)),
                name="easy_text_check_whole",
                violation_error_message=_("Bitte nennen Sie beides: wer geprüft hat und wann."),
            )
        ]

    def __str__(self) -> str:
        return self.title


class SignVideo(models.Model):
    """A video in German sign language, with captions and a text to read."""

    subject = models.CharField(
        _("Worüber"),
        max_length=20,
        choices=Subject,
        unique=True,
        error_messages={"unique": _("Hierzu gibt es schon ein Video.")},
    )
    title = models.CharField(_("Überschrift"), max_length=120)
    video = models.FileField(
        _("Video"),
        upload_to="gebaerden",
        validators=[FileExtensionValidator(["mp4", "webm"]), check_video],
        help_text=_("MP4 oder WebM, höchstens 200 MB."),
    )
    captions = models.FileField(
        _("Untertitel"),
        upload_to="gebaerden",
        validators=[FileExtensionValidator(["vtt"]), check_captions],
        help_text=_("WebVTT-Datei (.vtt)."),
    )
    transcript = models.TextField(_("Derselbe Inhalt als Text"))

    class Meta:
        verbose_name = _("Video in Gebärdensprache")
        verbose_name_plural = _("Videos in Gebärdensprache")
        ordering = [ORDER]

    def __str__(self) -> str:
        return self.title
