"""Bytes → characters. German texts come as UTF-8, as Windows' or the Mac's Latin, now and then from DOS or with a wrong label.

Guessing by statistics needs more than the three lines of an announcement (charset-normalizer takes short German texts in
Windows' Latin for Central European); what single bytes mean in German can be told by where they stand.
"""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SINGLE_BYTES = ("cp1252", "mac_roman", "cp850")  # in the order of how often they come
_SAMPLE = 200_000
_LOOKED_AT = 4_000  # bytes, to see whether every second is a zero
_ODD = re.compile(r"[^\x00-\x7f]")
# What a German text is made of beyond ASCII, and what it is worth; then what never stands so.
_EXPECTED = (
    (re.compile(r"[äöüÄÖÜß]"), 3),
    (re.compile(r"[„“”‚‘’–—…«»›‹€éèàáêç]"), 2),
    (re.compile(r"[•§°·²³½¼´©®™ñôîıİşŞğĞ\u00a0\u00ad]"), 1),
)
_MISPLACED = re.compile(
    r"[a-zäöüß][ÄÖÜ][a-zäöüß]|\d[äöüÄÖÜß]|[äöüÄÖÜß]\d|\b[äöüß][A-Z]|\s[„‚][\s.,]|\w[„‚§]\w|[„‚™•][a-zäöüß]|[a-zäöüß][™®©€§•á][a-zäöüß]|ß[A-Z][a-z]"
)
# UTF-8 that somebody read as Windows' Latin and saved again: “Ã¼” for “ü”, “â€“” for “–”.
_TWICE = re.compile("Ã[\u0080-\u00bf„–Ÿœ¤¶¼]|â€[žœ“”\u009d™˜]|Â[\u00a0§°»«²³]")


def decoded(content: bytes, declared: str = "") -> str:
    """Never raises. `declared` (of a meta tag, a mail) counts where the bytes do not contradict it."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace")
    if wide := _wide(content):
        return content.decode(wide, "replace")
    try:
        return _mended(content.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    if _is_cut_utf8(content):
        return content.decode("utf-8", "ignore")
    return _declared(content, declared) or _likeliest(content)


def _wide(content: bytes) -> str:
    """UTF-16 without a mark: Latin text has a zero in every second byte."""
    start = content[:_LOOKED_AT]
    if len(start) < 4 or b"\0" not in start:
        return ""
    first, second = start[0::2].count(0), start[1::2].count(0)
    half = len(start) // 2
    if second > 0.6 * half and first < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if first > 0.6 * half and second < 0.1 * half else ""


def _is_cut_utf8(content: bytes) -> bool:
    """UTF-8 with a damaged place: most of what is beyond ASCII makes sense as such."""
    wrong = len(_ODD.findall(content[:_SAMPLE].decode("utf-8", "replace").replace("\ufffd", "")))
    return wrong >= 2 and content[:_SAMPLE].decode("utf-8", "replace").count("\ufffd") * 4 <= wrong


def _declared(content: bytes, declared: str) -> str:
    name = declared.strip().lower().replace("_", "-")
    if name in (
        "",
        "us-ascii",
        "ascii",
        "utf-8",
        "utf8",
        "iso-8859-1",
        "latin-1",
        "latin1",
        "windows-1252",
        "cp1252",
    ):
        return ""  # what everybody declares without looking
    try:
        text = content.decode(name)
    except (LookupError, ValueError, AssertionError):
        return ""
    return text if isinstance(text, str) else ""


def _likeliest(content: bytes) -> str:
    """Of the single-byte sets the one in which most characters beyond ASCII are such as stand in German text."""
    sample = content[:_SAMPLE]
    best = max(_SINGLE_BYTES, key=lambda name: _fits(sample.decode(name, "replace")))
    return content.decode(best, "replace").replace("\ufffd", "")


def _fits(text: str) -> int:
    """`max` keeps the first of equals."""
    worth = sum(points * len(found.findall(text)) for found, points in _EXPECTED)
    return worth - len(_ODD.findall(text)) - 3 * len(_MISPLACED.findall(text))


def _mended(text: str) -> str:
    if not _TWICE.search(text):
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except ValueError:
        return text  # it only looks so, or only in places
