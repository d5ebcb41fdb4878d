"""An event's own questions as form fields, and what was typed as plain JSON values.

Kept are text, a number as text (`2.5`), an ISO date, a list of choices, or for yes and no a truth value.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from quartierwerk.core.templatetags.ui import in_language

from ..enums import QuestionKind
from ..models import Question

LONGEST_TEXT = 500
YES, NO = "yes", "no"


def field_name(question: Question) -> str:
    return f"question_{question.pk}"


def fields_for(questions: Iterable[Question]) -> dict[str, forms.Field]:
    """One field for each question, by name, in their order."""
    return {field_name(question): _field(question) for question in questions}


def answers(questions: Iterable[Question], cleaned: dict[str, Any]) -> dict[int, Any]:
    """What a valid form says, by primary key of the question; what was left out is left out here."""
    said = {question.pk: _plain(question, cleaned.get(field_name(question))) for question in questions}
    return {key: value for key, value in said.items() if value not in ("", None, [])}


def initial(kept: dict[int, Any]) -> dict[str, Any]:
    """Kept answers by primary key of the question → what the fields show."""
    shown = {True: YES, False: NO}
    return {
        f"question_{key}": shown[value] if isinstance(value, bool) else value for key, value in kept.items()
    }


def _field(question: Question) -> forms.Field:
    written_in = question.event.language
    label = in_language(question.text, written_in)
    common = {"label": label, "required": question.is_required, "help_text": _hint(question)}
    lines = [(line, in_language(line, written_in)) for line in question.choice_lines]
    match question.kind:
        case QuestionKind.CHOICE:
            return _one_of(lines, **common)
        case QuestionKind.YES_NO:
            return _one_of([(YES, _("Ja")), (NO, _("Nein"))], **common)
        case QuestionKind.SEVERAL:
            return _several(lines, **common)
        case QuestionKind.NUMBER:
            return _number(**common)
        case QuestionKind.DATE:
            return _date(**common)
        case _:
            return _text(**common)


def _hint(question: Question) -> SafeString:
    """Escaped, for the form shows a hint as it is."""
    hint = in_language(question.help_text, question.event.language)
    personal = _("Persönlich: Das sehen nur die Zuständigen, und es wird nach der Veranstaltung gelöscht.")
    return format_html_join(
        " ", "{}", ((part,) for part in (hint, personal if question.is_personal else "") if part)
    )


def _text(**common: Any) -> forms.Field:
    return forms.CharField(
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Bitte beantworten Sie diese Frage.")},
        **common,
    )


def _one_of(choices: Sequence[tuple[str, str]], **common: Any) -> forms.Field:
    """Radios; where the question may be left out there is one for that, for a radio cannot be unchosen."""
    offered = choices if common["required"] else [*choices, ("", _("keine Angabe"))]
    return forms.ChoiceField(
        choices=offered,
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie etwas aus.")},
        **common,
    )


def _several(choices: Sequence[tuple[str, str]], **common: Any) -> forms.Field:
    return forms.MultipleChoiceField(
        choices=choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Bitte wählen Sie mindestens eins aus.")},
        **common,
    )


def _number(**common: Any) -> forms.Field:
    wrong = _("Bitte schreiben Sie eine Zahl, zum Beispiel 3.")
    return forms.DecimalField(
        max_digits=12,
        decimal_places=4,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        error_messages={
            "required": wrong,
            "invalid": wrong,
            "max_digits": wrong,
            "max_whole_digits": wrong,
            "max_decimal_places": wrong,
        },
        **common,
    )


def _date(**common: Any) -> forms.Field:
    wrong = _("Bitte geben Sie ein Datum an, zum Beispiel 14.03.2027.")
    return forms.DateField(
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": wrong, "invalid": wrong},
        **common,
    )


def _plain(question: Question, value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, date):
        return value.isoformat()
    if question.kind == QuestionKind.YES_NO and value:
        return value == YES
    return value.strip() if isinstance(value, str) else value
