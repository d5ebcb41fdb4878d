"""What the fields of the review offer, and what of the town a draft may mean; read once for all parts of a text."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from quartierwerk.core.models import Town
from quartierwerk.events.models import Audience
from quartierwerk.people.models import Contact
from quartierwerk.people.rules import standard_phone
from quartierwerk.places.models import Quarter, Venue
from quartierwerk.topics.queries import live_topics

from ..extract.draft import Phone
from ..venue_names import other_names
from .elsewhere import OwnWays

Choices = list[tuple[str, str]]
AS_WRITTEN = "text"  # the contact is whom the text names
_EXTENSION = 4  # digits
_TITLES = frozenset("frau herr herrn dr prof pfarrer pfarrerin pastor pastorin".split())


@dataclass(frozen=True)
class Directory:
    """Choices are (key, name); the other tables lead from what a text says to the key."""

    venues: Choices = field(default_factory=list)
    quarters: Choices = field(default_factory=list)
    topics: Choices = field(default_factory=list)
    audiences: Choices = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    venue_names: dict[str, str] = field(default_factory=dict)
    venue_streets: dict[str, str] = field(default_factory=dict)
    venue_quarters: dict[str, str] = field(default_factory=dict)
    quarter_names: dict[str, str] = field(default_factory=dict)
    phones: dict[str, Contact] = field(default_factory=dict)
    town: OwnWays = field(default_factory=OwnWays)

    def venue(self, *names: str | None) -> str | None:
        found = (self.venue_names.get(_plain(name)) for name in names if name)
        return next((key for key in found if key), None)

    def contact(self, name: str | None, phones: list[Phone], emails: list[str]) -> Contact | None:
        """By number, then by address, unless the text names somebody else there; then by name. Only whom everybody may see."""
        mails = {mail.casefold() for mail in emails}
        reached = [self.phones[phone.e164] for phone in phones if phone.e164 in self.phones]
        reached += [each for each in self.contacts if each.email and each.email.casefold() in mails]
        named = _words(name or "")
        meant = [each for each in reached if set(named) <= set(_words(each.name))]
        return next(iter(meant), None) or self._by_name(name or "", phones)

    def _by_name(self, name: str, phones: list[Phone]) -> Contact | None:
        """The whole name, or “Frau Muster” where there is just one Muster, who may have such a number."""
        named = _words(name)
        whole = [each for each in self.contacts if named and _words(each.name) == named]
        if whole or len(named) != 1 or not _TITLES & set(_plain(name).split()):
            return next(iter(whole), None)
        found = [each for each in self.contacts if _words(each.name)[-1:] == named]
        return found[0] if len(found) == 1 and self._may_have(found[0], phones) else None

    def _may_have(self, contact: Contact, phones: list[Phone]) -> bool:
        """One of the numbers is, but for its extension, one of theirs; or nothing can be compared."""
        own = {number[:-_EXTENSION] for number, each in self.phones.items() if each == contact}
        said = {phone.e164[:-_EXTENSION] for phone in phones if phone.e164}
        return not own or not said or bool(own & said)


def load() -> Directory:
    """Six queries."""
    venues = list(Venue.objects.only("name", "also_called", "street", "quarter_id").order_by("name"))
    quarters = list(Quarter.objects.public().only("name").order_by("name"))
    everybody = list(Contact.objects.all())
    contacts = [each for each in everybody if each.is_public]
    return Directory(
        venues=[(str(venue.pk), venue.name) for venue in venues],
        quarters=[(str(quarter.pk), quarter.name) for quarter in quarters],
        topics=[(str(topic.pk), topic.title) for topic in live_topics()],
        audiences=[(str(audience.pk), audience.name) for audience in Audience.objects.all()],
        contacts=contacts,
        venue_names=_venue_names(venues),
        venue_streets={str(venue.pk): venue.street for venue in venues},
        venue_quarters={str(venue.pk): str(venue.quarter_id) for venue in venues if venue.quarter_id},
        quarter_names={_plain(quarter.name): str(quarter.pk) for quarter in quarters},
        phones=_phones(contacts),
        town=_ways_of_town(everybody),
    )


def _ways_of_town(everybody: list[Contact]) -> OwnWays:
    """Also of contacts whom only staff see."""
    town = Town.load()
    mails = {each.email.casefold() for each in everybody if each.email}
    numbers = set(_phones(everybody)) | set(_phones([Contact(phone=town.phone)]))
    hosts = {town.email.rpartition("@")[2], urlsplit(town.website).hostname or ""}
    return OwnWays(
        frozenset(numbers),
        frozenset(mails | {town.email.casefold()} - {""}),
        frozenset(host.casefold().removeprefix("www.") for host in hosts if host),
    )


def _venue_names(venues: list[Venue]) -> dict[str, str]:
    """The own name wins where another venue is also called so."""
    others = {
        _plain(name): str(venue.pk) for venue in venues for name in other_names(venue.name, venue.also_called)
    }
    return others | {_plain(venue.name): str(venue.pk) for venue in venues}


def _phones(contacts: list[Contact]) -> dict[str, Contact]:
    found: dict[str, Contact] = {}
    for contact in contacts:
        for written in (contact.phone, contact.mobile):
            try:
                found.setdefault(standard_phone(written), contact)
            except ValueError:
                continue  # as the town wrote it, nobody can dial it
    return found


def _words(name: str) -> list[str]:
    """First and family name without titles."""
    return [word for word in _plain(name).replace(".", " ").split() if word not in _TITLES]


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
