"""What can be done with persons: finding, changing, consenting, erasing."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from quartierwerk.core import audit, clock

from .. import privacy, rules
from ..models import Channel, Consent, Message, Person
from ..rules import Reachable
from .accounts import delete_account


@transaction.atomic
def find_or_create_person(
    *, given: Reachable, kind: str = Message.Kind.MESSAGE, language: str = "de"
) -> Person:
    """Whoever is known by exactly this, or somebody new; known data is never overwritten from a form."""
    same = Q()
    if given.email:
        same |= Q(email=given.email)
    if given.phone:
        same |= Q(phone=given.phone)
    known = Person.objects.filter(same).order_by("pk") if same else Person.objects.none()
    for person in known:
        if rules.is_same_person(person, given):
            return person
    return Person.objects.create(
        name=given.name,
        email=given.email,
        phone=given.phone,
        street=given.street,
        postal_code=given.postal_code,
        city=given.city,
        preferred_channel=rules.channel_for(given, kind),
        language=language,
    )


@transaction.atomic
def create_person(*, by: Any, **values: Any) -> Person:
    """Enter somebody by hand; raises ValidationError where channel and contact data contradict."""
    person = Person(**values)
    person.full_clean()
    person.save()
    audit.record("person created", person, by=by, on_behalf_of=person)
    return person


@transaction.atomic
def change_person(*, person: Person, by: Any, **values: Any) -> Person:
    """Set contact data, channel, language or trusted person; raises ValidationError where they contradict."""
    changed = [name for name, value in values.items() if getattr(person, name) != value]
    for name, value in values.items():
        setattr(person, name, value)
    person.full_clean()
    person.save()
    if changed:
        audit.record("person changed", person, by=by, on_behalf_of=person, fields=sorted(changed))
    return person


@transaction.atomic
def give_consent(
    *, person: Person, purpose: str, text: str, text_version: str, given_by: str = "form", by: Any = None
) -> Consent:
    """Record that the person agreed to exactly these words; a valid consent to them is kept as it is.

    A consent to another version ends the earlier one.
    """
    valid = Consent.objects.select_for_update().filter(person=person, purpose=purpose, withdrawn_at=None)
    for earlier in valid:
        if earlier.text_version == text_version:
            return earlier
        earlier.withdrawn_at = clock.now()
        earlier.save(update_fields=["withdrawn_at"])
    consent = Consent.objects.create(
        person=person, purpose=purpose, text=text, text_version=text_version, given_by=given_by
    )
    audit.record("consent given", person, by=by, on_behalf_of=person, purpose=purpose, version=text_version)
    return consent


@transaction.atomic
def withdraw_consent(*, person: Person, purpose: str, by: Any = None) -> bool:
    """End the valid consent; False where there was none."""
    ended = Consent.objects.filter(person=person, purpose=purpose, withdrawn_at=None).update(
        withdrawn_at=clock.now()
    )
    if ended:
        audit.record("consent withdrawn", person, by=by, on_behalf_of=person, purpose=purpose)
    return bool(ended)


@transaction.atomic
def erase_person(*, person: Person, by: Any = None) -> None:
    """DSGVO Art. 17: empty the messages, delete the person and the account; what happened stays countable."""
    if reason := rules.why_not_erasable(person):
        raise ValidationError(reason)
    audit.record("person erased", person, by=by, messages=person.messages.count())
    Person.objects.filter(trusted_person=person, preferred_channel=Channel.TRUSTED).update(
        preferred_channel=Channel.NONE
    )
    privacy.erase(person)
    user = person.user
    person.delete()
    if user:
        delete_account(user=user, by=by)
