"""PDF files with text: the words of the first pages in reading order, lines that only the width broke joined again."""

import logging
import re
from collections import Counter
from io import BytesIO
from typing import Any

from .lines import paragraphs, tidied
from .result import Kind, ReadText
from .sentences import Hint, HintKind, Reason, Unreadable

MOST_PAGES = 30
LEAST_LETTERS = 20  # on a page; less is a page number below a picture
# Ligatures; and the hyphen, which many programs write as the soft one that shares its shape.
_SPELLINGS = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00ad": "-", "‐": "-"}
)
_SENSELESS = re.compile(r"[\ufffd\ue000-\uf09f\uf100-\uf8ff\x00-\x08\x0e-\x1f]|\(cid:\d+\)|/g\d+|/G\d+")
_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_REPEATED_AT_MOST = 2  # lines at the top and at the bottom of a page that may be its head and foot
_PAGE_NUMBER = re.compile(
    r"(?:Seite|S\.|Blatt|[-–])?\s*\d{1,3}(?:\s*(?:von|/)\s*\d{1,3})?\s*[-–]?", re.IGNORECASE
)

# Lines
_NARROW = 45  # characters; a column whose lines are shorter breaks them anywhere
_FULL = 0.88  # of the width that lines nearby have
_RUN_ON = 0.25  # of the lines nearby begin small: prose
_NEARBY = 3  # lines above and below
_HYPHENATED = re.compile(r"[a-zäöüß]-$")
_ELLIPTIC = re.compile(r"(?:und|oder|bzw|sowie|bis|als)\b")  # “Kinder- und Jugendtreff”
_TELEPHONE = re.compile(r"\d[ /)-]*\n\d")
_STREET = re.compile(r"(?:Straße|Strasse|Str\.|Platz|Weg|Allee|Ring|Gasse|Ufer)\b")  # “Hagener⏎Straße 5”
_UNIT = re.compile(r"(?:Uhr|Euro|EUR|€)(?!\w)")  # “ab 14⏎Uhr”
_SMALL = re.compile(r"[a-zäöüß]")
_RUNS_ON = re.compile(  # no line that was meant to end ends so
    r"(?:,|&|\b(?:am|an|auf|aus|bei|beim|bis|das|dem|den|der|des|die|durch|ein|eine|einem|einen|einer|für|im|in|mit|nach|oder|ohne|"
    r"sowie|über|um|und|unter|vom|von|vor|zu|zum|zur|zwischen|Dr\.|Prof\.|\d{1,2}\.(?: (?:Januar|Februar|März|April|Mai|Juni|Juli|August|"
    r"September|Oktober|November|Dezember))?|[A-Z]\w+tag, (?:den|dem)?))$"
)
_ITEM = re.compile(r"(?:[•*–—\-▪●]|\d{1,2}[.)]|[a-z]\))\s")
_LABEL = re.compile(r"[^\W\d_][\w/. -]{1,25}:")
_ENDS = re.compile(r"[.!?:…]['\"“”)»]*$")


