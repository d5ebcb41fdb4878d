"""Who may do what with events; names of registered people are for managers and the event's organisers only."""

from typing import Any

from quartierwerk.people.permissions import (
    Permission,
    is_signed_in,
    may_answer_residents,
    may_publish,
    may_write_drafts,
)

from .models import Event, Organiser

sees_every_registration = may_answer_residents
may_edit_events = may_write_drafts
may_publish_events = may_publish
organises_something = is_signed_in & Permission(lambda user: Organiser.objects.filter(account=user).exists())
may_use_event_desk = may_edit_events | organises_something
may_register_others = sees_every_registration | organises_something


def is_organiser(user: Any, event: Event) -> bool:
    """Whether the account is named among the event's organisers."""
    return is_signed_in(user) and event.organisers.filter(account=user).exists()


def may_see_registrations(user: Any, event: Event) -> bool:
    return sees_every_registration(user) or is_organiser(user, event)
