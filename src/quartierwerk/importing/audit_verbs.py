"""The reader's words for what is done with announcements."""

from django.utils.translation import gettext_lazy as _

from quartierwerk.core.audit import register_verbs

register_verbs(
    {
        "announcement given": _("Text zum Übernehmen hineingegeben"),
        "announcement dated": _("Tag eines Textes berichtigt"),
        "announcement taken": _("Text übernommen"),
        "announcement set aside": _("Text zur Seite gelegt"),
        "announcement removed": _("Text gelöscht"),
        "announcement brought back": _("Text wieder auf dem Stapel"),
        "feed added": _("Partnerquelle eingetragen"),
        "feed changed": _("Partnerquelle geändert"),
        "feed paused": _("Partnerquelle angehalten"),
        "feed resumed": _("Partnerquelle wieder abgefragt"),
        "feed removed": _("Partnerquelle entfernt"),
        "reported change taken": _("Gemeldete Änderung übernommen"),
        "reported change refused": _("Gemeldete Änderung nicht übernommen"),
        "example removed": _("Lernbeispiel gelöscht"),
        "figure removed": _("Zahl aus einem Text gelöscht"),
        "examples exported": _("Lernbeispiele ausgegeben"),
    }
)
