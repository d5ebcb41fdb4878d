"""Comments shown or taken away, and what others reported: each report is settled by what becomes of its thing."""

from typing import Any

from django.db import transaction

from quartierwerk.core import audit, clock

from .. import rules
from ..enums import Visibility
from ..models import Comment, Need
from ..together.notifications import comment_removed
from .counting import count_again
from .locking import lock, refuse


def settle(need: Need, *, by: Any, comment: Comment | None = None) -> int:
    """Tick off what was reported about a comment, or about the need with everything below it; answers how many."""
    reports = need.complaints.filter(handled_at=None)
    if comment is not None:
        reports = reports.filter(comment=comment)
    return reports.update(handled_at=clock.now(), handled_by=by)


@transaction.atomic
def show_comment(*, comment: Comment, by: Any) -> Comment:
    """Show it, or say that what is shown already may stay."""
    comment = _locked(comment)
    refuse(rules.why_not_comment_shown(comment))
    comment.visibility, comment.hidden_because = Visibility.PUBLIC, ""
    comment.moderated_at = clock.now()
    comment.published_at = comment.published_at or comment.moderated_at
    comment.save(update_fields=["visibility", "hidden_because", "moderated_at", "published_at"])
    count_again(comment.need)
    audit.record("comment published", comment.need, by=by, comment=comment.pk)
    return comment


@transaction.atomic
def hide_comment(*, comment: Comment, reason: str, by: Any, blocked: bool = False) -> Comment:
    """Take it out of the public, with the reason; `blocked` where the law forbids showing it."""
    comment = _locked(comment)
    refuse(rules.why_not_comment_hidden(comment, reason))
    comment.visibility = Visibility.BLOCKED if blocked else Visibility.REMOVED_BY_MODERATOR
    comment.hidden_because, comment.moderated_at = reason.strip(), clock.now()
    comment.save(update_fields=["visibility", "hidden_because", "moderated_at"])
    settle(comment.need, comment=comment, by=by)
    count_again(comment.need)
    audit.record("comment removed", comment.need, by=by, comment=comment.pk, blocked=blocked)
    comment_removed(comment)
    return comment


@transaction.atomic
def dismiss(*, need: Need, by: Any, comment: Comment | None = None) -> int:
    """What was reported may stay: a comment, or the need itself; answers how many reports that settles."""
    need = lock(need)
    if comment is not None:
        settled = settle(need, comment=comment, by=by)
        audit.record("comment kept after complaints", need, by=by, comment=comment.pk)
        return settled
    reports = need.complaints.filter(handled_at=None, comment=None)
    settled = reports.update(handled_at=clock.now(), handled_by=by)
    audit.record("need kept after complaints", need, by=by)
    return settled


def _locked(comment: Comment) -> Comment:
    """The comment, read anew, while its need is locked: its number of comments follows from this."""
    need = lock(comment.need)
    found = need.comments.select_related("person").get(pk=comment.pk)
    found.need = need
    return found
