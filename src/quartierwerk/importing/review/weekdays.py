"""The doubt whether weekday and date go together: it says which weekday the date is."""

from dataclasses import replace
from datetime import date
from typing import Any

from ..extract.draft import DoubtKind
from .notes import Notes


def look_at_weekday(form: Any, notes: Notes) -> None:
    """Changes the notes of an event; `form` holds what was read, and what was sent."""
    note, day = notes.get("start_day"), form.initial.get("start_day")
    if note is None or DoubtKind.WEEKDAY_CONFLICT not in [each.kind for each in note.doubts]:
        return
    if isinstance(day, date):
        is_it = DoubtKind.WEEKDAY_CONFLICT
        form.fields["start_day"].widget.attrs["data-asks"] = ""  # the script looks again once it was changed
        note.doubts = [replace(each, day=day) if each.kind == is_it else each for each in note.doubts]
