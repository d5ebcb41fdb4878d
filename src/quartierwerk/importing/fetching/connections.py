"""A connection to an address that was checked, under the name that was asked for, with a time limit for all of it."""

import http.client
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Timer

from .network import Network
from .reasons import Reason
from .targets import PORTS, Refused, Target

CONNECTING = 5.0  # seconds for one address
MOST_TRIED = 3


class CheckedConnection(http.client.HTTPConnection):
    """`host` is the name (for Host, SNI and the certificate); the socket leads to one of `addresses` and nowhere else."""

    def __init__(self, target: Target, addresses: list[str], network: Network, until: float) -> None:
        super().__init__(target.host, target.port, timeout=CONNECTING)
        self.default_port = PORTS[target.scheme]  # any other port stands in Host
        self.target, self.addresses, self.network, self.until = target, addresses, network, until

    def connect(self) -> None:
        self.sock = self._reach()
        self.sock.settimeout(left(self.until))
        if self.target.scheme == "https":
            self.sock = self.network.tls().wrap_socket(self.sock, server_hostname=self.host)

    def _reach(self) -> socket.socket:
        failure: OSError = OSError("no address")
        for address in self.addresses[:MOST_TRIED]:
            try:
                return socket.create_connection(
                    (address, self.port), timeout=min(CONNECTING, left(self.until))
                )
            except OSError as error:
                failure = error
        raise failure

    def cut(self) -> None:
        """Ends whatever still waits for this connection."""
        with suppress(OSError, AttributeError):
            self.sock.shutdown(socket.SHUT_RDWR)


def left(until: float) -> float:
    """Seconds until the end (of `time.monotonic`); raises Refused where there are none."""
    seconds = until - time.monotonic()
    if seconds <= 0:
        raise Refused(Reason.TOO_SLOW)
    return seconds


@contextmanager
def connected(target: Target, network: Network, until: float) -> Iterator[CheckedConnection]:
    """Raises Refused with what went wrong, also with what went wrong inside. A limit for each read alone would let
    somebody drip a letter at a time for hours."""
    connection = CheckedConnection(target, network.checked_addresses(target), network, until)
    watch = Timer(left(until), connection.cut)
    watch.daemon = True
    watch.start()
    try:
        yield connection
    except ssl.SSLCertVerificationError as error:
        raise Refused(Reason.CERTIFICATE) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        left(until)  # who was cut off hears that it took too long
        is_late = isinstance(error, TimeoutError)
        is_odd = isinstance(error, http.client.HTTPException | ValueError)
        reason = Reason.TOO_SLOW if is_late else Reason.ODD_ANSWER if is_odd else Reason.NOT_REACHED
        raise Refused(reason) from error
    finally:
        watch.cancel()
        connection.close()
