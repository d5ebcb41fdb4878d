"""What can be done with accounts, persons and messages; the only writers of this app."""

from .accounts import grant_role
from .messages import answer_message, close_message, receive_message, reopen_message
from .notifications import note_attempt, tick_off
from .persons import (
    change_person,
    erase_person,
    find_or_create_person,
    give_consent,
    withdraw_consent,
)

__all__ = [
    "answer_message",
    "change_person",
    "close_message",
    "erase_person",
    "find_or_create_person",
    "give_consent",
    "grant_role",
    "note_attempt",
    "receive_message",
    "reopen_message",
    "tick_off",
    "withdraw_consent",
]
