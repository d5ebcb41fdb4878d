"""What a client asks for in `GET requests`: read once, bounded, and refused with all reasons at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import QueryDict
from django.utils.translation import gettext as _

from quartierwerk.core import clock

from . import moments
from .errors import Refused

LONGEST_RANGE = timedelta(days=90)
MOST_ROWS = 1000
MOST_PAGES = 1000
MOST_WORDS = 200  # ids or codes in one request
STATUSES = ("open", "closed")


@dataclass(frozen=True)
class Asked:
    """`ids` override everything else. `since` ≤ `until`; `page` counts from 1."""

    ids: tuple[str, ...]
    codes: tuple[str, ...]
    statuses: tuple[str, ...]
    since: datetime
    until: datetime
    page: int
    page_size: int
    is_extended: bool


def asked(query: QueryDict) -> Asked:
    """Raises Refused. An empty parameter is one that was not given; next to numbers the other filters are not even read."""
    problems: list[str] = []
    ids = _words(query, "service_request_id", problems)
    filters = QueryDict() if ids else query
    since, until = _range(filters, problems)
    found = Asked(
        ids=ids,
        codes=_words(filters, "service_code", problems),
        statuses=_statuses(filters, problems),
        since=since,
        until=until,
        page=_number(query, "page", 1, MOST_PAGES, problems),
        page_size=_number(query, "page_size", MOST_ROWS, MOST_ROWS, problems),
        is_extended=wants_extensions(query),
    )
    if problems:
        raise Refused(400, problems)
    return found


def wants_extensions(query: Mapping[str, str]) -> bool:
    return query.get("extensions", "").strip().lower() in ("true", "1")


def _words(query: QueryDict, name: str, problems: list[str]) -> tuple[str, ...]:
    """With commas or given more than once; each once."""
    words = (word.strip() for value in query.getlist(name) for word in value.split(","))
    found = tuple(dict.fromkeys(filter(None, words)))
    if len(found) > MOST_WORDS:
        problems.append(_("%(name)s: höchstens %(most)d auf einmal.") % {"name": name, "most": MOST_WORDS})
    if any("\x00" in word for word in found):
        problems.append(_("%(name)s: unlesbares Zeichen.") % {"name": name})
    return found


def _statuses(query: QueryDict, problems: list[str]) -> tuple[str, ...]:
    found = tuple(word.lower() for word in _words(query, "status", problems))
    if set(found) - set(STATUSES):
        problems.append(_("status: Es gibt nur open und closed."))
    return found


def _number(query: QueryDict, name: str, default: int, most: int, problems: list[str]) -> int:
    written = query.get(name, "").strip()
    if not written:
        return default
    if written.isascii() and written.isdecimal() and len(written) <= 6 and 1 <= int(written) <= most:
        return int(written)
    problems.append(_("%(name)s: Bitte eine ganze Zahl von 1 bis %(most)d.") % {"name": name, "most": most})
    return default


def _range(query: QueryDict, problems: list[str]) -> tuple[datetime, datetime]:
    """The last 90 days; with one end given, 90 days from there."""
    start = _moment(query, "start_date", problems)
    end = _moment(query, "end_date", problems)
    now = clock.now()
    since = start or (end or now) - LONGEST_RANGE
    until = end or (min(max(now, since), since + LONGEST_RANGE) if start else now)
    if until < since:
        problems.append(_("end_date liegt vor start_date."))
    elif until - since > LONGEST_RANGE:
        problems.append(_("Zwischen start_date und end_date dürfen höchstens 90 Tage liegen."))
    return since, until


def _moment(query: QueryDict, name: str, problems: list[str]) -> datetime | None:
    written = query.get(name, "").strip()
    if not written:
        return None
    found = moments.read(written, is_end=name == "end_date")
    if found is None:
        problems.append(
            _("%(name)s: Bitte ein Datum wie 2026-05-24T00:00:00Z, mit Zeitzone.") % {"name": name}
        )
    return found
