"""Whether one registers with the organiser: the text names a way there which is none of the town's. Pure."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from ..extract.draft import EventDraft, Phone, Registration

ASKS = (Registration.REQUIRED, Registration.REQUESTED, Registration.TICKETS)


@dataclass(frozen=True)
class OwnWays:
    """How one reaches the town: numbers in E.164, addresses in small letters, the domains of its mails and pages.

    A number of the town hall that nobody of the directory has is not here: who answers it sees no list of ours.
    """

    numbers: frozenset[str] = frozenset()
    mails: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()

    def has_number(self, phone: Phone) -> bool:
        digits = phone.e164 or "".join(filter(str.isdigit, phone.written)).lstrip("0")
        return bool(digits) and any(number.endswith(digits) for number in self.numbers)

    def has_domain(self, host: str) -> bool:
        host = host.casefold().removeprefix("www.")
        return any(host == domain or host.endswith(f".{domain}") for domain in self.domains)


@dataclass(frozen=True)
class Ways:
    """Those a text names for registering."""

    phones: tuple[Phone, ...]
    mails: tuple[str, ...]
    links: tuple[str, ...]

    def lead_to(self, town: OwnWays) -> bool:
        """One of them to somebody of the directory, or to the town's own number or address."""
        return any(map(town.has_number, self.phones)) or any(m.casefold() in town.mails for m in self.mails)

    def lead_elsewhere(self, town: OwnWays) -> bool:
        """One of them to somebody else; what is only of the town's domain may be either."""
        return (
            bool(self.phones)
            or not all(town.has_domain(mail.rpartition("@")[2]) for mail in self.mails)
            or not all(town.has_domain(_host(link)) for link in self.links)
        )


def is_elsewhere(event: EventDraft, town: OwnWays, contact: str = "") -> bool:
    """`contact`: the name of who is meant of the directory; whom the words about registering name, that is the town."""
    if event.registration.value not in ASKS:
        return False
    how, ways = _how(event), ways_of(event)
    is_ours = bool(contact) and (not how or contact.split()[-1] in how)
    return not is_ours and not ways.lead_to(town) and ways.lead_elsewhere(town)


def ways_of(event: EventDraft) -> Ways:
    """In the words about registering; where none stand there, whom one is told to call or to write to."""
    how = _how(event)
    phones, mails = [each.value for each in event.phones], [each.value for each in event.emails]
    within = Ways(
        tuple(each for each in phones if _plain(each.written) in how),
        tuple(each for each in mails if each in how),
        tuple(each.value for each in event.links if each.value in how),
    )
    is_told = within.phones or within.mails or within.links
    is_sold = (
        bool(how) and event.registration.value == Registration.TICKETS
    )  # who sells them is told, by name
    return within if is_told or is_sold else Ways(tuple(phones), tuple(mails), ())


def words(event: EventDraft, whom: str) -> str:
    """How one registers, as the text says it; `whom` stands behind, where its words name neither number nor address."""
    how, ways = _how(event), ways_of(event)
    is_whole = any(_plain(each.written) in how for each in ways.phones) or any(
        each in how for each in (*ways.mails, *ways.links)
    )
    return how if is_whole or not whom else f"{how.rstrip(' .:')}: {whom}".lstrip(": ")


def _how(event: EventDraft) -> str:
    return _plain(event.registration_how.value) if event.registration_how else ""


def _plain(said: str) -> str:
    return " ".join(said.split())


def _host(link: str) -> str:
    return urlsplit(link if "//" in link else f"//{link}").hostname or ""
