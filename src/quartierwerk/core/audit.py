"""Writes the audit log. Every action in an `actions.py` records itself here, in its own transaction.

The log keeps a short English verb; the reader's word for it comes from the `audit_verbs.py` of the app that records it.
"""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from django.utils.functional import Promise

from .models import AuditEntry

_words: dict[str, str | Promise] = {}


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


def register_verbs(words: dict[str, str | Promise]) -> None:
    """An app tells the reader's words for the verbs of its own actions."""
    _words.update(words)


def word_of(verb: str) -> str:
    """A verb in the reader's words; one that no app knows any more stays as it is."""
    return str(_words.get(verb, verb))


def entries_about(target: Model) -> QuerySet[AuditEntry]:
    """What the log holds about this thing."""
    return AuditEntry.objects.filter(
        target_type=ContentType.objects.get_for_model(target), target_id=str(target.pk)
    )
