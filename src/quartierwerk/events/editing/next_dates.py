"""The dates to come, as one sentence for editors."""

from django.utils.translation import gettext as _

from quartierwerk.core import clock

from .. import queries
from ..models import Event
from ..words import when

SHOWN = 4


def next_dates_sentence(event: Event) -> str:
    """`Die nächsten Termine: Donnerstag, 8. Oktober 2026, 16 Uhr; …`; "" for a single date or where none is left."""
    if not event.is_series:
        return ""
    coming = list(queries.coming_dates(event, clock.now())[: SHOWN + 1])
    if not coming:
        return _("Diese Reihe hat keinen Termin mehr.")
    shown = "; ".join(
        when.span(each.starts_at, None, all_day=event.all_day, with_year=True) for each in coming[:SHOWN]
    )
    more = " …" if len(coming) > SHOWN else "."
    return _("Die nächsten Termine: %s") % shown + more
