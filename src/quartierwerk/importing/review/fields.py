"""What the forms of the review share: choices that were read once, and notes that stand at their fields."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..enums import Decision
from .directory import Choices
from .doubts import doubt as sentence_of
from .notes import Note, Notes

NONE_CHOSEN: Choices = [("", "–")]


class Lines(forms.Textarea):
    """A browser sends every line break as CR LF, also those of words that nobody touched."""

    def value_from_datadict(self, *sent: Any) -> Any:
        words = super().value_from_datadict(*sent)
        return words.replace("\r\n", "\n") if isinstance(words, str) else words


def decisions(
    may_publish: bool, *others: Decision, left_out: str | Promise = Decision.LEAVE_OUT.label
) -> list[tuple[str, Any]]:
    """Choices of what becomes of a part; `others` before leaving it out."""
    first = [Decision.PUBLISH] if may_publish else []
    chosen = [(each.value, each.label) for each in (*first, Decision.DRAFT, *others)]
    return [*chosen, (Decision.LEAVE_OUT.value, left_out)]


def decision_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=gettext_lazy("Was wird daraus?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Bitte wählen Sie, was daraus wird.")},
    )


def forget_errors(form: forms.BaseForm, *, beyond: set[str]) -> None:
    """Of fields that do not matter for what becomes of this part; what was typed into them stays."""
    for name in set(form.errors) - beyond:
        del form.errors[name]


def offer(field: Any, choices: Iterable[tuple[str, Any]], *, with_none: bool = False) -> None:
    """Choices that need no query of their own."""
    field.choices = [*(NONE_CHOSEN if with_none else []), *choices]


def tick(field: Any, choices: Choices) -> None:
    """The same to tick, several of them."""
    field.widget = forms.CheckboxSelectMultiple()
    field.help_text = ""
    field.choices = choices


def note_at(form: Any, notes: Notes) -> None:
    """Doubts stand in the hint of their field, so that screen readers say them with it; see `with_words` for the rest."""
    for name, note in notes.items():
        if name in form.fields:
            _say(form, name, _hint(form.fields[name].help_text, note))
            if note.is_unsure:
                form.fields[name].widget.attrs["data-unsure"] = ""


def lead_to_words(form: Any, anchors: dict[str, str]) -> None:
    """A link from each field to its words in the text; `anchors` by the id of the field.

    Where scripts run, being at the field shows them.
    """
    for name, field in form.fields.items():
        if anchor := anchors.get(form[name].auto_id):
            link = format_html(
                '<noscript><a href="#{}" aria-label="{}">{}</a></noscript>',
                anchor,
                _("Im Text zeigen: %s") % form[name].label,
                _("im Text"),
            )
            _say(form, name, format_html("{} {}", field.help_text, link))


def _say(form: Any, name: str, hint: Any) -> None:
    """The field of the form, and the one of the page that may be made of it already."""
    form.fields[name].help_text = form[name].help_text = hint


def _hint(own: Any, note: Note) -> SafeString | str:
    said = [*(sentence_of(doubt) for doubt in note.doubts)]
    if note.is_unsure and not said:
        said = [_("Das ist unsicher gelesen. Bitte vergleichen Sie.")]
    doubts = format_html_join("", '<span class="qw-doubt">{}</span>', ((each,) for each in said))
    told = format_html_join(
        "", '<span class="qw-told">{}</span>', ((sentence_of(each),) for each in note.hints)
    )
    return format_html("{}{}{}", doubts, told, own) if said or note.hints else own


def without_errors(form: forms.BaseForm) -> None:
    """Shows what was typed, without saying yet what is wrong with it."""
    form._errors = forms.utils.ErrorDict(renderer=form.renderer)  # type: ignore[attr-defined]
    form.cleaned_data = {}
