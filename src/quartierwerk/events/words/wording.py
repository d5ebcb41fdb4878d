"""The words of messages about events: when, where, the facts of a registration, and what to do. Plain text.

Nothing that somebody typed into a public form is repeated here, so that nobody can send spam through it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from quartierwerk.people.models import Channel

from .. import queries
from ..enums import State
from ..models import Event, Registration
from . import when, where
from .whom_to_call import phone_for

MOST_LINES = 5  # of a series that moves as a whole


@dataclass(frozen=True)
class DateChange:
    """One date before and after; `is_off` where it does not take place any more."""

    was: str
    now: str
    is_off: bool = False


# ----------------------------------------------------------------------------------------------------------- the facts
def facts(registration: Registration) -> str:
    """What everybody wants to have at hand, one line each."""
    event = registration.event
    workshops = [item.title for item in registration.workshops.all()]
    lines = [
        (_("Veranstaltung"), event.title),
        *_when(registration),
        (pgettext("Veranstaltung", "Ort"), where.named_address(event)),
        (pgettext("Veranstaltung", "Raum"), event.room),
        (_("Am Bildschirm"), _online(registration)),
        (_("Gewählt"), "; ".join(workshops)),
        (pgettext("Anmeldung", "Personen"), str(registration.party_size)),
        (_("Ihre Anmeldenummer"), registration.shown_code),
    ]
    return "\n".join(f"{label}: {value}" for label, value in lines if value)


def _when(registration: Registration) -> list[tuple[str, str]]:
    date, event = queries.next_date(registration), registration.event
    is_one_of_many = event.is_series and registration.occurrence is None
    label = _("Nächster Termin") if is_one_of_many else pgettext("Veranstaltung", "Datum")
    day, hours = when.parts(date.starts_at, date.ends_at, all_day=event.all_day, with_year=True)
    return [(label, day), (_("Uhrzeit"), hours)]


def _online(registration: Registration) -> str:
    """The address of a meeting on the screen is for those who have their place."""
    return where.screen(registration.event, has_place=registration.state == State.CONFIRMED)


def noted_needs(registration: Registration) -> str:
    labels = registration.needs_labels
    return _("Das haben wir für Sie notiert: %s.") % ", ".join(labels) if labels else ""


# ---------------------------------------------------------------------------------------------------------- what to do
def what_to_do(registration: Registration, channel: Channel) -> str:
    """The next step: a link in mails, a telephone number everywhere."""
    if registration.is_ended:
        return by_phone(registration.event, _("Haben Sie Fragen?"))
    if channel == Channel.EMAIL:
        return "\n\n".join(part for part in (_by_link(registration), _or_by_phone(registration)) if part)
    return by_phone(registration.event, _asked(registration))


def _by_link(registration: Registration) -> str:
    link, until = own_url(registration), when.moment(registration.expires_at, with_year=True)
    if registration.state == State.UNCONFIRMED:
        return _(
            "Bitte bestätigen Sie Ihre Anmeldung bis %(until)s, sonst geben wir den Platz wieder frei:\n%(link)s"
        ) % {"until": until, "link": link}
    if registration.state == State.OFFERED:
        return _(
            "Bitte sagen Sie bis %(until)s, ob Sie kommen. Danach bieten wir den Platz anderen an:\n%(link)s"
        ) % {"until": until, "link": link}
    if registration.state == State.WAITING:
        return _("Sie möchten nicht länger warten? Hier streichen Sie sich von der Liste:\n%s") % link
    return _("Ihre Anmeldung ansehen, ändern oder absagen:\n%s") % link


def _asked(registration: Registration) -> str:
    if registration.state == State.OFFERED:
        return _(
            "Bitte sagen Sie uns bis %s, ob Sie kommen. Danach bieten wir den Platz anderen an."
        ) % when.moment(registration.expires_at, with_year=True)
    if registration.state == State.WAITING:
        return _("Sie möchten nicht länger warten? Dann sagen Sie uns bitte Bescheid.")
    return _("Möchten Sie etwas ändern oder doch nicht kommen? Dann sagen Sie uns bitte Bescheid.")


def by_phone(event: Event, sentence: str) -> str:
    """The sentence and whom to call; without a number the sentence alone."""
    phone = phone_for(event)
    return f"{sentence} {_('Telefon: %s') % phone}" if phone else sentence


def _or_by_phone(registration: Registration) -> str:
    phone = phone_for(registration.event)
    return _("Oder rufen Sie uns an: %s") % phone if phone else ""


def own_url(registration: Registration) -> str:
    """The address of the page on which the person sees, changes and cancels the registration."""
    return settings.BASE_URL + registration.own_path


# ---------------------------------------------------------------------------------------------------------- what changed
def changed_dates(changes: Iterable[DateChange]) -> str:
    """`Bisher: … / Jetzt: …`, at most `MOST_LINES` dates of a series."""
    every = list(changes)
    blocks = [_change(change) for change in every[:MOST_LINES]]
    if (more := len(every) - MOST_LINES) > 0:
        blocks.append(
            ngettext("Dazu %(n)d weiterer Termin.", "Dazu %(n)d weitere Termine.", more) % {"n": more}
        )
    return "\n\n".join(blocks)


def _change(change: DateChange) -> str:
    if change.is_off:
        return _("Fällt aus: %s") % change.was
    return "\n".join([_("Bisher: %s") % change.was, pgettext("Termin", "Jetzt: %s") % change.now])
