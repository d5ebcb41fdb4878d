"""What a resident types – an address, a street, a place, a nickname – → her quarter.

Each way of finding is tried in the order of its certainty; the first that finds something answers. Eight
queries at most, however much is stored. What was typed is never kept: it may be somebody's address.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from rapidfuzz import fuzz, process

from quartierwerk.core.models import Town
from quartierwerk.people.models import Contact

from .gazetteer import Entry, Gazetteer, How
from .models import Quarter, StreetRange
from .rules import Span, same_place
from .streets import Address, name_key, parse_address

LONGEST_INPUT = 200
MAX_SUGGESTIONS = 5
_ALIKE = 72  # of 100: lets two typing errors pass in a word of eight letters
_SHORTEST = 2

CONFIDENCE = {
    How.QUARTER: 1.0,
    How.ALIAS: 0.95,
    How.ADDRESS: 0.95,
    How.DISTRICT: 0.9,
    How.VENUE: 0.9,
    How.STREET: 0.7,
    How.POSTAL_CODE: 0.4,
}


@dataclass(frozen=True)
class Match:
    """One quarter; `found` is what led to it, such as an alias or a street. `confidence` from 0 to 1."""

    quarter: Quarter
    how: How
    found: str
    confidence: float


@dataclass(frozen=True)
class Suggestion:
    """Something known that is written nearly so; `quarters` names where it lies."""

    text: str
    how: How
    quarters: tuple[Quarter, ...] = ()


@dataclass(frozen=True)
class Resolution:
    """Matches, best first; suggestions where there is none; a sentence for the reader, or ""."""

    text: str
    matches: list[Match] = field(default_factory=list)
    suggestions: list[Suggestion] = field(default_factory=list)
    message: str = ""

    @property
    def quarter(self) -> Quarter | None:
        """The one quarter meant, where there is no doubt."""
        return (
            self.matches[0].quarter if len(self.matches) == 1 and self.matches[0].confidence >= 0.6 else None
        )


def resolve(text: str, *, public_only: bool = True) -> Resolution:
    """Finds the quarters meant by free text."""
    text = " ".join(text.replace("\x00", "").split())[:LONGEST_INPUT]
    if len(name_key(text)) < _SHORTEST:
        return Resolution(text, message=_("Bitte geben Sie eine Adresse, einen Ort oder ein Quartier ein."))
    names, address = Gazetteer(public_only), parse_address(text)
    ways: list[Callable[[str, Address, Gazetteer], list[Match]]] = [_by_name, _by_address, _by_postal_code]
    for way in ways:
        if matches := way(text, address, names):
            return Resolution(text, matches, [], _advice(matches, address))
    if known := _known_of_the_town(text, address):
        return Resolution(text, message=known)
    suggestions = _suggestions(text, address, names)
    return Resolution(text, [], suggestions, _regret(text, address, suggestions))


def _known_of_the_town(text: str, address: Address) -> str:
    """A sentence for the town's own name, and for its offices, whose quarter nobody told us."""
    town = Town.load()
    if name_key(text) in {name_key(town.name), name_key(town.official_name), name_key(town.city)} - {""}:
        return _("Das ist die ganze Stadt. Bitte nennen Sie eine Straße oder ein Quartier.")
    offices = [(town.street, town.official_name)]
    if address.number is not None:
        offices += Contact.objects.public().exclude(street="").values_list("street", "name")
    for street, name in offices:
        office = parse_address(street)
        if (
            street
            and address.number is not None
            and (office.key, office.number) == (address.key, address.number)
        ):
            return _(
                "Das ist die Anschrift von „%(name)s“. Zu welchem Quartier sie gehört, ist hier nicht hinterlegt. "
                "Bitte wählen Sie aus der Liste, oder rufen Sie uns an."
            ) % {"name": name}
    return ""


def suggest(text: str) -> list[Suggestion]:
    """What may be meant while somebody is still typing: names that begin so, then names that are alike."""
    text = " ".join(text.replace("\x00", "").split())[:LONGEST_INPUT]
    key, address = name_key(text), parse_address(text)
    if len(key) < _SHORTEST:
        return []
    names = Gazetteer()
    begun = [entry for entry in names.entries if entry.key.startswith(key)]
    begun += [entry for entry in names.entries if key in entry.key and entry not in begun]
    streets = (
        StreetRange.objects.filter(street_key__startswith=address.key)
        if address.key
        else StreetRange.objects.none()
    )
    begun += _street_entries(streets.order_by("street")[:50], names)
    return _distinct(begun) or _suggestions(text, address, names)


def _by_name(text: str, address: Address, names: Gazetteer) -> list[Match]:  # noqa: ARG001 - one signature
    key = name_key(text)
    return _matches(entry for entry in names.entries if entry.key == key)


def _by_address(text: str, address: Address, names: Gazetteer) -> list[Match]:  # noqa: ARG001
    if at_venue := _matches(names.venues_at(address)):
        return at_venue
    street = list(StreetRange.objects.filter(street_key=address.key))
    if not street:
        return _beside_venue(address, names)
    ranges = [each for each in street if same_place(each.postal_code, address.postal_code)]
    held = [each for each in ranges if address.number and _span(each).holds(address.number)]
    narrowest = min((_span(each).width for each in held), default=0)
    held = [each for each in held if _span(each).width == narrowest]
    how = How.ADDRESS if held else How.STREET
    return _matches(
        Entry(each.street, each.street_key, how, names.of_district(each.district_id))
        for each in held or ranges
    )


