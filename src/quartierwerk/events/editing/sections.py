"""What of this app waits on the desk."""

from django.utils.translation import gettext_lazy as _

from quartierwerk.core.desk import DeskSection, register

from .. import queries
from ..permissions import may_publish_events

register(
    DeskSection(
        key="event-drafts",
        title=_("Termine, die auf Freigabe warten"),
        url_name="events:desk_drafts",
        order=40,
        count=lambda request: queries.drafts_awaiting_approval().count(),  # noqa: ARG005
        may_see=may_publish_events,
    )
)
