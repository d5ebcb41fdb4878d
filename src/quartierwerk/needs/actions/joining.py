"""What others do with a need: it concerns them, they speak, help, follow, or find that it should not stand there."""

import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from quartierwerk.core import audit, clock
from quartierwerk.people.models import Channel, Person

from .. import rules
from ..enums import Frequency, Visibility
from ..models import AbuseReport, CoDoer, Comment, Follow, Need, NeedSettings, Support
from .counting import count_again
from .locking import lock, refuse


@transaction.atomic
def support(*, need: Need, voter: str, person: Person | None = None) -> Need:
    """“Betrifft mich auch”; the same voter again changes nothing."""
    need = lock(need)
    refuse(rules.why_not_joined(need))
    _row, is_new = Support.objects.get_or_create(need=need, voter=voter, defaults={"person": person})
    if is_new:
        count_again(need)
    return need


@transaction.atomic
def cease_to_support(*, need: Need, voter: str) -> Need:
    need = lock(need)
    Support.objects.filter(need=need, voter=voter).delete()
    count_again(need)
    return need


@transaction.atomic
def comment(
    *,
    need: Need,
    text: str,
    person: Person | None = None,
    shown_name: str = "",
    answers: Comment | None = None,
    by: Any = None,
    submission_key: uuid.UUID | None = None,
) -> Comment:
    """Words under a need. `by` is staff who answer for the town: official, and public at once."""
    if submission_key and (known := Comment.objects.filter(submission_key=submission_key).first()):
        return known
    need = lock(need)
    refuse(rules.why_not_commented(need, text))
    is_shown = by is not None or NeedSettings.load().moderation == NeedSettings.Moderation.AFTER
    written = Comment.objects.create(
        need=need,
        text=text.strip(),
        person=person,
        shown_name=shown_name,
        answers=answers,
        is_official=by is not None,
        by=by,
        visibility=Visibility.PUBLIC if is_shown else Visibility.WAITING,
        moderated_at=clock.now() if by else None,
        submission_key=submission_key or uuid.uuid4(),
    )
    count_again(need)
    audit.record("need commented", need, by=by)
    return written


@transaction.atomic
def follow(*, need: Need, person: Person, frequency: str = Frequency.WEEKLY, language: str = "de") -> Follow:
    """Hear what becomes of it. By mail it counts once the link was used; by letter, through the desk, at once."""
    refuse(rules.why_not_joined(need))
    found, _is_new = Follow.objects.get_or_create(
        need=need, person=person, defaults={"frequency": frequency, "language": language}
    )
    found.frequency = frequency
    if frequency == Frequency.LETTER:
        if person.preferred_channel != Channel.LETTER and not person.has_address:
            raise ValidationError(rules.no_address())
        found.confirmed_at = found.confirmed_at or clock.now()
    found.save()
    return found


@transaction.atomic
def unfollow(*, follow: Follow) -> None:
    follow.delete()


@transaction.atomic
def join_in(*, need: Need, person: Person, says: str = "", submission_key: uuid.UUID | None = None) -> CoDoer:
    """“Ich mache mit”; once for each person, the newer words count."""
    refuse(rules.why_not_joined(need))
    found, _is_new = CoDoer.objects.get_or_create(
        need=need, person=person, defaults={"submission_key": submission_key or uuid.uuid4()}
    )
    found.says = says.strip() or found.says
    found.save(update_fields=["says"])
    audit.record("joined in", need, on_behalf_of=person)
    return found


@transaction.atomic
def complain(
    *,
    need: Need,
    reason: str,
    text: str = "",
    comment: Comment | None = None,
    submission_key: uuid.UUID | None = None,
) -> AbuseReport:
    """Say that it should not stand there; it waits in the inbox of the moderation."""
    found, _is_new = AbuseReport.objects.get_or_create(
        submission_key=submission_key or uuid.uuid4(),
        defaults={"need": need, "comment": comment, "reason": reason, "text": text.strip()},
    )
    audit.record("need reported", need, reason=reason)
    return found
