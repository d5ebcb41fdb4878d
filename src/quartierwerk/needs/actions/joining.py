"""“Ich mache mit”: who lends a hand."""

import uuid
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from quartierwerk.core import audit
from quartierwerk.core.refusals import refuse
from quartierwerk.people.actions import receive_message
from quartierwerk.people.models import Message, Person
from quartierwerk.people.rules import Reachable

from .. import rules
from ..models import CoDoer, Need
from .locking import lock


@transaction.atomic
def join_in(
    *,
    need: Need,
    person: Person | None = None,
    given: Reachable | None = None,
    says: str = "",
    language: str = "de",
    submission_key: uuid.UUID | None = None,
    by: Any = None,
) -> CoDoer:
    """“Ich mache mit”; once for each person, the newer words count.

    Who says so by the form (`given`) also stands among the messages of the desk and is answered like any other; whom
    staff enter themselves (`person`) does not.
    """
    need = lock(need)
    key = submission_key or uuid.uuid4()
    if known := CoDoer.objects.filter(submission_key=key).first():
        return known
    refuse(rules.why_not_joined(need))
    person = person or _told_desk(need, given, says, language, key)
    found, is_new = CoDoer.objects.get_or_create(
        need=need, person=person, defaults={"submission_key": key, "says": says.strip()}
    )
    if not is_new and says.strip():
        found.says = says.strip()
        found.save(update_fields=["says"])
    audit.record("joined in", need, by=by, on_behalf_of=person)
    return found


def _told_desk(need: Need, given: Reachable | None, says: str, language: str, key: uuid.UUID) -> Person:
    """Put it among the messages that wait for an answer; answers who it is. The words are for the team, in its language."""
    assert given is not None  # noqa: S101 - without a person somebody said how to reach them
    with translation.override(settings.LANGUAGE_CODE):
        text = "\n\n".join(part for part in (_("Ich mache mit."), says.strip()) if part)
    message = receive_message(
        submission_key=key,
        kind=Message.Kind.MESSAGE,
        name=given.name,
        email=given.email,
        phone=given.phone,
        street=given.street,
        postal_code=given.postal_code,
        city=given.city,
        text=text,
        about=need,
        about_url=need.get_absolute_url(),
        language=language,
    )
    assert message.person is not None  # noqa: S101 - the form asks for a name and a way
    return message.person
