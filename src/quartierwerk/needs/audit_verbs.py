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
        "need joined to another": _("Handlungsbedarf zusammengeführt"),
        "need asked back": _("Rückfrage zum Handlungsbedarf"),
        "need handed on": _("Handlungsbedarf weitergegeben"),
        "need assigned": _("Handlungsbedarf zugewiesen"),
        "need noted": _("Notiz zum Handlungsbedarf"),
        "photo dropped": _("Foto ausgeblendet"),
        "need moved on": _("Neuer Stand des Handlungsbedarfs"),
        "need reopened": _("Handlungsbedarf wieder geöffnet"),
        "said whether it is solved": _("Gesagt, ob es gelöst ist"),
        "told that it takes longer": _("Gesagt, dass es länger dauert"),
        "asked if solved": _("Gefragt, ob es gelöst ist"),
        "need commented": _("Handlungsbedarf kommentiert"),
        "joined in": _("Macht mit"),
        "need reported": _("Handlungsbedarf beanstandet"),
        "needs anonymised": _("Namen bei Handlungsbedarfen gelöscht"),
        "comments anonymised": _("Namen bei Kommentaren gelöscht"),
        "supports anonymised": _("Wen es betrifft, nur noch gezählt"),
    }
)
