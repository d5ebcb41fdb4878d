"""Where mails wait: a maildir, or a folder behind IMAP over TLS. What was kept is marked as seen, never deleted."""

import imaplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote, urlsplit

from django.conf import settings

PATIENCE = 30  # seconds for a mail server to answer
IMAPS = 993


class MailboxError(Exception):
    """The inbox cannot be read, in one sentence."""


@dataclass(frozen=True)
class Waiting:
    """One mail; `key` names it in its mailbox."""

    key: str
    raw: bytes


class Mailbox(Protocol):
    def waiting(self) -> Iterator[Waiting]: ...

    def seen(self, key: str) -> None: ...


class Maildir:
    """A maildir as mail servers write it: what is new moves to `cur` with the mark S once it was kept."""

    def __init__(self, path: Path) -> None:
        self.path = path
        if not (path / "new").is_dir() or not (path / "cur").is_dir():
            raise MailboxError(f"{path} is no maildir: it has no folders “new” and “cur”.")

    def waiting(self) -> Iterator[Waiting]:
        """What nobody has read, oldest first; a file that vanishes meanwhile is left out."""
        files = [*(self.path / "new").iterdir(), *(self.path / "cur").iterdir()]
        for file in sorted((f for f in files if f.is_file() and not _is_seen(f)), key=lambda f: f.name):
            try:
                yield Waiting(str(file.relative_to(self.path)), file.read_bytes())
            except OSError:
                continue

    def seen(self, key: str) -> None:
        name, _colon, info = Path(key).name.partition(":2,")
        marks = "".join(sorted({*info, "S"}))
        (self.path / key).rename(self.path / "cur" / f"{name}:2,{marks}")


def _is_seen(file: Path) -> bool:
    return "S" in file.name.partition(":2,")[2]


class ImapFolder:
    """Unread mails of one folder. Reading leaves them unread (`BODY.PEEK`); only what was kept is marked."""

    def __init__(self, connection: imaplib.IMAP4) -> None:
        self.connection = connection

    def waiting(self) -> Iterator[Waiting]:
        _status, found = self._asked("SEARCH", "UNSEEN")
        for uid in (found[0] or b"").split():
            _status, parts = self._asked("FETCH", uid.decode(), "(BODY.PEEK[])")
            raw = next((part[1] for part in parts if isinstance(part, tuple)), None)
            if raw is not None:
                yield Waiting(uid.decode(), raw)

    def seen(self, key: str) -> None:
        self._asked("STORE", key, "+FLAGS.SILENT", r"(\Seen)")

    def _asked(self, command: str, *words: str) -> tuple[str, list[Any]]:
        status, answer = self.connection.uid(command, *words)
        if status != "OK":
            raise MailboxError(f"The mail server answered {command} with {status}.")
        return status, answer


@contextmanager
def opened(source: str, *, password: str = "") -> Iterator[Mailbox]:
    """The mailbox a person names: a path, or `imaps://USER@HOST[:PORT]/FOLDER`. Raises MailboxError."""
    if "://" not in source:
        yield Maildir(Path(source).expanduser())
        return
    with _imap(source, password or settings.MAIL_INBOX_PASSWORD) as connection:
        yield ImapFolder(connection)


@contextmanager
def _imap(source: str, password: str) -> Iterator[imaplib.IMAP4]:
    address = urlsplit(source)
    if address.scheme != "imaps" or not address.hostname or not address.username:
        raise MailboxError("Please name a folder or imaps://USER@HOST/FOLDER.")
    if address.password:
        raise MailboxError(
            "A password in the address can be seen by others; set MAIL_INBOX_PASSWORD instead."
        )
    folder = unquote(address.path.strip("/")) or "INBOX"
    try:
        connection = imaplib.IMAP4_SSL(
            address.hostname,
            address.port or IMAPS,
            ssl_context=ssl.create_default_context(),
            timeout=PATIENCE,
        )
        with connection:  # ends with a farewell to the server
            connection.login(unquote(address.username), password)
            status, _answer = connection.select(_quoted(folder))
            if status != "OK":
                raise MailboxError(f"The mail server has no folder “{folder}”.")
            yield connection
    except (imaplib.IMAP4.error, OSError) as error:
        raise MailboxError(f"The mail server {address.hostname} could not be read: {error}") from error


def _quoted(folder: str) -> str:
    escaped = folder.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
