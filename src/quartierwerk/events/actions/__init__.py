"""What can be done with events and registrations. All arguments are keyword-only; whoever acts is `by`."""

from .dates import carry_on, keep_dates
from .desk import cancel_for, confirm_for, note_registration, register_caller, tell_again
from .door import AlreadyAdmitted, admit, release_no_show, undo_admission, walk_in
from .editing import create_event, delete_event, edit_event
from .feedback import ask_for_feedback_due, give_feedback
from .moving import event_saved, move_date, move_event
from .places import fill_from_waiting_list, lock, refresh_availability
from .registering import Wish, cancel_registration, change_registration, confirm_registration, register
from .reminding import remind_due
from .snapshots import Snapshot, snapshot
from .stages import cancel_date, cancel_event, publish_event, withdraw_event
from .waiting_list import close_waiting_lists, promote, release_lapsed

__all__ = [
    "AlreadyAdmitted",
    "Snapshot",
    "Wish",
    "admit",
    "ask_for_feedback_due",
    "cancel_date",
    "cancel_event",
    "cancel_for",
    "cancel_registration",
    "carry_on",
    "change_registration",
    "close_waiting_lists",
    "confirm_for",
    "confirm_registration",
    "create_event",
    "delete_event",
    "edit_event",
    "event_saved",
    "fill_from_waiting_list",
    "give_feedback",
    "keep_dates",
    "lock",
    "move_date",
    "move_event",
    "note_registration",
    "promote",
    "publish_event",
    "refresh_availability",
    "register",
    "register_caller",
    "release_lapsed",
    "release_no_show",
    "remind_due",
    "snapshot",
    "tell_again",
    "undo_admission",
    "walk_in",
    "withdraw_event",
]
