"""RRULE as calendars write it → the rules that events here may have; everything else is told in words only."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

_DAY = re.compile(r"^(?:[1-4]|-1)?(?:MO|TU|WE|TH|FR|SA|SU)$")
_KNOWN = {"FREQ", "INTERVAL", "COUNT", "BYDAY", "BYMONTHDAY"}
EARLIEST, LATEST = 1970, 2200  # years
_MOST_COUNT, _MOST_INTERVAL = 1000, 52


@dataclass(frozen=True)
class Rule:
    """`rule` without its end by date, `until`: an ISO date or None; `is_odd`: it repeats, in a way that is not kept."""

    rule: str = ""
    until: str | None = None
    is_odd: bool = False


def rule_of(said: Mapping[str, list[Any]] | list[Any] | None, starts: str, zone: ZoneInfo) -> Rule:
    """`starts` as in `feeds/entries.py`; an end before that hour excludes its own day."""
    if said is None:
        return Rule()
    if isinstance(said, list):  # several rules: RFC 5545 advises against it
        return Rule(is_odd=True)
    parts = {name.upper(): list(values) for name, values in said.items()}
    until = _until(parts.pop("UNTIL", []), starts[11:], zone)
    parts = _usual(parts, date.fromisoformat(starts[:10]))
    rule = _rule(parts)
    return Rule(rule, until) if rule else Rule(is_odd=True)


def _usual(parts: dict[str, list[Any]], first: date) -> dict[str, list[Any]]:
    """The same rule as most write it: without what changes nothing, and BYDAY=2TU instead of BYDAY=TU;BYSETPOS=2."""
    if parts.get("WKST", ["MO"]) == ["MO"] or parts.get("INTERVAL", [1]) == [1]:
        parts.pop("WKST", None)
    place, days = parts.get("BYSETPOS", []), parts.get("BYDAY", [])
    if parts.get("FREQ") == ["MONTHLY"] and len(place) == 1 and len(days) == 1:
        parts = {name: values for name, values in parts.items() if name != "BYSETPOS"}
        parts["BYDAY"] = [f"{place[0]}{days[0]}"]
    months, days = parts.get("BYMONTH", []), parts.get("BYMONTHDAY", [])
    is_first = months == [first.month] and days in ([], [first.day])
    if parts.get("FREQ") == ["YEARLY"] and is_first:  # on the day of the first date, as without them
        parts = {name: values for name, values in parts.items() if name not in ("BYMONTH", "BYMONTHDAY")}
    return parts


def _rule(parts: dict[str, list[Any]]) -> str:
    """What `events.series.repetition` reads as a form would have written it; else ""."""
    freq = str((parts.get("FREQ") or [""])[0])
    every, count = _number(parts, "INTERVAL", 1), _number(parts, "COUNT", 0)
    days = [str(day).upper().lstrip("+") for day in parts.get("BYDAY", [])]
    month_days = parts.get("BYMONTHDAY", [])
    fits = (
        parts.keys() <= _KNOWN
        and 1 <= every <= _MOST_INTERVAL
        and 0 <= count <= _MOST_COUNT
        and all(_DAY.match(day) for day in days)
        and _days_fit(freq, days, month_days)
    )
    if not fits:
        return ""
    written = [f"FREQ={freq}"]
    written += [f"INTERVAL={every}"] if every > 1 else []
    written += [f"BYDAY={','.join(days)}"] if days else []
    written += [f"BYMONTHDAY={int(month_days[0])}"] if month_days else []
    written += [f"COUNT={count}"] if count else []
    return ";".join(written)


def _days_fit(freq: str, days: list[str], month_days: list[Any]) -> bool:
    is_numbered = [len(day) > 2 for day in days]
    if freq in ("DAILY", "YEARLY"):
        return not days and not month_days
    if freq == "WEEKLY":
        return not any(is_numbered) and not month_days
    one_day = len(month_days) == 1 and 1 <= int(month_days[0]) <= 31
    is_by_weekday = bool(days) and all(is_numbered) and not month_days
    return freq == "MONTHLY" and (is_by_weekday or (not days and (one_day or not month_days)))


def _number(parts: dict[str, list[Any]], name: str, default: int) -> int:
    values = parts.get(name, [default])
    return int(values[0]) if len(values) == 1 else -1


def _until(values: list[Any], hour: str, zone: ZoneInfo) -> str | None:
    if not values:
        return None
    last = values[0]
    if not isinstance(last, date):  # an hour without a day
        raise TypeError(last)
    if last.year > LATEST:  # as some write that there is no end
        return None
    if isinstance(last, datetime):
        last = last.astimezone(zone) if last.tzinfo else last
        last = last.date() - timedelta(days=last.strftime("%H:%M") < hour)
    return str(last.isoformat())
