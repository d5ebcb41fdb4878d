"""Paper cards: how many to print, the code on one that came back, and what stands on it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from quartierwerk.core.widgets import ContentSelect
from quartierwerk.events.models import Event
from quartierwerk.people.forms import line
from quartierwerk.places.models import Quarter

from .files import cleaned_scan
from .forms import DeskWords, TakenFields
from .queries import events_to_speak_at

MOST_CARDS = 200


class ScanField(forms.FileField):
    """A scan or photo of the whole card."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            label=gettext_lazy("Scan oder Foto der Karte"),
            help_text=gettext_lazy("PDF oder Foto, höchstens 20 MB. Das sieht nur das Team."),
            widget=forms.FileInput(attrs={"accept": ".pdf,image/*,.heic,.heif"}),
            error_messages={"required": gettext_lazy("Bitte wählen Sie eine Datei.")},
            **options,
        )

    def clean(self, data: Any, initial: Any = None) -> Any:
        upload = super().clean(data, initial)
        return cleaned_scan(upload) if upload else None


class CardForm(DeskWords, TakenFields):
    """What stands on a card that came back."""

    scan = ScanField(required=False)
    field_order = [
        "title", "text", "place_name", "quarter", "name", "phone", "street", "postal_code", "city", "email",
        "scan", "kind", "field", "shown_name",
    ]  # fmt: skip

    @property
    def taken(self) -> dict[str, Any]:
        values = self.cleaned_data
        own = {name: values[name] for name in ("scan", "submission_key")}
        return {"said": self.said(), **self.who, **own}


class CardsForm(forms.Form):
    """How many cards to print, and what for."""

    number = forms.IntegerField(
        label=gettext_lazy("Wie viele Karten?"),
        min_value=1,
        max_value=MOST_CARDS,
        initial=20,
        help_text=gettext_lazy("Zwei auf einem Blatt A4."),
        error_messages={
            "min_value": gettext_lazy("Bitte drucken Sie mindestens eine Karte."),
            "max_value": gettext_lazy("Bitte drucken Sie höchstens %(limit_value)d Karten auf einmal."),
        },
    )
    quarter = forms.ModelChoiceField(
        label=gettext_lazy("Quartier"),
        queryset=Quarter.objects.none(),
        required=False,
        empty_label=gettext_lazy("die ganze Stadt"),
        widget=ContentSelect,
    )
    event = forms.ModelChoiceField(
        label=gettext_lazy("Veranstaltung"),
        queryset=Event.objects.none(),
        required=False,
        empty_label=gettext_lazy("keine"),
        widget=ContentSelect,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["quarter"].queryset = Quarter.objects.public().only("name", "slug")  # type: ignore[attr-defined]
        self.fields["event"].queryset = events_to_speak_at()  # type: ignore[attr-defined]


class CodeForm(forms.Form):
    code = line(
        gettext_lazy("Code auf der Karte"),
        length=20,
        autocomplete="off",
        missing=gettext_lazy("Bitte schreiben Sie den Code ab."),
        attrs={"spellcheck": "false", "autofocus": True},
        help_text=gettext_lazy("Große und kleine Buchstaben sind gleich, Leerzeichen zählen nicht."),
    )


class ScanForm(forms.Form):
    scan = ScanField()
