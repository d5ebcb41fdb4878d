"""An entry as German text, so that it is read, shown and searched like a text that somebody wrote."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.utils import translation

from quartierwerk.events.models import Event
from quartierwerk.events.series.recurrence import zone
from quartierwerk.events.series.text import recurrence_text
from quartierwerk.events.words import when

from .entries import Entry, is_all_day, is_event, moment

ODD_RULE = (
    "wiederholt sich auf eine Weise, die wir nicht lesen können; bitte vergleichen Sie mit dem Kalender"
)


@dataclass
class Rendered:
    """`spans`: name of a field of the entry → where the text says it."""

    text: str = ""
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)

    def add(self, name: str, words: str, label: str = "") -> None:
        if not words:
            return
        self.text += label
        self.spans[name] = (len(self.text), len(self.text) + len(words))
        self.text += f"{words}\n"


def rendered(entry: Entry) -> Rendered:
    """Always in German and with years, whoever looks and whenever: the spans have to fit the text that is kept."""
    said = Rendered()
    said.add("title", entry["title"])
    if is_event(entry):
        with translation.override("de"):
            said.text += "\n"
            said.add("starts", when_words(entry), "Wann: ")
            said.add("rule", repeats_words(entry), "Wiederholung: ")
            said.add("but_not", days_words(entry["but_not"]), "Fällt aus am ")
            said.add("moved", "; ".join(moved_words(each) for each in entry["moved"]), "Verlegt: ")
            said.add("is_off", "abgesagt" if entry["is_off"] else "", "Stand: ")
            said.add("place", entry["place"], "Ort: ")
    if entry["text"]:
        said.text += "\n"
        said.add("text", entry["text"])
    said.text = said.text.rstrip("\n")
    return said


def aware(written: str) -> datetime:
    """The moment in the town; of a whole day its midnight."""
    at = moment(written)
    naive = at if isinstance(at, datetime) else datetime.combine(at, time.min)
    return naive.replace(tzinfo=zone())


def ends_at(entry: Entry) -> datetime | None:
    """As an event keeps it: whole days end at the midnight after the last."""
    if not is_all_day(entry):
        return aware(entry["ends"]) if entry["ends"] else None
    last = date.fromisoformat(entry["ends"] or entry["starts"])
    return aware((last + timedelta(days=1)).isoformat())


def when_words(entry: Entry) -> str:
    starts = aware(entry["starts"])
    return when.span(starts, ends_at(entry), all_day=is_all_day(entry), with_year=True)


def repeats_words(entry: Entry) -> str:
    if entry["has_odd_rule"]:
        return ODD_RULE
    until = date.fromisoformat(entry["until"]) if entry["until"] else None
    return recurrence_text(Event(rule=entry["rule"], starts_at=aware(entry["starts"]), repeats_until=until))


def days_words(days: list[str]) -> str:
    return ", ".join(when.day(date.fromisoformat(day), with_year=True) for day in days)


def moved_words(moved: list[str | None]) -> str:
    """`Dienstag, 10. November 2026: jetzt Mittwoch, 11. November 2026, 16 Uhr`."""
    day, starts, ends = moved
    now = when.span(aware(starts or ""), aware(ends) if ends else None, with_year=True)
    return f"{when.day(date.fromisoformat(day or ''), with_year=True)}: jetzt {now}"
