"""What can be done with events and registrations. All arguments are keyword-only; whoever acts is `by`."""

from .dates import keep_dates
from .desk import cancel_for, confirm_for, note_registration, register_caller, tell_again
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
    "Wish",
    "cancel_for",
    "cancel_registration",
    "change_registration",
    "confirm_for",
    "confirm_registration",
    "fill_from_waiting_list",
    "keep_dates",
    "lock",
    "note_registration",
    "refresh_availability",
    "register",
    "register_caller",
    "release_lapsed",
    "tell_again",
]
