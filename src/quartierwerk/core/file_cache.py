"""Django's cache in files, which looks how many there are at one of a hundred writes only.

Django's own lists the whole folder each time: with 5,000 entries, as many as there are addresses in a busy hour, a write
took 6 ms instead of 0.1.
"""

import secrets

from django.core.cache.backends.filebased import FileBasedCache

ONE_OF = 100


class FileCache(FileBasedCache):
    """Holds `MAX_ENTRIES` and at most about a hundred more."""

    def _cull(self) -> None:
        if secrets.randbelow(ONE_OF) == 0:
            super()._cull()  # type: ignore[misc]  # not in the stubs
