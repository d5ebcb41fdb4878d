"""Words under a need: written by everybody, moderated before or after, taken away, or taken back by who wrote them."""

import uuid
from typing import Any

from django.db import transaction

from quartierwerk.core import audit, clock
from quartierwerk.core.refusals import refuse
from quartierwerk.people.actions import find_or_create_person
from quartierwerk.people.models import Person
from quartierwerk.people.rules import Reachable

from .. import rules
from ..enums import REMOVED, Visibility
from ..models import Comment, Need, NeedSettings
from ..together import notifications
from .complaints import settle
from .counting import count_again
from .locking import lock


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
def show_comment(*, comment: Comment, by: Any) -> Comment:
    """Show it, or say that what is shown already may stay."""
    comment = _locked(comment)
    refuse(rules.why_not_comment_shown(comment))
    comment.hidden_because, comment.moderated_at = "", clock.now()
    comment.published_at = comment.published_at or comment.moderated_at
    _now(comment, Visibility.PUBLIC)
    audit.record("comment published", comment.need, by=by, comment=comment.pk)
    return comment


@transaction.atomic
def hide_comment(*, comment: Comment, reason: str, by: Any, blocked: bool = False) -> Comment:
    """Take it out of the public, with the reason; `blocked` where the law forbids showing it."""
    comment = _locked(comment)
    refuse(rules.why_not_comment_hidden(comment, reason))
    comment.hidden_because, comment.moderated_at = reason.strip(), clock.now()
    _now(comment, Visibility.BLOCKED if blocked else Visibility.REMOVED_BY_MODERATOR, by=by)
    audit.record("comment removed", comment.need, by=by, comment=comment.pk, blocked=blocked)
    notifications.comment_removed(comment)
    return comment


@transaction.atomic
def withdraw_comment(*, comment: Comment) -> Comment:
    """Whoever wrote it takes it back; answers to it stay."""
    comment = _locked(comment)
    refuse(rules.why_not_comment_withdrawn(comment))
    comment.moderated_at = comment.moderated_at or clock.now()
    _now(comment, Visibility.REMOVED_BY_AUTHOR)
    audit.record("comment withdrawn", comment.need)
    return comment


def _now(comment: Comment, visibility: Visibility, *, by: Any = None) -> None:
    """Keep what became of it; what is gone leaves no report open, and is counted no more."""
    comment.visibility = visibility
    comment.save(update_fields=["visibility", "hidden_because", "moderated_at", "published_at"])
    if visibility in REMOVED:
        settle(comment.need, comment=comment, by=by)
    count_again(comment.need)


def _locked(comment: Comment) -> Comment:
    """The comment, read anew, while its need is locked: its number of comments follows from this."""
    need = lock(comment.need)
    found = need.comments.select_related("person").get(pk=comment.pk)
    found.need = need
    return found
