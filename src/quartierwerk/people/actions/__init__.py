"""What can be done with accounts, persons and messages; the only writers of this app."""

from .accounts import grant_role

__all__ = ["grant_role"]
