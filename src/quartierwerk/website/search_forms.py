"""What stands in the address of the search page."""

from django import forms
from django.utils.translation import gettext_lazy as _

from quartierwerk.core.search import kinds
from quartierwerk.places.models import Quarter

LONGEST = 200


class SearchForm(forms.Form):
    """Nothing somebody types is refused: what cannot be used (an unknown kind, an odd page) is left out."""

    q = forms.CharField(label=_("Wonach suchen Sie?"), required=False)
    art = forms.ChoiceField(label=_("Art"), required=False)
    quartier = forms.ModelChoiceField(
        Quarter.objects.public(), label=_("Quartier"), to_field_name="slug", required=False
    )
    seite = forms.IntegerField(required=False, min_value=1)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["art"].choices = [(kind.key, kind.label) for kind in kinds()]  # type: ignore[attr-defined]
        self.is_valid()

    def text(self) -> str:
        return self.cleaned_data.get("q", "").replace("\x00", "")[:LONGEST]

    def kind(self) -> str | None:
        return self.cleaned_data.get("art") or None

    def quarter(self) -> Quarter | None:
        return self.cleaned_data.get("quartier")

    def page(self) -> int:
        return self.cleaned_data.get("seite") or 1
