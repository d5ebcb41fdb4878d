"""What somebody put right, event by event and field by field, in words to show."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext, gettext_lazy, pgettext_lazy

Label = dict[str, Any]

# Field of the labels → its name; what is concluded from other fields is not told twice.
FIELDS = {
    "title": gettext_lazy("Titel"),
    "start": gettext_lazy("Beginn"),
    "end": gettext_lazy("Ende"),
    "start_time": gettext_lazy("Uhrzeit"),
    "end_time": gettext_lazy("Ende um"),
    "place": gettext_lazy("Ort"),
    "street_address": gettext_lazy("Straße und Hausnummer"),
    "quarter": gettext_lazy("Quartier"),
    "phones": gettext_lazy("Telefon"),
    "emails": gettext_lazy("E-Mail"),
    "registration": gettext_lazy("Anmeldung"),
    "registration_deadline": gettext_lazy("Anmeldeschluss"),
    "price": gettext_lazy("Preis"),
    "recurrence": gettext_lazy("Wiederholung"),
    "status": gettext_lazy("Stand"),
}
WORDS = {
    "required": pgettext_lazy("Anmeldung", "erforderlich"),
    "requested": pgettext_lazy("Anmeldung", "erbeten"),
    "tickets": pgettext_lazy("Anmeldung", "mit Karten"),
    "not_needed": pgettext_lazy("Anmeldung", "nicht nötig"),
    "unspecified": pgettext_lazy("Anmeldung", "keine Angabe"),
    "scheduled": pgettext_lazy("Stand eines Termins", "findet statt"),
    "cancelled": pgettext_lazy("Stand eines Termins", "fällt aus"),
    "postponed": pgettext_lazy("Stand eines Termins", "verlegt"),
}


@dataclass(frozen=True)
class Difference:
    """One value of the event `title`; an empty `field`: the whole event was added or left out."""

    title: str
    field: str
    before: str
    after: str


def differences(read: list[Label], corrected: list[Label]) -> list[Difference]:
    """In the order of the events as they were put right, then those that were none."""
    pairs, left_out = _pairs(read, corrected)
    found: list[Difference] = []
    for before, after in pairs:
        title = str(after.get("title") or "")
        if before is None:
            found.append(Difference(title, "", gettext("nicht erkannt"), gettext("ergänzt")))
        else:
            found += _fields(title, before, after)
    gone = [(str(each.get("title") or ""), _shown(each.get("start"))) for each in left_out]
    return found + [
        Difference(title, "", day or gettext("erkannt"), gettext("kein Termin")) for title, day in gone
    ]


def _fields(title: str, before: Label, after: Label) -> Iterator[Difference]:
    for field, name in FIELDS.items():
        if (before.get(field) or None) != (after.get(field) or None):
            yield Difference(title, str(name), _shown(before.get(field)), _shown(after.get(field)))


def _pairs(read: list[Label], corrected: list[Label]) -> tuple[list[tuple[Label | None, Label]], list[Label]]:
    """The same event in both: with the same beginning and title, one of them, or else the next one that is free."""
    free = list(read)
    found: dict[int, Label] = {}
    for keys in (("start", "title"), ("start",), ("title",), ()):
        for number, after in enumerate(corrected):
            if number in found:
                continue
            before = next((each for each in free if all(each.get(k) == after.get(k) for k in keys)), None)
            if before is not None:
                found[number] = before
                free.remove(before)
    return [(found.get(number), after) for number, after in enumerate(corrected)], free


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "–"
    if value in (None, ""):
        return "–"
    return str(WORDS.get(value) or _day(str(value)))


def _day(value: str) -> str:
    """“21.05.2024 15:00”; what is no day stays as it is."""
    try:
        if len(value) == len("2024-05-21"):
            return date_format(date.fromisoformat(value), "SHORT_DATE_FORMAT")
        return date_format(datetime.fromisoformat(value), "SHORT_DATETIME_FORMAT") if "T" in value else value
    except ValueError:
        return value
