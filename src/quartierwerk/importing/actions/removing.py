"""What was kept from texts is taken away again."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from quartierwerk.core import audit, clock
from quartierwerk.core.refusals import refuse

from .. import rules
from ..enums import State
from ..models import Announcement, Change, Example, Figure
from .locking import lock


@transaction.atomic
def remove_announcement(*, announcement: Announcement, by: Any) -> None:
    """Wholly, for who publishes; what became public stays."""
    announcement = lock(announcement)
    refuse(rules.why_not_removed_by(by))
    audit.record("announcement removed", announcement, by=by, state=announcement.state)
    if announcement.feed_id is None:
        announcement.delete()
    else:
        forget_words(Announcement.objects.filter(pk=announcement.pk))


@transaction.atomic
def forget_words(rows: QuerySet[Announcement]) -> int:
    """The words go; key and fingerprint stay, so that an entry of a feed is not offered again as if it were new."""
    ids = list(rows.values_list("pk", flat=True))
    Change.objects.filter(announcement__in=ids).delete()
    old = Announcement.objects.filter(pk__in=ids)
    old.filter(state=State.WAITING).update(state=State.SET_ASIDE, decided_at=clock.now())
    old.update(text="", title="", url="", entry=None, hints=[], read_as={})
    return len(ids)


@transaction.atomic
def remove_example(*, example: Example, by: Any) -> None:
    audit.record("example removed", example, by=by)
    example.delete()


@transaction.atomic
def remove_figure(*, figure: Figure, by: Any) -> None:
    audit.record("figure removed", figure, by=by, value=figure.value, unit=figure.unit)
    figure.delete()
