"""Tables written with strokes (“Datum | Was | Ort”): which cell of a line stands below which word of the head."""

import re

from .layout import Layout, Line
from .stretches import Stretch

_RULE = re.compile(r"[\s|:_-]+$")
COLUMNS = {
    "place": re.compile(
        r"(?:veranstaltungs|spiel|kurs)?ort|wo|treffpunkt|raum|adresse|lokal|haltestelle", re.IGNORECASE
    ),
    "title": re.compile(
        r"thema|(?:art der )?veranstaltung|was|titel|beschreibung|anlass|bezeichnung|event|programm|inhalt|aktivität|angebot|kurs|vortrag|termin|"
        r"veranstaltungsname",
        re.IGNORECASE,
    ),
}


class Tables:
    def __init__(self, layout: Layout) -> None:
        self._plain = layout.text.plain
        self._cells: dict[int, dict[str, Stretch]] = {}
        lines = layout.lines
        number = 0
        while number < len(lines):
            columns = (
                self._head(lines[number])
                if "|" in self._plain[lines[number].start : lines[number].end]
                else {}
            )
            number += 1
            while columns and number < len(lines) and self._is_row(lines[number]):
                self._cells[number] = self._row(lines[number], columns)
                number += 1

    def cell(self, line: Line, column: str) -> Stretch | None:
        """Where the words of this column stand in this line; None where there is no such table."""
        return self._cells.get(line.number, {}).get(column)

    def places(self) -> list[Stretch]:
        return [cells["place"] for cells in self._cells.values() if "place" in cells]

    def _split(self, line: Line) -> list[Stretch]:
        start = line.start + (1 if self._plain.startswith("|", line.start) else 0)
        found, place = [], start
        for piece in self._plain[start : line.end].rstrip().rstrip("|").split("|"):
            words = piece.strip()
            first = place + (piece.find(words) if words else 0)
            found.append((first, first + len(words)))
            place += len(piece) + 1
        return found

    def _head(self, line: Line) -> dict[str, int]:
        """Column → its number, where the line names one, and others beside it."""
        cells = self._split(line)
        found: dict[str, int] = {}
        for number, (start, end) in enumerate(cells):
            for column, words in COLUMNS.items():
                if column not in found and words.fullmatch(self._plain[start:end].strip(" *:")):
                    found[column] = number
        return found if len(cells) > 1 else {}

    def _is_row(self, line: Line) -> bool:
        return "|" in self._plain[line.start : line.end]

    def _row(self, line: Line, columns: dict[str, int]) -> dict[str, Stretch]:
        cells = self._split(line)
        named = {column: cells[number] for column, number in columns.items() if number < len(cells)}
        return {
            column: each
            for column, each in named.items()
            if not _RULE.match(self._plain, *each) and each[0] < each[1]
        }