def read(content: bytes) -> ReadText:
    """Raises Unreadable."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells the log of every oddity
    try:
        document = PdfReader(BytesIO(content))
        if document.is_encrypted and not document.decrypt(""):
            raise Unreadable(Reason.PASSWORD)
        count = len(document.pages)
    except (PyPdfError, NotImplementedError) as error:  # a way to encrypt that is not known
        is_locked = b"/Encrypt" in content and "crypt" in repr(error).lower()
        raise Unreadable(Reason.PASSWORD if is_locked else Reason.BROKEN) from error
    pages, broken = _pages(document, count)
    return _result(document, pages, count, broken)


def _pages(document: Any, count: int) -> tuple[list[list[str]], int]:
    """The lines of each page that was read; how many could not be."""
    pages: list[list[str]] = []
    broken = 0
    for number in range(min(count, MOST_PAGES)):
        try:
            pages.append(_lines(document.pages[number]))
        except (MemoryError, RecursionError):
            raise
        except Exception:  # noqa: BLE001, S112 - one broken page does not cost the others; pypdf raises nearly everything
            broken += 1
            pages.append([])
    return pages, broken


def _result(document: Any, pages: list[list[str]], count: int, broken: int) -> ReadText:
    if broken and broken == len(pages):
        raise Unreadable(Reason.BROKEN)
    text = "\n".join("\n".join(lines) for lines in pages)
    if len(_SENSELESS.findall(text)) * 4 > len(text):  # letters without a table that says which they are
        raise Unreadable(Reason.SCAN)
    silent = sum(1 for lines in pages if sum(map(str.isalpha, "".join(lines))) < LEAST_LETTERS)
    if pages and silent == len(pages) and (not text.strip() or _has_pictures(document)):
        raise Unreadable(Reason.SCAN if _has_pictures(document) else Reason.NO_TEXT)
    blocks = [block for lines in _without_heads(pages) for block in [*joined(lines), ""]]
    hints = []
    if count > MOST_PAGES:
        hints.append(Hint(HintKind.FIRST_PAGES, {"pages": str(MOST_PAGES), "all": str(count)}))
    if broken:
        hints.append(Hint(HintKind.PARTLY_BROKEN))
    if silent > broken:
        hints.append(Hint(HintKind.SCANNED_PAGES, {"pages": str(silent - broken), "all": str(count)}))
    read = paragraphs(blocks)
    return ReadText(read, Kind.PDF, title=_title(document, read), hints=tuple(hints))


def _has_pictures(document: Any) -> bool:
    try:
        resources = (
            document.pages[number].get("/Resources") for number in range(min(len(document.pages), 3))
        )
        objects = [found.get_object().get("/XObject") for found in resources if found is not None]
        return any(found is not None and len(found.get_object()) > 0 for found in objects)
    except Exception:  # noqa: BLE001 - what a broken file says of its pictures
        return False


def _title(document: Any, text: str) -> str:
    """The title inside the file where it is one: many programs write the name of a file there."""
    try:
        said = " ".join(str((document.metadata or {}).get("/Title") or "").split())
    except Exception:  # noqa: BLE001 - a title is no reason to refuse a file
        return ""
    return said[:250] if said and said in " ".join(text.split()) else ""


def _lines(page: Any) -> list[str]:
    """Lines in the order of the file, which is that of reading; table rows with their columns apart."""
    plain = tidied(page.extract_text().translate(_SPELLINGS)).split("\n")
    rows = _rows(page)
    return [rows.get("".join(line.split()), line) for line in plain if line]


def _rows(page: Any) -> dict[str, str]:
    """What pypdf sets far apart on lines below each other: a row without its blanks → “12. Mai | 18 Uhr | Rathaus”."""
    try:
        set_apart = page.extract_text(extraction_mode="layout").translate(_SPELLINGS)
    except (MemoryError, RecursionError):
        raise
    except Exception:  # noqa: BLE001 - it is an extra
        return {}
    lines = [line.rstrip() for line in set_apart.split("\n") if line.strip()]
    starts = [{gap.end() for gap in _GAP.finditer(line)} for line in lines]
    return {
        "".join(line.split()): tidied(_GAP.sub(" | ", line.strip()))
        for place, line in enumerate(lines)
        if any(
            _are_columns(starts[place], starts[other])
            for other in (place - 1, place + 1)
            if 0 <= other < len(lines)
        )
    }


def _are_columns(starts: set[int], others: set[int]) -> bool:
    """Words of two lines begin below each other after a gap, give or take a character."""
    return any(abs(start - other) <= 1 for start in starts for other in others)


def _without_heads(pages: list[list[str]]) -> list[list[str]]:
    """Without the numbers of pages, and without the lines at the top or bottom that the first page has, too."""
    if len(pages) < 2:
        return pages
    seen = Counter(line for lines in pages for line in set(_edges(lines)))
    repeated = {line for line, times in seen.items() if times > max(2, len(pages) * 2 / 3)}
    return [
        [
            line
            for place, line in enumerate(lines)
            if not _is_edge(place, lines)
            or not (_PAGE_NUMBER.fullmatch(line) or (number and line in repeated))
        ]
        for number, lines in enumerate(pages)
    ]


def _edges(lines: list[str]) -> list[str]:
    return [line for place, line in enumerate(lines) if _is_edge(place, lines)]


def _is_edge(place: int, lines: list[str]) -> bool:
    return place < _REPEATED_AT_MOST or place >= len(lines) - _REPEATED_AT_MOST


def joined(lines: list[str]) -> list[str]:
    """Lines as they were meant: a word or a sentence that the width broke is whole again."""
    found: list[str] = []
    for place, line in enumerate(lines):
        if found and (glue := _glue(lines, place)) is not None:
            if glue == "-":
                found[-1] = found[-1][:-1] + line
            else:
                found[-1] += glue + line
        else:
            found.append(line)
    return found


def _glue(lines: list[str], place: int) -> str | None:
    """What stands between a line and the one above: nothing after a hyphen that stays, “-” for one that goes, a blank, or None
    where a new line begins."""
    above, line = lines[place - 1], lines[place]
    is_open = above.count("(") > above.count(")")
    if " | " in above or " | " in line or (_ITEM.match(line) and not is_open):
        return None
    if _HYPHENATED.search(above):
        if _ELLIPTIC.match(line):
            return " "
        return "-" if _SMALL.match(line) else ""
    if (
        is_open
        or _UNIT.match(line)
        or _RUNS_ON.search(above)
        or (_SMALL.match(line) and not _ENDS.search(above))
    ):
        return " "
    if _ENDS.search(above) or _LABEL.match(line):
        return None
    is_one = _TELEPHONE.search(f"{above}\n{line}") or _STREET.match(line)
    return " " if _is_full(lines, place, least=0 if is_one else _RUN_ON) else None


def _is_full(lines: list[str], place: int, *, least: float) -> bool:
    """In prose the first word of a line did not fit on the one above; in a list it stands below because somebody put it there."""
    nearby = lines[max(0, place - 1 - _NEARBY) : place + _NEARBY]
    width = max(map(len, nearby))
    runs_on = sum(1 for line in nearby if _SMALL.match(line))
    if width < _NARROW or runs_on < least * len(nearby):
        return False
    return len(lines[place - 1]) + 1 + len(lines[place].split(" ")[0]) > _FULL * width
