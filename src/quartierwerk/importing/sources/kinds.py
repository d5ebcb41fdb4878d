"""What something given is: by its first bytes, then by what it says inside, then by its name. Opens nothing."""

import re
from pathlib import PurePath

from .encoding import decoded
from .result import Kind
from .sentences import Reason, Unreadable

_LOOKED_AT = 4_096
# First bytes → why not. What is read is not in this table.
_REFUSED: tuple[tuple[bytes, Reason], ...] = (
    (b"{\\rtf", Reason.RICH_TEXT),
    (b"\xff\xd8\xff", Reason.IMAGE),  # JPEG
    (b"\x89PNG\r\n", Reason.IMAGE),
    (b"GIF8", Reason.IMAGE),
    (b"II*\0", Reason.IMAGE),  # TIFF, which scanners write
    (b"MM\0*", Reason.IMAGE),
    (b"BM", Reason.IMAGE),
    (b"8BPS", Reason.IMAGE),
    (b"\x1f\x8b", Reason.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Reason.ARCHIVE),
    (b"Rar!\x1a\x07", Reason.ARCHIVE),
    (b"\xffWPC", Reason.FOREIGN_OFFICE),  # WordPerfect
)
_SAYS_LITTLE = {b"BM": b"\0"}  # two letters, with which a text may begin, too
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of Office before 2007
# Names of streams in that container, in the order in which they decide.
_OLE_STREAMS = (
    ("EncryptedPackage", Reason.PASSWORD),
    ("__substg1.0_", Reason.OUTLOOK),
    ("WordDocument", Reason.OLD_WORD),
    ("Workbook", Reason.SPREADSHEET),
    ("PowerPoint Document", Reason.SLIDES),
)
# Names inside a zip file, and what OpenDocument declares itself to be.
_PARTS: tuple[tuple[str, Kind | Reason], ...] = (
    ("word/document.xml", Kind.DOCX),
    ("xl/workbook.xml", Reason.SPREADSHEET),
    ("xl/workbook.bin", Reason.SPREADSHEET),
    ("ppt/presentation.xml", Reason.SLIDES),
    ("Index/Document.iwa", Reason.FOREIGN_OFFICE),  # Pages, Numbers, Keynote
    ("Index.zip", Reason.FOREIGN_OFFICE),
)
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_OPEN_DOCUMENTS: dict[str, Kind | Reason] = {
    "text": Kind.ODT,
    "text-template": Kind.ODT,
    "text-master": Kind.ODT,
    "spreadsheet": Reason.SPREADSHEET,
    "presentation": Reason.SLIDES,
    "graphics": Reason.SLIDES,
}
_BOXES = {b"heic", b"heix", b"mif1", b"msf1", b"avif"}  # brands of pictures in ISO boxes (ISO 14496-12)
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|div|table|p|h[1-6]|ul|article)\b[^>]*>", re.IGNORECASE
)
_STARTS_HTML = re.compile(
    r"""\s*+
    (?: <\?xml [^>]*+ > \s*+
      | <!-- (?:(?!-->).)*+ --> \s*+   # to the next end: a longer comment would be two, and twice as many ways to read
    )*+
    < (?: !doctype\s+html | html )\b""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_OWN_ENTITIES = re.compile(r"\s*<\?xml[^>]*>\s*<!DOCTYPE\s+[^>\[]{1,300}\[", re.IGNORECASE)
_ANY_XML = re.compile(r"\s*<(?:\?xml|!DOCTYPE)\b", re.IGNORECASE)
_HEADER = re.compile(
    r"^(?:Return-Path|Received|Delivered-To|From|To|Subject|Date|Message-ID|MIME-Version|Content-Type|Reply-To|DKIM-Signature"
    r"|X-[\w-]+|List-[\w-]+|ARC-[\w-]+|Authentication-Results|Snapshot-Content-Location)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_SURE_HEADER = re.compile(
    r"^(?:Received|Message-ID|MIME-Version|Return-Path)[ \t]*:", re.IGNORECASE | re.MULTILINE
)
_ANY_HEADER = re.compile(r"(?:[\w-]+[ \t]*:|From )")
_BY_NAME = {
    "html": Kind.HTML, "htm": Kind.HTML, "xhtml": Kind.HTML, "eml": Kind.MAIL, "mht": Kind.MAIL, "mhtml": Kind.MAIL,
}  # fmt: skip
_BY_TYPE = {"text/html": Kind.HTML, "application/xhtml+xml": Kind.HTML, "message/rfc822": Kind.MAIL}
_MOST_CONTROLS = 0.02  # of the characters; a text from an old program has a few


def starts_html(text: str) -> bool:
    return _STARTS_HTML.match(text) is not None


def ending(name: str) -> str:
    return PurePath(name.strip()).suffix.lower().lstrip(".")


def kind_of(content: bytes, name: str = "", content_type: str = "") -> Kind:
    """Raises Unreadable with what to do instead, where it is nothing that can be read."""
    if not content.strip(b" \t\r\n\0"):
        raise Unreadable(Reason.EMPTY)
    if b"%PDF-" in content[:1024]:
        return Kind.PDF
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _archive(content)
    if reason := _refused(content):
        raise Unreadable(reason)
    return _text(content, name, content_type)


def _refused(content: bytes) -> Reason | None:
    if content.startswith(_OLE):
        return next(
            (why for stream, why in _OLE_STREAMS if stream.encode("utf-16-le") in content), Reason.UNKNOWN
        )
    if content[4:8] == b"ftyp":
        return Reason.IMAGE if content[8:12] in _BOXES else Reason.UNKNOWN
    if content.startswith(b"RIFF"):
        return Reason.IMAGE if content[8:12] == b"WEBP" else Reason.UNKNOWN
    found = next((first for first, _why in _REFUSED if content.startswith(first)), None)
    if found is None or _SAYS_LITTLE.get(found, b"") not in content[:64]:
        return None
    return dict(_REFUSED)[found]


def _archive(content: bytes) -> Kind:
    from .archive import names_and_kind

    names, declared = names_and_kind(content)
    if declared.startswith(_OPEN_DOCUMENT):
        found = _OPEN_DOCUMENTS.get(declared.removeprefix(_OPEN_DOCUMENT), Reason.UNKNOWN)
    else:
        found = next((what for part, what in _PARTS if part in names), Reason.ARCHIVE)
    if isinstance(found, Reason):
        raise Unreadable(found)
    return found


def _text(content: bytes, name: str, content_type: str) -> Kind:
    start = decoded(content[:_LOOKED_AT])
    if not _is_text(start):
        raise Unreadable(
            Reason.BROKEN if ending(name) in ("docx", "odt", "pdf", "eml", "txt") else Reason.UNKNOWN
        )
    if start.lstrip().startswith("BEGIN:VCALENDAR"):
        raise Unreadable(Reason.CALENDAR)
    if re.match(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg\b", start, re.IGNORECASE):
        raise Unreadable(Reason.IMAGE)
    if _OWN_ENTITIES.match(start):
        raise Unreadable(Reason.OWN_ENTITIES)
    if starts_html(start):
        return Kind.HTML
    if _is_mail(start):
        return Kind.MAIL
    if _ANY_XML.match(start):
        is_page = re.search(r"<html\b", start, re.IGNORECASE) or _BY_NAME.get(ending(name)) is Kind.HTML
        raise Unreadable(Reason.OWN_ENTITIES if is_page else Reason.UNKNOWN)
    said = _BY_NAME.get(ending(name)) or _BY_TYPE.get(content_type.partition(";")[0].strip().lower())
    if said is Kind.MAIL and not _ANY_HEADER.match(start):
        return Kind.TEXT
    return said or (Kind.HTML if len(_HTML.findall(start)) > 2 else Kind.TEXT)


def _is_mail(start: str) -> bool:
    """Headers at the very beginning; a text that only begins with “From:” is none."""
    head = re.split(r"\r?\n\r?\n", start, maxsplit=1)[0]
    if not _ANY_HEADER.match(head) or not _SURE_HEADER.search(head):
        return False
    return len(_HEADER.findall(head)) >= 3


def _is_text(start: str) -> bool:
    strange = sum(
        1
        for letter in start
        if (letter < " " and letter not in "\t\n\r\x0b\x0c\x1a\x1b") or letter == "\ufffd"
    )
    return "\0" not in start and strange <= max(2, _MOST_CONTROLS * len(start))
