"""Purposes for which personal data is kept; each app registers its own.

From this one list come the Datenschutzerklärung, the information text at each form and the deletion job
(DSGVO Art. 5 (1) b and e, 6, 13, 30).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _

Text = str | Promise


@dataclass(frozen=True)
class Purpose:
    """One purpose.

    `expired` returns the rows whose time is over; `delete` removes or anonymises them and answers how many.
    """

    key: str
    title: Text
    data: Text
    legal_basis: Text
    retention: timedelta
    retention_text: Text
    expired: Callable[[], QuerySet]
    delete: Callable[[QuerySet], int]
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
