"""What waits for somebody: needs to moderate or to answer, comments, reports, mails. Counting is SQL."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Model, Q, QuerySet, Value, When
from django.db.models.fields import CharField

from quartierwerk.core import clock
from quartierwerk.places.queries import quarters_worked_for

from .enums import ENDED_STATES, REMOVED, UNANSWERED, Visibility
from .models import AbuseReport, CoDoer, Comment, InboundMail, Need, NeedSettings
from .permissions import may_moderate
from .queries import needs_for

MODERATE, ANSWER, COMMENT, COMPLAINT, MAIL = "moderate", "answer", "comments", "complaints", "mails"
COLUMNS = ("pk", "what", "since", "late", "own")


@dataclass
class Waiting:
    """One line of the inbox: `what` waits `since` when; `about` is a need, a comment, a report, or a mail without need."""

    what: str
    need: Need | None
    about: Model
    late: bool = False

    @property
    def since(self) -> Any:
        return self.about.received_at if isinstance(self.about, (Need, InboundMail)) else self.about.at  # type: ignore[attr-defined]


def needs_waiting(user: Any) -> QuerySet[Need]:
    """Nobody has looked at them, or nobody has said what becomes of them."""
    waits = Q(moderated_at=None) | Q(state__in=UNANSWERED)
    # Excluded, not chosen: then databases begin with the few that wait, not with the many that are public.
    there = needs_for(user).filter(waits).exclude(visibility__in=REMOVED)
    return there if may_moderate(user) else Need.objects.none()


def comments_waiting(user: Any) -> QuerySet[Comment]:
    if not may_moderate(user):
        return Comment.objects.none()
    waits = Comment.objects.filter(moderated_at=None)
    return waits.exclude(visibility__in=REMOVED).exclude(need__visibility__in=REMOVED)


def complaints_waiting(user: Any) -> QuerySet[AbuseReport]:
    return AbuseReport.objects.filter(handled_at=None) if may_moderate(user) else AbuseReport.objects.none()


def mails_waiting(user: Any) -> QuerySet[InboundMail]:
    """Nobody has made a need of them yet, or set them aside."""
    waits = InboundMail.objects.filter(need=None, set_aside_at=None)
    return waits if may_moderate(user) else waits.none()


def inbox(
    user: Any,
    needs: QuerySet[Need],
    comments: QuerySet[Comment],
    complaints: QuerySet[AbuseReport],
    mails: QuerySet[InboundMail],
) -> QuerySet:
    """Rows of `COLUMNS`: those of one's own quarters first, in them what is overdue, then the oldest."""
    own, before = quarters_worked_for(user), promised_before()
    late_mail = Case(
        When(received_at__lt=before, then=Value(1)), default=Value(0), output_field=IntegerField()
    )
    parts = [
        _as_rows(needs.annotate(what=_what(), since=F("received_at"), late=_late(before)), own, ""),
        _as_rows(mails.annotate(what=_text(MAIL), since=F("received_at"), late=late_mail), None, ""),
        *(
            _as_rows(rows.annotate(what=_text(what), since=F("at"), late=Value(0)), own, "need__")
            for rows, what in ((comments, COMMENT), (complaints, COMPLAINT))
        ),
    ]
    return parts[0].union(*parts[1:], all=True).order_by("-own", "-late", "since", "what", "pk")


def in_full(
    rows: list[tuple], *, related: tuple[str, ...] = ("quarter", "field", "assigned_to")
) -> list[Waiting]:
    """The things of these rows, in their order, with one query for each kind of thing."""
    of_need = tuple(f"need__{name}" for name in related)
    found = {
        "need": _fetched(Need.objects.select_related(*related), rows, (MODERATE, ANSWER)),
        COMMENT: _fetched(Comment.objects.select_related("need", *of_need), rows, (COMMENT,)),
        COMPLAINT: _fetched(
            AbuseReport.objects.select_related("comment", "need", *of_need), rows, (COMPLAINT,)
        ),
        MAIL: _fetched(InboundMail.objects.all(), rows, (MAIL,)),
    }
    return list(_in_order(rows, found))


