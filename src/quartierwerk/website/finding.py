"""From what somebody typed, or where they stand, to their Quartier."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from quartierwerk.places.locate import locate
from quartierwerk.places.models import Quarter
from quartierwerk.places.resolve import resolve


@dataclass(frozen=True)
class Found:
    """`quarters`: one sure answer, or several to choose from (`advice` helps); with none, `reason` says why.

    `suggestions` are things to type instead; `text` is what was typed, to be given back.
    """

    quarters: list[Quarter] = field(default_factory=list)
    reason: str = ""
    suggestions: list[str] = field(default_factory=list)
    text: str = ""
    advice: str = ""
    is_sure: bool = False


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
        return Found(
            reason=_("Ihr Standort liegt in keinem unserer Quartiere. Bitte wählen Sie aus der Liste.")
        )
    return Found(quarters[:1], is_sure=True)


def by_words(text: str) -> Found:
    """The Quartier of an address or of a place people know."""
    resolution = resolve(text)
    if resolution.quarter:
        return Found([resolution.quarter], is_sure=True)
    if resolution.matches:
        quarters = [match.quarter for match in resolution.matches]
        return Found(quarters, text=resolution.text, advice=resolution.message)
    suggestions = [suggestion.text for suggestion in resolution.suggestions]
    return Found(reason=resolution.message, suggestions=suggestions, text=resolution.text)
