"""What may be done with announcements, and why not: sentences a person can read, or None."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from .enums import ABOUT_A_KNOWN_EVENT, Decision, State
from .models import Announcement, Result
from .permissions import may_publish
from .versions import version_of

LONGEST_TEXT = 1_000_000  # letters; what is longer is no announcement (docs/importing.md: how long it takes)


def why_not_given(text: str) -> str | None:
    """Why there is nothing to read."""
    if not text.strip():
        return _("Der Text ist leer. Bitte fügen Sie ihn ein, oder wählen Sie eine Datei.")
    if len(text) > LONGEST_TEXT:
        return _("Der Text ist zu lang. Bitte teilen Sie ihn auf.")
    return None


def may_come_again(announcement: Announcement, day: date | None) -> bool:
    """A text that was taken over and comes every week, “am kommenden Samstag …”: with another day it is another one."""
    is_taken = announcement.state == State.TAKEN and not is_put_away(announcement)
    return is_taken and day is not None and day != announcement.published_on


def why_not_decided(announcement: Announcement) -> str | None:
    """Why it cannot be taken over or set aside: somebody did already."""
    if announcement.state == State.TAKEN:
        return _("Dieser Text ist schon übernommen.")
    if announcement.state == State.SET_ASIDE:
        return _("Dieser Text liegt zur Seite. Bitte holen Sie ihn zuerst zurück.")
    return None


def why_not_as_seen(announcement: Announcement, seen: str | None) -> str | None:
    """Why it is not what somebody looked at: a feed was asked meanwhile. `seen`: `seen_as` on the page; None: on no page."""
    if seen is None or seen == seen_as(announcement):
        return None
    return _("Der Text hat sich geändert, seit Sie ihn geöffnet haben. Bitte sehen Sie ihn noch einmal an.")


def seen_as(announcement: Announcement) -> str:
    days = [day.isoformat() for day in (announcement.published_on, announcement.read_on) if day]
    return version_of(announcement.text, announcement.entry, days)


def why_not_brought_back(announcement: Announcement) -> str | None:
    if announcement.state == State.SET_ASIDE or is_put_away(announcement):
        return None
    return _("Dieser Text liegt nicht zur Seite.")


def is_put_away(announcement: Announcement) -> bool:
    """Somebody decided about it, and nothing became of it."""
    if announcement.state != State.TAKEN:
        return False
    became = announcement.results.exclude(news=None, event=None, contact=None)
    return not became.exists() and not announcement.figures.exists()


def why_not_removed_by(user: Any) -> str | None:
    """Why this account cannot delete a text."""
    return None if may_publish(user) else _("Löschen kann einen Text nur die Redaktion.")


def why_not_taken_back(result: Result, user: Any) -> str | None:
    """Why what was published from a text cannot be withdrawn; what its own rules refuse, they say."""
    if not may_publish(user):
        return _("Zurückziehen kann das nur die Redaktion.")
    if result.decision == Decision.PUBLISH and (result.news or result.event):
        return None
    return _("Daraus ist nichts veröffentlicht worden.")


def why_no_known_event(decision: Decision, has_known: bool) -> str | None:
    """Why a decision about an event that is there lacks that event."""
    if decision in ABOUT_A_KNOWN_EVENT and not has_known:
        return _("Bitte wählen Sie die Veranstaltung, die gemeint ist.")
    return None
