"""What can be done with events and registrations. All arguments are keyword-only; whoever acts is `by`."""

from .dates import keep_dates
from .editing import Edit, create_event, delete_event, edit_event, publish_event
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
    "Edit",
    "Wish",
    "cancel_registration",
    "change_registration",
    "confirm_registration",
    "create_event",
    "delete_event",
    "edit_event",
    "fill_from_waiting_list",
    "keep_dates",
    "lock",
    "publish_event",
    "refresh_availability",
    "register",
    "release_lapsed",
]
