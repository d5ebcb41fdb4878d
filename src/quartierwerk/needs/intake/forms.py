"""What staff write down for somebody: the words, the place, the person; by telephone, face to face or aloud."""

import uuid
from dataclasses import replace
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from quartierwerk.core.widgets import ContentSelect
from quartierwerk.events.models import Event
from quartierwerk.people.desk_forms import CallerFields
from quartierwerk.people.forms import line
from quartierwerk.people.rules import Reachable

from ..enums import CameBy, Kind
from ..models.photos import MOST_PHOTOS
from ..pictures import cleaned_photo
from ..say.forms import ManyPhotosField, Words, why_no_photo
from .queries import events_to_speak_at

TAKEN_BY_STAFF = (CameBy.PHONE, CameBy.VISIT, CameBy.LETTER, CameBy.EVENT)


class PhotosField(ManyPhotosField):
    """Up to five photos, each cleaned; a sentence names the one that cannot be taken."""

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        uploads = super().clean(data, initial)
        if len(uploads) > MOST_PHOTOS:
            raise ValidationError(_("Bitte wählen Sie höchstens %d Fotos.") % MOST_PHOTOS)
        photos = []
        for upload in uploads:
            try:
                photos.append(cleaned_photo(upload))
            except ValidationError as refused:
                raise ValidationError(why_no_photo(upload, refused)) from refused
        return photos


class DeskWords(Words):
    """The same in the words of the desk: short, for somebody who has seen it a hundred times."""

    SHORT: ClassVar[dict[str, dict[str, Any]]] = {
        "title": {"help_text": ""},
        "text": {
            "label": gettext_lazy("Mehr dazu"),
            "help_text": gettext_lazy("Das wird öffentlich. Bitte keine Namen und Nummern."),
        },
        "place_name": {"label": gettext_lazy("Wo? Adresse oder Name des Ortes"), "help_text": ""},
        "quarter": {"empty_label": gettext_lazy("aus der Adresse")},
        "kind": {"label": gettext_lazy("Art"), "choices": Kind.choices},
        "field": {"empty_label": gettext_lazy("noch offen")},
    }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, words in self.SHORT.items():
            for what, said in words.items():
                setattr(self.fields[name], what, said)
        self.fields["text"].widget.attrs["rows"] = 3


class TakenFields(CallerFields):
    """Who said it, as far as they tell; sent twice it is one need."""

    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    shown_name = line(
        gettext_lazy("Öffentlich genannt werden als"),
        length=80,
        autocomplete="off",
        help_text=gettext_lazy("Nur wenn die Person es möchte; sonst steht kein Name dabei."),
    )


class TakenNeedForm(DeskWords, TakenFields):
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
        photos = [(photo, "") for photo in values["photos"]]
        return {"said": replace(self.said(), photos=photos), **self.who, **own}

    def first_fields(self) -> list[forms.BoundField]:
        return self.these("title", "text", "place_name", "quarter")

    def last_fields(self) -> list[forms.BoundField]:
        return self.these("kind", "came_by", "event", "photos")

    def more_fields(self) -> list[forms.BoundField]:
        return [*self.these("field", "shown_name"), *(self.who_fields() if self.person else [])]


class ConcernForm(DeskWords, TakenFields):
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
