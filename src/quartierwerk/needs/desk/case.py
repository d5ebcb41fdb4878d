"""A need before a member of staff: what its page and several of its forms ask for, read once."""

from functools import cached_property
from typing import Any

from django.db.models import Count

from quartierwerk.people.models import Contact

from ..enums import NoteKind, State
from ..models import Comment, InternalNote, Need
from ..queries import labels


class Case:
    def __init__(self, need: Need, user: Any) -> None:
        self.need, self.user = need, user

    @cached_property
    def words(self) -> dict[State, str]:
        """The town's words for the states."""
        return labels()

    @cached_property
    def comments(self) -> list[Comment]:
        """All of them, oldest first, each with `open_complaints`."""
        complaints = Count("complaints") - Count("complaints__handled_at")
        return list(self.need.comments.select_related("person", "by").annotate(open_complaints=complaints))

    @cached_property
    def notes(self) -> list[InternalNote]:
        """What only the team reads, oldest first."""
        return list(self.need.notes.select_related("by"))

    @property
    def exchange(self) -> list[InternalNote]:
        """Of these what was asked back and answered."""
        return [note for note in self.notes if note.kind != NoteKind.NOTE]

    @cached_property
    def office(self) -> str:
        """What stands below an answer: the department, or the role, of the contact that belongs to the account."""
        contact = Contact.objects.filter(email__iexact=self.user.email).order_by("pk").first()
        return (contact.department or contact.role) if contact else ""
