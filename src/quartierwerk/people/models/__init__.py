from .accounts import Role, RoleAssignment, User
from .contacts import Contact
from .messages import Message
from .notifications import Attempt, Notification
from .persons import Channel, Consent, Person

__all__ = [
    "Attempt",
    "Channel",
    "Consent",
    "Contact",
    "Message",
    "Notification",
    "Person",
    "Role",
    "RoleAssignment",
    "User",
]
