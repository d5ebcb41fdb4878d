"""E-mails (.eml) and pages that a browser saved as one file (.mht): the announcement in them.

An announcement often comes forwarded, below somebody's “for our site, please”, or as a file beside two polite lines.
"""

import re
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parsedate_to_datetime
from typing import Any

from quartierwerk.core.incoming import parts
from quartierwerk.core.incoming.html_words import is_quoted
from quartierwerk.core.incoming.quoting import own_words, without_greeting

from .forwarded import Forwarded, forwarded_in
from .lines import as_given
from .result import Kind, ReadText
from .sentences import Hint, HintKind, Reason, Unreadable

DEEPEST = 2  # mails inside mails
MOST_NAMED = 5
MOST_FILES = 20
LITTLE = 600  # characters: a mail with less and without a date only goes with its file
_READABLE = {"docx", "odt", "pdf", "txt", "html", "htm", "eml", "md"}
_SAYS_WHEN = re.compile(
    r"\b\d{1,2}\.\s?(?:\d{1,2}\.|[A-ZÄ][a-zä]{2,8}\b)|\b\d{1,2}(?:[.:]\d{2})?\s?(?:Uhr|h)\b|\b(?:heute|morgen|nächste[nr]?|kommende[nr]?)\b"
)
_PREFIX = re.compile(
    r"^(?:\s*(?:AW|WG|Re|Fwd?|TR|Antwort|Weitergeleitet|\[EXTERN\w*\]|\*+EXTERN\w*\*+)\s*:?\s*(?<=[:\]*\s]))+",
    re.IGNORECASE,
)
_IS_FORWARD = re.compile(r"^\s*(?:AW:\s*)*(?:WG|Fwd?|Weitergeleitet|TR)\s*:", re.IGNORECASE)
_DISCLAIMER = re.compile(
    r"^[ \t*_>-]*(?:(?:Diese (?:E-?Mail|Nachricht)|Der Inhalt dieser (?:E-?Mail|Nachricht)|Die Informationen in dieser)\b[^\n]{0,160}"
    r"(?:vertraulich|Anh[aä]nge|Vireng|Viren |ausschließlich|bestimmt)|This (?:e-?mail|message)\b[^\n]{0,160}(?:confidential|intended)|Virenfrei\b|"
    r"Bitte (?:denken|prüfen|überlegen) Sie[^\n]{0,80}(?:Umwelt|ausdrucken|Ausdruck)|(?:Please )?think before (?:you )?print|"
    r"Please consider the environment)",
    re.IGNORECASE | re.MULTILINE,
)


def read(content: bytes, *, depth: int = 0) -> ReadText:
    """Raises Unreadable."""
    mail: Any = message_from_bytes(content, policy=policy.default)
    if mail.get("Snapshot-Content-Location") or _is_saved_page(mail):
        return _page(mail)
    head = parts.head_of(content)
    subject = parts.line(parts.header(head, "Subject"), 250)
    is_forward = bool(_IS_FORWARD.match(subject))
    message = forwarded_in(_body(mail, is_forward), expected=is_forward)
    files = _files(mail)
    text = own_text(message)
    beside = _read_beside(text, files, depth)
    title = without_prefix(message.subject or subject)
    published = message.sent or _day(parts.header(head, "Date"))
    if beside:
        name, inner = beside
        others = _named([file for file in files if _name(file) != name])
        hints = (Hint(HintKind.FROM_ATTACHMENT, {"name": name}), *inner.hints, *others)
        return ReadText(inner.text, Kind.MAIL, title=inner.title or title, published=published, hints=hints)
    return ReadText(text, Kind.MAIL, title=title, published=published, hints=_named(files))


def without_prefix(subject: str) -> str:
    """“WG: AW: Sommerfest” → “Sommerfest”."""
    return _PREFIX.sub("", subject).strip()


