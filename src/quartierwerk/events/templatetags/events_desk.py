"""Words of the desk's pages of events: `{% load events_desk %}`."""

from typing import Any

from django import template

from quartierwerk.events.desk_queries import answer_text

register = template.Library()


@register.filter(name="answer_text")
def answer_text_filter(value: Any) -> str:
    """A kept answer in words: yes or no, a list with commas."""
    return ", ".join(answer_text(each) for each in (value if isinstance(value, list) else [value]))
