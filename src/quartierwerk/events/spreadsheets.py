"""Tables for Excel, in which what somebody typed is text and never a formula (OWASP: CSV injection)."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

BOM = "\ufeff"
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")  # no spreadsheet takes these
Value = str | int | float | date | datetime | None
FORMULA = re.compile(r"^[\s\x00-\x20\u00a0\ufeff]*[=+\-@|＝＋－＠]|^[\t\r\n]")


def csv_file(rows: Iterable[Sequence[Value]]) -> bytes:
    """As a German Excel opens it: UTF-8 with its mark, semicolons, decimal comma."""
    out = io.StringIO()
    writer(out).writerows([written(value) for value in row] for row in rows)
    return (BOM + out.getvalue()).encode()


def writer(out: Any) -> Any:
    """The `csv.writer` of it; before the first line belongs `BOM`."""
    return csv.writer(out, delimiter=";", lineterminator="\r\n")


def printable(text: str) -> str:
    """Without the signs that no spreadsheet can hold."""
    return CONTROLS.sub("", text)


def defused(text: str) -> str:
    """Text that a spreadsheet would take for a formula gets an apostrophe; it is shown as typed."""
    text = printable(text)
    return f"'{text}" if FORMULA.match(text) else text


def written(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.strftime("%d.%m.%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d.%m.%Y")
    return str(value).replace(".", ",") if isinstance(value, int | float) else defused(value)
