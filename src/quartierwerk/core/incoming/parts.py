"""Headers and bodies of mails as bytes → words, forgiving: what is broken is read as far as it goes."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage, Message
from typing import Any

# What Python's parser raises on headers and bodies made by chance or in bad faith, beside what it forgives.
UNREADABLE = (LookupError, ValueError, AttributeError, TypeError, AssertionError, RecursionError)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def head_of(raw: bytes) -> Message:
    """The headers by the forgiving policy, which never raises on them."""
    return message_from_bytes(
        raw.split(b"\r\n\r\n", 1)[0].split(b"\n\n", 1)[0][: 256 * 1024] + b"\n\n", policy=policy.compat32
    )


def header(head: Message, name: str) -> str:
    """Decoded; bytes in no declared charset are read as UTF-8, else as Windows' Latin."""
    raw = (str(value) for said, value in head.raw_items() if said.lower() == name.lower())
    value = decoded(next(raw, "").encode("utf-8", "surrogateescape"))
    try:
        return str(make_header(decode_header(value)))
    except UNREADABLE:
        return value


def files(mail: EmailMessage) -> Iterator[Message]:
    """Every part that is no text of the mail itself."""
    body = {id(part) for part in (mail.get_body(("plain",)), mail.get_body(("html",))) if part}
    for part in mail.walk():
        if part.is_multipart() or id(part) in body:
            continue
        if part.get_content_type().startswith("text/") and not part.get_filename():
            continue
        yield part


def content(part: Any) -> str:
    """The words of a text part, by its charset where that is no lie."""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return str(part.get_payload())
    charset = part.get_content_charset() or ""
    try:
        return payload.decode(charset or "utf-8")
    except (LookupError, ValueError):
        return decoded(payload)


def decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def clean(text: str) -> str:
    """Without what a database or a page cannot hold, and without marks that turn text around."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n")).encode("utf-8", "replace").decode()


def line(text: str, length: int) -> str:
    return " ".join(clean(text).split())[:length]