# ------------------------------------------------------------------------------------------------------------------- body
def _body(mail: EmailMessage, is_forward: bool) -> str:
    """The plain words, with what is quoted in them; of HTML where there are no others."""
    part = mail.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    said = "" if part.get_content_type() == "text/html" else as_given(parts.content(part))
    html = mail.get_body(preferencelist=("html",))
    if said.strip() or html is None:
        return said
    return _words(parts.content(html), is_forward)


def _words(page: str, is_forward: bool) -> str:
    """Of an HTML mail, without the earlier mails and signatures that its program marked as such, unless they are the matter."""
    from .html import parsed
    from .visible import lines_of

    root = parsed(page)
    whole = lines_of(root)
    own = lines_of(root, lambda element: is_quoted(element.tag, element.attrib))
    is_lost = (
        forwarded_in(whole, expected=False).is_forward and not forwarded_in(own, expected=False).is_forward
    )
    return whole if is_forward or is_lost or not own else own


def _is_saved_page(mail: Any) -> bool:
    is_bundle = (
        mail.get_content_type() == "multipart/related" and not mail.get("To") and not mail.get("Received")
    )
    return bool(is_bundle and mail.get_body(("html",)))


def _page(mail: Any) -> ReadText:
    from .html import read_page

    part = mail.get_body(("html",))
    if part is None:
        raise Unreadable(Reason.NO_TEXT)
    return read_page(parts.content(part))


def own_text(message: Forwarded) -> str:
    """What was written this time, or forwarded; without greeting, signature and the small print of offices."""
    return _without_small_print(without_greeting(own_words(message.text)))


def _without_small_print(text: str) -> str:
    found = _DISCLAIMER.search(text)
    return text[: found.start()].rstrip() if found and text[: found.start()].strip() else text


# ------------------------------------------------------------------------------------------------------------ attachments
def _files(mail: EmailMessage) -> list[Message]:
    """Attachments; pictures that the mail shows in its text are none."""
    found = [part for part in parts.files(mail) if not _is_inline_picture(part)]
    return [*found, *_mails_inside(mail)][:MOST_FILES]


def _is_inline_picture(part: Message) -> bool:
    is_picture = part.get_content_maintype() == "image"
    return is_picture and (part.get("Content-ID") is not None or part.get_content_disposition() == "inline")


def _mails_inside(mail: EmailMessage) -> list[Message]:
    return [part for part in mail.walk() if part.get_content_type() == "message/rfc822" and part is not mail]


def _name(part: Message) -> str:
    return parts.line(part.get_filename() or "", 80) or (
        "E-Mail" if part.get_content_maintype() == "message" else "?"
    )


def _read_beside(text: str, files: list[Message], depth: int) -> tuple[str, ReadText] | None:
    """The first attachment that can be read, where the mail itself says little: its name and what stands in it."""
    if depth >= DEEPEST or len(text) > LITTLE or _SAYS_WHEN.search(text):
        return None
    from . import read_kind

    for part in files:
        if _is_readable(part):
            try:
                return _name(part), read_kind(
                    _content(part), part.get_filename() or "", part.get_content_type(), depth=depth + 1
                )
            except Unreadable:
                continue
    return None


def _is_readable(part: Message) -> bool:
    from .kinds import ending

    return part.get_content_type() == "message/rfc822" or ending(part.get_filename() or "") in _READABLE


def _content(part: Any) -> bytes:
    if part.get_content_type() == "message/rfc822":
        return bytes(part.get_payload(0).as_bytes())
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _named(files: list[Message]) -> tuple[Hint, ...]:
    names = list(dict.fromkeys(_name(part) for part in files))
    if not names:
        return ()
    said = ", ".join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")
    return (Hint(HintKind.NOT_READ, {"names": said}),)


def _day(said: str) -> date | None:
    """The day by the sender's clock."""
    try:
        found = parsedate_to_datetime(said)
    except (*parts.UNREADABLE, OverflowError):
        return None
    return found.date() if found.year >= 1990 else None
