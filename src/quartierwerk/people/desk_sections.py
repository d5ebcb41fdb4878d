"""What of this app waits on the desk."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from quartierwerk.core.desk import DeskSection, DeskStart, register, register_start

from . import queries
from .permissions import may_answer_residents, may_use_desk


def _once(request: HttpRequest, count: Callable[[Any], dict[str, int]]) -> dict[str, int]:
    """Count once a request, though number and lateness are asked for separately."""
    counted = request.__dict__.setdefault("desk_counts", {})
    if count.__name__ not in counted:
        counted[count.__name__] = count(request.user)
    return counted[count.__name__]


register(
    DeskSection(
        key="messages",
        title=_("Nachrichten"),
        url_name="people:desk_messages",
        order=10,
        count=lambda request: _once(request, queries.message_counts)["waiting"],
        overdue=lambda request: _once(request, queries.message_counts)["overdue"],
        may_see=may_use_desk,
    )
)
register(
    DeskSection(
        key="to-contact",
        title=_("Anrufen und schreiben"),
        url_name="people:desk_contacts",
        order=20,
        count=lambda request: _once(request, queries.to_contact_counts)["open"],
        overdue=lambda request: _once(request, queries.to_contact_counts)["overdue"],
        may_see=may_answer_residents,
    )
)
register_start(DeskStart(_("Anruf aufnehmen"), "people:desk_take", may_answer_residents))
register_start(DeskStart(_("Person eintragen"), "people:desk_add_person", may_answer_residents))
