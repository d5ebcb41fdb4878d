"""Following a need: by mail after the link was used, by letter through the desk, as digest, until somebody has enough."""

from datetime import timedelta
from typing import Any

from django.db import transaction

from quartierwerk.core import audit, clock
from quartierwerk.core.refusals import refuse
from quartierwerk.people.actions import find_or_create_person
from quartierwerk.people.models import Person
from quartierwerk.people.rules import Reachable

from .. import rules
from ..enums import Frequency
from ..models import Follow, Need
from ..together import digest, notifications
from .locking import lock

SETTLES = timedelta(minutes=1)  # what is being written while a digest is put together belongs to the next one


@transaction.atomic
def follow(
    *,
    need: Need,
    person: Person | None = None,
    given: Reachable | None = None,
    frequency: str = Frequency.WEEKLY,
    language: str = "de",
    is_theirs: bool = False,
    by: Any = None,
) -> Follow:
    """Hear what becomes of it. By mail it counts once the link in the mail was used (double opt-in), or at once where the
    address `is_theirs`: of whoever is signed in. By letter, through the desk (`by`), at once.

    What is confirmed is never changed by somebody who only typed the address; the mail tells them how.
    """
    need = lock(need)
    refuse(rules.why_not_joined(need))
    if person is None:
        assert given is not None  # noqa: S101 - one of the two says who
        person = find_or_create_person(given=given, language=language)
    refuse(rules.why_not_written_to(person, frequency))
    at_once = is_theirs or frequency == Frequency.LETTER
    found, is_new = Follow.objects.get_or_create(
        need=need, person=person, defaults={"frequency": frequency, "language": language}
    )
    if at_once or not found.confirmed_at:
        found.frequency = frequency
    if at_once and not found.confirmed_at:
        found.confirmed_at = found.told_until = clock.now()
    found.save()
    if by:
        audit.record("followed for somebody", need, by=by, on_behalf_of=person)
    if not at_once:
        notifications.ask_to_confirm(found, is_new=is_new)
    return found


@transaction.atomic
def confirm_follow(*, follow: Follow) -> Follow:
    """The address is theirs; a second time changes nothing."""
    follow = Follow.objects.select_for_update(of=("self",)).get(pk=follow.pk)
    if not follow.confirmed_at:
        follow.confirmed_at = follow.told_until = clock.now()
        follow.save(update_fields=["confirmed_at", "told_until"])
    return follow


@transaction.atomic
def change_frequency(*, follow: Follow, frequency: str) -> Follow:
    refuse(rules.why_frequency_stays(follow, frequency))
    follow.frequency = frequency
    follow.save(update_fields=["frequency"])
    return follow


@transaction.atomic
def unfollow(*, follow: Follow) -> None:
    follow.delete()


@transaction.atomic
def unfollow_all(*, follows: Any) -> int:
    """Everything that arrives by mail ends; letters are ended by the desk. Answers how many."""
    return follows.exclude(frequency=Frequency.LETTER).delete()[0]


def tell_followers() -> int:
    """Send the digests that are due: one message a person and way, nothing where nothing happened; answers how many."""
    now = clock.now()
    if not digest.is_waking_hour(now):
        return 0
    due = digest.due(now)
    waiting = digest.with_news(due).order_by("person_id").values_list("person_id", flat=True).distinct()
    told = sum(_tell(person_id) for person_id in list(waiting))
    digest.without_news(digest.due(now)).update(told_until=now - SETTLES)
    return told


@transaction.atomic
def _tell(person_id: int) -> int:
    """One digest by mail and one by letter at most; whoever runs the job a second time finds nothing due."""
    now = clock.now()
    rows = digest.due(now).filter(person_id=person_id).select_related("person", "need").order_by("pk")
    follows = list(rows.select_for_update(of=("self",)))
    told = 0
    for by_letter in (False, True):
        way = [row for row in follows if (row.frequency == Frequency.LETTER) == by_letter]
        news = digest.news_of(way)
        if news:
            notifications.send_digest(way, news, by_letter=by_letter)
            told += 1
    Follow.objects.filter(pk__in=[row.pk for row in follows]).update(told_until=now - SETTLES)
    return told
