"""The forms of whoever says something, and later answers or adds to it. `Words` is also what staff write down (`intake`)."""

from dataclasses import replace
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quartierwerk.core.widgets import ContentSelect
from quartierwerk.people.forms import ContactFields, line
from quartierwerk.people.submission import GuardedForm
from quartierwerk.places.models import Quarter
from quartierwerk.topics.models import FieldOfAction

from .. import rules
from ..actions import Place, Said
from ..enums import Kind
from ..models.photos import MOST_PHOTOS
from . import waiting
from .origin import OriginFields
from .places import place_from
from .waiting import WaitingPhoto

ALT_LENGTH = 250
SHOWN_NAME_LENGTH = 80
KINDS = [
    (Kind.PROBLEM.value, gettext_lazy("Ein Problem: Etwas ist nicht in Ordnung")),
    (Kind.IDEA.value, gettext_lazy("Eine Idee: Etwas könnte besser werden")),
    (Kind.CONCERN.value, gettext_lazy("Ein Anliegen: Ich habe eine Frage oder Sorge")),
    (Kind.PRAISE.value, gettext_lazy("Ein Lob: Etwas ist gut so")),
]


class WhatFields(forms.Form):
    """What somebody says."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Was ist es?"),
        choices=KINDS,
        widget=forms.RadioSelect,
        initial=Kind.PROBLEM.value,
        error_messages={
            "required": gettext_lazy("Bitte wählen Sie eines davon."),
            "invalid_choice": gettext_lazy("Bitte wählen Sie eines davon."),
        },
    )
    title = forms.CharField(
        label=gettext_lazy("Worum geht es, in einem Satz?"),
        help_text=gettext_lazy("Zum Beispiel: Am Ruhrufer fehlt eine Bank."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Bitte sagen Sie in einem Satz, worum es geht.")},
    )
    text = forms.CharField(
        label=gettext_lazy("Möchten Sie mehr dazu schreiben?"),
        help_text=gettext_lazy(
            "Was sollte sich ändern? Das wird öffentlich. Bitte nennen Sie keine Namen und Nummern."
        ),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    field = forms.ModelChoiceField(
        label=gettext_lazy("Handlungsfeld"),
        queryset=FieldOfAction.objects.only("name", "slug"),
        required=False,
        empty_label=gettext_lazy("Bitte für mich auswählen"),
        widget=ContentSelect,
    )

    def clean_title(self) -> str:
        return " ".join(self.cleaned_data["title"].split())

    def clean_text(self) -> str:
        """With the line breaks a person typed, each counted as one letter."""
        return self.cleaned_data["text"].replace("\r\n", "\n").strip()

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        title, text = values.get("title"), values.get("text", "")
        if title is not None and (reason := rules.why_not_said(title, text)):
            self.add_error("title" if rules.why_not_said(title, "") else "text", reason)
        return values


class WhereFields(forms.Form):
    """Where it is: words, a quarter, both or none; a form may add a pin."""

    place_name = line(
        gettext_lazy("Adresse oder Name des Ortes"),
        length=160,
        autocomplete="off",
        help_text=gettext_lazy("Zum Beispiel: Bahnhofstraße 5, Stadtbibliothek oder Ruhrufer an der Brücke."),
        attrs={"list": "orte"},
    )
    quarter = forms.ModelChoiceField(
        label=gettext_lazy("Quartier"),
        queryset=Quarter.objects.none(),
        required=False,
        empty_label=gettext_lazy("Weiß ich nicht"),
        widget=ContentSelect,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["quarter"].queryset = Quarter.objects.public().only("name", "slug")  # type: ignore[attr-defined]

    @property
    def place(self) -> Place:
        """Of a valid form; a pin that makes no sense is no pin."""
        said = self.cleaned_data
        pin = (said.get("latitude", ""), said.get("longitude", ""))
        return place_from(said.get("place_name", ""), said.get("quarter"), *pin)


class Words(WhatFields, WhereFields):
    """What somebody says and where it is, whoever writes it down; a form may ask less than all of it."""

    def said(self) -> Said:
        """What a valid form says."""
        said = self.cleaned_data
        return Said(
            title=said["title"],
            text=said["text"],
            kind=said.get("kind") or Kind.CONCERN,
            field=said.get("field"),
            place=self.place,
            shown_name=said.get("shown_name", ""),
        )


class ManyPhotos(forms.FileInput):
    allow_multiple_selected = True


class ManyPhotosField(forms.FileField):
    """Files as they came; each is looked at by the form, so that one that is no photo does not lose the others."""

    widget = ManyPhotos(attrs={"multiple": True, "accept": "image/*,.heic,.heif"})

    def clean(self, data: Any, initial: Any = None) -> list[Any]:  # noqa: ARG002 - Django's signature
        return [upload for upload in data or [] if upload]


class PhotoFields(forms.Form):
    """Photos that are chosen now, and those that were kept when the form came back."""

    photos = ManyPhotosField(
        label=gettext_lazy("Fotos auswählen"),
        required=False,
        help_text=gettext_lazy(
            "Höchstens fünf, je bis 50 MB. Bitte fotografieren Sie keine Gesichter und Kennzeichen. "
            "Ort und Zeit, die das Handy im Foto versteckt, löschen wir."
        ),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.waiting: list[WaitingPhoto] = []

    def clean_photos(self) -> None:
        """Fills `waiting`; what cannot be taken is told with its name, the others stay."""
        reasons = self._kept_before()
        for upload in self.cleaned_data["photos"]:
            if len(self.waiting) >= MOST_PHOTOS:
                reasons.append(too_many_photos())
                break
            try:
                self.waiting.append(waiting.keep(upload))
            except ValidationError as refused:
                reasons += why_no_photo(upload, refused)
        if reasons:
            raise ValidationError(reasons)

    def _kept_before(self) -> list[str]:
        typed: Any = self.data
        dropped = set(typed.getlist("drop"))
        reasons = []
        for token in typed.getlist("kept")[:MOST_PHOTOS]:
            photo = waiting.find(token)
            if photo is None:
                reasons.append(_("Ein Foto ist nicht mehr da. Bitte wählen Sie es noch einmal aus."))
            elif photo.key not in dropped:
                alt = " ".join(typed.get(f"alt_{photo.key}", "").split())[:ALT_LENGTH]
                self.waiting.append(replace(photo, alt=alt))
        return reasons

    def photo_files(self) -> list[tuple[SimpleUploadedFile, str]]:
        return [(photo.file(), photo.alt) for photo in self.waiting]


def why_no_photo(upload: UploadedFile, refused: ValidationError) -> list[str]:
    return [f"„{upload.name}“: {reason}" for reason in refused.messages]


def too_many_photos() -> str:
    return _("Es gehen höchstens %d Fotos. Wir haben die ersten behalten.") % MOST_PHOTOS


class WhoFields(ContactFields):
    """Who says it and how to reach them, all of it optional; in public only where asked for."""

    name_is_public = forms.BooleanField(
        label=gettext_lazy("Mein Name darf öffentlich beim Beitrag stehen"), required=False
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("name_is_public") and not values.get("name") and "name" not in self.errors:
            self.add_error("name", _("Bitte nennen Sie den Namen, der öffentlich stehen soll."))
        return values


class SayForm(GuardedForm, Words, PhotoFields, WhoFields, OriginFields):
    """One page for everything; nothing but a title has to be filled in."""

    ASIDE: ClassVar[frozenset[str]] = GuardedForm.ASIDE | {"photos", "suggested"}

    latitude = forms.CharField(required=False, widget=forms.HiddenInput)
    longitude = forms.CharField(required=False, widget=forms.HiddenInput)
    # The key of the field of action that was chosen for the person while they typed; empty once they chose.
    suggested = forms.CharField(required=False, widget=forms.HiddenInput)

    def said(self, field: FieldOfAction | None = None) -> Said:
        """What a valid form says; `field` is the suggested one, for whoever chose none."""
        said, typed = super().said(), self.cleaned_data
        name = typed["name"][:SHOWN_NAME_LENGTH] if typed["name_is_public"] else ""
        return replace(said, field=said.field or field, shown_name=name, photos=self.photo_files())


class MoreWordsForm(GuardedForm):
    """Something to add, or the answer to a question (`is_answer`); for the team, not for the public."""

    def __init__(self, data: Any = None, *, is_answer: bool = False) -> None:
        super().__init__(data, auto_id="mehr_%s")
        if is_answer:
            self.fields["text"].label = _("Ihre Antwort")
            self.fields["text"].help_text = _("Das lesen nur wir.")

    text = forms.CharField(
        label=gettext_lazy("Was möchten Sie ergänzen?"),
        help_text=gettext_lazy("Das lesen nur wir."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": gettext_lazy("Bitte schreiben Sie etwas."),
            "max_length": gettext_lazy(
                "Ihr Text hat %(show_value)d Zeichen; bitte kürzen Sie ihn auf höchstens %(limit_value)d."
            ),
        },
    )


class SolvedForm(GuardedForm):
    """The answer to “Ist es gelöst?”."""

    YES, NO = "ja", "nein"

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="geloest_%s")

    solved = forms.ChoiceField(
        label=gettext_lazy("Ist es gelöst?"),
        choices=[
            (YES, gettext_lazy("Ja, es ist gelöst")),
            (NO, gettext_lazy("Nein, bitte kümmern Sie sich noch einmal darum")),
        ],
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Bitte wählen Sie Ja oder Nein."),
            "invalid_choice": gettext_lazy("Bitte wählen Sie Ja oder Nein."),
        },
    )
    text = forms.CharField(
        label=gettext_lazy("Möchten Sie etwas dazu sagen?"),
        help_text=gettext_lazy("Das liest nur das Team."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    @property
    def is_solved(self) -> bool:
        return self.cleaned_data["solved"] == self.YES
