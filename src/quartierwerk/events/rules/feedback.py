"""When feedback on an event is taken, and why not: pure functions as in `registering`."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ..enums import Stage
from ..models import Event, Feedback, Occurrence
from ..words import when

RATINGS = {  # best first, as on the sheet
    5: gettext_lazy("sehr gut"),
    4: pgettext_lazy("Bewertung", "gut"),
    3: gettext_lazy("geht so"),
    2: gettext_lazy("nicht so gut"),
    1: gettext_lazy("gar nicht gut"),
}
ASKED_UNTIL = timedelta(days=14)  # whoever could not be asked by then is left in peace


def why_no_feedback(event: Event, first: Occurrence | None, now: datetime) -> str | None:
    """Why nobody can say now how it was; `first` is the date that ends first, cancelled ones left out."""
    if event.stage == Stage.CANCELLED or first is None:
        return _("Diese Veranstaltung ist ausgefallen.")
    if not event.asks_feedback:
        if not first.is_over(now):
            return _("Noch nicht: Die Veranstaltung ist am %s.") % when.of(event, first)
        return _("Zu dieser Veranstaltung gibt es keinen Fragebogen.")
    if not first.is_over(now):
        return _(
            "Die Veranstaltung ist noch nicht vorbei. Ab dem %s können Sie uns sagen, wie es war."
        ) % when.moment(first.over_at)
    return None


def why_not_entered(first: Occurrence | None, now: datetime) -> str | None:
    """Why staff cannot type in a paper sheet; paper may be handed out whatever the event's page asks for."""
    if first is None or first.starts_at > now:
        return _("Die Veranstaltung hat noch nicht begonnen.")
    return None


def why_not_taken_back(feedback: Feedback) -> str | None:
    """Why staff cannot delete this: only what they typed in themselves can be mistyped."""
    if feedback.came_by != Feedback.CameBy.PAPER:
        return _("Das hat jemand selbst über das Formular gesagt. Es bleibt stehen.")
    return None
