"""Shapes records for the components of `core`. `{% load topic_tags %}`."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from quartierwerk.people.models import Contact

register = template.Library()


@register.inclusion_tag("core/components/contact_card.html")
def contact_card(contact: Contact, level: int = 3) -> dict[str, Any]:
    """A member of staff as in the directory of contacts."""
    phones = [(_("Telefon"), contact.phone, False), (_("Mobil"), contact.mobile, True)]
    place = [contact.street, f"{contact.postal_code} {contact.city}".strip(), contact.room]
    return {
        "name": contact.name,
        "role": contact.role,
        "department": contact.department,
        "photo": contact.photo.get_rendition("fill-160x160") if contact.photo else None,
        "phones": [
            {"label": label, "number": number, "mobile": mobile} for label, number, mobile in phones if number
        ],
        "email": contact.email,
        "office_hours": contact.office_hours,
        "address": [line for line in place if line],
        "message_url": reverse("people:write", args=[contact.slug]),
        "vcard_url": "",
        "url": contact.get_absolute_url(),
        "level": level,
        "title": "",
    }


@register.inclusion_tag("core/components/table.html")
def data_table(value: Any) -> dict[str, Any]:
    """A table block: its first row heads the columns, its first column names the rows."""
    head, *rows = [[cell or "" for cell in row] for row in value["table"]["data"]] or [[]]
    return {
        "caption": value["caption"],
        "head": head,
        "rows": rows,
        "numeric": False,
        "foot": [],
        "note": value["source"],
    }
