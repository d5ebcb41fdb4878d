"""What may be done with a whole event or one of its dates, and why not. A reason is a sentence a person can read."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..enums import OWN_LIST, RegistrationMode, Stage
from ..models import Event, Occurrence
from ..models.events import END_BEFORE_START
from ..series.recurrence import is_valid_rule


def has_place(event: Event) -> bool:
    """Whether people know where to go: a venue, an address, or a screen."""
    return bool(event.venue_id or event.place_name or event.street or event.online_url)


def is_over(event: Event, now: datetime) -> bool:
    """Whether the last date of the event is over."""
    last = event.occurrences.order_by("-over_at").first()
    return last is not None and last.is_over(now)


def why_not_publishable(event: Event, now: datetime) -> str | None:
    """Why everybody cannot read it yet; what is over is published only with a report."""
    if event.stage == Stage.PUBLISHED:
        return _("Diese Veranstaltung ist schon veröffentlicht.")
    if event.stage == Stage.CANCELLED:
        return _(
            "Abgesagt bleibt abgesagt: Das haben schon alle gelesen. Bitte legen Sie eine neue Veranstaltung an."
        )
    if event.ends_at and event.ends_at <= event.starts_at:
        return str(END_BEFORE_START)
    if event.rule and not is_valid_rule(event.rule):
        return _("Diese Wiederholung verstehen wir nicht. Bitte wählen Sie eine der angebotenen.")
    if reason := why_no_place(event) or why_past(event, is_over(event, now)):
        return reason
    if not event.occurrences.exists():
        return _(
            "Diese Reihe hat keinen einzigen Termin. Bitte prüfen Sie Beginn, letzten Tag und Ausnahmen."
        )
    return None


def why_no_place(event: Event) -> str | None:
    """Why nobody knows where to go."""
    if has_place(event):
        return None
    return _(
        "Es fehlt der Ort. Bitte wählen Sie einen, oder nennen Sie die Adresse zum Mitmachen am Bildschirm."
    )


def why_past(event: Event, is_over: bool) -> str | None:
    """Why something that is over is not announced by mistake; with a report it is entered later."""
    if not is_over or event.report:
        return None
    return _(
        "Der Termin liegt in der Vergangenheit. Bitte prüfen Sie das Datum, oder schreiben Sie einen Rückblick."
    )


def why_not_withdrawable(event: Event, registered: int) -> str | None:
    """Why it cannot become a draft again; `registered` counts the active registrations."""
    if event.stage == Stage.DRAFT:
        return _("Das ist schon ein Entwurf.")
    if event.stage == Stage.CANCELLED:
        return _("Diese Veranstaltung ist abgesagt; das soll zu lesen bleiben.")
    if registered:
        return ngettext(
            "Es gibt schon %(n)d Anmeldung. Bitte sagen Sie die Veranstaltung ab; dann erfahren es alle.",
            "Es gibt schon %(n)d Anmeldungen. Bitte sagen Sie die Veranstaltung ab; dann erfahren es alle.",
            registered,
        ) % {"n": registered}
    return None


def why_not_cancellable(event: Event, now: datetime) -> str | None:
    """Why the whole event cannot be cancelled."""
    if event.stage == Stage.DRAFT:
        return _("Das ist ein Entwurf: Niemand weiß davon, niemandem ist abzusagen.")
    if event.stage == Stage.CANCELLED:
        return _("Diese Veranstaltung ist schon abgesagt.")
    return _("Diese Veranstaltung ist vorbei.") if is_over(event, now) else None


def why_not_movable(event: Event, now: datetime) -> str | None:
    """Why a single event cannot be moved to another time or place; a series is changed date by date or in its form."""
    if event.stage == Stage.DRAFT:
        return _("Das ist ein Entwurf: Bitte ändern Sie ihn im Formular.")
    if event.stage == Stage.CANCELLED:
        return _("Diese Veranstaltung ist abgesagt.")
    if event.is_series:
        return _(
            "Das ist eine Reihe: Bitte verlegen Sie einzelne Termine, oder ändern Sie die Reihe im Formular."
        )
    return _("Diese Veranstaltung ist vorbei.") if is_over(event, now) else None


def why_not_date_changed(occurrence: Occurrence, now: datetime) -> str | None:
    """Why this one date of a series can be neither moved nor cancelled."""
    if occurrence.event.stage == Stage.DRAFT:
        return _("Das ist ein Entwurf: Bitte ändern Sie ihn im Formular.")
    if occurrence.event.stage == Stage.CANCELLED:
        return _("Diese Veranstaltung ist abgesagt.")
    if occurrence.is_cancelled:
        return _("Dieser Termin fällt schon aus.")
    return _("Dieser Termin ist vorbei.") if occurrence.is_over(now) else None


def why_not_time(starts_at: datetime, ends_at: datetime | None, now: datetime) -> str | None:
    """Why nothing can be moved to this time."""
    if ends_at and ends_at <= starts_at:
        return str(END_BEFORE_START)
    if starts_at <= now:
        return _("Der neue Beginn liegt in der Vergangenheit. Bitte prüfen Sie das Datum.")
    return None


def why_no_reason(reason: str) -> str | None:
    """Whoever moves or cancels says why; everybody reads it."""
    return None if reason.strip() else _("Bitte nennen Sie den Grund. Alle Angemeldeten lesen ihn.")


def why_not_counted_otherwise(before_by_date: bool, by_date: bool, registered: int) -> str | None:
    """Why a series cannot change between “for all dates” and “for each date” once somebody is registered."""
    if before_by_date == by_date or not registered:
        return None
    return ngettext(
        "Es gibt schon %(n)d Anmeldung. Ob sie für die ganze Reihe gilt oder je Termin, lässt sich nicht mehr ändern.",
        "Es gibt schon %(n)d Anmeldungen. Ob sie für die ganze Reihe gelten oder je Termin, lässt sich nicht mehr ändern.",
        registered,
    ) % {"n": registered}


def why_not_elsewhere(before: str, mode: str, registered: int) -> str | None:
    """Why the organiser cannot keep the list from now on: the people on ours would stand on none."""
    if mode != RegistrationMode.ELSEWHERE or before not in OWN_LIST or not registered:
        return None
    return ngettext(
        "Es gibt hier schon %(n)d Anmeldung. Bitte geben Sie sie an den Veranstalter weiter, und melden Sie sie dann hier ab.",
        "Es gibt hier schon %(n)d Anmeldungen. Bitte geben Sie sie an den Veranstalter weiter, und melden Sie sie dann hier ab.",
        registered,
    ) % {"n": registered}
