"""The words of this app's actions in a history and in the editors' report."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from quartierwerk.core.audit import register_verbs

register_verbs(
    {
        "contact created": _("Ansprechperson angelegt"),
        "message received": _("eingegangen"),
        "message answered": _("beantwortet"),
        "message closed": _("ohne Antwort geschlossen"),
        "message reopened": _("wieder geöffnet"),
        "notification done": pgettext_lazy("Vorgang", "angerufen oder geschrieben"),
        "notification tried": pgettext_lazy("Vorgang", "nicht erreicht"),
        "person created": _("Person eingetragen"),
        "person changed": _("Angaben zur Person geändert"),
        "person exported": _("Auskunft über gespeicherte Daten erstellt"),
        "person erased": _("Person gelöscht"),
        "consent given": _("Einwilligung eingetragen"),
        "consent withdrawn": _("Einwilligung widerrufen"),
        "account created": _("Konto angelegt"),
        "account signed up": _("Konto selbst angelegt"),
        "account changed": _("Konto geändert"),
        "account deleted": _("Konto gelöscht"),
        "profile changed": _("eigene Angaben geändert"),
        "role granted": _("Rolle gegeben"),
        "role revoked": _("Rolle genommen"),
        "expired data deleted": _("abgelaufene Daten gelöscht"),
    }
)
