"""Words of the desk: `{% load people_desk %}`."""

import phonenumbers
from django import template
from django.utils.translation import gettext_lazy as _

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


@register.filter
def phone(number: str) -> str:
    """`+4923241234` → `02324 1234`: as Germans read it; a foreign number keeps its country."""
    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return number
    is_german = parsed.country_code == 49
    style = phonenumbers.PhoneNumberFormat.NATIONAL if is_german else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(parsed, style)
