"""The forms of what else is in a text: news, persons to ask, figures."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from quartierwerk.people.forms import one_line
from quartierwerk.places.models import Quarter
from quartierwerk.topics.models import TopicPage

from ..enums import MAKES_NEW, Decision
from .directory import Directory
from .fields import Lines, decision_field, forget_errors, offer, tick


class PartForm(forms.Form):
    """Something that is published, kept as a draft or left out; what is left out is not looked at further."""

    decision = decision_field()

    def __init__(self, *args: Any, choices: list[tuple[str, Any]], **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self.fields["decision"], choices)

    @property
    def chosen(self) -> Decision | None:
        value = self["decision"].value()
        return Decision(value) if value in Decision.values else None

    def full_clean(self) -> None:
        super().full_clean()
        if self.chosen not in MAKES_NEW:
            forget_errors(self, beyond={"decision"})


class NewsForm(PartForm):
    title = forms.CharField(label=_("Titel"), max_length=250, validators=[one_line])
    teaser = forms.CharField(
        label=_("Anreißer"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": 300}),
        help_text=_("Ein bis zwei Sätze, die in den Listen stehen."),
    )
    day = forms.DateField(
        label=pgettext_lazy("Nachricht", "Datum"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    body = forms.CharField(
        label=_("Text"),
        required=False,
        widget=Lines(attrs={"rows": 9}),
        help_text=_("Absätze trennt eine Leerzeile."),
    )
    quarters = forms.ModelMultipleChoiceField(
        label=_("Quartiere"), required=False, queryset=Quarter.objects.public()
    )
    topics = forms.ModelMultipleChoiceField(
        label=_("Themen"), required=False, queryset=TopicPage.objects.live()
    )

    def __init__(self, *args: Any, known: Directory, **options: Any) -> None:
        super().__init__(*args, **options)
        tick(self.fields["quarters"], known.quarters)
        tick(self.fields["topics"], known.topics)

    @property
    def values(self) -> dict[str, Any]:
        """Of a valid form, as `news.actions.create_news` takes them."""
        said = self.cleaned_data
        names = ("title", "teaser", "day", "quarters", "topics")
        return {name: said[name] for name in names} | {"paragraphs": said["body"].split("\n\n")}


class ContactForm(PartForm):
    name = forms.CharField(label=_("Name"), max_length=120, validators=[one_line])
    role = forms.CharField(label=_("Aufgabe"), max_length=120, validators=[one_line])
    department = forms.CharField(
        label=_("Fachbereich"), required=False, max_length=160, validators=[one_line]
    )
    phone = forms.CharField(label=_("Telefon"), required=False, max_length=40, validators=[one_line])
    mobile = forms.CharField(label=_("Mobil"), required=False, max_length=40, validators=[one_line])
    email = forms.EmailField(label=_("E-Mail"), required=False)
    street = forms.CharField(
        label=_("Straße und Hausnummer"), required=False, max_length=120, validators=[one_line]
    )
    postal_code = forms.CharField(
        label=_("Postleitzahl"), required=False, max_length=10, validators=[one_line]
    )
    city = forms.CharField(
        label=pgettext_lazy("Anschrift", "Ort"), required=False, max_length=80, validators=[one_line]
    )

    @property
    def values(self) -> dict[str, Any]:
        """Of a valid form, as `people.actions.create_contact` takes them."""
        return {name: value for name, value in self.cleaned_data.items() if name != "decision"}


class FigureForm(forms.Form):
    keep = forms.BooleanField(label=_("Für die Kennzahlen aufheben"), required=False)
