"""The words of messages about events: when, where, the facts of a registration, and what to do. Plain text.

Nothing that somebody typed into a public form is repeated here, so that nobody can send spam through it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from quartierwerk.core import clock
from quartierwerk.core.models import Town
from quartierwerk.people.models import Channel, Contact

from . import codes, rules
from .enums import State
from .models import Event, Occurrence, Registration

MOST_LINES = 5  # of a series that moves as a whole


@dataclass(frozen=True)
class DateChange:
    """One date before and after; `is_off` where it does not take place any more."""

    was: str
    now: str
    is_off: bool = False


# ------------------------------------------------------------------------------------------------------ when and where
def day(at: datetime) -> str:
    """`Donnerstag, 8. Oktober 2026` in the town's time."""
    local = timezone.localtime(at)
    return f"{date_format(local, 'l')}, {date_format(local, 'DATE_FORMAT')}"


def hours(starts_at: datetime, ends_at: datetime | None, *, all_day: bool = False) -> str:
    """`16:00 bis 18:00 Uhr`, `16:00 Uhr` or `ganztägig`."""
    if all_day:
        return _("ganztägig")
    begin = date_format(timezone.localtime(starts_at), "TIME_FORMAT")
    if ends_at is None:
        return _("%s Uhr") % begin
    end = date_format(timezone.localtime(ends_at), "TIME_FORMAT")
    if timezone.localtime(starts_at).date() != timezone.localtime(ends_at).date():
        end = f"{day(ends_at)}, {end}"
    return _("%(begin)s bis %(end)s Uhr") % {"begin": begin, "end": end}


def moment(starts_at: datetime, ends_at: datetime | None, *, all_day: bool = False) -> str:
    """`Donnerstag, 8. Oktober 2026, 16:00 bis 18:00 Uhr`."""
    return f"{day(starts_at)}, {hours(starts_at, ends_at, all_day=all_day)}"


def place(event: Event) -> str:
    """Name and address in one line; "" where there is none."""
    where = event.venue or event
    name = event.venue.name if event.venue else event.place_name
    town = f"{where.postal_code} {where.city}".strip()
    return ", ".join(part for part in (name, where.street, town) if part)


def where(event: Event) -> str:
    """Place and room."""
    return ", ".join(part for part in (place(event), event.room) if part)


def next_date(registration: Registration) -> Occurrence | Event | None:
    """When it begins: the date the registration is for, of a whole series the next one, else the event itself."""
    event = registration.event
    if registration.occurrence or not event.is_series:
        return registration.occurrence or event
    planned = event.occurrences.filter(state=Occurrence.State.PLANNED, over_at__gt=clock.now())
    return planned.first() or event.occurrences.first()


# ----------------------------------------------------------------------------------------------------------- the facts
def facts(registration: Registration) -> str:
    """What everybody wants to have at hand, one line each."""
    event = registration.event
    workshops = [place.item.title for place in registration.workshop_places.select_related("item")]
    lines = [
        (_("Veranstaltung"), event.title),
        *_when(registration),
        (pgettext("Veranstaltung", "Ort"), place(event)),
        (pgettext("Veranstaltung", "Raum"), event.room),
        (_("Am Bildschirm"), _online(registration)),
        (_("Gewählt"), "; ".join(workshops)),
        (pgettext("Anmeldung", "Personen"), str(registration.party_size)),
        (_("Ihre Anmeldenummer"), codes.in_groups(registration.code)),
    ]
    return "\n".join(f"{label}: {value}" for label, value in lines if value)


def _when(registration: Registration) -> list[tuple[str, str]]:
    date, event = next_date(registration), registration.event
    if date is None:
        return []
    is_one_of_many = event.is_series and registration.occurrence is None
    label = _("Nächster Termin") if is_one_of_many else pgettext("Veranstaltung", "Datum")
    return [
        (label, day(date.starts_at)),
        (_("Uhrzeit"), hours(date.starts_at, date.ends_at, all_day=event.all_day)),
    ]


def _online(registration: Registration) -> str:
    """The address of a meeting on the screen is for those who have their place."""
    event = registration.event
    return event.online_url if event.online_is_public or registration.state == State.CONFIRMED else ""


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
    link, until = own_url(registration), rules.moment(registration.expires_at)
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
        ) % rules.moment(registration.expires_at)
    if registration.state == State.WAITING:
        return _("Sie möchten nicht länger warten? Dann sagen Sie uns bitte Bescheid.")
    return _("Möchten Sie etwas ändern oder doch nicht kommen? Dann sagen Sie uns bitte Bescheid.")


def by_phone(event: Event, sentence: str) -> str:
    """The sentence and whom to call; without a number the sentence alone."""
    number = phone_of(event)
    return f"{sentence} {_('Telefon: %s') % number}" if number else sentence


def _or_by_phone(registration: Registration) -> str:
    number = phone_of(registration.event)
    return _("Oder rufen Sie uns an: %s") % number if number else ""


def phone_of(event: Event) -> str:
    """The number of the event's contact with the name, else of the town's first contact, else of the town."""
    contact = event.contact or Contact.objects.filter(is_main=True).first()
    number = (contact and (contact.phone or contact.mobile)) or ""
    return f"{number} ({contact.name})" if contact and number else Town.load().phone


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
