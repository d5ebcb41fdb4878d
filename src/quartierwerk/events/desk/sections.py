"""What of this app waits on the desk, and the words of its history."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from quartierwerk.core.desk import DeskSection, DeskStart, register, register_start
from quartierwerk.people.templatetags.people_desk import register_verbs

from ..permissions import may_register_others, may_use_event_desk
from . import queries


def _waiting(request: HttpRequest) -> dict[str, int]:
    """Counted once a request, though number and lateness are asked for separately."""
    counted = request.__dict__.setdefault("desk_counts", {})
    if "events" not in counted:
        counted["events"] = queries.waiting_for_staff(request.user)
    return counted["events"]


register(
    DeskSection(
        key="events",
        title=_("Termine"),
        url_name="events:desk_events",
        order=30,
        count=lambda request: _waiting(request)["open"],
        overdue=lambda request: _waiting(request)["late"],
        may_see=may_use_event_desk,
    )
)
register_start(DeskStart(_("Zu einem Termin anmelden"), "events:desk_register", may_register_others))
register_verbs(
    {
        "registered": _("angemeldet"),
        "registration confirmed": _("bestätigt"),
        "registration changed": _("geändert"),
        "registration cancelled": _("abgemeldet"),
        "registration noted": _("Notiz geschrieben"),
        "registration told again": _("noch einmal benachrichtigt"),
        "place offered": _("freien Platz angeboten"),
        "admitted": _("eingelassen"),
        "admission undone": _("Einlass zurückgenommen"),
        "walked in": _("ohne Anmeldung gekommen"),
        "reminded": _("erinnert"),
        "asked for feedback": _("um Rückmeldung gebeten"),
        "waiting list closed": _("Warteliste geschlossen"),
        "place released": _("Platz wieder freigegeben"),
    }
)
