"""What of this part waits on the desk, and what stands on a person's page."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from quartierwerk.core import desk
from quartierwerk.people import person_sections
from quartierwerk.people.models import Person
from quartierwerk.people.person_sections import PersonSection

from ..permissions import may_moderate
from . import queries


def _waiting_mails(request: HttpRequest) -> int:
    return queries.waiting_mails(request.user).count()


def needs_of_person(request: HttpRequest, person: Person) -> dict[str, Any] | None:
    """What the person said; nothing where there is none, or for who may not know it."""
    from .phone_views import shown_needs

    if not may_moderate(request.user):
        return None
    found = shown_needs(queries.needs_of(request.user, person)[:20])
    return {"needs": found} if found else None


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
person_sections.register(PersonSection("needs", 20, "needs/intake/of_person.html", needs_of_person))
