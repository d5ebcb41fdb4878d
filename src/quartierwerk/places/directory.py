"""Reads the town's street directory from CSV: street, from, to, side, postal code, district.

A file is taken whole or refused whole; `DirectoryError.reasons` name each line at fault.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from rapidfuzz import fuzz, process

from .files import FaultError, FileError, text_of
from .models import District, StreetRange
from .rules import Span, same_place
from .streets import HIGHEST_NUMBER, name_key, parse_house_number, street_key

MAX_BYTES = 10 * 2**20
_STREET_LENGTH = 120
_COLUMNS = {
    "street": ("street", "strasse", "strassenname", "str"),
    "from": ("from", "von", "hausnummervon", "hnrvon", "first"),
    "to": ("to", "bis", "hausnummerbis", "hnrbis", "last"),
    "side": ("side", "seite", "geradeungerade", "gu"),
    "postal_code": ("postalcode", "plz", "postleitzahl"),
    "district": ("district", "stadtteil", "bezirk", "ortsteil"),
}
_SIDES = {
    StreetRange.Side.ALL: {"", "all", "alle", "beide", "both", "a", "b"},
    StreetRange.Side.EVEN: {"even", "gerade", "g", "e"},
    StreetRange.Side.ODD: {"odd", "ungerade", "u", "o"},
}


class DirectoryError(FileError):
    """A street directory that cannot be used."""


@dataclass(frozen=True)
class Row:
    """One line of the directory; `district` is the row's key."""

    line: int
    street: str
    span: Span
    postal_code: str
    district: int

    @property
    def key(self) -> str:
        return street_key(self.street)


class DistrictNames:
    """Finds a district by name, key or slug, however it is written."""

    def __init__(self, districts: Iterable[District]) -> None:
        self.names: dict[str, str] = {}
        self._keys: dict[str, int] = {}
        for district in districts:
            self.names[name_key(district.name)] = district.name
            for name in filter(None, (district.slug, district.code, district.name)):
                self._keys[name_key(name)] = district.pk

    def key(self, text: str) -> int | None:
        return self._keys.get(name_key(text)) or self._keys.get(name_key(text.lstrip("0123456789 -")))

    def closest(self, text: str) -> str:
        found = process.extractOne(name_key(text), list(self.names), scorer=fuzz.ratio, score_cutoff=60)
        return self.names[found[0]] if found else ""


def read_directory(raw: bytes, districts: DistrictNames) -> list[Row]:
    """All lines of the file.

    Raises:
        DirectoryError: with a sentence for everything that is wrong, naming its line.
    """
    rows: list[Row] = []
    reasons: list[str] = []
    for line, values in _lines(raw):
        try:
            rows.append(_row(line, values, districts))
        except FaultError as fault:
            reasons.append(_("Zeile %(line)d: %(fault)s") % {"line": line, "fault": fault})
    reasons += _overlaps(rows)
    if reasons:
        raise DirectoryError(reasons)
    if not rows:
        raise DirectoryError([_("Die Datei enthält keine Straßen.")])
    return rows


def _lines(raw: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    if len(raw) > MAX_BYTES:
        raise DirectoryError([_("Die Datei ist größer als %(limit)d MB.") % {"limit": MAX_BYTES // 2**20}])
    text = text_of(raw)
    if not text.strip():
        raise DirectoryError([_("Die Datei ist leer.")])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        head = _head(next(reader))
        for cells in reader:
            if any(cell.strip() for cell in cells):
                padded = cells + [""] * (max(head.values()) + 1 - len(cells))
                yield reader.line_num, {name: padded[index].strip() for name, index in head.items()}
    except csv.Error:
        raise DirectoryError(
            [_("Die Datei lässt sich nicht als CSV lesen (Zeile %(line)d).") % {"line": reader.line_num}]
        ) from None


def _delimiter(text: str) -> str:
    """Whichever of the usual separators the first line holds most often."""
    head = text.lstrip("\ufeff\r\n ").splitlines()[0]
    return max(";,\t|", key=head.count)


def _head(cells: Sequence[str]) -> dict[str, int]:
    """Column name → position. Street and district must be there."""
    names = [name_key(cell) for cell in cells]
    head = {
        column: next(index for index, name in enumerate(names) if name in known)
        for column, known in _COLUMNS.items()
        if any(name in known for name in names)
    }
    if missing := [
        german for column, german in (("street", "Straße"), ("district", "Stadtteil")) if column not in head
    ]:
        raise DirectoryError([_("In der ersten Zeile fehlt die Spalte „%(name)s“.") % {"name": missing[0]}])
    return head


def _row(line: int, values: dict[str, str], districts: DistrictNames) -> Row:
    street = " ".join(values["street"].split())
    if not street_key(street):
        raise FaultError(_("Die Straße fehlt."))
    if len(street) > _STREET_LENGTH:
        raise FaultError(_("Der Name der Straße ist zu lang."))
    postal_code = values.get("postal_code", "")
    if postal_code and not (len(postal_code) == 5 and postal_code.isascii() and postal_code.isdigit()):
        raise FaultError(_("„%(value)s“ ist keine Postleitzahl.") % {"value": postal_code})
    return Row(line, street, _span(values), postal_code, _district(values["district"], districts))


def _span(values: dict[str, str]) -> Span:
    first, last = _number(values.get("from", ""), 1), _number(values.get("to", ""), HIGHEST_NUMBER)
    if last < first:
        raise FaultError(
            _("Die letzte Hausnummer (%(last)d) liegt vor der ersten (%(first)d).")
            % {"first": first, "last": last}
        )
    side = next((side for side, words in _SIDES.items() if values.get("side", "").casefold() in words), None)
    if side is None:
        raise FaultError(
            _("Die Seite „%(value)s“ ist unbekannt; möglich sind gerade, ungerade und alle.")
            % {"value": values["side"]}
        )
    return Span(first, last, side)


def _number(text: str, default: int) -> int:
    if not text:
        return default
    number = parse_house_number(text)
    if number is None:
        raise FaultError(_("„%(value)s“ ist keine Hausnummer.") % {"value": text})
    return number


def _district(text: str, districts: DistrictNames) -> int:
    if not text:
        raise FaultError(_("Der Stadtteil fehlt."))
    key = districts.key(text)
    if key is None:
        closest = districts.closest(text)
        hint = " " + _("Meinten Sie „%(name)s“?") % {"name": closest} if closest else ""
        raise FaultError(_("Den Stadtteil „%(name)s“ gibt es nicht.") % {"name": text} + hint)
    return key


def _contradict(one: Span, other: Span) -> bool:
    """A range inside a wider one only makes it more precise, such as one house of a whole street."""
    return one.meets(other) and not one.refines(other) and not other.refines(one)


def _overlaps(rows: list[Row]) -> list[str]:
    streets: dict[str, list[Row]] = {}
    reasons = []
    for row in rows:
        earlier = streets.setdefault(row.key, [])
        clash = next(
            (
                r
                for r in earlier
                if same_place(r.postal_code, row.postal_code) and _contradict(r.span, row.span)
            ),
            None,
        )
        if clash:
            reasons.append(
                _("Zeile %(line)d: Die Hausnummern von „%(street)s“ überschneiden sich mit Zeile %(other)d.")
                % {"line": row.line, "street": row.street, "other": clash.line}
            )
        earlier.append(row)
    return reasons
