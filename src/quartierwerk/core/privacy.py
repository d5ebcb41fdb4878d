"""Purposes for which personal data is kept; each app registers its own.

From this one list come the Datenschutzerklärung, the information text at each form and the deletion job
(DSGVO Art. 5 (1) b and e, 6, 13, 30).
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import audit

Text = str | Promise
logger = logging.getLogger(__name__)

STAFF = gettext_lazy("die zuständigen Beschäftigten der Stadt")
PUBLIC_TASK = gettext_lazy("Art. 6 Abs. 1 Buchstabe e DSGVO (Aufgabe im öffentlichen Interesse)")


@dataclass(frozen=True)
class Purpose:
    """One purpose.

    `expired` returns the rows whose time is over; `delete` removes or anonymises them and answers how many.
    What vanishes by itself, as in a cache, has neither.
    """

    key: str
    title: Text
    data: Text
    legal_basis: Text
    retention: timedelta
    retention_text: Text
    expired: Callable[[], QuerySet] | None = None
    delete: Callable[[QuerySet], int] | None = None
    recipients: Text = ""


_purposes: dict[str, Purpose] = {}


def register(purpose: Purpose) -> Purpose:
    _purposes[purpose.key] = purpose
    return purpose


def purposes() -> list[Purpose]:
    """All purposes, in the order in which they were registered (lowest layer first)."""
    return list(_purposes.values())


def purpose(key: str) -> Purpose:
    return _purposes[key]


def hint(key: str) -> str:
    """The information text at a form (DSGVO Art. 13): why, on which basis, how long."""
    kept = _purposes[key]
    return _(
        "Wir brauchen diese Angaben, um Ihnen zu antworten (%(purpose)s). "
        "Rechtsgrundlage: %(basis)s. Wir löschen sie: %(retention)s."
    ) % {"purpose": kept.title, "basis": kept.legal_basis, "retention": kept.retention_text}


@transaction.atomic
def delete_rows(rows: QuerySet[Any]) -> int:
    """A `Purpose.delete` for rows of which nothing stays."""
    model = rows.model
    ids = list(rows.values_list("pk", flat=True))
    model._base_manager.filter(pk__in=ids).delete()
    return recorded("expired data deleted", len(ids), kind=model._meta.label_lower)


def recorded(verb: str, number: int, **details: Any) -> int:
    """One line in the audit log, where anything was done; answers the number."""
    if number:
        audit.record(verb, count=number, **details)
    return number


def delete_expired(*, dry_run: bool = False) -> list[tuple[Purpose, int]]:
    """Delete, or only count, what is over for each purpose; answers the purposes with their numbers."""
    result = []
    for kept in purposes():
        if kept.expired is None or kept.delete is None:
            continue
        rows = kept.expired()
        number = rows.count() if dry_run else kept.delete(rows)
        logger.info("expired data, %s: %d%s", kept.key, number, " (dry run)" if dry_run else "")
        result.append((kept, number))
    return result
