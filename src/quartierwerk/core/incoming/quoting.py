"""What somebody wrote, without what the mail program added: quoted mails below, signature, “sent from my phone”.

Cut only what is certain. What is doubtful stays, for staff can shorten a text but not guess what is missing; a mail that is
nothing but a quotation stays whole.
"""

import re

# “Am 3. Mai 2026 um 10:12 schrieb Erna Beispiel <erna@…>:”, also over two or three lines; Outlook and Apple in German and English.
_INTRODUCTION = re.compile(
    r"^[ \t>]*(?:Am|On|Le|El)\b[^\n]*(?:\n[^\n]*){0,2}?\b(?:schrieb|geschrieben|wrote|a écrit|escribió)\b"
    r"[^\n]{0,160}(?:\n<[^\n>]{3,120}>)?:[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"^[ \t]*-{2,}[ \t]*(?:Ursprüngliche Nachricht|Originalnachricht|Original[- ]Message|Weitergeleitete Nachricht|"
    r"Forwarded message|Antwort|Reply)\b[^\n]*$",
    re.MULTILINE | re.IGNORECASE,
)
# Outlook's head of the quoted mail: Von/From, and within four lines Gesendet/Datum/Sent/Date.
_OUTLOOK = re.compile(
    r"^[ \t]*(?:_{10,}[ \t]*\n[ \t]*)?\*?(?:Von|From):\*?[^\n]+\n(?:[^\n]*\n){0,3}?[ \t]*\*?(?:Gesendet|Datum|Sent|Date):\*?[^\n]+$",
    re.MULTILINE | re.IGNORECASE,
)
_FORWARDED = re.compile(r"Weitergeleitete|Forwarded", re.IGNORECASE)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)  # RFC 3676, 4.3; many programs lose the space
_FROM_PHONE = re.compile(
    r"^[ \t]*(?:(?:Von meine[mr]|Gesendet von|Gesendet mit|Diese Nachricht wurde von meinem|Sent from|Get Outlook for)\b[^\n]{0,100})$",
    re.IGNORECASE,
)
# A whole line: “Sehr geehrte Frau Muster,”, “Hallo zusammen!”; a sentence that begins with a greeting stays.
_GREETING = re.compile(
    r"^(?:(?:Sehr geehrte[rs]?|Liebe[rs]?|Dear)\b[^\n.?:;]{0,70}[,!]"
    r"|(?:Guten (?:Tag|Morgen|Abend)|Hallo|Moin(?: Moin)?|Hello|Hi)(?:(?: [^\s,!.?:;]+){0,3},|(?: [^\s,!.?:;]+)?!?))[ \t]*(?:\n|$)",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^(?:(?:Mit )?(?:freundlich|best|viel|lieb|herzlich|schön)\w*(?: und \w+)? (?:Grüße?n?|Gruß|Gruss|Grüsse)"
    r"(?: aus [^\n,]{1,40})?|MfG|LG|VG|(?:Kind|Best) regards)[,.!]?[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_POSTSCRIPT = re.compile(r"^P\.? ?S\b", re.MULTILINE | re.IGNORECASE)
SIGNATURE_LINES, SIGNATURE_WIDTH = 8, 70  # more, or longer, may be something that was said after the greeting
_BLANKS = re.compile(r"\n{3,}")


def own_words(text: str) -> str:
    """The part of a plain text mail that its sender wrote this time."""
    text = _tidied(text)
    cut = _without_signature(_without_history(text))
    cut = _BLANKS.sub("\n\n", _without_phone(_without_quoted_end(cut))).strip()
    return cut or text.strip()


def matter(text: str) -> str:
    """What it is about, as it is suggested for the public: without the greeting and without name and address below."""
    said = without_greeting(text)
    closing = next((found for found in _CLOSING.finditer(said) if _only_signature(said[found.end() :])), None)
    if closing:
        said = said[: closing.start()].rstrip()
    return said or text.strip()


def without_greeting(text: str) -> str:
    said = text.strip()
    while found := _GREETING.match(said):
        said = said[found.end() :].lstrip()
        said = said[:1].upper() + said[1:]  # after the comma it went on with a small letter
    return said


def _only_signature(below: str) -> bool:
    lines = [line for line in below.splitlines() if line.strip()]
    is_short = len(lines) <= SIGNATURE_LINES and all(len(line) <= SIGNATURE_WIDTH for line in lines)
    return is_short and not _POSTSCRIPT.search(below)


def _tidied(text: str) -> str:
    lines = (
        text.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\u00a0", " ")
        .replace("\u200b", "")
        .split("\n")
    )
    return "\n".join(line.rstrip(" \t") if line != "-- " else line for line in lines)


def _without_history(text: str) -> str:
    """Up to the first line that introduces an earlier mail; a forwarded one is what the mail is about and stays."""
    starts = [
        found.start()
        for pattern in (_INTRODUCTION, _SEPARATOR, _OUTLOOK)
        if (found := pattern.search(text)) and not _FORWARDED.search(found[0]) and _introduces(found, text)
    ]
    forwarded = [found.start() for found in _SEPARATOR.finditer(text) if _FORWARDED.search(found[0])]
    start = min(starts, default=len(text))
    if any(begun <= start for begun in forwarded) or not text[:start].strip():
        return text
    return text[:start]


def _introduces(found: re.Match[str], text: str) -> bool:
    """“Am Sonntag schrieb mir jemand:” is a sentence; with an address, or with quoted lines below, it is a mail program's."""
    if found.re is not _INTRODUCTION:
        return True
    return "@" in found[0] or text[found.end() :].lstrip().startswith(">")


def _without_quoted_end(text: str) -> str:
    """Without a block of quoted lines at the end; answers between quoted lines keep what they answer."""
    lines = text.rstrip().split("\n")
    end = len(lines)
    while end and (lines[end - 1].startswith(">") or not lines[end - 1].strip()):
        end -= 1
    return "\n".join(lines[:end]) if end else text


def _without_signature(text: str) -> str:
    found = _SIGNATURE.search(text)
    return text[: found.start()] if found and text[: found.start()].strip() else text


def _without_phone(text: str) -> str:
    lines = text.rstrip().split("\n")
    while lines and (_FROM_PHONE.match(lines[-1]) or not lines[-1].strip()):
        lines.pop()
    return "\n".join(lines)
