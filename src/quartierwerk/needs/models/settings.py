"""What a town decides about its needs."""

import re

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from quartierwerk.core.models import Town

from ..enums import State

PREFIX_OF_NO_TOWN = "QW"  # where the town's name has no letters to take
_NOT_A_LETTER = re.compile(r"[^A-ZÄÖÜ]")


@register_setting(icon="comment")
class NeedSettings(BaseGenericSetting, models.Model):  # the second base is for mypy
    """How needs are moderated, numbered and asked about."""

    class Moderation(models.TextChoices):
        BEFORE = "before", _("vor der Veröffentlichung")
        AFTER = "after", _("nach der Veröffentlichung")

    moderation = models.CharField(
        _("Moderiert wird"), max_length=6, choices=Moderation, default=Moderation.BEFORE
    )
    prefix = models.CharField(
        _("Kürzel der Stadt"),
        max_length=5,
        blank=True,
        validators=[RegexValidator(r"^[A-ZÄÖÜ]{2,5}$", _("Bitte zwei bis fünf große Buchstaben."))],
        help_text=_(
            "Steht vor jeder Nummer, zum Beispiel HAT-2026-0042. Leer: die ersten drei Buchstaben der Stadt."
        ),
    )
    answer_within_days = models.PositiveSmallIntegerField(
        _("Antwort innerhalb von Tagen"), default=14, validators=[MinValueValidator(1)]
    )
    ask_if_solved_after_days = models.PositiveSmallIntegerField(
        _("„Ist es gelöst?“ nach Tagen"),
        default=28,
        validators=[MinValueValidator(1), MaxValueValidator(365)],
    )

    is_attacked = models.BooleanField(
        _("Rechenprobe vor dem Absenden"),
        default=False,
        help_text=_(
            "Gegen Programme, die massenhaft Unsinn schicken: Das Gerät rechnet ein paar Sekunden, "
            "niemand muss etwas lösen. Ohne Haken schaltet sie sich bei sehr vielen Beiträgen selbst ein."
        ),
    )

    panels = [
        FieldPanel("moderation"),
        FieldPanel("prefix"),
        FieldPanel("answer_within_days"),
        FieldPanel("ask_if_solved_after_days"),
        FieldPanel("is_attacked"),
    ]

    class Meta:
        verbose_name = _("Handlungsbedarfe")

    @property
    def shown_prefix(self) -> str:
        """What stands before a new number: the chosen letters, else the first three of the town's name."""
        if self.prefix:
            return self.prefix
        town = Town.objects.values_list("name", flat=True).first() or ""
        letters = _NOT_A_LETTER.sub("", town.upper())[:3]
        return letters if len(letters) > 1 else PREFIX_OF_NO_TOWN


def languages() -> list[tuple[str, str]]:
    """In which the site can be read; a word in any other would never be shown."""
    return [(code, str(get_language_info(code)["name_local"])) for code in settings.INTERFACE_LANGUAGES]


class StateWording(models.Model):
    """The town's own word for a state, in one language; without one the word of `State` stands."""

    state = models.CharField(_("Stand"), max_length=15, choices=State)
    language = models.CharField(_("Sprache"), max_length=12, default="de", choices=languages)
    label = models.CharField(_("Bezeichnung"), max_length=40)
    explanation = models.CharField(_("Was das heißt"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("Bezeichnung eines Standes")
        verbose_name_plural = _("Bezeichnungen der Stände")
        ordering = ["state", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["state", "language"],
                name="state_worded_once",
                violation_error_message=_(
                    "Für diesen Stand gibt es in dieser Sprache schon eine Bezeichnung."
                ),
            )
        ]

    def __str__(self) -> str:
        return self.label


class DailyMail(models.Model):
    """The one mail a day to an account that moderates; without a row it is wanted, and none was sent yet."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    is_wanted = models.BooleanField(_("Tägliche E-Mail"), default=True)
    sent_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("Tägliche E-Mail")
        verbose_name_plural = _("Tägliche E-Mails")

    def __str__(self) -> str:
        return f"{self.user_id}: {self.is_wanted}"
