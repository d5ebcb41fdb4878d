"""The three questions after an event: on the page, and at the desk for what came on paper."""

import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from quartierwerk.people.forms import TOO_LONG
from quartierwerk.people.submission import GuardedForm

from ..models import Feedback
from ..models.aftermath import SAYS_NOTHING
from ..rules.feedback import RATINGS

TEXT_LENGTH = 2000


def question(name: str) -> str:
    """The words of a question, the same on the page, at the desk and on paper."""
    return str(Feedback._meta.get_field(name).verbose_name)  # type: ignore[union-attr]


def _text(name: str) -> forms.CharField:
    return forms.CharField(
        label=Feedback._meta.get_field(name).verbose_name,  # type: ignore[union-attr]
        required=False,
        max_length=TEXT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": TOO_LONG},
    )


class Answers(forms.Form):
    """A rating from 1 to 5 and two texts; at least one of them is given."""

    rating = forms.TypedChoiceField(
        label=Feedback._meta.get_field("rating").verbose_name,
        choices=[*RATINGS.items(), ("", _("keine Angabe"))],  # a rating that was chosen can be taken back
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    liked = _text("liked")
    wished = _text("wished")

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if not self.errors and not any(values.get(name) for name in ("rating", "liked", "wished")):
            raise ValidationError(SAYS_NOTHING)
        return values

    def words(self) -> dict[str, Any]:
        """What a valid form says, as `actions.give_feedback` takes it."""
        return {name: self.cleaned_data[name] for name in ("rating", "liked", "wished")}


class FeedbackForm(GuardedForm, Answers):
    """For everybody, without a name; what was typed is told apart by the key of the form."""

    field_order = ["rating", "liked", "wished"]


class SheetForm(Answers):
    """One sheet of paper at the desk: a digit chooses the rating, Tab leads on, Enter on the button keeps it."""

    rating = forms.TypedChoiceField(
        label=Feedback._meta.get_field("rating").verbose_name,
        choices=[("", _("keine Angabe")), *((value, f"{value} – {word}") for value, word in RATINGS.items())],
        coerce=int,
        empty_value=None,
        required=False,
    )
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    field_order = ["rating", "liked", "wished"]
