"""From what somebody typed, or where they stand, to their Quartier."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from quartierwerk.core.context import Link
from quartierwerk.places.locate import locate
from quartierwerk.places.models import Quarter


@dataclass(frozen=True)
class Found:
    """`quarters`: one answer, or several to choose from; with none, `reason` says why and `suggestions` help on."""

    quarters: list[Quarter] = field(default_factory=list)
    reason: str = ""
    suggestions: list[Link] = field(default_factory=list)
    text: str = ""


def unknown() -> Found:
    """An address of this page with a Quartier that does not exist (any more)."""
    return Found(reason=_("Dieses Quartier gibt es hier nicht. Bitte wählen Sie eins aus der Liste."))


def at(latitude: str, longitude: str) -> Found:
    """The Quartier at a position, as the browser wrote it."""
    try:
        point = float(latitude), float(longitude)
    except ValueError:
        return Found(reason=_("Ihr Standort ließ sich nicht feststellen. Bitte wählen Sie aus der Liste."))
    quarters = locate(*point).quarters
    if not quarters:
        return Found(reason=_("Ihr Standort liegt in keinem unserer Quartiere. Bitte wählen Sie aus der Liste."))
    return Found(quarters[:1])


def by_words(text: str) -> Found:
    """The Quartier of an address or of a place people know."""
    if not text.strip():
        return Found(reason=_("Bitte schreiben Sie eine Straße mit Hausnummer oder den Namen eines Ortes."))
    return Found(text=text)


def map_url() -> str:
    return ""