def counts(user: Any) -> dict[str, int]:
    """How much waits of each kind: `moderate`, `answer`, `comments`, `complaints`, `mails`; `waits` is all of it, what
    the inbox holds, and `late` how much of it is overdue."""
    to_moderate, before = Q(moderated_at=None), promised_before()
    found = (
        needs_waiting(user)
        .order_by()
        .aggregate(
            moderate=Count("pk", filter=to_moderate),
            answer=Count("pk", filter=~to_moderate),
            late=Count("pk", filter=_is_late(before)),
        )
    )
    mails = mails_waiting(user).aggregate(
        mails=Count("pk"), late=Count("pk", filter=Q(received_at__lt=before))
    )
    found["mails"], found["late"] = mails["mails"], found["late"] + mails["late"]
    found["comments"] = comments_waiting(user).count()
    found["complaints"] = complaints_waiting(user).count()
    found["waits"] = sum(found[kind] for kind in (MODERATE, ANSWER, COMMENT, COMPLAINT, MAIL))
    return found


def helpers_of_open_needs() -> int:
    """How many people have offered a hand for what is still open."""
    return offers_for_open_needs().count()


def offers_for_open_needs() -> QuerySet[CoDoer]:
    gone = (*REMOVED, Visibility.WAITING)
    return CoDoer.objects.exclude(need__state__in=ENDED_STATES).exclude(need__visibility__in=gone)


def promised_before() -> datetime:
    """What came before this moment should have been answered by now."""
    return clock.now() - timedelta(days=NeedSettings.load().answer_within_days)


def neighbours(user: Any, need: Need, before: datetime, *, most: int = 500) -> tuple[str, str]:
    """Numbers of the needs that wait before and after this one in the inbox, empty where there is none."""
    waits = needs_waiting(user).annotate(late=_late(before))
    rows = waits.annotate(own=_is_own(quarters_worked_for(user), "")).order_by(
        "-own", "-late", "received_at", "pk"
    )
    line = list(rows.values_list("reference", flat=True)[:most])
    if need.reference not in line:
        return "", line[0] if line else ""
    place = line.index(need.reference)
    return (line[place - 1] if place else ""), (line[place + 1] if place + 1 < len(line) else "")


def _is_late(before: datetime) -> Q:
    return Q(state__in=UNANSWERED, received_at__lt=before) & ~Q(visibility__in=REMOVED)


def _late(before: datetime) -> Case:
    return Case(When(_is_late(before), then=Value(1)), default=Value(0), output_field=IntegerField())


def _what() -> Case:
    return Case(
        When(moderated_at=None, then=_text(MODERATE)), default=_text(ANSWER), output_field=CharField()
    )


def _text(words: str) -> Value:
    return Value(words, output_field=CharField())


def _is_own(own: QuerySet | None, prefix: str) -> Case | Value:
    """1 where it lies in one of the manager's `own` quarters; for everybody else (None) all are alike."""
    if own is None:
        return Value(0)
    mine = When(**{f"{prefix}quarter__in": own.values("pk")}, then=Value(1))
    return Case(mine, default=Value(0), output_field=IntegerField())


def _as_rows(rows: QuerySet, own: QuerySet | None, prefix: str) -> QuerySet:
    return rows.annotate(own=_is_own(own, prefix)).order_by().values_list(*COLUMNS)


def _fetched(things: QuerySet, rows: list[tuple], kinds: tuple[str, ...]) -> dict[int, Any]:
    return things.in_bulk([pk for pk, what, *_rest in rows if what in kinds])


def _in_order(rows: list[tuple], found: dict[str, dict[int, Any]]) -> Iterator[Waiting]:
    for pk, what, _since, late, _own_quarter in rows:
        if thing := found.get(what, found["need"]).get(pk):
            yield Waiting(what, thing if what in (MODERATE, ANSWER) else thing.need, thing, bool(late))
