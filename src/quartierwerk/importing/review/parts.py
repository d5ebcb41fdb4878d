"""The parts of a text as the page shows them: a form each, with what stands beside its fields."""

from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from quartierwerk.events.words.where import is_said_in
from quartierwerk.news.models import NewsPage

from ..enums import ABOUT_A_KNOWN_EVENT, MAKES_NEW, Decision
from ..extract.draft import EventDraft, NewsDraft, Status
from ..pairing import NOT_THEN
from .choosing import differs_in_time, names_elsewhere, shown_changes, time_after
from .directory import Directory
from .doubts import ABOUT_THE_PUBLIC
from .doubts import doubt as sentence_of
from .event_form import REPEATS, ReviewEventForm
from .forms import NewsForm
from .left_out import is_over
from .meant import By, Candidate, said_moment
from .missing import FOUND_NOTHING, lacks_of, lacks_of_event, what_lacks
from .notes import Notes
from .settled import where_to_settle
from .spans import Mark

_OF_ITS_DAY = {"decision", "start_day", "end_day", "repeats", "count"}
# Of each fold its fields, and the field whose refusal says that one of them would do.
SELDOM = ("description", "postal_code", "city", "online_url", "topics", "audiences", "venue")
OF_THE_KNOWN = ("known", "find", "reason", "moves_place")
LONG = (*REPEATS, "end_day", "all_day", "start_time")


@dataclass
class Part:
    """`name`: “Termin 2”; `anchor`: where it stands on the page; `number`: its place in the draft."""

    number: int
    name: str
    anchor: str
    form: Any
    notes: Notes = field(default_factory=dict)
    is_folded: bool = False
    shows_all: bool = False  # what will be public is seen, because words of it are left out
    why: str = ""  # it is not published unless somebody says otherwise
    unfolds: bool = False  # open where there is room, which only the script knows

    @property
    def is_open(self) -> bool:
        return not self.is_folded or bool(self.form.errors)

    @property
    def why_not(self) -> str:
        """As long as nobody chose something else."""
        return self.why if self._is_as_first("decision") else ""

    @property
    def is_left_out(self) -> bool:
        """From the start, and still."""
        return bool(self.why_not) and self.form.chosen == Decision.LEAVE_OUT

    def _is_as_first(self, name: str) -> bool:
        return str(self.form[name].value() or "") == str(self.form.initial.get(name) or "")

    @property
    def errors(self) -> list[dict[str, str]]:
        """For the summary: where something is wrong, and what."""
        whole = [
            {"url": f"#{self.anchor}", "field": self.name, "sentence": error}
            for error in self.form.non_field_errors()
        ]
        return whole + [
            {
                "url": f"#{bound.id_for_label or bound.auto_id}",
                "field": f"{self.name}, {bound.label}",
                "sentence": error,
            }
            for bound in self.form
            for error in bound.errors
        ]

    @property
    def doubts(self) -> list[dict[str, Any]]:
        """For the summary: where to look, and why. What somebody leaves out is not asked about."""
        lacks = self.missing
        untold = [name for name in lacks if name not in self.form.errors]
        return [self._line(name, what_lacks(self.form, name), is_missing=True) for name in untold] + [
            self._line(name, sentence_of(doubt), field=str(self.form[name].label))
            for name, note in self.notes.items()
            if name in self.form.fields
            for doubt in note.doubts
            if doubt.kind not in ABOUT_THE_PUBLIC
            if name in self._asked_about and FOUND_NOTHING.get(doubt.kind) not in lacks
        ]

    @property
    def missing(self) -> list[str]:
        """Fields without which it cannot be made."""
        return lacks_of(self.form)

    def _line(self, name: str, sentence: str, *, field: str = "", is_missing: bool = False) -> dict[str, Any]:
        """`settles`: the inputs in which it is put right."""
        return {
            "url": f"#{self.form[name].id_for_label or self.form[name].auto_id}",
            "part": self.name,
            "field": field,
            "sentence": sentence,
            "settles": where_to_settle(self.form, name),
            "is_missing": is_missing,
        }

    @property
    def _asked_about(self) -> set[str]:
        return set(self.form.fields) if self.makes_new or self.is_left_out else set()

    def _maybe_there(self, sentence: str) -> dict[str, Any]:
        return self._line("decision", sentence) | {"url": f"#{self.form['decision'].auto_id}"}

    @property
    def state(self) -> str:
        """What becomes of it, where it does not simply appear."""
        return (
            ""
            if self.is_published
            else str(dict(self.form.fields["decision"].choices).get(self.form.chosen, ""))
        )

    @property
    def marks(self) -> list[Mark]:
        found = []
        for name, note in self.notes.items():
            if name not in self.form.fields:
                continue
            bound = self.form[name]
            label = f"{self.name}: {bound.label}"
            found += [
                Mark(
                    bound.auto_id,
                    label,
                    span.start,
                    span.end,
                    name in self._asked_about and span in note.doubtful,
                    is_wide,
                )
                for spans, is_wide in ((note.spans, False), (note.wide, True))
                for span in spans
            ]
            for doubt in note.doubts if name in self._asked_about else ():
                if doubt.span and doubt.span not in note.doubtful:
                    found.append(
                        Mark(bound.auto_id, label, doubt.span.start, doubt.span.end, is_doubtful=True)
                    )
        return found

    @property
    def title(self) -> str:
        return str(self.form["title"].value() or "")

    @property
    def makes_new(self) -> bool:
        return self.form.chosen in MAKES_NEW

    @property
    def is_published(self) -> bool:
        return bool(self.form.chosen == Decision.PUBLISH)


