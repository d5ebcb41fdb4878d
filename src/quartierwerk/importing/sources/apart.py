"""A file is read in a process of its own (`core.apart`), which answers in JSON."""

import json
from datetime import date
from typing import Any

from quartierwerk.core import apart

from .kinds import kind_of
from .result import MOST_BYTES, Kind, ReadText
from .sentences import Hint, HintKind, Reason, Unreadable

_ZIP = b"PK"


def read_apart(content: bytes, name: str = "", content_type: str = "") -> ReadText:
    """Like `read`, with limits of memory and time. Raises Unreadable."""
    if len(content) > MOST_BYTES:
        raise Unreadable(Reason.TOO_BIG, most=f"{MOST_BYTES // 2**20} MB")
    if not content.startswith(_ZIP) and kind_of(content, name, content_type) is Kind.TEXT:
        from . import read  # plain text costs nothing

        return read(content, name, content_type)
    try:
        return from_answer(
            apart.ask(__package__ or "", {"name": name, "content_type": content_type}, content)
        )
    except apart.Stopped as stopped:
        raise Unreadable(Reason.TOO_MUCH_WORK) from stopped


def as_answer(read: ReadText | Unreadable) -> bytes:
    """What goes through the pipe."""
    if isinstance(read, Unreadable):
        said: dict[str, Any] = {"reason": read.reason.name, "said": read.said}
    else:
        said = {
            "text": read.text,
            "kind": read.kind.value,
            "title": read.title,
            "published": read.published and read.published.isoformat(),
            "hints": [{"kind": hint.kind.name, "said": hint.said} for hint in read.hints],
        }
    return json.dumps(said).encode()


def from_answer(answer: bytes) -> ReadText:
    """What `as_answer` made. Raises Unreadable."""
    try:
        said = json.loads(answer)
    except ValueError as error:
        raise Unreadable(Reason.TOO_MUCH_WORK) from error
    if "reason" in said:
        raise Unreadable(Reason[said["reason"]], **said["said"])
    return ReadText(
        text=said["text"],
        kind=Kind(said["kind"]),
        title=said["title"],
        published=date.fromisoformat(said["published"]) if said["published"] else None,
        hints=tuple(Hint(HintKind[hint["kind"]], hint["said"]) for hint in said["hints"]),
    )
