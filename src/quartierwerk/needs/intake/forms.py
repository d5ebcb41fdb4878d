"""What staff write down for somebody: the words, the place, the person; by telephone, face to face or aloud."""

import uuid
from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from quartierwerk.core.widgets import ContentSelect
from quartierwerk.events.models import Event
from quartierwerk.people.desk_forms import CallerFields
from quartierwerk.people.forms import line
from quartierwerk.people.rules import Reachable
from quartierwerk.places.models import Quarter
from quartierwerk.places.resolve import resolve
from quartierwerk.topics.models import FieldOfAction

from .. import rules
from ..actions import Place, Said
from ..enums import CameBy, Kind
from ..models.needs import TITLE_LENGTH
from ..models.photos import MOST_PHOTOS
from .files import cleaned_photo
from .queries import events_to_speak_at

TAKEN_BY_STAFF = (CameBy.PHONE, CameBy.VISIT, CameBy.LETTER, CameBy.EVENT)


class ManyFiles(forms.FileInput):
    allow_multiple_selected = True


class PhotosField(forms.FileField):
    """Up to five photos, each cleaned; a sentence names the one that cannot be taken."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[Any]:  # noqa: ARG002 - Django's signature
        uploads = [upload for upload in data or [] if upload]
        if len(uploads) > MOST_PHOTOS:
            raise ValidationError(_("Bitte wählen Sie höchstens %d Fotos.") % MOST_PHOTOS)
        photos = []
        for upload in uploads:
            try:
                photos.append(cleaned_photo(upload))
            except ValidationError as error:
                raise ValidationError([f"„{upload.name}“: {reason}" for reason in error.messages]) from error
        return photos


class Words(forms.Form):
    """What it is about and where, in the order in which people tell it."""

    title = line(gettext_lazy("Worum geht es, in einem Satz?"), length=TITLE_LENGTH, autocomplete="off")
    text = forms.CharField(
        label=gettext_lazy("Mehr dazu"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Das wird öffentlich. Bitte keine Namen und Nummern."),
    )
    place_name = line(gettext_lazy("Wo? Adresse oder Name des Ortes"), length=160, autocomplete="off")
    quarter = forms.ModelChoiceField(
        label=gettext_lazy("Quartier"),
        queryset=Quarter.objects.none(),
        required=False,
        empty_label=gettext_lazy("aus der Adresse"),
        widget=ContentSelect,
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Art"), choices=Kind.choices, widget=forms.RadioSelect, initial=Kind.PROBLEM
    )
    field = forms.ModelChoiceField(
        label=gettext_lazy("Handlungsfeld"),
        queryset=FieldOfAction.objects.none(),
        required=False,
        empty_label=gettext_lazy("noch offen"),
        widget=ContentSelect,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["title"].required = True
        self.fields["title"].error_messages["required"] = rules.why_not_said("", "") or ""
        self.fields["quarter"].queryset = Quarter.objects.public().only("name", "slug")  # type: ignore[attr-defined]
        if "field" in self.fields:
            self.fields["field"].queryset = FieldOfAction.objects.only("name", "slug")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        for name, said in (
            ("title", (values.get("title", ""), "")),
            ("text", ("xxx", values.get("text", ""))),
        ):
            if name not in self.errors and (reason := rules.why_not_said(*said)):
                self.add_error(name, reason)
        return values

    def said(self, photos: list[Any] | None = None) -> Said:
        """What a valid form says; an address leads to its quarter where none was chosen."""
        values = self.cleaned_data
        quarter, where = values.get("quarter"), values.get("place_name", "")
        if where and quarter is None:
            quarter = resolve(where).quarter
        return Said(
            title=values["title"],
            text=values["text"].replace("\r\n", "\n"),
            kind=values.get("kind") or Kind.CONCERN,
            field=values.get("field"),
            place=Place(name=where, quarter=quarter),
            shown_name=values.get("shown_name", ""),
            photos=[(photo, "") for photo in photos or []],
        )


class TakenFields(CallerFields):
    """Who said it, as far as they tell; sent twice it is one need."""

    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    shown_name = line(
        gettext_lazy("Öffentlich genannt werden als"),
        length=80,
        autocomplete="off",
        help_text=gettext_lazy("Nur wenn die Person es möchte; sonst steht kein Name dabei."),
    )

    @property
    def who(self) -> dict[str, Any]:
        """Whoever leaves a way back without a name is answered all the same."""
        found = super().who
        if given := found.get("given"):
            ways = (given.email, given.phone, given.street)
            found["given"] = replace(given, name=given.name or (_("Ohne Namen") if any(ways) else ""))
        return found


class TakenNeedForm(Words, TakenFields):
    """The phone desk: one screen for what somebody says by telephone, at the counter, in a letter or at an event."""

    came_by = forms.ChoiceField(
        label=gettext_lazy("Wie kam es?"),
        choices=[(way.value, way.label) for way in TAKEN_BY_STAFF],
        widget=forms.RadioSelect,
        initial=CameBy.PHONE,
    )
    event = forms.ModelChoiceField(
        label=gettext_lazy("Bei welcher Veranstaltung?"),
        queryset=Event.objects.none(),
        required=False,
        empty_label=gettext_lazy("keine"),
        widget=ContentSelect,
    )
    photos = PhotosField(
        label=gettext_lazy("Fotos"),
        required=False,
        help_text=gettext_lazy("Höchstens fünf. Ort und Zeit, die das Handy im Foto versteckt, löschen wir."),
        widget=ManyFiles(attrs={"multiple": True, "accept": "image/*,.heic,.heif"}),
    )

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["title"].widget.attrs["data-alt"] = "2"  # where the digits lead, see core/phone-desk.js
        self.fields["place_name"].widget.attrs["data-alt"] = "3"
        self.fields["event"].queryset = events_to_speak_at()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("came_by") == CameBy.EVENT and not values.get("event") and "event" not in self.errors:
            self.add_error("event", _("Bitte wählen Sie die Veranstaltung."))
        return values

    @property
    def taken(self) -> dict[str, Any]:
        """What a valid form says, as `actions.take_need` takes it."""
        values = self.cleaned_data
        own = {name: values[name] for name in ("came_by", "event", "submission_key")}
        return {"said": self.said(values["photos"]), **self.who, **own}

    def first_fields(self) -> list[forms.BoundField]:
        return self.these("title", "text", "place_name", "quarter")

    def last_fields(self) -> list[forms.BoundField]:
        return self.these("kind", "came_by", "event", "photos")

    def more_fields(self) -> list[forms.BoundField]:
        return [*self.these("field", "shown_name"), *(self.who_fields() if self.person else [])]


class ConcernForm(Words, TakenFields):
    """A concern that somebody says aloud: one line is enough."""

    field_order = ["title", "text", "name", "phone"]

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        for name in self.fields.keys() - {"title", "text", "name", "phone", "submission_key"}:
            del self.fields[name]
        self.fields["title"].label = gettext_lazy("Das Anliegen, in einem Satz")
        self.fields["title"].widget.attrs["autofocus"] = True  # one after the other is said
        self.fields["name"].label = pgettext_lazy("Anliegen", "Von wem? Nur für die Antwort")

    @property
    def given(self) -> Reachable:
        return Reachable(self.cleaned_data["name"], phone=self.cleaned_data["phone"])
