"""What people say after an event, and asking them for it once."""

import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from quartierwerk.core import audit, clock

from ..feedback import notifications as feedback_notifications
from ..feedback import queries as feedback_queries
from ..models import Event, Feedback, Registration
from ..rules import feedback as feedback_rules


@transaction.atomic
def give_feedback(
    *,
    event: Event,
    rating: int | None,
    liked: str = "",
    wished: str = "",
    submission_key: uuid.UUID | None = None,
    by: Any = None,
) -> Feedback:
    """Keep three answers without a name; the same key again is the same feedback.

    With `by` a member of staff types in a sheet of paper. Raises ValidationError with the reason where none is taken.
    """
    key = submission_key or uuid.uuid4()
    if known := Feedback.objects.filter(submission_key=key).first():
        return known
    first, now = feedback_queries.first_held_date(event), clock.now()
    reason = (
        feedback_rules.why_not_entered(first, now)
        if by
        else feedback_rules.why_no_feedback(event, first, now)
    )
    if reason:
        raise ValidationError(reason)
    feedback = Feedback(
        event=event,
        rating=rating,
        liked=liked.strip(),
        wished=wished.strip(),
        came_by=Feedback.CameBy.PAPER if by else Feedback.CameBy.FORM,
        entered_by=by,
        submission_key=key,
    )
    feedback.full_clean()
    feedback.save()
    audit.record("feedback given", feedback, by=by)
    return feedback


def ask_for_feedback_due() -> int:
    """Mail everybody who was there, once for each event; answers how many mails."""
    due = feedback_queries.to_be_asked_for_feedback(clock.now(), feedback_rules.ASKED_UNTIL)
    return sum(_ask(registration) for registration in due)


@transaction.atomic
def _ask(registration: Registration) -> bool:
    """Whether this worker was the first to ask this person about this event."""
    own = Registration.objects.filter(event=registration.event_id, person=registration.person_id)
    list(own.select_for_update().order_by("pk"))
    if own.filter(feedback_asked_at__isnull=False).exists():
        return False
    own.filter(pk=registration.pk).update(feedback_asked_at=clock.now())
    audit.record("asked for feedback", registration)
    feedback_notifications.ask_for_feedback(registration)
    return True
