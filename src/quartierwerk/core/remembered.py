"""Small facts that every page needs, kept in each process and never older than the last committed change.

The shared cache holds only a token a name. A change replaces the token; every process then sees one it does not
know and reads again. A token that the cache lost is replaced too, which costs one read and is never wrong.
"""

import uuid
from collections.abc import Callable
from typing import Generic, TypeVar

from django.core.cache import cache
from django.db import connection, transaction

Value = TypeVar("Value")


class Remembered(Generic[Value]):
    """One remembered value: `read` fetches it from the database."""

    def __init__(self, name: str, read: Callable[[], Value]) -> None:
        self._key = f"remembered:{name}"
        self._read = read
        self._held: tuple[str, Value] | None = None

    def get(self) -> Value:
        """The value as committed last; inside a transaction always read afresh, since it may differ there."""
        if connection.in_atomic_block:
            return self._read()
        token, held = self._token(), self._held
        if held is None or held[0] != token:
            # The token is older than what is read: a change in between replaces it, and this is read again.
            held = self._held = (token, self._read())
        return held[1]

    def forget(self) -> None:
        """Say in all processes, once the change is committed, that the value is another."""
        transaction.on_commit(lambda: cache.set(self._key, uuid.uuid4().hex, timeout=None))

    def _token(self) -> str:
        token = cache.get(self._key)
        if token is None:
            cache.add(self._key, uuid.uuid4().hex, timeout=None)
            token = cache.get(self._key) or ""
        return token
