"""What of this part waits on the desk, and what staff begin with."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from quartierwerk.core import desk

from ..permissions import may_moderate
from . import queries


def _waiting_mails(request: HttpRequest) -> int:
    return queries.waiting_mails(request.user).count()


desk.register(
    desk.DeskSection(
        key="need-mails",
        title=_("E-Mails mit Beiträgen"),
        url_name="needs:mails",
        order=42,
        count=_waiting_mails,
        may_see=may_moderate,
    )
)
desk.register_start(desk.DeskStart(_("Handlungsbedarf aufnehmen"), "needs:desk_say", may_moderate))
desk.register_start(desk.DeskStart(_("Karte eingeben"), "needs:cards", may_moderate))
