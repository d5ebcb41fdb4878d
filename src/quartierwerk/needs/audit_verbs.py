"""The reader's words for what is done with needs."""

from django.utils.translation import gettext_lazy as _

from quartierwerk.core.audit import register_verbs

register_verbs(
    {
        "need said": _("Handlungsbedarf aufgenommen"),
        "need published": _("Handlungsbedarf veröffentlicht"),
        "need removed": _("Handlungsbedarf aus der Öffentlichkeit genommen"),
        "need blocked": _("Handlungsbedarf gesperrt"),
        "need withdrawn": _("Handlungsbedarf zurückgezogen"),
        "need shortened": _("Handlungsbedarf gekürzt"),
        "need joined to another": _("Handlungsbedarf zusammengeführt"),
        "need asked back": _("Rückfrage zum Handlungsbedarf"),
        "need handed on": _("Handlungsbedarf weitergegeben"),
        "need assigned": _("Handlungsbedarf zugewiesen"),
        "need noted": _("Notiz zum Handlungsbedarf"),
        "photo dropped": _("Foto ausgeblendet"),
        "need moved on": _("Neuer Stand des Handlungsbedarfs"),
        "need reopened": _("Handlungsbedarf wieder geöffnet"),
        "need said solved": _("Gelöst, sagt wer es gemeldet hat"),
        "need said not solved": _("Nicht gelöst, sagt wer es gemeldet hat"),
        "told that it takes longer": _("Gesagt, dass es länger dauert"),
        "asked if solved": _("Gefragt, ob es gelöst ist"),
        "need commented": _("Handlungsbedarf kommentiert"),
        "comment published": _("Kommentar veröffentlicht"),
        "comment removed": _("Kommentar aus der Öffentlichkeit genommen"),
        "comment blocked": _("Kommentar gesperrt"),
        "comment withdrawn": _("Kommentar zurückgezogen"),
        "followed for somebody": _("Briefe über einen Handlungsbedarf bestellt"),
        "helpers of needs deleted": _("Angaben von Mitmachenden gelöscht"),
        "unconfirmed follows deleted": _("Unbestätigte Bestellungen gelöscht"),
        "joined in": _("Macht mit"),
        "need reported": _("Handlungsbedarf gemeldet"),
    }
)
