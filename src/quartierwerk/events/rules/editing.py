"""What keeps an event from being saved, published or deleted as somebody typed it: sentences for the form, or None."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .. import queries
from ..enums import RegistrationMode, Stage
from ..models import AgendaItem, Event, Question, Registration
from ..models.events import END_BEFORE_START, HOW_UNKNOWN
from ..series.recurrence import is_valid_rule, span, spans_of, zone
from ..words import when
from .registering import why_not_capacity

MOST_NAMES = 12


def why_not_local(at: datetime) -> str | None:
    """Why this hour does not exist in the town: in spring one hour is left out."""
    if at.astimezone(UTC).astimezone(zone()).replace(tzinfo=None) == at.replace(tzinfo=None):
        return None
    return _(
        "Diese Uhrzeit gibt es am %s nicht: In dieser Nacht wird die Uhr vorgestellt. Bitte wählen Sie eine andere."
    ) % when.day(at.date(), with_year=True)


def why_not_end(starts_at: datetime, ends_at: datetime | None) -> str | None:
    return str(END_BEFORE_START) if ends_at and ends_at <= starts_at else None


def why_not_registration_end(opens_at: datetime | None, closes_at: datetime | None) -> str | None:
    if opens_at and closes_at and closes_at <= opens_at:
        return _("Die Anmeldung endet, bevor sie beginnt.")
    return None


def why_no_way(mode: str, how: str) -> str | None:
    """Why nobody would know how to register with the organiser."""
    return str(HOW_UNKNOWN) if mode == RegistrationMode.ELSEWHERE and not how.strip() else None


def why_not_rule(rule: str) -> str | None:
    if rule and not is_valid_rule(rule):
        return _(
            "Diese Regel verstehen wir nicht. Sie sieht zum Beispiel so aus: FREQ=MONTHLY;BYDAY=1MO,3MO. "
            "Das Ende gehört in „Letzter Tag der Reihe“."
        )
    return None


def why_not_start(event: Event, today: date) -> str | None:
    """Why a valid rule and the first date do not fit: the first date must be one of the rule's own."""
    first = event.starts_at.astimezone(zone())
    unbounded = Event(starts_at=event.starts_at, rule=event.rule)
    by_rule = next(iter(spans_of(unbounded, today=max(today, first.date()))), None)
    if by_rule is None:
        return _("Nach diesen Angaben gibt es keinen einzigen Termin.")
    if by_rule.starts_at == event.starts_at:
        return None
    return _(
        "Der Beginn passt nicht zur Wiederholung: Der erste Termin wäre am %s. Bitte tragen Sie diesen Tag ein."
    ) % when.day(when.day_of(by_rule.starts_at), with_year=True)


def why_no_dates(event: Event, today: date) -> str | None:
    """Why a series is empty: it ends before it begins, or every date is an exception."""
    if event.repeats_until and event.repeats_until < event.starts_at.astimezone(zone()).date():
        return _("Der letzte Tag der Reihe liegt vor dem Beginn.")
    if event.rule and not spans_of(event, today=max(today, event.starts_at.astimezone(zone()).date())):
        return _("Nach diesen Angaben gibt es keinen einzigen Termin.")
    return None


def why_not_agenda_item(event: Event, item: AgendaItem) -> str | None:
    """Why a point of the programme is not within the event."""
    over_at = span(event.starts_at, event.ends_at).over_at
    for at in (item.starts_at, item.ends_at):
        if at and not event.starts_at <= at <= over_at:
            return _("Dieser Programmpunkt liegt außerhalb der Veranstaltung (%(start)s bis %(end)s).") % {
                "start": when.moment(event.starts_at, with_year=True),
                "end": when.moment(over_at, with_year=True),
            }
    return None


def why_not_item_capacity(item: AgendaItem) -> str | None:
    """Why a workshop cannot have fewer places: people chose it."""
    return why_not_capacity(item.capacity, queries.most_in_workshop(item)) if item.pk else None


def why_not_removed(row: AgendaItem | Question) -> str | None:
    """Why a point of the programme or a question stays: people chose it or answered it."""
    if isinstance(row, AgendaItem) and row.places.exists():
        return _("„%s“ bleibt im Programm: Dazu haben sich schon Leute angemeldet.") % row.title
    if isinstance(row, Question) and row.answers.exists():
        return _("„%s“ bleibt stehen: Diese Frage haben schon Leute beantwortet.") % row.text
    return None


def why_not_deletable(event: Event) -> str | None:
    """Only what nobody ever saw may vanish; anything else is cancelled."""
    if event.stage != Stage.DRAFT or event.published_at:
        return _("Diese Veranstaltung war schon öffentlich. Bitte sagen Sie sie ab, statt sie zu löschen.")
    if event.pk and event.registrations.exists():
        return _("Zu dieser Veranstaltung gibt es Anmeldungen. Bitte sagen Sie sie ab, statt sie zu löschen.")
    return None


def told_who(registrations: Sequence[Registration]) -> str:
    """`Keinen Platz hätten: Erna Beispiel (2), ohne Namen (1).`; for those who may see names."""
    rows = registrations[:MOST_NAMES]
    names = ", ".join(f"{each.name or _('ohne Namen')} ({each.party_size})" for each in rows)
    more = len(registrations) - len(rows)
    rest = ngettext(" und %d weitere Anmeldung", " und %d weitere Anmeldungen", more) % more if more else ""
    return _("Keinen Platz hätten: %(names)s%(rest)s.") % {"names": names, "rest": rest}
