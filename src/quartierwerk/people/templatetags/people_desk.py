"""Words of the desk: `{% load people_desk %}`."""

from django import template
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from quartierwerk.core.context import Link
from quartierwerk.people.rules import readable_phone

register = template.Library()

VERBS = {
    "message received": _("eingegangen"),
    "message answered": _("beantwortet"),
    "message closed": _("ohne Antwort geschlossen"),
    "message reopened": _("wieder geöffnet"),
}


TABS = [
    (_("Übersicht"), "people:desk"),
    (_("Nachrichten"), "people:desk_messages"),
    (_("Anrufen und schreiben"), "people:desk_contacts"),
    (_("Personen"), "people:desk_persons"),
]


@register.simple_tag
def desk_tabs(request: HttpRequest) -> list[Link]:
    """The pages of the desk; the one that holds this page is current."""
    overview = reverse("people:desk")
    tabs = [(str(label), reverse(name)) for label, name in TABS]
    return [
        Link(label, url, request.path == url or (url != overview and request.path.startswith(url)))
        for label, url in tabs
    ]


@register.filter
def verb(recorded: str) -> str:
    """A verb of the audit log in the reader's words; one nobody translated stays as it is."""
    return str(VERBS.get(recorded, recorded))


register.filter("phone", readable_phone)
