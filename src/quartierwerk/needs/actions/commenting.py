"""Words under a need: written by everybody, moderated before or after, taken back by who wrote them."""

import uuid
from typing import Any

from django.db import transaction

from quartierwerk.core import audit, clock
from quartierwerk.people.actions import find_or_create_person
from quartierwerk.people.models import Person
from quartierwerk.people.rules import Reachable

from .. import rules
from ..enums import Visibility
from ..models import Comment, Need, NeedSettings
from ..together import notifications
from .counting import count_again
from .locking import lock, refuse


@transaction.atomic
def comment(
    *,
    need: Need,
    text: str,
    person: Person | None = None,
    given: Reachable | None = None,
    shown_name: str = "",
    answers: Comment | None = None,
    by: Any = None,
    language: str = "de",
    submission_key: uuid.UUID | None = None,
) -> Comment:
    """Words under a need; the same key again is the same comment. `by` is staff who answer for the town: official, and
    public at once. An answer to an answer stands beside it: there is one level.

    Who gave an e-mail address (`person`, or `given` by a form) gets the link to take it back.
    """
    need = lock(need)  # whoever sends the same form at the same moment waits here, and then finds the first
    if submission_key and (known := Comment.objects.filter(submission_key=submission_key).first()):
        return known
    refuse(rules.why_not_commented(need, text, answers))
    if given and person is None:
        person = find_or_create_person(given=given, language=language)
    now = clock.now()
    is_shown = by is not None or NeedSettings.load().moderation == NeedSettings.Moderation.AFTER
    written = Comment.objects.create(
        need=need,
        text=text.strip(),
        person=person,
        shown_name=" ".join(shown_name.split()),
        answers=answers.answers or answers if answers else None,
        is_official=by is not None,
        by=by,
        at=now,
        language=language,
        visibility=Visibility.PUBLIC if is_shown else Visibility.WAITING,
        moderated_at=now if by else None,
        published_at=now if is_shown else None,
        submission_key=submission_key or uuid.uuid4(),
    )
    count_again(need)
    audit.record("need commented", need, by=by)
    if by is None:
        notifications.comment_received(written)
    return written


@transaction.atomic
def withdraw_comment(*, comment: Comment) -> Comment:
    """Whoever wrote it takes it back; answers to it stay."""
    comment, need = _lock(comment)
    refuse(rules.why_not_comment_withdrawn(comment))
    comment.visibility = Visibility.REMOVED_BY_AUTHOR
    comment.moderated_at = comment.moderated_at or clock.now()
    comment.save()
    count_again(need)
    audit.record("comment withdrawn", need)
    return comment


def _lock(comment: Comment) -> tuple[Comment, Need]:
    """The comment, read anew under the lock of its need, as everything that is counted."""
    need = lock(comment.need)
    return Comment.objects.select_related("person").get(pk=comment.pk), need
