"""Service discovery: where the endpoint is, in which formats, and whether the services have changed."""

from typing import Any

from django.db.models import Max, Q
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry

from quartierwerk.core.models import Town

from . import moments
from .formats import CONTENT_TYPES

SPECIFICATION = "http://wiki.open311.org/GeoReport_v2"
# Changed with every change of this module's own answers; what staff change counts by itself.
CHANGED = "2026-11-22T00:00:00+01:00"
_WHAT_SERVICES_ARE_MADE_OF = Q(content_type__app_label="topics", content_type__model="fieldofaction") | Q(
    content_type__app_label="needs", content_type__model="needsettings"
)


def told(*, endpoint: str, page: str) -> dict[str, Any]:
    """`endpoint` without a slash at the end; `page` tells people about keys."""
    town: Any = Town.load()
    changeset = _changeset()
    ways = ", ".join(filter(None, [town.official_name, town.email, town.phone]))
    return {
        "changeset": changeset,
        "contact": ways,
        "key_service": _("Einen Schlüssel zum Senden gibt die Stadt: %s") % page,
        "endpoints": [
            {
                "specification": SPECIFICATION,
                "url": endpoint,
                "changeset": changeset,
                "type": "production",
                "formats": [name.partition(";")[0] for name in CONTENT_TYPES.values()],
            }
        ],
    }


def _changeset() -> str:
    """When a field of action or the settings of needs were changed last in the editors' tools."""
    changes = ModelLogEntry.objects.filter(_WHAT_SERVICES_ARE_MADE_OF)
    last = changes.aggregate(last=Max("timestamp"))["last"]
    return max(moments.write(last), CHANGED) if last else CHANGED
