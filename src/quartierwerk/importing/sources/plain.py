"""Plain text: only its characters have to be found; its lines stay as they are."""

from .encoding import decoded
from .lines import as_given
from .result import Kind, ReadText


def read(content: bytes) -> ReadText:
    return ReadText(as_given(decoded(content)), Kind.TEXT)
