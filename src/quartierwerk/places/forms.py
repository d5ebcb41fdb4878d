from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from quartierwerk.core.widgets import ContentSelect

from . import directory, geojson
from .models import PendingImport, Quarter

_STEP_FREE = "ja"


class VenueFilter(forms.Form):
    """Which venues to list; a value nobody knows is left out, not refused."""

    quartier = forms.ModelChoiceField(
        label=_("Quartier"),
        queryset=Quarter.objects.none(),
        to_field_name="slug",
        required=False,
        empty_label=_("Alle Quartiere"),
        widget=ContentSelect,
    )
    stufenlos = forms.ChoiceField(
        label=_("Zugang"),
        choices=[("", _("Alle Orte")), (_STEP_FREE, _("nur stufenlos erreichbare"))],
        required=False,
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data or None)
        self.fields["quartier"].queryset = Quarter.objects.public().only("name", "slug")  # type: ignore[attr-defined]

    @property
    def chosen(self) -> dict[str, Any]:
        """Arguments for `queries.public_venues`."""
        self.is_valid()
        cleaned = getattr(self, "cleaned_data", {})
        return {"quarter": cleaned.get("quartier"), "step_free": cleaned.get("stufenlos") == _STEP_FREE}


class UploadForm(forms.Form):
    """A file with boundaries or streets, and how to read it."""

    kind = forms.ChoiceField(label=_("Was möchten Sie einlesen?"), choices=PendingImport.Kind)
    file = forms.FileField(
        label=_("Datei"),
        help_text=_(
            "Grenzen als GeoJSON in WGS 84, höchstens 20 MB; das Straßenverzeichnis als CSV, höchstens 10 MB."
        ),
    )
    name_property = forms.CharField(
        label=_("Eigenschaft mit dem Namen"),
        max_length=80,
        required=False,
        help_text=_("Nur für Grenzen. Leer: wird erkannt."),
    )
    code_property = forms.CharField(
        label=_("Eigenschaft mit dem amtlichen Schlüssel"),
        max_length=80,
        required=False,
        help_text=_("Nur für Grenzen. Leer: wird erkannt."),
    )
    strip_numbers = forms.BooleanField(
        label=_("Nummern vor den Namen weglassen („03 Nordstadt“ wird „Nordstadt“)"), required=False
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        file: UploadedFile | None = cleaned.get("file")
        streets = cleaned.get("kind") == PendingImport.Kind.STREETS
        limit = directory.MAX_BYTES if streets else geojson.MAX_BYTES
        if file and (file.size or 0) > limit:
            sentence = _("Die Datei ist zu groß: erlaubt sind %(limit)d MB.")
            self.add_error("file", ValidationError(sentence, params={"limit": limit // 2**20}))
        return cleaned

    def as_import(self) -> tuple[str, bytes, dict[str, Any]]:
        """Kind, content and reading options."""
        options = {
            name: self.cleaned_data[name] for name in ("name_property", "code_property", "strip_numbers")
        }
        return self.cleaned_data["kind"], self.cleaned_data["file"].read(), options
