"""What can be done with accounts, persons and messages; the only writers of this app."""

from .accounts import (
    change_account,
    change_profile,
    create_account,
    delete_account,
    grant_role,
    keep_sample_password,
    revoke_role,
    set_roles,
    welcome_resident,
)
from .contacts import create_contact
from .messages import answer_message, close_message, receive_message, reopen_message
from .notifications import note_attempt, tick_off
from .persons import (
    change_person,
    create_person,
    erase_person,
    find_or_create_person,
    give_consent,
    withdraw_consent,
)

__all__ = [
    "answer_message",
    "change_account",
    "change_person",
    "change_profile",
    "close_message",
    "create_account",
    "create_contact",
    "create_person",
    "delete_account",
    "erase_person",
    "find_or_create_person",
    "give_consent",
    "grant_role",
    "keep_sample_password",
    "note_attempt",
    "receive_message",
    "reopen_message",
    "revoke_role",
    "set_roles",
    "tick_off",
    "welcome_resident",
    "withdraw_consent",
]
