"""What of this app waits on the desk."""

from django.utils.translation import gettext_lazy as _

from quartierwerk.core.desk import DeskSection, register

from . import queries
from .permissions import may_use_desk

register(
    DeskSection(
        key="messages",
        title=_("Nachrichten"),
        url_name="people:desk_messages",
        order=10,
        count=lambda request: queries.message_counts(request.user)["waiting"],
        overdue=lambda request: queries.message_counts(request.user)["overdue"],
        may_see=may_use_desk,
    )
)
register(
    DeskSection(
        key="to-contact",
        title=_("Anrufen und schreiben"),
        url_name="people:desk_contacts",
        order=20,
        count=lambda request: queries.to_contact_counts(request.user)["open"],
        overdue=lambda request: queries.to_contact_counts(request.user)["overdue"],
        may_see=may_use_desk,
    )
)
