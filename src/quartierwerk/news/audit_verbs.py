"""The reader's words for what is done with news outside of the editors' tools."""

from django.utils.translation import gettext_lazy as _

from quartierwerk.core.audit import register_verbs

register_verbs({"news created": _("Nachricht angelegt"), "news withdrawn": _("Nachricht zurückgezogen")})
