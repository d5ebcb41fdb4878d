"""Words of strangers as plain text: no markup, no control signs, no endless lines."""

import html
import re
import unicodedata

from quartierwerk.core.incoming.html_words import words_of_html

LONGEST_TITLE = 250
LONGEST_TEXT = 20_000
LONGEST_URL = 500
_TAGS = re.compile(
    r"</?(?:p|br|div|span|a|b|i|u|strong|em|ul|ol|li|h[1-6]|table|tr|td|img|html|body|font|pre|script|style)(?=[\s/>])[^>]*>",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\n{3,}")


def plain(said: object) -> str:
    """Paragraphs of a description, whether it was written as text or as HTML."""
    text = str(said or "").replace("\r\n", "\n").replace("\r", "\n")[: 5 * LONGEST_TEXT]
    if _TAGS.search(text):
        text = words_of_html(text)
    lines = (_BLANKS.sub(" ", line).strip() for line in _without_signs(html.unescape(text)).split("\n"))
    return _LINES.sub("\n\n", "\n".join(lines)).strip()[:LONGEST_TEXT]


def line(said: object, longest: int = LONGEST_TITLE) -> str:
    """One line; cut at a word."""
    text = " ".join(plain(said).split())
    if len(text) <= longest:
        return text
    return text[: longest - 1].rsplit(" ", 1)[0] + "…"


def address(said: object) -> str:
    """A web address, or nothing."""
    url = str(said or "").strip()
    is_web = url.startswith(("https://", "http://")) and len(url) <= LONGEST_URL
    return url if is_web and url.isprintable() and " " not in url else ""


def _without_signs(text: str) -> str:
    """Without control signs and those that turn the direction of reading around."""
    return "".join(sign for sign in text if sign == "\n" or unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co")
                   or sign in "\t\u00ad\u200d").replace("\t", " ").replace("\u00ad", "")  # fmt: skip
