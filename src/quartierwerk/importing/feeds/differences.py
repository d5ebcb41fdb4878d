"""What a partner's calendar says otherwise than before, in words, and what of it would change the event here.

Only what changed in the calendar counts; a text that somebody put right by hand is told about and left as it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from quartierwerk.events.enums import Stage
from quartierwerk.events.models import Event
from quartierwerk.events.words import when

from .entries import Entry, day_of, is_all_day
from .rendering import aware, days_words, ends_at, moved_words, repeats_words

MOMENT = ("starts", "ends")
LONGEST_SHOWN = 120


@dataclass(frozen=True)
class Difference:
    """`names`: fields of the entry; `was` and `now` in words, empty for nothing. `is_kept`: somebody wrote it anew here,
    so it stays as it is; `note` tells such things."""

    names: tuple[str, ...]
    label: str
    was: str
    now: str
    is_kept: bool = False
    note: str = ""


def differences(before: Entry, after: Entry, event: Event) -> list[Difference]:
    """In the order in which somebody wants to know. None for an event that is cancelled here, or for what it says already."""
    if event.stage == Stage.CANCELLED:
        return []
    if after["is_off"] and not before["is_off"]:
        return [_off(after)]
    return [
        each for find in (_moments, _place, _series, _title, _text) for each in find(before, after, event)
    ]


def _off(after: Entry) -> Difference:
    if after["is_gone"]:
        return Difference(("is_off",), _("Stand"), _("findet statt"), _("steht nicht mehr im Kalender"))
    return Difference(("is_off",), _("Stand"), _("findet statt"), _("abgesagt"))


def _moments(before: Entry, after: Entry, event: Event) -> Iterator[Difference]:
    if before["starts"] != after["starts"] and aware(after["starts"]) != event.starts_at:
        yield Difference(
            ("starts",), _("Beginn"), _moment(before, after, "starts"), _moment(after, before, "starts")
        )
    if before["ends"] != after["ends"] and ends_at(after) != event.ends_at:
        yield Difference(("ends",), _("Ende"), _moment(before, after, "ends"), _moment(after, before, "ends"))


def _moment(said: Entry, other: Entry, name: str) -> str:
    """Only the hour where the day stays."""
    written = said[name]
    if not written:
        return ""
    if is_all_day(said):
        return f"{when.day(day_of(written), with_year=True)}, {_('ganztägig')}"
    stays = other[name] and day_of(other[name]) == day_of(written) and not is_all_day(other)
    return when.hour(aware(written)) if stays else when.moment(aware(written), with_year=True)


def _place(before: Entry, after: Entry, event: Event) -> Iterator[Difference]:
    if before["place"] != after["place"] and after["place"] not in (event.place_name, str(event.venue or "")):
        yield Difference(("place",), _("Ort"), before["place"], after["place"])


def _series(before: Entry, after: Entry, event: Event) -> Iterator[Difference]:
    if (before["rule"], before["until"]) != (after["rule"], after["until"]):
        until = event.repeats_until.isoformat() if event.repeats_until else None
        if (event.rule, until) != (after["rule"], after["until"]):
            yield Difference(
                ("rule", "until"), _("Wiederholung"), repeats_words(before), repeats_words(after)
            )
    off = sorted(set(after["but_not"]) - set(before["but_not"]) - set(event.excluded_dates))
    if off and event.is_series:
        yield Difference(("but_not",), _("Fällt aus"), "", days_words(off))
    moved = [each for each in after["moved"] if each not in before["moved"]]
    if moved:
        note = _("Bitte verlegen Sie diesen Termin der Reihe von Hand.")
        words = "; ".join(moved_words(each) for each in moved)
        yield Difference(("moved",), _("Verlegt"), "", words, is_kept=True, note=note)


def _title(before: Entry, after: Entry, event: Event) -> Iterator[Difference]:
    if before["title"] != after["title"] and after["title"] != event.title:
        yield _of_words("title", _("Titel"), before, after, is_kept=event.title != before["title"])


def _text(before: Entry, after: Entry, event: Event) -> Iterator[Difference]:
    if _words(before["text"]) != _words(after["text"]) and _words(after["text"]) != _words(event.description):
        is_kept = _words(event.description) != _words(before["text"])
        yield _of_words("text", _("Beschreibung"), before, after, is_kept=is_kept)


def _of_words(name: str, label: str, before: Entry, after: Entry, *, is_kept: bool) -> Difference:
    note = _("Ihr Text ist von Hand bearbeitet und bleibt, wie er ist.") if is_kept else ""
    was, now = _where_they_part(before[name], after[name])
    return Difference((name,), label, was, now, is_kept=is_kept, note=note)


def _where_they_part(was: str, now: str) -> tuple[str, str]:
    """The stretch that differs, with a few words before it; two whole texts side by side tell nobody anything."""
    same = next(
        (at for at, (a, b) in enumerate(zip(was, now, strict=False)) if a != b), min(len(was), len(now))
    )
    start = max(0, was.rfind(" ", 0, max(0, same - 20)) + 1) if same > 40 else 0
    return _cut(was, start), _cut(now, start)


def _cut(text: str, start: int) -> str:
    shown = " ".join(text[start : start + LONGEST_SHOWN].split())
    return f"{'… ' if start else ''}{shown}{' …' if len(text) > start + LONGEST_SHOWN else ''}"


def _words(text: str) -> list[str]:
    return text.split()
