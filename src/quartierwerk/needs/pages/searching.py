"""How the search finds needs: by their public words, the name of the place, and the number."""

import re

from django.utils import timezone
from django.utils.translation import override

from quartierwerk.core.search import Entry

from ..enums import Kind, State
from ..models import Need

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def entry(need: Need) -> Entry:
    """What the public may find; what is said again is found where it was said first."""
    with override("de"):
        path, kind = need.get_absolute_url(), str(Kind(need.kind).label)
    field = need.field.name if need.field else ""
    return Entry(
        title=need.title,
        url=path,
        text=_EMAIL.sub("", f"{need.text}\n{need.place_name}".strip()),
        words=f"{kind} {field} {need.reference}",
        quarters=(str(need.quarter_id),) if need.quarter and need.quarter.is_public else (),
        date=timezone.localtime(need.published_at).date() if need.published_at else None,
        language=need.language,
        public=need.is_public and need.state != State.DUPLICATE,
    )
