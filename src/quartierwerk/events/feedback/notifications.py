"""The mail that asks how it was."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from quartierwerk.people.models import Channel, Notification
from quartierwerk.people.notifications import notify

from ..models import Registration


def ask_for_feedback(registration: Registration) -> Notification | None:
    """One friendly mail with the address of the form; the answer is anonymous, so the address names nobody."""
    person, event = registration.person, registration.event
    if person is None:
        return None
    with translation.override(registration.language):
        return notify(
            person=person,
            channel=Channel.EMAIL,
            subject=_("Wie war es? %s") % event.title,
            body=_(
                "Guten Tag,\n\nschön, dass Sie da waren: „%(title)s“. Wie hat es Ihnen gefallen? Drei kurze Fragen, "
                "ohne Namen und ohne Konto:\n%(link)s\n\nSie müssen nichts tun; wir fragen nur dieses eine Mal."
            )
            % {
                "title": event.title,
                "link": settings.BASE_URL + reverse("events:feedback", args=[event.slug]),
            },
            about=registration,
        )
