"""A little web on this machine: a server started by the test, and a network that leads every public name to it."""

import datetime
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from quartierwerk.importing.fetching import Network

Page = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers by the page that the test put under the path; notes who asked for what."""

    protocol_version = "HTTP/1.1"
    server: "Server"

    def do_GET(self) -> None:
        self.server.asked.append((self.headers["Host"], self.path, dict(self.headers)))
        page = self.server.pages.get(self.path.partition("?")[0])
        if page is None:
            self.answer(b"", status=404)
        else:
            page(self)

    def answer(self, body: bytes, *, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {
            "Content-Type": "text/html",
            "Content-Length": str(len(body)),
            **_named(headers),
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the library
        pass


def _named(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-").title(): value for name, value in headers.items()}


class Server(ThreadingHTTPServer):
    """`pages`: path → what answers; `asked`: Host, path and headers of each request."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages: dict[str, Page] = {}
        self.asked: list[tuple[str, str, dict[str, str]]] = []
        self.scheme = "http"

    @property
    def port(self) -> int:
        return self.server_address[1]

    def url(self, path: str = "/", host: str = "verein.example") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    def says(self, path: str, body: bytes | str, *, status: int = 200, **headers: str) -> str:
        """Put something under the path; answers its address."""
        content = body.encode() if isinstance(body, str) else body
        self.pages[path] = lambda handler: handler.answer(content, status=status, **headers)
        return self.url(path)

    def leads(self, path: str, to: str, status: int = 302) -> str:
        return self.says(path, b"", status=status, location=to)

    def handle_error(self, request: object, client_address: object) -> None:
        """Who asked has gone; that is what several tests are about."""

    def network(self, **other: object) -> Network:
        """Names ending in .example lead here, though this machine is not public; any port of this server will do."""
        values = {
            "resolve": lambda host, port: ["127.0.0.1"] if host.endswith(".example") else [],
            "may_talk_to": lambda address: address == "127.0.0.1",
            "may_use_port": lambda target: target.port == self.port,
        }
        return Network(**{**values, **other})  # type: ignore[arg-type]


@contextmanager
def serving(context: ssl.SSLContext | None = None) -> Iterator[Server]:
    server = Server()
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        server.scheme = "https"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def certificate(folder, name: str) -> tuple[ssl.SSLContext, Callable[[], ssl.SSLContext]]:
    """What a server of this name shows, and what trusts it (and nobody else)."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    kept = folder / f"{name}.pem"
    kept.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    shown = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    shown.load_cert_chain(kept)
    return shown, lambda: ssl.create_default_context(cafile=str(kept))
