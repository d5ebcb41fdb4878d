"""Keeps the dates of an event (`Occurrence`) as its rule says."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from quartierwerk.core import clock

from .. import rules
from ..models import Event, Occurrence
from ..recurrence import Span, spans_of, zone


@transaction.atomic
def keep_dates(*, event: Event) -> None:
    """Make the dates that are missing, bring the others to the rule, drop what the rule no longer has.

    A date is known by its day: where the hour of a series changes its dates keep their registrations. What is over
    stays as it was, what somebody moved by hand stays moved; a date with registrations is cancelled, not deleted.
    """
    now, wanted = clock.now(), spans_of(event, today=clock.today())
    kept = list(event.occurrences.all())
    if not event.is_series and len(kept) == 1:
        _bring_to(kept[0], wanted[0])
        return
    future = {_day(o): o for o in kept if not o.is_over(now)}
    past = {_day(o) for o in kept if o.is_over(now)}
    for each in wanted:
        day = timezone.localtime(each.starts_at, zone()).date()
        if day in future:
            _bring_to(future.pop(day), each)
        elif day not in past:
            told = rules.availability_for(event.capacity, 0)
            Occurrence.objects.create(
                event=event, original_start=each.starts_at, availability=told, **vars(each)
            )
    for gone in future.values():
        _drop(gone)


def _day(occurrence: Occurrence) -> date:
    return timezone.localtime(occurrence.original_start, zone()).date()


def _bring_to(occurrence: Occurrence, wanted: Span) -> None:
    new = {"original_start": wanted.starts_at}
    if not occurrence.is_moved:
        new |= vars(wanted)
    if any(getattr(occurrence, name) != value for name, value in new.items()):
        for name, value in new.items():
            setattr(occurrence, name, value)
        occurrence.save()


def _drop(occurrence: Occurrence) -> None:
    if occurrence.registrations.exists() or occurrence.attendances.exists():
        occurrence.state = Occurrence.State.CANCELLED
        occurrence.save(update_fields=["state"])
    else:
        occurrence.delete()
