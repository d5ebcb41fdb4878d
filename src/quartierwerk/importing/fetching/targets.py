"""What an address asks for, taken apart before anybody is asked: an odd one is refused, never mended."""

import re
from dataclasses import dataclass
from ipaddress import IPv6Address
from urllib.parse import quote, urljoin, urlsplit

import idna

from .reasons import Reason

LONGEST = 2000
PORTS = {"http": 80, "https": 443}
_BARE = re.compile(
    r"(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,63}(?::\d{1,5})?(?:[/?#]|$)"
)  # a name with its ending, no scheme
_PATH = "/%:@!$&'()*+,;=~-._"
_QUERY = f"{_PATH}?[]|"


@dataclass(frozen=True)
class Target:
    """`host` in ASCII, without brackets; `path` begins with a slash and holds the query."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return (
            f"{self.scheme}://{host}"
            if self.port == PORTS[self.scheme]
            else f"{self.scheme}://{host}:{self.port}"
        )

    @property
    def url(self) -> str:
        return self.origin + self.path


class Refused(Exception):
    """Nobody is asked."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


def with_scheme(url: str) -> str:
    """What somebody typed by hand: “verein.de/kalender.ics” means https; anything else stays as it is."""
    url = url.strip()
    return f"https://{url}" if _BARE.match(url) else url


def target_of(url: str, base: str = "") -> Target:
    """The parts of an address; `base`: the page that leads to it. Raises Refused."""
    url = url.strip()
    if not url or len(url) > LONGEST or any(ord(sign) <= 32 or ord(sign) == 127 for sign in url):
        raise Refused(Reason.NO_ADDRESS)
    try:
        parts = urlsplit(urljoin(base, url) if base else url)
        port = parts.port
    except ValueError as error:
        raise Refused(Reason.NO_ADDRESS) from error
    if parts.scheme not in PORTS:
        raise Refused(Reason.SCHEME if parts.scheme else Reason.NO_ADDRESS)
    if "@" in parts.netloc:
        raise Refused(Reason.USER_INFO)
    if "\\" in parts.netloc or "%" in parts.netloc:  # readers disagree about what these mean
        raise Refused(Reason.ODD_HOST)
    path = quote(parts.path or "/", safe=_PATH)
    query = f"?{quote(parts.query, safe=_QUERY)}" if parts.query else ""
    return Target(parts.scheme, host_of(parts.hostname or ""), port or PORTS[parts.scheme], path + query)


def host_of(name: str) -> str:
    """A name in ASCII (IDNA 2008 after UTS 46), or an IP address written in full. Raises Refused."""
    if not name:
        raise Refused(Reason.NO_ADDRESS)
    if ":" in name:
        return _ipv6(name)
    try:
        ascii_name = idna.encode(name, uts46=True).decode("ascii").rstrip(".")
    except (idna.IDNAError, UnicodeError) as error:
        raise Refused(Reason.ODD_HOST) from error
    last = ascii_name.rpartition(".")[2]
    if last.isdigit() or last.startswith("0x"):
        return _ipv4(ascii_name)
    return ascii_name


def _ipv4(name: str) -> str:
    """Four decimal numbers; 2130706433, 0x7f.1 and 0177.0.0.1 all mean 127.0.0.1 to some readers, so none is read."""
    parts = name.split(".")
    if len(parts) == 4 and all(
        part.isdecimal() and str(int(part)) == part and int(part) < 256 for part in parts
    ):
        return name
    raise Refused(Reason.ODD_HOST)


def _ipv6(name: str) -> str:
    try:
        return str(IPv6Address(name))
    except ValueError as error:
        raise Refused(Reason.ODD_HOST) from error
