"""Words of the desk: `{% load people_desk %}`."""

from typing import Any

from django import template
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from quartierwerk.core import audit, desk
from quartierwerk.core.context import Link
from quartierwerk.people.permissions import Permission, may_answer_residents, may_use_desk
from quartierwerk.people.rules import readable_phone

register = template.Library()

TABS: list[tuple[Any, str, Permission]] = [
    (_("Übersicht"), "people:desk", may_use_desk),
    (_("Nachrichten"), "people:desk_messages", may_use_desk),
    (_("Anrufen und schreiben"), "people:desk_contacts", may_answer_residents),
    (_("Personen"), "people:desk_persons", may_answer_residents),
]


@register.simple_tag
def desk_tabs(request: HttpRequest) -> list[Link]:
    """The pages of the desk that this account may open, then the sections of other apps; the one that holds this
    page is current."""
    overview = reverse("people:desk")
    shown: list[tuple[Any, str]] = [(label, name) for label, name, may_see in TABS if may_see(request.user)]
    own = {name for _label, name, _may_see in TABS}
    shown += [(s.title, s.url_name) for s in desk.sections_for(request.user) if s.url_name not in own]
    tabs = [(str(label), reverse(name)) for label, name in shown]
    holding = [url for _label, url in tabs if url != overview and request.path.startswith(url)]
    current = max(holding, key=len, default=request.path)  # a section may lie below another one
    return [Link(label, url, url == current) for label, url in tabs]


register.filter("verb", audit.word_of)
register.filter("phone", readable_phone)
