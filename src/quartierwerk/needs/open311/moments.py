"""Dates as the W3C writes them (NOTE-datetime): read strictly, written with the town's zone."""

import re
from datetime import UTC, datetime, time, timedelta

from django.utils import timezone

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# A plus sign that nobody encoded arrives as a space.
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)(Z|[+ -]\d\d:\d\d)")
EARLIEST, LATEST = datetime(1970, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


def read(written: str, *, is_end: bool = False) -> datetime | None:
    """`2026-05-24T00:00:00+02:00`, or `2026-05-24` for the day in the town's zone (until midnight, for an end).

    None for anything else, above all for a time without zone.
    """
    try:
        found = _read_day(written, is_end) if _DAY.fullmatch(written) else _read_moment(written)
    except (ValueError, OverflowError):
        return None
    return found if found and EARLIEST <= found <= LATEST else None


def _read_day(written: str, is_end: bool) -> datetime:
    day = datetime.fromisoformat(written) + timedelta(days=is_end)
    return timezone.make_aware(datetime.combine(day, time()))


def _read_moment(written: str) -> datetime | None:
    found = _MOMENT.fullmatch(written)
    if found is None:
        return None
    zone = "+00:00" if found[2] == "Z" else found[2].replace(" ", "+")
    return datetime.fromisoformat(found[1] + zone)


def write(moment: datetime) -> str:
    return timezone.localtime(moment).isoformat(timespec="seconds")
