"""A rule in words a person says: “jeden zweiten Donnerstag”, “am letzten Mittwoch des Monats”."""

from datetime import date

from django.utils import timezone
from django.utils.dates import WEEKDAYS as WEEKDAY_NAMES
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from ..models import Event
from .recurrence import zone
from .repetition import WEEKDAYS, Repeats, Repetition, read

WORKING_DAYS = WEEKDAYS[:5]


def recurrence_text(event: Event) -> str:
    """When the dates of a series are, with its end, in the reader's language; "" for a single date."""
    if not event.rule:
        return ""
    said = read(event.rule)
    words = _words(said, timezone.localtime(event.starts_at, zone()).date())
    if event.repeats_until:
        return _("%(rule)s, bis %(date)s") % {
            "rule": words,
            "date": date_format(event.repeats_until, "DATE_FORMAT"),
        }
    if said.count:
        return ngettext("%(rule)s, %(n)d Termin", "%(rule)s, %(n)d Termine", said.count) % {
            "rule": words,
            "n": said.count,
        }
    return words


def _words(said: Repetition, first: date) -> str:
    if said.kind == Repeats.DAILY:
        return _each(said, _("jeden Tag"), _("alle %(n)d Tage"))
    if said.kind == Repeats.WEEKLY:
        return _weekly(said, first)
    if said.kind == Repeats.MONTHLY_WEEKDAY:
        return _by_weekday_of_month(said)
    if said.kind == Repeats.MONTHLY_DAY:
        one, several = _("am %(day)d. jedes Monats"), _("alle %(n)d Monate am %(day)d.")
        return _each(said, one, several, day=said.month_day or first.day)
    if said.kind == Repeats.YEARLY:
        one, several = _("jedes Jahr am %(day)s"), _("alle %(n)d Jahre am %(day)s")
        return _each(said, one, several, day=date_format(first, "MONTH_DAY_FORMAT"))
    return _("an mehreren Terminen")


def _each(said: Repetition, one: str, several: str, **values: str | int) -> str:
    """Every time, or every so many times."""
    return (one if said.every == 1 else several) % {"n": said.every, **values}


def _weekly(said: Repetition, first: date) -> str:
    codes = said.weekdays or (WEEKDAYS[first.weekday()],)
    if codes == WORKING_DAYS and said.every == 1:
        return _("von Montag bis Freitag")
    days = _listed([_name(code) for code in codes])
    if said.every == 1:
        return _("jeden %(day)s") % {"day": days}
    if len(codes) == 1 and said.every <= 4:
        pattern = {
            2: _("jeden zweiten %(day)s"),
            3: _("jeden dritten %(day)s"),
            4: _("jeden vierten %(day)s"),
        }[said.every]
        return pattern % {"day": days}
    return _("alle %(n)d Wochen am %(day)s") % {"n": said.every, "day": days}


def _by_weekday_of_month(said: Repetition) -> str:
    ordinals = {
        1: pgettext("am … Montag", "ersten"),
        2: pgettext("am … Montag", "zweiten"),
        3: pgettext("am … Montag", "dritten"),
        4: pgettext("am … Montag", "vierten"),
        -1: pgettext("am … Montag", "letzten"),
    }
    return _each(
        said,
        _("am %(nth)s %(day)s des Monats"),
        _("alle %(n)d Monate am %(nth)s %(day)s"),
        nth=_listed([ordinals[nth] for nth in said.nths]),
        day=_listed([_name(code) for code in said.weekdays]),
    )


def _name(code: str) -> str:
    return str(WEEKDAY_NAMES[WEEKDAYS.index(code)])


def _listed(words: list[str]) -> str:
    """`Montag, Dienstag und Freitag`."""
    if len(words) == 1:
        return words[0]
    return _("%(several)s und %(last)s") % {"several": ", ".join(words[:-1]), "last": words[-1]}
