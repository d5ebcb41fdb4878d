"""What staff write down for somebody who calls or comes by: that it concerns them, too, a hand that is offered, words."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from quartierwerk.core import audit
from quartierwerk.people import actions as people_actions
from quartierwerk.people.models import Person
from quartierwerk.people.rules import Reachable

from ..models import CoDoer, Comment, Need, Support
from .commenting import comment, show_comment
from .joining import join_in
from .supporting import support


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
    if person or (given and given.named.name):
        person = entered(person, added, given, by)
    voter = Support.voter_of(person) if person else f"call:{submission_key.hex}"
    need = support(need=need, voter=voter, person=person)
    audit.record("supported for somebody", need, by=by, on_behalf_of=person)
    return need.supports.select_related("person").get(voter=voter)


@transaction.atomic
def join_in_for(
    *,
    need: Need,
    says: str,
    by: Any,
    submission_key: uuid.UUID,
    person: Person | None = None,
    added: Mapping[str, str] | None = None,
    given: Reachable | None = None,
) -> CoDoer:
    """Somebody lends a hand; staff know it already, so nothing waits for an answer. Who it is as in `take_need`."""
    known = CoDoer.objects.filter(submission_key=submission_key).first()
    return known or join_in(
        need=need, person=entered(person, added, given, by), says=says, submission_key=submission_key, by=by
    )


@transaction.atomic
def comment_for(
    *,
    need: Need,
    text: str,
    by: Any,
    submission_key: uuid.UUID,
    shown_name: str = "",
    person: Person | None = None,
    added: Mapping[str, str] | None = None,
    given: Reachable | None = None,
) -> Comment:
    """Words of somebody, not of the town; whoever writes them down has read them, so everybody sees them at once."""
    if known := Comment.objects.filter(submission_key=submission_key).first():
        return known
    has_name = person or (given and given.named.name)
    written = comment(
        need=need,
        text=text,
        person=entered(person, added, given, by) if has_name else None,
        shown_name=shown_name,
        submission_key=submission_key,
    )
    audit.record("commented for somebody", need, by=by, on_behalf_of=written.person)
    return written if written.is_public else show_comment(comment=written, by=by)


def entered(
    person: Person | None, added: Mapping[str, str] | None, given: Reachable | None, by: Any
) -> Person:
    """The known `person` with what was `added`, or somebody new."""
    if person is None:
        assert given is not None  # noqa: S101 - the form asks for one of the two
        return people_actions.find_or_create_person(given=given.named)
    if added:
        people_actions.change_person(person=person, by=by, **added)
    return person
