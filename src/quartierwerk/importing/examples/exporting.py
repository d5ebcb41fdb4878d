"""Examples as JSON lines, in the form of the labelled announcements that `make score` reads."""

import json
from collections.abc import Iterator

from django.db.models import QuerySet

from ..models import Example


def example_lines(examples: QuerySet[Example]) -> Iterator[str]:
    """One object a line: id, text, published, ref_date, events, tags; the oldest first, read as it is sent."""
    for example in examples.order_by("made_at", "pk").iterator(chunk_size=100):
        yield json.dumps(_record(example), ensure_ascii=False) + "\n"


def _record(example: Example) -> dict[str, object]:
    return {
        "id": f"example-{example.pk}",
        "text": example.text,
        "published": example.published_on and example.published_on.isoformat(),
        "ref_date": example.read_on.isoformat(),
        "events": example.labels,
        "tags": ["corrected"] if example.is_corrected else [],
    }
