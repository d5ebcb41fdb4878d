"""The form of one event of a text: the editors' form, its days, hours and rules, with plain fields and fewer of them."""

from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from quartierwerk.core.slugs import free_slug_among
from quartierwerk.events.editing.forms import EventForm
from quartierwerk.events.enums import RegistrationMode
from quartierwerk.events.models import Event

from ..enums import ABOUT_A_KNOWN_EVENT, MAKES_NEW, Decision
from .directory import AS_WRITTEN, Directory
from .fields import NONE_CHOSEN, Lines, decision_field, forget_errors, offer, tick
from .meant import By, Candidate

DAY, HOUR, MOMENT = "%Y-%m-%d", "%H:%M", "%Y-%m-%dT%H:%M"
NEW = _("keine davon, es ist eine neue")
PLACE = ("venue", "place_name", "street", "postal_code", "city", "room")
REPEATS = (
    "repeats", "every", "weekdays", "nths", "month_day", "last_day", "count", "exceptions", "other_rule",
)  # fmt: skip
# What a move asks; the rest of the form does not matter then.
OF_A_MOVE = {
    "decision",
    "known",
    "reason",
    "moves_place",
    "start_day",
    "start_time",
    "end_day",
    "end_time",
    "all_day",
}


class ReviewEventForm(EventForm):
    """`offered`: events that are there and may be meant; `decision` tells what is checked and what `said` gives.

    `whom`: who is named in the text and not in the directory; unless another is chosen, the description ends with that.
    """

    how_field = "registration_note"  # one line says it, whoever keeps the list
    # As on the page, so that what is wrong or missing is told in that order.
    field_order = (
        "decision", "known", "moves_place", "reason", "find", "title", "start_day", "start_time", "end_time", "end_day",
        "all_day", *REPEATS, "venue", "room", "place_name", "street", "summary", "registration_mode", "registration_note",
        "registration_closes_at", "capacity", "price", "quarters", "contact", "kind", "description",
    )  # fmt: skip
    decision = decision_field()
    known = forms.ChoiceField(
        label=_("Welche Veranstaltung ist gemeint?"), required=False, widget=forms.RadioSelect
    )
    find = forms.CharField(
        label=_("Andere suchen"),
        max_length=100,
        required=False,
        help_text=_("Wörter aus Titel oder Ort, ein Tag wie 14.1., oder beides."),
    )
    reason = forms.CharField(
        label=_("Grund"),
        max_length=300,
        error_messages={"required": _("Bitte nennen Sie den Grund. Alle Angemeldeten lesen ihn.")},
        help_text=_(
            "Bitte ausfüllen: Er steht auf der Seite der Veranstaltung und in jeder Nachricht an Angemeldete."
        ),
    )
    moves_place = forms.BooleanField(
        label=_("Auch der Ort ändert sich"),
        required=False,
        help_text=_("Nur dann gilt der Ort, der hier im Formular steht. Sonst bleibt der bisherige."),
    )
    online_url = forms.URLField(
        label=_("Adresse zum Mitmachen am Bildschirm"), required=False, max_length=200, assume_scheme="https"
    )

    class Meta:
        model = Event
        fields = [
            "title", "summary", "description", "kind", "all_day", *PLACE, "online_url", "contact", "audiences",
            "quarters", "topics", "price", "registration_mode", "capacity", "registration_closes_at",
            "registration_note",
        ]  # fmt: skip
        formsets: list[str] = []
        labels = {
            "registration_note": _("So meldet man sich an"),
            "venue": pgettext_lazy("Veranstaltung", "Ort"),
        }
        help_texts = {
            "registration_note": _(
                "Beim Veranstalter: steht so auf der Seite der Veranstaltung. Sonst: steht über unserem Formular."
            )
        }
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 3, "maxlength": 300}),
            "description": Lines(attrs={"rows": 7}),
            "venue": forms.Select(),
            "contact": forms.Select(),
            "quarters": forms.CheckboxSelectMultiple(),
            "topics": forms.CheckboxSelectMultiple(),
            "audiences": forms.CheckboxSelectMultiple(),
            "price": forms.TextInput(),
            "registration_note": Lines(attrs={"rows": 2, "maxlength": 300}),
            "registration_closes_at": forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
        }

    def __init__(
        self,
        *args: Any,
        known: Directory,
        choices: list[tuple[str, Any]],
        offered: list[Candidate],
        whom: str = "",
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.whom, self.becomes_a_contact = whom, False
        self.offered = {each.key: each for each in offered}
        offer(self.fields["decision"], choices)
        offer(self.fields["known"], [*((key, each.label) for key, each in self.offered.items()), ("", NEW)])
        self._use_plain_widgets()
        self._offer_from(known)

    @property
    def chosen(self) -> Decision | None:
        """What becomes of it, as it stands in the form now."""
        value = self["decision"].value()
        return Decision(value) if value in Decision.values else None

    @property
    def meant(self) -> Candidate | None:
        """The one that was chosen; where only one is offered as there already, that one."""
        chosen = self.offered.get(str(self["known"].value() or ""))
        recognised = [each for each in self.offered.values() if each.by == By.RECOGNISED]
        if chosen is None and self.chosen == Decision.THERE and len(recognised) == 1:
            return recognised[0]
        return chosen

    def is_untouched(self) -> bool:
        """Nobody typed anything into a form that was offered empty."""
        if self.is_bound and self.chosen in ABOUT_A_KNOWN_EVENT:
            return "decision" not in self.changed_data
        return not self.is_bound or not set(self.changed_data) - {"decision", "known", "find"}

    def full_clean(self) -> None:
        """What is left out, or there already, is not looked at further; what was typed stays."""
        self.publishing = self.chosen == Decision.PUBLISH
        reason = self.fields["reason"]
        reason.required = self.chosen in (Decision.CANCEL, Decision.MOVE)
        super().full_clean()
        reason.required = True  # it is seen only where it is needed, and never says “freiwillig”
        if self.chosen not in MAKES_NEW:
            forget_errors(self, beyond=self.asked)

    @property
    def asked(self) -> set[str]:
        if self.chosen != Decision.MOVE:
            return {"decision", "known", "reason"}
        return OF_A_MOVE | (set(PLACE) if self["moves_place"].value() else set())

    def clean(self) -> dict[str, Any]:
        chosen = self.cleaned_data.get("decision")
        cleaned = super().clean() if chosen in (*MAKES_NEW, Decision.MOVE) else self.cleaned_data
        if "known" not in self.errors and (wrong := self._why_not_known(chosen)):
            self.add_error("known", wrong)
        if chosen in MAKES_NEW:
            self._put_where_it_belongs(cleaned)
        if chosen == Decision.MOVE and cleaned.get("moves_place") and (why := self._why_no_place()):
            self.add_error("moves_place", why)
        return cleaned

    def _why_not_known(self, chosen: str | None) -> str | None:
        """Why the chosen event does not go with what becomes of this one."""
        if chosen in ABOUT_A_KNOWN_EVENT and self.meant is None:
            return gettext("Bitte wählen Sie die Veranstaltung, die gemeint ist.")
        if chosen in (Decision.CANCEL, Decision.MOVE) and self.meant and self.meant.refused:
            return self.meant.refused
        if chosen == Decision.MOVE and self.meant and self.meant.is_whole:
            return gettext(
                "Eine ganze Reihe lässt sich hier nicht verlegen. Bitte wählen Sie einen Termin davon."
            )
        if chosen in MAKES_NEW and self.cleaned_data.get("known") and "known" in self.changed_data:
            return gettext(
                "Hier ist eine vorhandene Veranstaltung gewählt. Bitte wählen Sie oben, was mit ihr geschieht."
            )
        return None

    def _put_where_it_belongs(self, cleaned: dict[str, Any]) -> None:
        if cleaned.get("registration_mode") == RegistrationMode.ELSEWHERE:
            self.instance.registration_how = cleaned.get("registration_note", "")
            cleaned["registration_note"] = ""

    def _why_no_place(self) -> str | None:
        """Why it does not move to the place that stands in the form."""
        if self.meant and self.meant.is_one_of_series:
            return gettext("Ein einzelner Termin einer Reihe bleibt am Ort der Reihe.")
        if not any(self.cleaned_data.get(name) for name in ("venue", "place_name", "street")):
            return gettext("Bitte nennen Sie den neuen Ort.")
        return None

    def _post_clean(self) -> None:
        if self.cleaned_data.get("decision") in MAKES_NEW:
            super()._post_clean()

    def save(self, commit: bool = True) -> Event:
        line = _("Kontakt: %s") % self.whom
        is_meant = self["contact"].value() == AS_WRITTEN and not self.becomes_a_contact
        is_said = line in self.instance.description or self._names_with_registration(self.whom)
        if self.whom and is_meant and not is_said:
            self.instance.description = f"{self.instance.description.strip()}\n\n{line}".strip()
        self.instance.slug = free_slug_among(self.instance.title, Event.objects.all(), fallback="termin")
        return super().save(commit=commit)

    def _names_with_registration(self, whom: str) -> bool:
        how = self.instance.registration_how
        return bool(how) and all(each in how for each in whom.split(", "))

    @property
    def move(self) -> dict[str, Any]:
        """Of a valid form: the new time and, only where somebody said so, the new place of an event that is there."""
        time = {"starts_at": self.instance.starts_at, "ends_at": self.instance.ends_at}
        if not self.cleaned_data.get("moves_place"):
            return time
        return time | {"place": {name: self.cleaned_data.get(name) for name in PLACE}}

    # -------------------------------------------------------------------------------------------------- the parts
    def _offer(self) -> None:
        """Comes from the directory, so that ten events ask the database once."""

    def _use_plain_widgets(self) -> None:
        for name in ("start_day", "end_day", "last_day"):
            self.fields[name].widget = forms.DateInput(attrs={"type": "date"}, format=DAY)
        for name in ("start_time", "end_time"):
            self.fields[name].widget = forms.TimeInput(attrs={"type": "time"}, format=HOUR)
        self.fields["exceptions"].widget.attrs["rows"] = 2
        self.fields["all_day"].help_text = ""

    def _offer_from(self, known: Directory) -> None:
        fields = self.fields
        offer(fields["venue"], known.venues, with_none=True)
        fields["contact"].empty_values = [*fields["contact"].empty_values, AS_WRITTEN]
        fields["contact"].choices = [
            *([(AS_WRITTEN, _("wie im Text: %s") % self.whom)] if self.whom else []),
            *NONE_CHOSEN,
            *((str(contact.pk), contact.name) for contact in known.contacts),
        ]
        tick(fields["quarters"], known.quarters)
        tick(fields["topics"], known.topics)
        tick(fields["audiences"], known.audiences)
