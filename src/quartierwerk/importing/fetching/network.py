"""The way out: whom a name stands for, and who may be asked. In production there is one, `INTERNET`."""

import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import ip_address
from threading import Thread

from .addresses import is_public
from .reasons import Reason
from .targets import PORTS, Refused, Target

RESOLVING = 5.0  # seconds
MOST_ADDRESSES = 16


def addresses_of(host: str, port: int) -> list[str]:
    """What the resolver answers, as it orders it; empty: no such name."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def is_usual_port(target: Target) -> bool:
    """80 or 443; everything else on a machine is no website."""
    return target.port in PORTS.values()


@dataclass(frozen=True)
class Network:
    """Every part can be another one in a test; no setting leads here."""

    resolve: Callable[[str, int], list[str]] = addresses_of
    may_talk_to: Callable[[str], bool] = is_public
    may_use_port: Callable[[Target], bool] = is_usual_port
    tls: Callable[[], ssl.SSLContext] = field(default=ssl.create_default_context)

    def checked_addresses(self, target: Target) -> list[str]:
        """The addresses to connect to, asked for once; raises Refused where one of them is not public.

        Whoever connects uses these and asks no resolver again: the second answer could be another one.
        """
        if not self.may_use_port(target):
            raise Refused(Reason.NOT_PUBLIC if self._is_own(target.host) else Reason.PORT)
        found = self._resolved(target)
        if not found:
            raise Refused(Reason.UNKNOWN_HOST)
        if len(found) > MOST_ADDRESSES or not all(self.may_talk_to(address) for address in found):
            raise Refused(Reason.NOT_PUBLIC)
        return found

    def _is_own(self, host: str) -> bool:
        """As far as the address itself says so: nobody is asked."""
        if host == "localhost" or host.endswith(".localhost"):
            return not self.may_talk_to("127.0.0.1")
        try:
            ip_address(host)
        except ValueError:
            return False
        return not self.may_talk_to(host)

    def _resolved(self, target: Target) -> list[str]:
        """A resolver knows no time limit, so somebody else waits for it."""
        answers: list[str] = []
        asking = Thread(target=lambda: answers.extend(self.resolve(target.host, target.port)), daemon=True)
        asking.start()
        asking.join(RESOLVING)
        if asking.is_alive():
            raise Refused(Reason.TOO_SLOW)
        return answers


INTERNET = Network()
