"""The desk's forms for moving, cancelling and promoting."""

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quartierwerk.people.forms import one_line
from quartierwerk.places.models import Venue

from ..models import Event, Occurrence

PLACE_FIELDS = ("venue", "place_name", "street", "postal_code", "city", "room")


class ReasonForm(forms.Form):
    """Why something is cancelled; everybody registered reads it, and so does the public."""

    reason = forms.CharField(
        label=_("Grund"),
        max_length=300,
        validators=[one_line],
        help_text=_(
            "Steht auf der Seite der Veranstaltung und in jeder Nachricht. Zum Beispiel: Sturmwarnung"
        ),
        error_messages={"required": _("Bitte nennen Sie den Grund. Alle Angemeldeten lesen ihn.")},
    )


class PromoteForm(forms.Form):
    reason = forms.CharField(
        label=_("Warum wird diese Anmeldung vorgezogen?"),
        max_length=300,
        required=False,
        validators=[one_line],
        help_text=_("Nur nötig, wenn andere schon länger warten. Wird aufbewahrt, aber nicht verschickt."),
    )

    def __init__(self, *args: Any, overtaking: str | None = None, **options: Any) -> None:
        """`overtaking`: the sentence that refuses it without a reason."""
        super().__init__(*args, **options)
        if overtaking:
            reason = self.fields["reason"]
            reason.required, reason.error_messages["required"] = True, overtaking
            reason.help_text = _(
                "Nötig, weil andere schon länger warten. Wird aufbewahrt, aber nicht verschickt."
            )


class SureForm(forms.Form):
    """Nothing to fill in: the button says it."""


class MoveForm(ReasonForm):
    """The new time of one date; times are local."""

    day = forms.DateField(
        label=_("Neuer Tag"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    begin = forms.TimeField(label=_("Beginn"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    end = forms.TimeField(
        label=_("Ende"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    last_day = forms.DateField(
        label=_("Letzter Tag"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Nur wenn sie an einem anderen Tag endet."),
    )
    field_order = ["day", "begin", "end", "last_day"]

    def __init__(self, data: Any = None, *, thing: Event | Occurrence, **options: Any) -> None:
        starts_at = timezone.localtime(thing.starts_at)
        ends_at = timezone.localtime(thing.ends_at) if thing.ends_at else None
        initial = {"day": starts_at.date(), "begin": starts_at.time()}
        if ends_at:
            last_moment = ends_at - timedelta(microseconds=1)  # midnight belongs to the day before
            is_longer = last_moment.date() != starts_at.date()
            initial |= {"end": ends_at.time()} | ({"last_day": ends_at.date()} if is_longer else {})
        super().__init__(data, initial={**initial, **options.pop("initial", {})}, **options)

    def clean(self) -> dict[str, Any]:
        """A last day that was left as it stood moves along with the first."""
        values = super().clean() or {}
        shown, day = self.initial.get("last_day"), values.get("day")
        if shown and day and values.get("last_day") == shown:
            values["last_day"] = shown + (day - self.initial["day"])
        return values

    @property
    def starts_at(self) -> datetime:
        """Of a valid form."""
        return timezone.make_aware(datetime.combine(self.cleaned_data["day"], self.cleaned_data["begin"]))

    @property
    def ends_at(self) -> datetime | None:
        """Of a valid form; midnight ends the day before."""
        given, end = self.cleaned_data, self.cleaned_data["end"]
        if end is None:
            return None
        day = given["last_day"] or given["day"]
        if end == time(0) and not given["last_day"]:
            day += timedelta(days=1)
        return timezone.make_aware(datetime.combine(day, end))


class MoveEventForm(MoveForm):
    """Time and place of a single event."""

    venue = forms.ModelChoiceField(
        label=_("Ort"), queryset=Venue.objects.order_by("name"), required=False, empty_label=_("anderer Ort")
    )
    place_name = forms.CharField(
        label=_("Anderer Ort: Name"), required=False, max_length=160, validators=[one_line]
    )
    street = forms.CharField(
        label=_("Straße und Hausnummer"), required=False, max_length=120, validators=[one_line]
    )
    postal_code = forms.CharField(
        label=_("Postleitzahl"), required=False, max_length=10, validators=[one_line]
    )
    city = forms.CharField(label=_("Stadt"), required=False, max_length=80, validators=[one_line])
    room = forms.CharField(label=_("Raum"), required=False, max_length=120, validators=[one_line])
    field_order = ["day", "begin", "end", "last_day", *PLACE_FIELDS]

    def __init__(self, data: Any = None, *, thing: Event, **options: Any) -> None:
        super().__init__(
            data, thing=thing, initial={name: getattr(thing, name) for name in PLACE_FIELDS}, **options
        )

    @property
    def place(self) -> dict[str, Any]:
        """Of a valid form: the fields of the event."""
        return {name: self.cleaned_data[name] for name in PLACE_FIELDS}
