"""What can be done with events and registrations. All arguments are keyword-only; whoever acts is `by`."""

from .dates import keep_dates
from .feedback import ask_for_feedback_due, give_feedback
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
    "ask_for_feedback_due",
    "cancel_registration",
    "change_registration",
    "confirm_registration",
    "fill_from_waiting_list",
    "give_feedback",
    "keep_dates",
    "lock",
    "refresh_availability",
    "register",
    "release_lapsed",
]
