"""What can be done with events and registrations. All arguments are keyword-only; whoever acts is `by`."""

from .dates import keep_dates
from .door import AlreadyAdmitted, admit, release_no_show, undo_admission, walk_in
from .places import fill_from_waiting_list, lock, refresh_availability
from .registering import (
    Wish,
    cancel_registration,
    change_registration,
    confirm_registration,
    register,
    release_lapsed,
)

__all__ = [
    "AlreadyAdmitted",
    "Wish",
    "admit",
    "cancel_registration",
    "change_registration",
    "confirm_registration",
    "fill_from_waiting_list",
    "keep_dates",
    "lock",
    "refresh_availability",
    "register",
    "release_lapsed",
    "release_no_show",
    "undo_admission",
    "walk_in",
]