@dataclass(frozen=True)
class Consequence:
    """What the main button does to an event that is there. `key`: which choice that is, so that the page can say that
    it was told."""

    key: str
    sentence: str


@dataclass
class NewsPart(Part):
    """`known`: the item that is probably the same."""

    form: NewsForm
    draft: NewsDraft | None = None
    known: NewsPage | None = None

    @property
    def doubts(self) -> list[dict[str, Any]]:
        if self.known is None:
            return super().doubts
        there = self._maybe_there(_("Diese Nachricht gibt es vielleicht schon."))
        return [there] if self.form.chosen == Decision.THERE else [there, *super().doubts]


@dataclass
class EventPart(Part):
    """`is_blank`: offered empty, to fill in by hand; `sleeps`: left out from the start; `first`: values it had then."""

    form: ReviewEventForm
    draft: EventDraft | None = None
    first: dict[str, Any] = field(default_factory=dict)
    known: Directory = field(default_factory=Directory)
    is_blank: bool = False
    sleeps: bool = False

    @property
    def why_not(self) -> str:
        """Not of the one that is there, where another is meant."""
        return super().why_not if self.form.chosen == Decision.LEAVE_OUT or self._is_as_first("known") else ""

    @property
    def is_open(self) -> bool:
        if self.form["find"].value():
            return True
        return super().is_open and not (self.is_blank and self.is_folded and self.form.is_untouched())

    @property
    def doubts(self) -> list[dict[str, Any]]:
        """What may be there already stands in the summary, chosen or only offered."""
        if not self._recognised:
            return [*self._not_found, *super().doubts]
        if self.change:
            first = [self._maybe_there(_("Bitte vergleichen Sie, ob diese Veranstaltung gemeint ist."))]
        else:
            first = [self._maybe_there(_("Diese Veranstaltung gibt es vielleicht schon."))]
        if self.form.chosen == Decision.THERE and self.differs:
            first.append(self._maybe_there(_("Der Text nennt eine andere Zeit oder einen anderen Ort.")))
        return [*first, *super().doubts]

    @property
    def missing(self) -> list[str]:
        """Nothing of an empty form that nobody touched."""
        return [] if self.is_blank and self.form.is_untouched() else lacks_of_event(self.form)

    @property
    def _not_found(self) -> list[dict[str, Any]]:
        """It is off or moved, and what that is nobody knows yet."""
        if self.draft is None or self.draft.status.value == Status.SCHEDULED or self.form.meant:
            return []
        sentence = _(
            "Im Text fällt etwas aus oder wird verlegt. Hier ist es nicht gefunden: Ist es schon da?"
        )
        return [self._maybe_there(sentence)]

    @property
    def _recognised(self) -> list[Candidate]:
        return [each for each in self.form.offered.values() if each.by == By.RECOGNISED]

    @property
    def _asked_about(self) -> set[str]:
        """Fields whose doubts matter for what becomes of it; of what is over those of its day."""
        if self.form.chosen == Decision.MOVE:
            return self.form.asked
        if (
            self.is_left_out
            and self.draft
            and self.draft.status.value == Status.SCHEDULED
            and is_over(self.draft)
        ):
            return _OF_ITS_DAY
        return super()._asked_about

    @property
    def change(self) -> str:
        """What it does to an event that is there: cancel, whole (of a series), move; "" for nothing."""
        chosen, meant = self.form.chosen, self.form.meant
        if chosen == Decision.CANCEL and meant and meant.is_whole:
            return "whole"
        return str(chosen.value) if chosen in (Decision.CANCEL, Decision.MOVE) else ""

    @property
    def consequence(self) -> Consequence | None:
        """What becomes of the event that is meant, where that is cancelled or moved."""
        meant, chosen = self.form.meant, self.form.chosen
        if meant is None or chosen not in (Decision.CANCEL, Decision.MOVE):
            return None
        sentence = meant.of_cancelling if chosen == Decision.CANCEL else meant.of_moving
        return Consequence(f"{self.form.prefix}-{chosen.value}-{meant.key}", sentence) if sentence else None

    @property
    def way(self) -> str:
        """What is done, unless somebody says otherwise, with an event that is pointed to."""
        status = self.draft.status.value if self.draft else Status.SCHEDULED
        found = Decision.CANCEL if status in NOT_THEN else Decision.THERE
        return (Decision.MOVE if status == Status.MOVED else found).value

    @property
    def moves(self) -> list[dict[str, Any]]:
        """Before and after of the one that is moved: `{"name", "term", "before", "after"}`; [] where none is offered."""
        offered = [each for each in self.form.offered.values() if each.may_change]
        if not offered:
            return []
        meant = self.form.meant or offered[0]
        is_elsewhere = bool(self.form["moves_place"].value())
        return shown_changes(meant, self._then, self._there, is_elsewhere=is_elsewhere)

    @property
    def differs(self) -> list[dict[str, Any]]:
        """What the text says otherwise than the event that is there, where it is that one."""
        meant = self.form.meant
        if meant is None or self.is_blank:
            return []
        is_elsewhere = names_elsewhere(meant.event, self.first, self.known)
        after = self._then if differs_in_time(meant, self.first) else ""
        return shown_changes(meant, after, self._there, is_elsewhere=is_elsewhere, only_what_differs=True)

    @property
    def _then(self) -> str:
        return time_after(self._value("start_day"), self._value("start_time"))

    @property
    def _there(self) -> str:
        street = str(self.form["street"].value() or "")
        return ", ".join(filter(None, (self.where, "" if is_said_in(street, self.where) else street)))

    @property
    def when(self) -> str:
        """`Di., 08.10.2019, 16 Uhr`; as far as it is said."""
        day, hour = self._value("start_day"), self._value("start_time")
        return said_moment(day if isinstance(day, date) else None, hour if isinstance(hour, time) else None)

    @property
    def where(self) -> str:
        names = dict(self.form.fields["venue"].choices)
        venue = names.get(str(self.form["venue"].value() or ""), "")
        return str(venue) if venue and venue != "–" else str(self.form["place_name"].value() or "")

    @property
    def repeats(self) -> list[Any]:
        return [self.form[name] for name in REPEATS]

    @property
    def is_long(self) -> bool:
        """It repeats or lasts for days, or there is something to put right about that."""
        form = self.form
        repeats = form["repeats"].value() not in (None, "", "never")
        return bool(
            repeats
            or form["end_day"].value()
            or form["all_day"].value()
            or any(name in form.errors for name in LONG)
        )

    @property
    def has_hidden_errors(self) -> bool:
        return any(name in self.form.errors for name in SELDOM)

    @property
    def usual_ways(self) -> list[Any]:
        """Options of the decision that stand there; those about an event that is there are folded."""
        return [each for each in self.form["decision"] if each.data["value"] not in ABOUT_A_KNOWN_EVENT]

    @property
    def ways_with_known(self) -> list[Any]:
        return [each for each in self.form["decision"] if each.data["value"] in ABOUT_A_KNOWN_EVENT]

    @property
    def asks_about_known(self) -> bool:
        """That fold is open: something like it is there, it is off or moved, somebody chose or looks for one."""
        form, is_off = self.form, self.draft is not None and self.draft.status.value != Status.SCHEDULED
        is_said = form.chosen in ABOUT_A_KNOWN_EVENT or any(form[name].value() for name in ("known", "find"))
        return (
            bool(self._recognised) or is_off or is_said or any(name in form.errors for name in OF_THE_KNOWN)
        )

    @property
    def known_events(self) -> list[dict[str, Any]]:
        """What was recognised."""
        return [self._shown(each) for each in self._recognised]

    @property
    def other_events(self) -> list[dict[str, Any]]:
        """What was looked for, and the few that are likeliest."""
        offered = sorted(self.form.offered.values(), key=lambda each: each.is_whole)
        return [self._shown(each) for by in (By.SOUGHT, By.LIKE) for each in offered if each.by == by]

    @property
    def finds_nothing(self) -> bool:
        """Somebody looked for an event and there is none."""
        sought = any(each.by == By.SOUGHT for each in self.form.offered.values())
        return bool(self.form["find"].value()) and not sought

    def _shown(self, each: Candidate) -> dict[str, Any]:
        return {
            "event": each.event,
            "candidate": each,
            "key": each.key,
            "label": each.label,
            "told": each.told,
            "is_chosen": each.key == str(self.form["known"].value() or ""),
            "is_whole": each.is_whole,
        }

    def _value(self, name: str) -> Any:
        try:
            return self.form.fields[name].to_python(self.form[name].value())
        except ValidationError:
            return None
