"""What was done to an event that is there, for the page that tells what became of a text; and what it still says of its old day."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from quartierwerk.events.enums import OWN_LIST
from quartierwerk.events.models import Event
from quartierwerk.events.words import when, where

from ..enums import Decision
from ..extract import times_in
from ..models import Result
from .meant import moment
from .pointing import days_in


def what_happened(result: Result) -> str:
    """`Verlegt von Do., 24.12.2026, 17 Uhr, auf Do., 14.01.2027, 17 Uhr. 5 Personen …`; "" where nothing was cancelled or moved."""
    event = result.event
    if event is None or result.told is None:
        return ""
    done = _cancelled(event, result.was_at)
    if result.decision == Decision.MOVE and result.was_at and result.now_at:
        done = _moved(event, result.was_at, result.now_at)
    return f"{done} {_who_is_told(result.told)}"


def _cancelled(event: Event, was_at: datetime | None) -> str:
    if was_at is None:
        return _("Abgesagt ist die ganze Reihe.")
    return _("Abgesagt ist %s.") % moment(was_at, all_day=event.all_day)


def _moved(event: Event, was_at: datetime, now_at: datetime) -> str:
    if was_at == now_at:
        return _("Der Ort ist jetzt: %s.") % where.short(event)
    return _("Verlegt von %(before)s, auf %(after)s.") % {
        "before": moment(was_at, all_day=event.all_day),
        "after": moment(now_at, all_day=event.all_day),
    }


def _who_is_told(number: int) -> str:
    if not number:
        return _("Niemand war zu benachrichtigen.")
    return ngettext("%(n)d Anmeldung bekommt Bescheid.", "%(n)d Anmeldungen bekommen Bescheid.", number) % {
        "n": number
    }


# ------------------------------------------------------------------------------------------------- what is left of it
def still_says(result: Result) -> list[str]:
    """A sentence for each text of a moved event that names its old day, or its old hour; and for its old deadline."""
    event, was_at = result.event, result.was_at
    if event is None or was_at is None or result.now_at is None or _is_on_again(event, was_at):
        return []
    texts = [
        (event.title, _("Der Titel nennt noch %s.")),
        (event.summary, _("Die Kurzfassung nennt noch %s.")),
        (event.description, _("Die Beschreibung nennt noch %s.")),
    ]
    said = [(_old_in(words, was_at, result.now_at), sentence) for words, sentence in texts]
    deadline = _old_deadline(event, was_at, result.now_at)
    return [*(sentence % what for what, sentence in said if what), *filter(None, [deadline])]


def _old_deadline(event: Event, was_at: datetime, now_at: datetime) -> str:
    """Of an event that moved to another day: people may still register only until a day before the old one, or until
    one behind the new one."""
    closes = event.registration_closes_at
    if closes is None or when.local(was_at).date() == when.local(now_at).date():
        return ""
    if event.registration_mode not in OWN_LIST or not (closes <= was_at or closes > now_at):
        return ""
    day = date_format(when.local(closes).date(), pgettext("Datumsformat ohne Jahr", "j. F"))
    return _("Anmelden kann man sich noch immer bis %s.") % day


def _is_on_again(event: Event, was_at: datetime) -> bool:
    return event.occurrences.filter(starts_at=was_at).exists()


def _old_in(words: str, was_at: datetime, now_at: datetime) -> str:
    """`den 6. Dezember`, `14:30 Uhr`, or "" where neither stands there."""
    was, now = when.local(was_at), when.local(now_at)
    if was.date() != now.date() and (was.day, was.month) in days_in(words)[0]:
        return _("den %s") % date_format(was.date(), pgettext("Datumsformat ohne Jahr", "j. F"))
    hours = {hour for mention in times_in(words) for hour in mention.starts}
    is_old_hour = was.time() != now.time() and was.time() in hours
    return when.hour(was_at) if is_old_hour else ""
