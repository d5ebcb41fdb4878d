"""Why a feed brought nothing, in words: what is wrong with the answer, beside what is wrong with the way to it."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .. import fetching


class Problem(StrEnum):
    """Kept by name in `Feed.problem`; names differ from those of `fetching.Reason`."""

    PAGE = "page"
    NO_FEED = "no_feed"
    EMPTY = "empty"
    BROKEN = "broken"
    TOO_MUCH_WORK = "too_much_work"
    OURS = "ours"


SENTENCES: dict[Problem, str | Promise] = {
    Problem.PAGE: _(
        "Das ist eine gewöhnliche Internetseite. Bitte suchen Sie auf ihr nach „Kalender abonnieren“, „iCal“ oder „RSS“."
    ),
    Problem.NO_FEED: _("Unter dieser Adresse liegt weder ein Kalender noch ein Nachrichten-Feed."),
    Problem.EMPTY: _("Die Antwort ist leer."),
    Problem.BROKEN: _("Der Kalender oder Feed ist beschädigt und lässt sich nicht lesen."),
    Problem.TOO_MUCH_WORK: _("Der Kalender oder Feed ist zu groß oder zu verschachtelt, um ihn zu lesen."),
    Problem.OURS: _("Beim Lesen ist uns ein Fehler unterlaufen. Wir versuchen es wieder."),
}


def sentence(name: str) -> str:
    """What `Feed.problem` means; "" for none, and for a name that nobody knows any more."""
    if name in set(Problem):
        return str(SENTENCES[Problem(name)])
    return fetching.sentence(fetching.Reason(name)) if name in set(fetching.Reason) else ""
