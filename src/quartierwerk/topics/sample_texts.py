"""Turns the texts of a town's folder (`body = [{ text = "…" }, { heading = "…" }]`) into blocks of a page.

Each row has one key that names the block, and what else the block needs. An unknown contact is left out.
"""

from collections.abc import Callable
from typing import Any

from django.utils.html import escape, linebreaks
from django.utils.safestring import mark_safe

from quartierwerk.people.models import Contact

from .models import Notice

Row = dict[str, Any]


def _text(row: Row) -> Any:
    return linebreaks(row["text"].strip())


def _list(row: Row) -> Any:
    points = "".join(f"<li>{escape(point)}</li>" for point in row["list"])
    return mark_safe(f"<ul>{points}</ul>")


def _heading(row: Row) -> Any:
    return {"text": row["heading"], "level": str(row.get("level", 2))}


def _quote(row: Row) -> Any:
    return {"text": row["quote"], "name": row["name"], "role": row.get("role", "")}


def _contact(row: Row) -> Any:
    contact = Contact.objects.filter(slug=row["contact"]).first()
    return {"contact": contact} if contact else None


def _table(row: Row) -> Any:
    data = {"data": row["rows"], "table_header_choice": "both"}
    headers = {"first_row_is_table_header": True, "first_col_is_header": True}
    return {"caption": row["table"], "table": data | headers, "source": row.get("source", "")}


def _callout(row: Row) -> Any:
    return {"title": row["callout"], "text": row.get("text", ""), "page": None, "action": ""}


def _map(row: Row) -> Any:
    blank = {"venue": None, "name": "", "latitude": None, "longitude": None, "note": ""}
    return {"title": row["map"], "places": [blank | place for place in row["places"]]}


def _notice(row: Row) -> Any:
    notice, _ = Notice.objects.get_or_create(title=row["notice"], defaults={"text": row.get("text", "")})
    return {"notice": notice}


_BLOCKS: dict[str, tuple[str, Callable[[Row], Any]]] = {
    "callout": ("callout", _callout),
    "notice": ("notice", _notice),
    "text": ("text", _text),
    "list": ("text", _list),
    "heading": ("heading", _heading),
    "quote": ("quote", _quote),
    "contact": ("contact", _contact),
    "table": ("table", _table),
    "map": ("map", _map),
}


def blocks_from(rows: list[Row]) -> list[tuple[str, Any]]:
    """The rows as (block, value) pairs for a StreamField, in order."""
    found = []
    for row in rows:
        name, build = next(_BLOCKS[key] for key in _BLOCKS if key in row)
        value = build(row)
        if value is not None:
            found.append((name, value))
    return found
