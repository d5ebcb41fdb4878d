"""Why a part is not published unless somebody says otherwise: one line, in its head."""

from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from quartierwerk.core import clock

from ..enums import Decision
from ..extract.draft import DoubtKind, Draft, EventDraft, Status
from ..pairing import NOT_THEN
from .closed import is_closed
from .meant import Candidate

OLD = timedelta(days=365)


def is_over(event: EventDraft) -> bool:
    """Its last day is past."""
    last = _last_day(event)
    return last is not None and last < clock.today()


def is_old(number: int, draft: Draft, published: date | None) -> bool:
    """Whether a news item of the draft is older than a year: by its day, or that of the text, else by its latest event."""
    item, events = draft.news[number], [event for event in draft.events if event.news == number]
    said = item.published.value if item.published else published
    if said is None and not any(event.recurrence for event in events):
        said = max(filter(None, map(_last_day, events)), default=None)
    return said is not None and said < clock.today() - OLD


def why_no_event(
    event: EventDraft,
    decision: str,
    kinds: set[DoubtKind],
    meant: Candidate | None,
    *,
    is_denied: bool,
    text: str,
) -> str:
    """ "" for what is published, kept as a draft, cancelled or moved. `kinds`: doubts about the whole text; `is_denied`: the
    text says that it is off, and that it takes place."""
    if decision == Decision.THERE and meant:
        return _there(meant.name)
    if decision != Decision.LEAVE_OUT:
        return ""
    if event.status.value in NOT_THEN and is_denied:
        return _("Im Text steht beides: dass es ausfällt, und dass es stattfindet.")
    if event.status.value == Status.POSTPONED:
        return _("Ist verschoben, ohne neuen Tag, und auf der Seite ist es nicht gefunden.")
    if event.status.value in NOT_THEN:
        return _("Fällt aus, und auf der Seite ist es nicht gefunden.")
    if is_over(event):
        return _("Ist schon vorbei.")
    return _of_the_text(kinds) or (_("Ist nicht öffentlich.") if is_closed(event, text) else "")


def why_no_news(
    decision: str,
    kinds: set[DoubtKind],
    *,
    there: str,
    is_old: bool,
    is_read: bool,
    is_empty: bool = False,
    is_closed: bool = False,
) -> str:
    """`there`: the title of the one that is there; `is_read`: there is a sentence in it; `is_empty`: none that is public;
    `is_closed`: it is about a meeting that is not public."""
    if decision == Decision.THERE:
        return _there(there)
    if decision != Decision.LEAVE_OUT:
        return ""
    if whole := _of_the_text(kinds):
        return whole
    if DoubtKind.MINUTES in kinds:
        return _("Das ist ein Protokoll.")
    if is_closed:
        return _("Geht um etwas, das nicht öffentlich ist.")
    if is_empty:
        return _("Davon bleibt kein Satz für die Öffentlichkeit.")
    if not is_read:
        return _("Darin ist kein deutscher Satz.")
    return _("Ist älter als ein Jahr.") if is_old else ""


def _there(name: str) -> str:
    return _("Steht vielleicht schon da: %s") % name


def _of_the_text(kinds: set[DoubtKind]) -> str:
    if DoubtKind.ALL_INTERNAL in kinds:
        return _("Der ganze Text ist als nicht öffentlich gekennzeichnet.")
    if DoubtKind.SENSITIVE in kinds:
        return _("Handelt von Privatem einer Person.")
    return _("Gelesen wird nur Deutsch.") if DoubtKind.NOT_GERMAN in kinds else ""


def _last_day(event: EventDraft) -> date | None:
    last = event.end or event.start
    if last is None:
        return None
    return last.value.date() if isinstance(last.value, datetime) else last.value
