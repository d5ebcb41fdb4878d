"""Shapes records for the components of `core`. `{% load topic_tags %}`."""

from typing import Any

from django import template

register = template.Library()


@register.inclusion_tag("core/components/table.html")
def data_table(value: Any) -> dict[str, Any]:
    """A table block: its first row heads the columns, its first column names the rows."""
    head, *rows = [[cell or "" for cell in row] for row in value["table"]["data"]] or [[]]
    return {
        "caption": value["caption"],
        "head": head,
        "rows": rows,
        "numeric": False,
        "foot": [],
        "note": value["source"],
    }
