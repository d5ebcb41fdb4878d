"""Writes the audit log. Every action in an `actions.py` records itself here, in its own transaction."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet

from .models import AuditEntry


def record(
    verb: str,
    target: Model | None = None,
    *,
    by: Any = None,
    on_behalf_of: Model | None = None,
    **details: Any,
) -> AuditEntry:
    """Keep that `by` (a user, or None for an anonymous visitor or the system) did `verb` to `target`.

    `details` must be plain JSON values and never contact data: names of fields, states, counts.
    """
    return AuditEntry.objects.create(
        verb=verb,
        actor=None if by is None or isinstance(by, AnonymousUser) else by,
        target_type=ContentType.objects.get_for_model(target) if target else None,
        target_id=str(target.pk) if target else "",
        on_behalf_of=str(on_behalf_of.pk) if on_behalf_of else "",
        details=details,
    )


def entries_about(target: Model) -> QuerySet[AuditEntry]:
    """What the log holds about this thing."""
    return AuditEntry.objects.filter(
        target_type=ContentType.objects.get_for_model(target), target_id=str(target.pk)
    )
