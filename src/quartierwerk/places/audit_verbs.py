"""The words of this app's actions in the editors' report."""

from django.utils.translation import gettext_lazy as _

from quartierwerk.core.audit import register_verbs

register_verbs(
    {
        "places.import_boundaries": _("Grenzen eingelesen"),
        "places.import_streets": _("Straßen eingelesen"),
    }
)
