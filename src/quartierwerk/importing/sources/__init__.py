"""What somebody gives becomes text: a file's bytes → `ReadText`, or `Unreadable` with a sentence. Pure; docs/importing.md.

`read` reads here and now; a web process asks `read_apart`, which does the same in a process of its own, with limits. The
libraries for each kind are loaded where a file of that kind is read, never by importing this package.
"""

import logging
import traceback
from pathlib import PurePath

from .apart import read_apart
from .kinds import kind_of
from .pasted import is_page_source
from .result import MOST_BYTES, MOST_CHARACTERS, Kind, ReadText, checked
from .sentences import Hint, HintKind, Reason, Unreadable

logger = logging.getLogger(__name__)

__all__ = [
    "MOST_BYTES",
    "MOST_CHARACTERS",
    "Hint",
    "HintKind",
    "Kind",
    "ReadText",
    "Reason",
    "Unreadable",
    "is_page_source",
    "read",
    "read_apart",
]


def read(content: bytes, name: str = "", content_type: str = "") -> ReadText:
    """The text of a file. `name` and `content_type` help only where the content does not tell what it is.

    Raises Unreadable and nothing else, whatever the bytes; how long and how much memory it takes is not limited here.
    """
    if len(content) > MOST_BYTES:
        raise Unreadable(Reason.TOO_BIG, most=f"{MOST_BYTES // 2**20} MB")
    try:
        return checked(read_kind(content, name, content_type))
    except Unreadable:
        raise
    except (MemoryError, RecursionError) as error:
        raise Unreadable(Reason.TOO_MUCH_WORK) from error
    except Exception as error:  # noqa: BLE001 - no list of what libraries raise on hostile files is complete
        logger.warning("A file could not be read: %s in %s", type(error).__name__, _where(error))
        raise Unreadable(Reason.BROKEN) from error


def _where(error: BaseException) -> str:
    """File and line, never what the error says: that may be words of somebody's file."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{PurePath(frame.filename).name}, line {frame.lineno}"


def read_kind(content: bytes, name: str, content_type: str, *, depth: int = 0) -> ReadText:
    """By the reader of its kind; `depth`: how many mails it lies inside of."""
    match kind_of(content, name, content_type):
        case Kind.TEXT:
            from .plain import read as reader
        case Kind.DOCX:
            from .docx import read as reader
        case Kind.ODT:
            from .odt import read as reader
        case Kind.PDF:
            from .pdf import read as reader
        case Kind.HTML:
            from .html import read as page

            return page(content, content_type)
        case Kind.MAIL:
            from .mail import read as mail

            return mail(content, depth=depth)
    return reader(content)
