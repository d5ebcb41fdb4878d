"""“Betrifft mich auch”: once for each voter, counted from the rows."""

from django.db import transaction

from quartierwerk.core.refusals import refuse
from quartierwerk.people.models import Person

from .. import rules
from ..models import Need, Support
from .counting import count_again
from .locking import lock


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
def cease_to_support(*, need: Need, voter: str, known_as: str = "") -> Need:
    """Take it back, under whichever name it was said."""
    need = lock(need)
    need.supports.filter(voter__in=[voter, known_as]).delete()
    count_again(need)
    return need
