"""The forms of the desk's pages of needs."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from quartierwerk.people.forms import one_line
from quartierwerk.people.models import Contact, Role
from quartierwerk.places.models import Quarter
from quartierwerk.places.queries import quarters_worked_for
from quartierwerk.topics.models import FieldOfAction

from .. import waiting
from ..enums import ANSWERS, TYPE_OF, CameBy, Kind, StateType
from ..models.needs import TEXT_LENGTH, TITLE_LENGTH
from ..models.together import COMMENT_LENGTH
from .case import Case
from .queries import ALL, GONE, HELPERS, MINE, NOBODYS, OWN_QUARTERS

MODERATING = (Role.MODERATOR, Role.NEIGHBOURHOOD_MANAGER, Role.ADMINISTRATOR)
_ANY = ("", pgettext_lazy("Auswahl", "alle"))
_REASON = {"required": _("Bitte nennen Sie den Grund.")}


def who_moderates() -> QuerySet:
    """Accounts to which a need can be assigned."""
    accounts = get_user_model().objects.filter(is_active=True, roles__role__in=MODERATING)
    return accounts.distinct().order_by("name", "email")


class InboxFilter(forms.Form):
    """Anything unknown falls back to everything that waits. `words` are the town's for the states."""

    q = forms.CharField(label=_("Nummer oder Wörter"), required=False, max_length=80)
    what = forms.ChoiceField(
        label=_("Was wartet"),
        required=False,
        choices=[
            _ANY,
            (waiting.MODERATE, _("zu moderieren")),
            (waiting.ANSWER, _("zu beantworten")),
            (waiting.COMMENT, _("Kommentare")),
            (waiting.COMPLAINT, _("Meldungen")),
            (waiting.MAIL, _("E-Mails")),
        ],
    )
    who = forms.ChoiceField(label=_("Wer kümmert sich"), required=False)
    quarter = forms.ModelChoiceField(
        label=_("Quartier"), required=False, queryset=Quarter.objects.none(), empty_label=_ANY[1]
    )
    field = forms.ModelChoiceField(
        label=_("Handlungsfeld"),
        required=False,
        queryset=FieldOfAction.objects.all(),
        empty_label=_ANY[1],
    )
    state = forms.ChoiceField(label=_("Stand"), required=False)
    channel = forms.ChoiceField(label=_("Gekommen als"), required=False, choices=[_ANY, *CameBy.choices])

    def __init__(self, data: Any = None, *, user: Any, words: dict[Any, str], **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["quarter"].queryset = Quarter.objects.defer("boundary", "description")  # type: ignore[attr-defined]
        own = [(OWN_QUARTERS, _("meine Quartiere"))] if quarters_worked_for(user) is not None else []
        self.fields["who"].choices = [_ANY, (MINE, _("ich")), (NOBODYS, _("noch niemand")), *own]  # type: ignore[attr-defined]
        self.fields["state"].choices = [  # type: ignore[attr-defined]
            ("", _("was wartet")),
            *words.items(),
            (HELPERS, _("offen, mit MitmacherInnen")),
            (GONE, _("nicht mehr öffentlich")),
            (ALL, _("alles")),
        ]

    @property
    def values(self) -> dict[str, Any]:
        """What was chosen and is known."""
        self.is_valid()
        return getattr(self, "cleaned_data", {})


class VerbForm(forms.Form):
    """What a verb of the desk asks; made for one need and one member of staff."""

    def __init__(self, data: Any = None, *, case: Case, **options: Any) -> None:
        super().__init__(data, **options)
        self.case, self.need = case, case.need
        self.prepare()

    def prepare(self) -> None:
        """Choices and first values that depend on the need."""


class AnswerForm(VerbForm):
    state = forms.ChoiceField(
        label=_("Neuer Stand"), error_messages={"required": _("Bitte wählen Sie den Stand.")}
    )
    reason = forms.CharField(
        label=_("Öffentliche Begründung"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Alle lesen sie. Wer abschließt, begründet immer."),
    )
    by_office = forms.CharField(
        label=_("Im Namen von"),
        required=False,
        max_length=160,
        validators=[one_line],
        help_text=_("So steht es unter der Antwort, zum Beispiel: Tiefbauamt."),
    )

    def prepare(self) -> None:
        groups: dict[str, list[tuple[str, str]]] = {}
        for state in ANSWERS:
            if state != self.need.state:
                kind = StateType(TYPE_OF[state]).label
                groups.setdefault(str(kind), []).append((state.value, self.case.words[state]))
        self.fields["state"].choices = [("", _("bitte wählen")), *groups.items()]  # type: ignore[attr-defined]
        self.fields["by_office"].initial = self.case.office


class QuestionForm(VerbForm):
    question = forms.CharField(
        label=_("Ihre Frage"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class ShortenForm(VerbForm):
    title = forms.CharField(label=_("Titel"), max_length=TITLE_LENGTH, validators=[one_line])
    text = forms.CharField(
        label=_("Text"), required=False, max_length=TEXT_LENGTH, widget=forms.Textarea(attrs={"rows": 6})
    )

    def prepare(self) -> None:
        self.initial = {"title": self.need.title, "text": self.need.text}


class ClassifyForm(VerbForm):
    kind = forms.ChoiceField(label=_("Art"), choices=Kind.choices)
    field = forms.ModelChoiceField(
        label=_("Handlungsfeld"),
        required=False,
        queryset=FieldOfAction.objects.all(),
        empty_label=_("keins"),
    )
    quarter = forms.ModelChoiceField(
        label=_("Quartier"),
        required=False,
        queryset=Quarter.objects.none(),
        empty_label=_("nicht angegeben"),
    )
    place_name = forms.CharField(
        label=_("Ort"),
        required=False,
        max_length=160,
        validators=[one_line],
        help_text=_("Das ist öffentlich. Wie der Ort kam, bleibt als Notiz für das Team."),
    )

    def prepare(self) -> None:
        self.fields["quarter"].queryset = Quarter.objects.defer("boundary", "description")  # type: ignore[attr-defined]
        need = self.need
        self.initial = {
            "kind": need.kind,
            "field": need.field_id,
            "quarter": need.quarter_id,
            "place_name": need.place_name,
        }


class HandOnForm(VerbForm):
    contact = forms.ModelChoiceField(
        label=_("Zuständig"), required=False, queryset=Contact.objects.none(), empty_label=_("niemand davon")
    )
    to = forms.CharField(
        label=_("Oder an wen sonst"),
        required=False,
        max_length=160,
        validators=[one_line],
        help_text=_("Amt oder Organisation. Das ist öffentlich."),
    )
    by_mail = forms.BooleanField(
        label=_("E-Mail dorthin schicken"),
        required=False,
        help_text=_("Mit den öffentlichen Angaben, ohne Namen und Anschrift."),
    )

    def prepare(self) -> None:
        self.fields["contact"].queryset = Contact.objects.order_by("department", "name")  # type: ignore[attr-defined]


class AssignForm(VerbForm):
    to = forms.ModelChoiceField(
        label=_("Wer kümmert sich?"),
        required=False,
        queryset=get_user_model().objects.none(),
        empty_label=_("noch niemand"),
    )

    def prepare(self) -> None:
        self.fields["to"].queryset = who_moderates()  # type: ignore[attr-defined]
        self.initial = {"to": self.need.assigned_to_id}


class NoteForm(VerbForm):
    text = forms.CharField(
        label=_("Notiz"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Nur für das Team."),
        error_messages={"required": _("Bitte schreiben Sie etwas.")},
    )


class OfficialCommentForm(VerbForm):
    answers = forms.TypedChoiceField(label=_("Antwort auf"), required=False, empty_value=None)
    text = forms.CharField(
        label=_("Kommentar"), max_length=COMMENT_LENGTH, widget=forms.Textarea(attrs={"rows": 4})
    )
    office = forms.CharField(label=_("Im Namen von"), max_length=80, validators=[one_line])

    def prepare(self) -> None:
        public = {str(comment.pk): comment for comment in self.case.comments if comment.is_public}
        field: Any = self.fields["answers"]
        field.choices = [("", _("den Beitrag selbst")), *((pk, str(words)) for pk, words in public.items())]
        field.coerce = public.get
        self.fields["office"].initial = self.case.office[:80]


class ReasonForm(VerbForm):
    """Why something is taken out of the public; whoever said it is told."""

    reason = forms.CharField(
        label=_("Grund"),
        max_length=300,
        validators=[one_line],
        error_messages=_REASON,
        help_text=_("Wer es geschrieben hat, erfährt ihn."),
    )


class ReopenForm(VerbForm):
    reason = forms.CharField(
        label=_("Öffentliche Begründung"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=_REASON,
    )


class SolvedForm(VerbForm):
    """What the person says on the telephone."""

    solved = forms.TypedChoiceField(
        label=_("Ist es gelöst?"),
        choices=[("yes", _("ja")), ("no", _("nein, bitte noch einmal ansehen"))],
        coerce=lambda chosen: chosen == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie eine Antwort.")},
    )
    words = forms.CharField(
        label=_("Mit welchen Worten?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Das liest nur das Team."),
    )
