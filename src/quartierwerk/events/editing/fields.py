"""Fields of the event form that the model does not have: days and hours apart, how it repeats, exceptions."""

import re
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import WEEKDAYS as WEEKDAY_NAMES
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminTimeInput

from ..series.repetition import NTHS, WEEKDAYS, Repeats

DAY_FORMAT, HOUR_FORMAT = "%d.%m.%Y", "%H:%M"
DAY_FORMATS = [DAY_FORMAT, "%d.%m.%y", "%Y-%m-%d"]
HOUR_FORMATS = [HOUR_FORMAT, "%H.%M", "%H"]
_CLOCK = re.compile(r"\s*uhr\s*$", re.IGNORECASE)
NTH_NAMES = dict(
    zip(
        NTHS,
        (
            pgettext_lazy("am … Wochentag des Monats", "ersten"),
            pgettext_lazy("am … Wochentag des Monats", "zweiten"),
            pgettext_lazy("am … Wochentag des Monats", "dritten"),
            pgettext_lazy("am … Wochentag des Monats", "vierten"),
            pgettext_lazy("am … Wochentag des Monats", "letzten"),
        ),
        strict=True,
    )
)


class _AsTyped:
    """The picker leaves what it does not understand; it would put the present day or hour in its place, silently."""

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "validateOnBlur": False}  # type: ignore[misc]  # of the widget beside it


class DayInput(_AsTyped, AdminDateInput):
    pass


class HourInput(_AsTyped, AdminTimeInput):
    pass


class MomentInput(_AsTyped, AdminDateTimeInput):
    pass


def moment_widget() -> AdminDateTimeInput:
    """Day and hour as they are written here."""
    return MomentInput(format=f"{DAY_FORMAT} {HOUR_FORMAT}")


class DayField(forms.DateField):
    """`8.10.2026`, also `8.10.26` and `2026-10-08`."""

    default_error_messages = {"invalid": _("Bitte schreiben Sie den Tag so: 8.10.2026.")}

    def __init__(self, **options: Any) -> None:
        super().__init__(input_formats=DAY_FORMATS, widget=DayInput(format=DAY_FORMAT), **options)


class HourField(forms.TimeField):
    """`16:00`, also `16.00`, `16` and `16 Uhr`."""

    default_error_messages = {"invalid": _("Bitte schreiben Sie die Uhrzeit so: 16:00.")}

    def __init__(self, **options: Any) -> None:
        super().__init__(input_formats=HOUR_FORMATS, widget=HourInput(format=HOUR_FORMAT), **options)

    def to_python(self, value: Any) -> time | None:
        return super().to_python(_CLOCK.sub("", value) if isinstance(value, str) else value)


class DaysField(forms.CharField):
    """One day a line, as people write them; its value is the sorted list of ISO dates that `excluded_dates` keeps."""

    widget = forms.Textarea

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 4}), required=False, **options)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, list):
            return "\n".join(date.fromisoformat(day).strftime(DAY_FORMAT) for day in value)
        return value

    def clean(self, value: Any) -> list[str]:
        lines = [line.strip() for line in str(value or "").splitlines()]
        return sorted({_iso(line) for line in lines if line})

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return sorted(initial or []) != self.clean(data)
        except ValidationError:
            return True


def _iso(line: str) -> str:
    for pattern in DAY_FORMATS:
        try:
            return datetime.strptime(line, pattern).date().isoformat()  # noqa: DTZ007 - a day without hour
        except ValueError:
            continue
    raise ValidationError(
        _("„%(line)s“ ist kein Tag. Bitte schreiben Sie einen Tag je Zeile, zum Beispiel 24.12.2026."),
        params={"line": line},
    )


def weekdays_field() -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=_("Wochentage"),
        choices=[(code, WEEKDAY_NAMES[number]) for number, code in enumerate(WEEKDAYS)],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Für „wöchentlich“ und „monatlich an einem Wochentag“. Leer: der Wochentag des Beginns."),
    )


def nths_field() -> forms.TypedMultipleChoiceField:
    return forms.TypedMultipleChoiceField(
        label=_("Im Monat am"),
        choices=list(NTH_NAMES.items()),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Nur für „monatlich an einem Wochentag“. Leer: wie der Beginn."),
    )


def repeats_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Wiederholt sich"), choices=Repeats.choices, initial=Repeats.NEVER, widget=forms.Select
    )
