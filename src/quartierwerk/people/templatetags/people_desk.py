"""Words of the desk: `{% load people_desk %}`."""

from django import template
from django.utils.translation import gettext_lazy as _

from quartierwerk.people.rules import readable_phone

register = template.Library()

VERBS = {
    "message received": _("eingegangen"),
    "message answered": _("beantwortet"),
    "message closed": _("ohne Antwort geschlossen"),
    "message reopened": _("wieder geöffnet"),
}


@register.filter
def verb(recorded: str) -> str:
    """A verb of the audit log in the reader's words; one nobody translated stays as it is."""
    return str(VERBS.get(recorded, recorded))


register.filter("phone", readable_phone)
