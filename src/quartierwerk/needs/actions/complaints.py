"""What others find should not stand there: each report is settled by what becomes of its thing."""

import uuid
from typing import Any

from django.db import transaction

from quartierwerk.core import audit, clock

from ..models import AbuseReport, Comment, Need
from .locking import lock


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
    found, is_new = AbuseReport.objects.get_or_create(
        submission_key=submission_key or uuid.uuid4(),
        defaults={"need": need, "comment": comment, "reason": reason, "text": text.strip()},
    )
    if is_new:
        audit.record("need reported", need, reason=reason)
    return found


@transaction.atomic
def dismiss(*, need: Need, by: Any, comment: Comment | None = None) -> int:
    """What was reported may stay: a comment, or the need itself; answers how many reports that settles."""
    need = lock(need)
    if comment is not None:
        audit.record("comment kept after complaints", need, by=by, comment=comment.pk)
        return settle(need, comment=comment, by=by)
    audit.record("need kept after complaints", need, by=by)
    reports = need.complaints.filter(handled_at=None, comment=None)
    return reports.update(handled_at=clock.now(), handled_by=by)


def settle(need: Need, *, by: Any, comment: Comment | None = None) -> int:
    """Tick off what was reported about a comment, or about the need with everything below it; answers how many."""
    reports = need.complaints.filter(handled_at=None)
    if comment is not None:
        reports = reports.filter(comment=comment)
    return reports.update(handled_at=clock.now(), handled_by=by)
