"""The reader's words for what is done with needs."""

from django.utils.translation import gettext_lazy as _

from quartierwerk.core.audit import register_verbs

register_verbs(
    {
        "need said": _("Handlungsbedarf aufgenommen"),
        "need published": _("Handlungsbedarf veröffentlicht"),
        "need removed": _("Handlungsbedarf aus der Öffentlichkeit genommen"),
        "need withdrawn": _("Handlungsbedarf zurückgezogen"),
        "need shortened": _("Handlungsbedarf gekürzt"),
        "need classified": _("Handlungsbedarf eingeordnet"),
        "need joined to another": _("Handlungsbedarf zusammengeführt"),
        "need words added": _("Handlungsbedarf ergänzt"),
        "need asked back": _("Rückfrage zum Handlungsbedarf"),
        "need handed on": _("Handlungsbedarf weitergegeben"),
        "need assigned": _("Handlungsbedarf zugewiesen"),
        "need noted": _("Notiz zum Handlungsbedarf"),
        "need kept after complaints": _("Meldungen geprüft, Beitrag bleibt stehen"),
        "comment published": _("Kommentar veröffentlicht"),
        "comment removed": _("Kommentar aus der Öffentlichkeit genommen"),
        "comment kept after complaints": _("Meldungen geprüft, Kommentar bleibt stehen"),
        "photo shown": _("Foto wieder gezeigt"),
        "photo blurred": _("Foto unkenntlich gemacht"),
        "photo dropped": _("Foto ausgeblendet"),
        "need moved on": _("Neuer Stand des Handlungsbedarfs"),
        "need reopened": _("Handlungsbedarf wieder geöffnet"),
        "said whether it is solved": _("Gesagt, ob es gelöst ist"),
        "told that it takes longer": _("Gesagt, dass es länger dauert"),
        "asked if solved": _("Gefragt, ob es gelöst ist"),
        "need commented": _("Handlungsbedarf kommentiert"),
        "comment withdrawn": _("Kommentar zurückgezogen"),
        "followed for somebody": _("Briefe über einen Handlungsbedarf bestellt"),
        "commented for somebody": _("Kommentar für jemanden aufgeschrieben"),
        "supported for somebody": _("Gezählt, wen es auch betrifft"),
        "joined in": _("Macht mit"),
        "cards printed": _("Karten gedruckt"),
        "card entered": _("Karte eingegeben"),
        "scan replaced": _("Scan der Karte ersetzt"),
        "mail received": _("E-Mail eingegangen"),
        "mail taken": _("Handlungsbedarf aus E-Mail aufgenommen"),
        "mail set aside": _("E-Mail zur Seite gelegt"),
        "mail brought back": _("E-Mail wieder auf dem Stapel"),
        "mail joined to a need": _("E-Mail zum Handlungsbedarf gelegt"),
        "api key created": _("Schlüssel für Open311 ausgestellt"),
        "api key revoked": _("Schlüssel für Open311 zurückgezogen"),
        "need reported": _("Handlungsbedarf beanstandet"),
        "needs anonymised": _("Namen bei Handlungsbedarfen gelöscht"),
        "comments anonymised": _("Namen bei Kommentaren gelöscht"),
        "supports anonymised": _("Wen es betrifft, nur noch gezählt"),
    }
)
