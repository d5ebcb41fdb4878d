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

__all__ = [
    "change_account",
    "change_profile",
    "create_account",
    "delete_account",
    "grant_role",
    "keep_sample_password",
    "revoke_role",
    "set_roles",
    "welcome_resident",
]
