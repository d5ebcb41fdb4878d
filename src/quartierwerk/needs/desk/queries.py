"""What the desk's inbox shows: what waits, or the needs of a state, narrowed by the filters."""

import re
from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet

from quartierwerk.core import clock
from quartierwerk.places.queries import quarters_worked_for

from .. import waiting
from ..enums import REMOVED, CameBy, State
from ..intake.queries import search_mails
from ..models import DailyMail, InboundMail, Need
from ..queries import counted_by_channel, needs_for

WAITS, ALL, GONE, HELPERS = "", "all", "gone", "helpers"
MINE, NOBODYS, OWN_QUARTERS = "mine", "nobody", "own"
_NUMBER = re.compile(r"(?:[A-Za-zÄÖÜäöü]{2,5}-\d{4}-)?0*(\d{1,9})")


def rows(user: Any, chosen: dict[str, Any]) -> QuerySet:
    """Rows of `waiting.COLUMNS` for what waits."""
    kind = chosen.get("what")
    needs = _of_kind(_narrow(waiting.needs_waiting(user), user, chosen), kind)
    comments = _narrow(waiting.comments_waiting(user), user, chosen, "need__")
    complaints = _narrow(waiting.complaints_waiting(user), user, chosen, "need__")
    return waiting.inbox(
        user,
        needs,
        comments if kind in (None, "", waiting.COMMENT) else comments.none(),
        complaints if kind in (None, "", waiting.COMPLAINT) else complaints.none(),
        _mails(user, chosen) if kind in (None, "", waiting.MAIL) else waiting.mails_waiting(user).none(),
    )


def _mails(user: Any, chosen: dict[str, Any]) -> QuerySet[InboundMail]:
    """Nobody knows yet where they belong and who sees to them, so filters for that leave them out."""
    mails = waiting.mails_waiting(user)
    is_elsewhere = chosen.get("quarter") or chosen.get("field") or chosen.get("who") in (MINE, OWN_QUARTERS)
    if is_elsewhere or chosen.get("channel") not in (None, "", CameBy.EMAIL):
        return mails.none()
    return search_mails(mails, chosen.get("q") or "")


def needs_of_state(user: Any, chosen: dict[str, Any]) -> QuerySet[Need]:
    """Needs of a state, whether anything waits or not, the oldest first."""
    found: QuerySet[Need] = _narrow(needs_for(user), user, chosen)
    state = chosen["state"]
    if state in State.values:
        found = found.filter(state=state).exclude(visibility__in=REMOVED)
    elif state == GONE:
        found = found.filter(visibility__in=REMOVED)
    elif state == HELPERS:
        found = found.filter(pk__in=waiting.offers_for_open_needs().values("need"))
    return found.select_related("quarter", "field", "assigned_to").order_by("received_at", "pk")


def by_channel(user: Any) -> list[dict[str, Any]]:
    """How what waits came, the most frequent way first, and how much came by it in the last thirty days."""
    since = clock.now() - timedelta(days=30)
    waits = counted_by_channel(waiting.needs_waiting(user))
    lately = counted_by_channel(needs_for(user).filter(received_at__gte=since))
    ways = [
        {"key": way.value, "label": way.label, "waits": waits[way], "lately": lately[way]} for way in CameBy
    ]
    return sorted((w for w in ways if w["waits"] or w["lately"]), key=lambda w: (-w["waits"], -w["lately"]))


def wants_daily_mail(user: Any) -> bool:
    """Unless switched off, everybody who moderates gets it."""
    return not DailyMail.objects.filter(user=user, is_wanted=False).exists()


def search(needs: QuerySet[Need], words: str, prefix: str = "") -> QuerySet:
    """By the number, also only its end, or by every word of title and text."""
    words = words.strip()
    if number := _NUMBER.fullmatch(words):
        return needs.filter(
            Q(**{f"{prefix}reference__iexact": words})
            | Q(**{f"{prefix}reference__endswith": _ending(number[1])})
        )
    for word in words.split()[:8]:
        needs = needs.filter(
            Q(**{f"{prefix}title__icontains": word}) | Q(**{f"{prefix}text__icontains": word})
        )
    return needs


def _ending(digits: str) -> str:
    return f"-{int(digits):04}"


def _of_kind(needs: QuerySet, kind: str | None) -> QuerySet:
    if kind in (waiting.COMMENT, waiting.COMPLAINT, waiting.MAIL):
        return needs.none()
    if kind == waiting.MODERATE:
        return needs.filter(moderated_at=None)
    return needs.exclude(moderated_at=None) if kind == waiting.ANSWER else needs


def _narrow(things: QuerySet, user: Any, chosen: dict[str, Any], prefix: str = "") -> Any:
    for name, column in (("quarter", "quarter"), ("field", "field"), ("channel", "came_by")):
        if chosen.get(name):
            things = things.filter(**{f"{prefix}{column}": chosen[name]})
    who = chosen.get("who")
    if who == MINE:
        things = things.filter(**{f"{prefix}assigned_to": user})
    elif who == NOBODYS:
        things = things.filter(**{f"{prefix}assigned_to": None})
    elif who == OWN_QUARTERS and (own := quarters_worked_for(user)) is not None:
        things = things.filter(**{f"{prefix}quarter__in": own.values("pk")})
    return search(things, chosen["q"], prefix) if chosen.get("q") else things
