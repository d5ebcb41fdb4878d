"""“Betrifft mich auch”: once for each voter, counted from the rows."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from quartierwerk.core import audit
from quartierwerk.people import actions as people_actions
from quartierwerk.people.models import Person
from quartierwerk.people.rules import Reachable

from .. import rules
from ..models import Need, Support
from .counting import count_again
from .locking import lock, refuse


@transaction.atomic
def support(*, need: Need, voter: str, person: Person | None = None, known_as: str = "") -> Need:
    """It concerns this voter, too; the same voter again changes nothing.

    `known_as` is another name of the same human being: the browser in which somebody is signed in now. What was said
    under it becomes the voter's, so that nobody is counted before and after signing in.
    """
    need = lock(need)
    refuse(rules.why_not_supported(need, person))
    rows = {row.voter: row for row in need.supports.filter(voter__in=[voter, known_as])}
    earlier = rows.get(known_as) if known_as else None
    if voter in rows:
        if earlier:
            earlier.delete()
    elif earlier:
        earlier.voter, earlier.person = voter, person
        earlier.save(update_fields=["voter", "person"])
    else:
        Support.objects.create(need=need, voter=voter, person=person)
    count_again(need)
    return need


@transaction.atomic
def support_for(
    *,
    need: Need,
    by: Any,
    submission_key: uuid.UUID,
    person: Person | None = None,
    added: Mapping[str, str] | None = None,
    given: Reachable | None = None,
) -> Support:
    """Staff count somebody who calls or comes by: a known `person`, somebody new (`given`), or nobody known, once a call.

    `added` are contact data a known person had not left before.
    """
    if person is not None and added:
        people_actions.change_person(person=person, by=by, **added)
    if person is None and given and given.named.name:
        person = people_actions.find_or_create_person(given=given.named)
    voter = Support.voter_of(person) if person else f"call:{submission_key.hex}"
    need = support(need=need, voter=voter, person=person)
    audit.record("supported for somebody", need, by=by, on_behalf_of=person)
    return need.supports.select_related("person").get(voter=voter)


@transaction.atomic
def cease_to_support(*, need: Need, voter: str, known_as: str = "") -> Need:
    """Take it back, under whichever name it was said."""
    need = lock(need)
    need.supports.filter(voter__in=[voter, known_as]).delete()
    count_again(need)
    return need