def _beside_venue(address: Address, names: Gazetteer) -> list[Match]:
    """A street that the directory does not hold, but in which venues lie, all of them in one quarter."""
    found = _matches(names.venues_in_street(address)) if address.key else []
    return found if len(found) == 1 else []


def _span(row: StreetRange) -> Span:
    return Span(row.first, row.last, row.side)


def _by_postal_code(text: str, address: Address, names: Gazetteer) -> list[Match]:  # noqa: ARG001
    if not address.postal_code or address.street:
        return []
    code = address.postal_code
    districts = (
        StreetRange.objects.filter(postal_code=code).order_by("district").values_list("district", flat=True)
    )
    streets = [Entry(code, code, How.POSTAL_CODE, names.of_district(pk)) for pk in districts.distinct()]
    return _matches([*streets, *names.venues_in(code)])


def _matches(entries: Iterable[Entry]) -> list[Match]:
    """One match a quarter, the surest first."""
    best: dict[int, Match] = {}
    for entry in entries:
        for quarter in entry.quarters:
            match = Match(quarter, entry.how, entry.name, CONFIDENCE[entry.how])
            if quarter.pk not in best or best[quarter.pk].confidence < match.confidence:
                best[quarter.pk] = match
    return sorted(best.values(), key=lambda match: -match.confidence)


def _advice(matches: list[Match], address: Address) -> str:
    how = matches[0].how
    if how == How.POSTAL_CODE:
        return _(
            "Die Postleitzahl allein ist ungenau. "
            "Bitte nennen Sie auch Straße und Hausnummer, oder wählen Sie Ihr Quartier aus."
        )
    if how == How.STREET and address.number is not None:
        return _(
            "Die Hausnummer %(number)d kennen wir in dieser Straße nicht. "
            "Bitte prüfen Sie, ob das Quartier stimmt."
        ) % {"number": address.number}
    if how == How.STREET and len(matches) > 1:
        return _("Diese Straße liegt in mehreren Quartieren. Bitte nennen Sie auch die Hausnummer.")
    if len(matches) > 1:
        return ngettext(
            "Hier gehört %(count)d Quartier dazu.", "Hier gehören %(count)d Quartiere dazu.", len(matches)
        ) % {"count": len(matches)}
    return ""


def _regret(text: str, address: Address, suggestions: list[Suggestion]) -> str:
    if address.postal_code and not address.street:
        return _(
            "Zu einer Postleitzahl gehören oft mehrere Quartiere. "
            "Bitte nennen Sie Straße und Hausnummer, oder wählen Sie Ihr Quartier aus der Liste."
        )
    if suggestions:
        return _("„%(text)s“ kennen wir nicht. Meinten Sie eines von diesen?") % {"text": text}
    return _(
        "„%(text)s“ kennen wir leider nicht. "
        "Bitte wählen Sie Ihr Quartier aus der Liste, oder rufen Sie uns an."
    ) % {"text": text}


def _suggestions(text: str, address: Address, names: Gazetteer) -> list[Suggestion]:
    keys = dict(StreetRange.objects.order_by("pk").values_list("street_key", "street"))
    near = process.extract(
        name_key(text),
        [entry.key for entry in names.entries],
        scorer=fuzz.ratio,
        score_cutoff=_ALIKE,
        limit=10,
    )
    streets = process.extract(address.key, list(keys), scorer=fuzz.ratio, score_cutoff=_ALIKE + 6, limit=5)
    ranked = [(score, names.entries[index]) for _key, score, index in near]
    ranked += [(score, Entry(keys[key], key, How.STREET, ())) for key, score, _index in streets]
    ranked.sort(key=lambda pair: -pair[0])
    return _distinct(_with_number(entry, address) for _score, entry in ranked)


def _with_number(entry: Entry, address: Address) -> Entry:
    """A suggested street keeps the house number that was typed."""
    if entry.how != How.STREET or address.number is None:
        return entry
    return Entry(f"{entry.name} {address.number}", entry.key, entry.how, entry.quarters)


def _street_entries(ranges: Iterable[StreetRange], names: Gazetteer) -> list[Entry]:
    streets: dict[str, list[StreetRange]] = {}
    for each in ranges:
        streets.setdefault(each.street_key, []).append(each)
    return [
        Entry(
            rows[0].street,
            key,
            How.STREET,
            tuple(dict.fromkeys(quarter for row in rows for quarter in names.of_district(row.district_id))),
        )
        for key, rows in streets.items()
    ]


def _distinct(entries: Iterable[Entry]) -> list[Suggestion]:
    found: dict[str, Suggestion] = {}
    for entry in entries:
        found.setdefault(name_key(entry.name), Suggestion(entry.name, entry.how, entry.quarters))
    return list(found.values())[:MAX_SUGGESTIONS]
