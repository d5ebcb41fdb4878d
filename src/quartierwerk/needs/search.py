"""A need as the search finds it: what everybody may read, without what tells about a person."""

from django.utils.timezone import localdate
from django.utils.translation import override

from quartierwerk.core.search import Entry

from .enums import Kind, State
from .models import Need
from .rules import private_details

KIND = "need"


def entry(need: Need) -> Entry:
    """See `core.search`. Phone numbers, addresses and plates that somebody typed are left out; what is said again is found
    where it was said first."""
    if not need.is_public or need.state == State.DUPLICATE:
        return Entry("", "", public=False)
    with override("de"):
        url, kind = need.get_absolute_url(), str(Kind(need.kind).label)
    quarter = need.quarter
    field = need.field.name if need.field else ""
    return Entry(
        title=_without_details(need.title),
        url=url,
        text=_without_details("\n".join(part for part in (need.text, need.place_name) if part)),
        words=f"{kind} {field} {need.reference}",
        quarters=(str(quarter.pk),) if quarter and quarter.is_public else (),
        date=localdate(need.published_at) if need.published_at else None,
        language=need.language,
    )


def _without_details(text: str) -> str:
    for detail in reversed(private_details(text)):
        text = text[: detail.start] + text[detail.end :]
    return text.strip()
