"""What is allowed now, and why not: pure functions. A reason is a sentence a person can read, or None."""

from dataclasses import dataclass, replace
from datetime import date

import phonenumbers
from django.utils.translation import gettext as _

from .models import Channel, Message, Notification, Person

HOME_COUNTRY = "DE"


@dataclass(frozen=True)
class Reachable:
    """The contact data somebody gave in one form; phone in E.164 (+49…), name and e-mail tidied."""

    name: str
    email: str = ""
    phone: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""

    @property
    def has_address(self) -> bool:
        return bool(self.street and self.postal_code and self.city)

    @property
    def named(self) -> "Reachable":
        """The same with a name to enter it under: whoever leaves a way back and no name is answered all the same."""
        ways = (self.email, self.phone, self.street, self.postal_code, self.city)
        return replace(self, name=self.name or (_("Ohne Namen") if any(ways) else ""))


def tidy_name(name: str) -> str:
    """One space between words, none around, no line breaks."""
    return " ".join(name.split())


def standard_phone(number: str, *, area_code: str = "") -> str:
    """`5552` in Hattingen → `+4923245552`; raises ValueError for what nobody can dial.

    A number without a leading 0 or + is local and gets the town's `area_code` (such as `02324`).
    """
    written = number.strip()
    if area_code and written[:1].isdigit() and not written.startswith("0"):
        written = area_code + written
    try:
        parsed = phonenumbers.parse(written, HOME_COUNTRY)
    except phonenumbers.NumberParseException as error:
        raise ValueError(number) from error
    if not phonenumbers.is_possible_number(parsed):
        raise ValueError(number)
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def readable_phone(number: str) -> str:
    """`+4923241234` → `02324 1234`: as Germans read it; a foreign number keeps its country."""
    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return number
    is_german = parsed.country_code == 49
    style = (
        phonenumbers.PhoneNumberFormat.NATIONAL if is_german else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    )
    return phonenumbers.format_number(parsed, style)


def channel_for(given: Reachable, kind: str = Message.Kind.MESSAGE) -> Channel:
    """The way back to somebody who gave this: the phone for who wants a call, else mail, phone, letter."""
    if kind == Message.Kind.CALLBACK and given.phone:
        return Channel.PHONE
    if given.email:
        return Channel.EMAIL
    if given.phone:
        return Channel.PHONE
    return Channel.LETTER if given.has_address else Channel.NONE


def is_same_person(known: Person, given: Reachable) -> bool:
    """Same name, same e-mail or phone, and nothing new or different beside it.

    Strict on purpose: whoever knows a neighbour's name and e-mail must not be able to add a phone number of
    their own to the neighbour's entry and be called about the neighbour's matters.
    """
    if tidy_name(known.name).casefold() != tidy_name(given.name).casefold():
        return False
    shared = (given.email and given.email == known.email) or (given.phone and given.phone == known.phone)
    fields = ("email", "phone", "street", "postal_code", "city")
    return bool(shared) and all(getattr(given, f) in ("", getattr(known, f)) for f in fields)


def usable_channel(person: Person) -> Channel:
    """The person's channel; none where a trusted person is meant but nobody is named any more."""
    if person.preferred_channel == Channel.TRUSTED and person.trusted_person_id is None:
        return Channel.NONE
    return Channel(person.preferred_channel)


def why_not_answerable(message: Message) -> str | None:
    """Why the desk cannot send an answer to this message."""
    if not message.is_waiting:
        return _("Diese Nachricht ist schon abgeschlossen.")
    if message.person is None:
        return _(
            "Ohne Namen und Anschrift geschickt: Niemand kann antworten. "
            "Bitte schließen Sie sie mit einem Grund."
        )
    if usable_channel(message.person) == Channel.NONE:
        return _(
            "Es ist kein Weg hinterlegt, auf dem die Antwort ankommt. "
            "Tragen Sie bei der Person einen ein, oder schließen Sie die Nachricht."
        )
    return None


def why_not_closable(message: Message) -> str | None:
    return None if message.is_waiting else _("Diese Nachricht ist schon abgeschlossen.")


def why_not_reopenable(message: Message) -> str | None:
    if message.is_waiting:
        return _("Diese Nachricht wartet schon auf Antwort.")
    return None


def why_not_tickable(notification: Notification) -> str | None:
    if notification.done_on:
        return _("Das ist schon erledigt.")
    if notification.channel in (Channel.EMAIL, Channel.NONE) and not notification.is_undelivered:
        return _("Hier gibt es nichts abzuhaken.")
    return None


def why_not_erasable(person: Person) -> str | None:
    """Staff accounts are not erased from the desk: their work is on record."""
    if person.user and person.user.is_staff:
        return _("Dieses Konto arbeitet für die Stadt. Bitte nehmen Sie ihm zuerst die Rollen.")
    return None


def why_not_dated(on: date | None, today: date) -> str | None:
    """A call or letter cannot have happened tomorrow."""
    return _("Dieses Datum liegt in der Zukunft.") if on and on > today else None


def why_no_letter(notification: Notification) -> str | None:
    """Why there is no letter to print."""
    if notification.channel not in (Channel.LETTER, Channel.TRUSTED) and not notification.is_undelivered:
        return _("Diese Person möchte keinen Brief.")
    return None if notification.recipient.has_address else _("Die Anschrift fehlt.")
