"""How a form says that an event repeats, and the RFC 5545 rule it means.

`read(write(r)) == r` for what the form can say; every other rule is kept word for word as `Repeats.OTHER`.
"""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
NTHS = (1, 2, 3, 4, -1)


class Repeats(models.TextChoices):
    NEVER = "never", _("gar nicht (ein einzelner Termin)")
    DAILY = "daily", _("täglich")
    WEEKLY = "weekly", _("wöchentlich")
    MONTHLY_WEEKDAY = "monthly_weekday", _("monatlich an einem Wochentag (zum Beispiel am letzten Mittwoch)")
    MONTHLY_DAY = "monthly_day", _("monatlich am gleichen Tag (zum Beispiel am 15.)")
    YEARLY = "yearly", _("jährlich")
    OTHER = "other", pgettext_lazy("Wiederholung", "andere Regel (RFC 5545)")


_FREQ = {
    Repeats.DAILY: "DAILY",
    Repeats.WEEKLY: "WEEKLY",
    Repeats.MONTHLY_WEEKDAY: "MONTHLY",
    Repeats.MONTHLY_DAY: "MONTHLY",
    Repeats.YEARLY: "YEARLY",
}
_KINDS = {"DAILY": Repeats.DAILY, "WEEKLY": Repeats.WEEKLY, "YEARLY": Repeats.YEARLY}


@dataclass(frozen=True)
class Repetition:
    """`weekdays` as in `WEEKDAYS`, `nths` as in `NTHS`; without them the day of the first date counts."""

    kind: Repeats
    every: int = 1
    weekdays: tuple[str, ...] = ()
    nths: tuple[int, ...] = ()
    month_day: int | None = None
    count: int | None = None
    other: str = ""


def write(said: Repetition) -> str:
    """The rule, without an end by date, which stands in `Event.repeats_until`; "" for a single date."""
    if said.kind == Repeats.NEVER:
        return ""
    if said.kind == Repeats.OTHER:
        return said.other
    parts = [f"FREQ={_FREQ[said.kind]}"]
    if said.every > 1:
        parts.append(f"INTERVAL={said.every}")
    if days := _days(said):
        parts.append(f"BYDAY={','.join(days)}")
    if said.kind == Repeats.MONTHLY_DAY and said.month_day:
        parts.append(f"BYMONTHDAY={said.month_day}")
    if said.count:
        parts.append(f"COUNT={said.count}")
    return ";".join(parts)


def read(rule: str) -> Repetition:
    """What the form shows for a stored rule."""
    if not rule:
        return Repetition(Repeats.NEVER)
    said = _read(parts_of(rule))
    same = said is not None and parts_of(write(said)) == parts_of(rule)
    return said if said and same else Repetition(Repeats.OTHER, other=rule)


def parts_of(rule: str) -> dict[str, str]:
    """`FREQ=WEEKLY;BYDAY=TH` → {"FREQ": "WEEKLY", "BYDAY": "TH"}; two rules with equal parts are the same rule."""
    parts = dict(part.partition("=")[::2] for part in rule.upper().split(";"))
    if parts.get("INTERVAL") == "1":
        del parts["INTERVAL"]
    return parts


def _days(said: Repetition) -> list[str]:
    if said.kind == Repeats.WEEKLY:
        return list(said.weekdays)
    if said.kind == Repeats.MONTHLY_WEEKDAY:
        return [f"{nth}{day}" for nth in said.nths for day in said.weekdays]
    return []


def _read(parts: dict[str, str]) -> Repetition | None:
    """None where a number or a weekday is not one; `read` compares and finds what was not understood."""
    days = [day for day in parts.get("BYDAY", "").split(",") if day]
    try:
        every, count = int(parts.get("INTERVAL", 1)), int(parts.get("COUNT", 0)) or None
        month_day = int(parts.get("BYMONTHDAY", 0)) or None
        nths = tuple(dict.fromkeys(int(day[:-2]) for day in days if day[:-2]))
    except ValueError:
        return None
    weekdays = tuple(dict.fromkeys(day[-2:] for day in days))
    if parts.get("FREQ") == "MONTHLY":
        kind = Repeats.MONTHLY_WEEKDAY if days else Repeats.MONTHLY_DAY
    else:
        kind = _KINDS.get(parts.get("FREQ", ""), Repeats.OTHER)
    known = every >= 1 and (month_day is None or month_day >= 1) and (count is None or count >= 1)
    in_form = set(nths) <= set(NTHS) and set(weekdays) <= set(WEEKDAYS)
    if kind == Repeats.OTHER or not known or not in_form:
        return None
    return Repetition(kind, every, weekdays, nths, month_day, count)
