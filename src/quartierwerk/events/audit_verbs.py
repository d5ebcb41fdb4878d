"""The words of this app's actions in a history and in the editors' report."""

from django.utils.translation import gettext_lazy as _

from quartierwerk.core.audit import register_verbs

register_verbs(
    {
        "registered": _("angemeldet"),
        "put on waiting list": _("auf die Warteliste gesetzt"),
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
        "no-show released": _("Platz wieder freigegeben, nicht gekommen"),
        "registration list downloaded": _("Liste der Anmeldungen heruntergeladen"),
        "registrations anonymised": _("Namen aus alten Anmeldungen gelöscht"),
        "needs deleted": _("Angaben zum Bedarf gelöscht"),
        "event created": _("Veranstaltung angelegt"),
        "event changed": _("Veranstaltung geändert"),
        "event published": _("Veranstaltung veröffentlicht"),
        "event withdrawn": _("Veröffentlichung zurückgenommen"),
        "event cancelled": _("Veranstaltung abgesagt"),
        "event moved": _("Veranstaltung verlegt"),
        "event deleted": _("Veranstaltung gelöscht"),
        "date cancelled": _("Termin der Reihe abgesagt"),
        "date moved": _("Termin der Reihe verlegt"),
        "feedback given": _("Rückmeldung eingetragen"),
        "feedback taken back": _("Bogen gelöscht"),
        "feedback emptied": _("Worte alter Rückmeldungen gelöscht"),
    }
)
