"""One mail as bytes → what staff need of it. Nothing in it is run, fetched or trusted; what is broken is read as far as it goes."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parseaddr, parsedate_to_datetime
from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from PIL import Image

from quartierwerk.core.incoming import parts
from quartierwerk.core.incoming.html_words import words_of_html
from quartierwerk.core.incoming.parts import UNREADABLE, head_of, header
from quartierwerk.core.incoming.quoting import own_words

from ..models.needs import TEXT_LENGTH
from ..models.photos import MOST_PHOTOS
from ..pictures import cleaned_photo

MOST_BYTES = 60 * 2**20
MOST_KEPT_TEXT = 4 * TEXT_LENGTH  # staff shorten it; longer ones are cut with a note
SMALLEST_SIDE = 160  # pixels; smaller pictures are logos of signatures
_MACHINES = re.compile(r"^(mailer-daemon|postmaster|no-?reply|bounces?|do-?not-?reply)\b", re.IGNORECASE)


@dataclass(frozen=True)
class ReadMail:
    """`aside_because` says why no human being needs to look at it; "" for a mail that waits."""

    message_id: str
    subject: str
    text: str
    sender: str = ""
    sender_name: str = ""
    received_at: datetime | None = None
    photos: list[UploadedFile] = field(default_factory=list)
    left_out: str = ""
    aside_because: str = ""


def message_id_of(raw: bytes) -> str:
    """The name by which a mail is known; a digest of it where it has none, or an endless one."""
    said = header(head_of(raw), "Message-ID").strip()
    return said if 3 <= len(said) <= 250 else f"sha256:{hashlib.sha256(raw).hexdigest()}"


def read(raw: bytes) -> ReadMail:
    """Everything staff need; never raises because of what the mail says."""
    head = head_of(raw)
    name, sender = _sender(head)
    kept: dict[str, Any] = {
        "message_id": message_id_of(raw),
        "subject": parts.line(header(head, "Subject"), 250),
        "sender": sender,
        "sender_name": name,
        "received_at": _date(head),
        "aside_because": why_aside(head, sender),
    }
    if len(raw) > MOST_BYTES:
        return ReadMail(
            **kept, text="", left_out=_("Die E-Mail ist zu groß; nur Absender und Betreff sind da.")
        )
    try:
        mail: Any = message_from_bytes(raw, policy=policy.default)
        text, photos, left_out = _text(mail), *_attachments(mail)
    except UNREADABLE:
        text, photos, left_out = (
            _as_it_stands(raw),
            [],
            [_("Die E-Mail ist beschädigt; das ist, was zu lesen war.")],
        )
    if len(text) > MOST_KEPT_TEXT:
        text, left_out = text[:MOST_KEPT_TEXT], [*left_out, _("Der Text ist gekürzt.")]
    return ReadMail(**kept, text=text, photos=photos, left_out=parts.line(" · ".join(left_out), 500))


# ------------------------------------------------------------------------------------------------------------------- head
def _sender(head: Message) -> tuple[str, str]:
    """Name and address of who wrote; "" for what is no address."""
    for name in ("From", "Reply-To"):
        shown, address = parseaddr(parts.line(header(head, name), 400))
        try:
            validate_email(address)
        except ValidationError:
            continue
        if len(address) <= 254:
            return parts.line(shown, 120), address.lower()
    return "", ""


def _date(head: Message) -> datetime | None:
    try:
        found = parsedate_to_datetime(header(head, "Date"))
        found = found if found.tzinfo else found.replace(tzinfo=UTC)
        return found.astimezone(UTC) if found.year >= 2000 else None
    except (*UNREADABLE, OverflowError):
        return None


def why_aside(head: Message, sender: str) -> str:
    """Why a machine wrote it: then nobody waits for an answer, and an answer might go round in circles (RFC 3834)."""
    submitted = header(head, "Auto-Submitted").strip().lower()
    kind = head.get_content_type()
    if kind == "multipart/report" or header(head, "Return-Path").strip() == "<>":
        return _("Unzustellbar oder Empfangsbestätigung.")
    if submitted and not submitted.startswith("no"):
        return _("Automatische Antwort.")
    if any(head.get(name) for name in ("X-Autoreply", "X-Autorespond", "X-Auto-Reply-From")):
        return _("Automatische Antwort.")
    if header(head, "Precedence").strip().lower() in ("bulk", "list", "junk", "auto_reply") or head.get(
        "List-Id"
    ):
        return _("Rundschreiben.")
    if sender and sender == parseaddr(settings.DEFAULT_FROM_EMAIL)[1].lower():
        return _("Von uns selbst.")
    if _MACHINES.match(sender):
        return _("Von einem Programm geschickt.")
    return ""


# ------------------------------------------------------------------------------------------------------------------- body
def _text(mail: EmailMessage) -> str:
    """The plain words; of HTML where there are no others."""
    part = mail.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    said = parts.content(part)
    if part.get_content_type() == "text/html":
        said = words_of_html(said)
    elif not said.strip() and (html := mail.get_body(preferencelist=("html",))):
        said = words_of_html(parts.content(html))
    return own_words(parts.clean(said))


def _as_it_stands(raw: bytes) -> str:
    return own_words(
        parts.clean(parts.decoded(raw[: 4 * MOST_KEPT_TEXT]).replace("\r\n", "\n").partition("\n\n")[2])
    )


# ------------------------------------------------------------------------------------------------------------ attachments
def _attachments(mail: EmailMessage) -> tuple[list[UploadedFile], list[str]]:
    """Photos, cleaned; and the names of what is not kept."""
    photos: list[UploadedFile] = []
    left_out: list[str] = []
    for name, kind, content in _files(mail):
        if not kind.startswith("image/") or _is_logo(content):
            left_out += [name] if not kind.startswith("image/") else []
        elif len(photos) >= MOST_PHOTOS:
            left_out.append(name)
        else:
            try:
                photos.append(cleaned_photo(SimpleUploadedFile(name, content)))
            except ValidationError:
                left_out.append(name)
    return photos, left_out


def _files(mail: EmailMessage) -> Iterator[tuple[str, str, bytes]]:
    """(name, type, content) of every part that is no text of the mail itself."""
    for part in parts.files(mail):
        content = part.get_payload(decode=True)
        yield (
            parts.line(part.get_filename() or _("Anhang"), 120),
            part.get_content_type(),
            content if isinstance(content, bytes) else b"",
        )


def _is_logo(content: bytes) -> bool:
    try:
        with Image.open(BytesIO(content)) as picture:
            return min(picture.size) < SMALLEST_SIDE
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return False  # `cleaned_photo` says what is wrong with it
