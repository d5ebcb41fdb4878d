"""Doubts that are settled: once its field was changed nobody needs to look at it again. The script says so at once."""

from typing import Any

from .missing import PLACE
from .notes import Notes

# A doubt that is put right in another field, too.
_BESIDE = {
    "start_time": ("start_time", "all_day"),
    "start_day": ("start_day", "end_day"),
    "registration_note": ("registration_note", "registration_mode"),
    "registration_mode": ("registration_mode", "registration_note"),
    "decision": ("decision", "known"),
    **dict.fromkeys(("venue", "place_name", "street"), PLACE),
}


def where_to_settle(form: Any, name: str) -> str:
    """Names of the inputs in which it can be put right, its own first: `e0-venue e0-place_name …`."""
    beside = [each for each in _BESIDE.get(name, ()) if each in form.fields and each != name]
    return " ".join(form[each].html_name for each in (name, *beside))


def forget_settled(form: Any, notes: Notes) -> None:
    """Changes the notes of a form that was sent."""
    changed = set(form.changed_data) if form.is_bound else set()
    for name, note in notes.items():
        if changed & {name, *_BESIDE.get(name, ())}:
            note.doubts, note.doubtful, note.is_unsure = [], [], False
