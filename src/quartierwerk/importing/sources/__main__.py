"""The process apart: one file from standard input, one answer in JSON on standard output."""

from quartierwerk.core import apart

from . import read
from .apart import as_answer
from .sentences import Unreadable


def answer(content: bytes, *, name: str, content_type: str) -> bytes:
    try:
        return as_answer(read(content, name, content_type))
    except Unreadable as unreadable:
        return as_answer(unreadable)


if __name__ == "__main__":
    apart.serve(answer)
