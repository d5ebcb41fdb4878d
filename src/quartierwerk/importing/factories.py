"""Test announcements that came through the action."""

from typing import Any

from . import actions
from .actions import Given
from .models import Announcement

TEXT = """Nähcafé im Bürgerhaus

Das nächste Nähcafé ist am Dienstag, 6. Oktober 2026, von 15 bis 17 Uhr im Bürgerhaus, Am Markt 4.
Um Anmeldung bis zum 1. Oktober bittet Frau Muster unter Telefon 02324 204-5552.
"""


def announcement(text: str = TEXT, *, by: Any = None, **given: Any) -> Announcement:
    """One that was just given and waits for somebody."""
    return actions.give(given=Given(text, **given), by=by)[0]
