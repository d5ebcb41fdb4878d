"""Which message about an event goes to whom. Every person hears on the own channel; nothing is mailed before commit."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from quartierwerk.people.models import Channel, Notification
from quartierwerk.people.notifications import notify

from . import rules
from .enums import State
from .models import Registration


def registered(registration: Registration) -> Notification | None:
    """After registering: the link to confirm, the confirmation, or word of the waiting list."""
    if registration.state == State.UNCONFIRMED:
        return confirm_by_link(registration)
    return (
        confirmed(registration)
        if registration.state == State.CONFIRMED
        else put_on_waiting_list(registration)
    )


def confirm_by_link(registration: Registration) -> Notification | None:
    """Goes to the e-mail address that was typed, whatever the person's usual channel is."""
    return _tell(
        registration,
        _("Bitte bestätigen Sie Ihre Anmeldung"),
        _(
            "bitte bestätigen Sie Ihre Anmeldung bis %(until)s, sonst geben wir den Platz wieder frei:\n%(link)s"
        )
        % {"until": rules.moment(registration.expires_at), "link": own_url(registration)},
        channel=Channel.EMAIL,
    )


def confirmed(registration: Registration) -> Notification | None:
    return _tell(registration, _("Sie sind angemeldet"), _("Ihr Platz ist sicher."))


def put_on_waiting_list(registration: Registration) -> Notification | None:
    return _tell(
        registration,
        _("Sie stehen auf der Warteliste"),
        _("zurzeit ist alles belegt. Sobald ein Platz frei wird, melden wir uns bei Ihnen."),
    )


def place_offered(registration: Registration) -> Notification | None:
    return _tell(
        registration,
        _("Ein Platz ist frei geworden"),
        _("für Sie ist ein Platz frei. Bitte sagen Sie bis %s, ob Sie kommen.")
        % rules.moment(registration.expires_at),
    )


def lapsed(registration: Registration) -> Notification | None:
    return _tell(
        registration,
        _("Ihr Platz ist wieder frei"),
        _("wir haben keine Bestätigung bekommen und den Platz deshalb wieder freigegeben."),
    )


def registration_cancelled(registration: Registration) -> Notification | None:
    return _tell(registration, _("Ihre Anmeldung ist abgesagt"), _("wir haben Ihre Abmeldung eingetragen."))


def no_show_released(registration: Registration) -> Notification | None:
    return _tell(
        registration,
        _("Ihr Platz ist vergeben"),
        _(
            "die Veranstaltung hat begonnen, und Sie waren noch nicht da. Vor der Tür stand noch jemand; wir haben Ihren "
            "Platz weitergegeben. Schade, dass es diesmal nicht geklappt hat. Bis zum nächsten Mal!"
        ),
    )


def own_url(registration: Registration) -> str:
    """The address of the page on which the person sees, changes and cancels the registration."""
    return settings.BASE_URL + registration.own_path


def _tell(
    registration: Registration, subject: str, text: str, *, channel: Channel | None = None
) -> Notification | None:
    person = registration.person
    if person is None:
        return None
    with translation.override(registration.language):
        return notify(
            person=person,
            subject=f"{subject}: {registration.event.title}",
            body=text,
            about=registration,
            channel=channel,
        )
