"""Keeps the dates of an event (`Occurrence`) as its rule says."""

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from quartierwerk.core import clock

from .. import rules
from ..enums import Availability, Stage
from ..models import Event, Occurrence
from ..series.recurrence import Span, is_valid_rule, span, spans_of, zone
from .places import lock


@transaction.atomic
def keep_dates(*, event: Event) -> None:
    """Make the dates that are missing, bring the others to the rule, drop what the rule no longer has.

    A date is known by its day: where the hour of a series changes its dates keep their registrations. What is over
    stays as it was, what somebody moved by hand stays moved; a date with registrations is cancelled, not deleted.
    """
    now, wanted = clock.now(), _wanted(event)
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
            Occurrence.objects.create(
                event=event, original_start=each.starts_at, availability=_free(event), **vars(each)
            )
    for gone in future.values():
        _drop(gone)


def _wanted(event: Event) -> list[Span]:
    """What the rule says, one date a day; a rule that nobody understands is the first date alone."""
    if event.rule and not is_valid_rule(event.rule):
        return [span(event.starts_at, event.ends_at)]
    return spans_of(event, today=clock.today())


def carry_on() -> int:
    """Every day: the dates of series without a near end, until the horizon. Answers how many series there are."""
    running = Event.objects.exclude(rule="").exclude(stage=Stage.CANCELLED).order_by("pk")
    running = running.filter(Q(repeats_until=None) | Q(repeats_until__gte=clock.today()))
    for event in running:
        with transaction.atomic():
            keep_dates(event=lock(event))
    return len(running)


def _free(event: Event) -> Availability:
    """A new date has all its places."""
    return rules.availability_for(event.capacity if event.registers_by_date else None, 0)


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
