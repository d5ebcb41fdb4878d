"""Django's backend for SQLite, with transactions that begin as soon as the one before them has ended.

SQLite itself waits in growing naps of up to 100 ms. Where many people write at the same moment, the naps add up: of the
1.7 s that 200 registrations for one event took, nobody worked for a third (docs/decisions/0009-sqlite-waits-in-short-naps.md).
"""

import time

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

NAP = 0.0005  # seconds between two tries; a transaction of ours takes some 5 ms
LOCKED = "database is locked"


class DatabaseWrapper(base.DatabaseWrapper):
    """Tries again and again to begin a transaction, for as long as `OPTIONS["timeout"]` says (seconds)."""

    def _start_transaction_under_autocommit(self) -> None:
        patience = self.settings_dict["OPTIONS"].get("timeout", 5)
        until = time.monotonic() + patience
        self.connection.execute("PRAGMA busy_timeout=0")
        try:
            while not self._has_begun(is_last_try=time.monotonic() >= until):
                time.sleep(NAP)
        finally:
            self.connection.execute(f"PRAGMA busy_timeout={int(patience * 1000)}")

    def _has_begun(self, *, is_last_try: bool) -> bool:
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]  # not in the stubs
        except OperationalError as error:
            if is_last_try or LOCKED not in str(error):
                raise
            return False
        return True
