"""Which parts of a photo become unrecognisable: fields of a grid, or rectangles drawn with the pointer."""

import re
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .. import rules
from ..blurring import Area, grid_of
from ..models import Photo

MOST_RECTANGLES = 40
_RECTANGLE = re.compile(r"(0|1|0?\.\d+),(0|1|0?\.\d+),(0|1|0?\.\d+),(0|1|0?\.\d+)")


@dataclass(frozen=True)
class Field:
    """A field of the grid; `name` as people read maps: the column's letter, the row's number."""

    name: str
    area: Area
    is_chosen: bool = False


def fields_of(photo: Photo) -> list[Field]:
    """Row by row, from the upper left."""
    columns, rows = grid_of(photo.width, photo.height)
    return [
        Field(f"{chr(ord('A') + column)}{row + 1}", Area(column / columns, row / rows, 1 / columns, 1 / rows))
        for row in range(rows)
        for column in range(columns)
    ]


class AreasForm(forms.Form):
    """`fields` are ticked, `rectangles` are drawn: one a line, left, top, width and height as parts of 1."""

    chosen = forms.MultipleChoiceField(label=gettext_lazy("Felder"), required=False)
    rectangles = forms.CharField(required=False, max_length=4000, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, photo: Photo, **options: Any) -> None:
        super().__init__(data, **options)
        self.photo, self._fields = photo, fields_of(photo)
        self.columns = grid_of(photo.width, photo.height)[0]
        self.fields["chosen"].choices = [(field.name, field.name) for field in self._fields]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        values["rectangles"] = _drawn(values.get("rectangles", ""))
        self.cleaned_data = values
        if reason := rules.why_not_blurred(self.areas):
            raise ValidationError(reason)
        return values

    @property
    def areas(self) -> list[Area]:
        """What a valid form chose."""
        names = set(self.cleaned_data.get("chosen", ()))
        ticked = [field.area for field in self._fields if field.name in names]
        return [*ticked, *self.cleaned_data["rectangles"]]

    @property
    def grid(self) -> list[Field]:
        names = set(self["chosen"].value() or ())
        return [Field(field.name, field.area, field.name in names) for field in self._fields]


def _drawn(lines: str) -> list[Area]:
    """What the script wrote; raises ValidationError where that makes no sense."""
    found = [_RECTANGLE.fullmatch(line) for line in lines.split()[: MOST_RECTANGLES + 1]]
    if None in found or len(found) > MOST_RECTANGLES:
        raise ValidationError(_("Bitte zeichnen Sie die Stellen noch einmal."))
    return [Area(*map(float, match.groups())) for match in found if match]
