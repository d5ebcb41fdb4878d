"""What is pointed out before something is sent: private details in public words, a pin outside, and who said it before.

All of it is advice: it is shown once, the second sending is taken. `seen` on the form holds the keys of what was shown.
"""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from ..enums import State
from ..models import Need
from ..queries import labels
from ..rules import private_details
from ..suggesting import Similar, Suggestion, fields_for, similar_to
from .forms import Words
from .places import Whereabouts, about

MOST_SIMILAR = 3
SHORTEST_TO_COMPARE = 4
OUTSIDE, SIMILAR = "outside", "similar"


@dataclass(frozen=True)
class MarkedText:
    """A public text with the private details marked, and the kinds of what was found."""

    label: str
    html: SafeString
    kinds: list[str]


@dataclass(frozen=True)
class SimilarNeed:
    """A line of the list of similar needs."""

    need: Need
    state: str
    because: list[str]
    teaser: str


@dataclass(frozen=True)
class LookedOver:
    """What there is to say about a valid form; `keys` name it, what was told before included."""

    private: list[MarkedText]
    where: Whereabouts
    similar: list[SimilarNeed]
    suggestion: Suggestion | None
    keys: list[str]

    def is_new_to(self, told: Collection[str]) -> bool:
        """Whether something was not told yet."""
        return not set(self.keys) <= set(told)


def told_before(posted: QueryDict) -> list[str]:
    """The keys that a form carries of what was shown with it."""
    return " ".join(posted.getlist("seen")).split()


def look_over(form: Words, told: Collection[str] = ()) -> LookedOver:
    """`told` are the keys of what was shown before: who said something similar is not looked for twice."""
    said, place = form.cleaned_data, form.place
    private = [
        marked_text(label, said[name])
        for name, label in (("title", _("Titel")), ("text", _("Beschreibung")))
        if private_details(said[name])
    ]
    where = about(place)
    where_to_look = {"latitude": place.latitude, "longitude": place.longitude, "quarter": place.quarter}
    similar = [] if SIMILAR in told else similar_needs(said["title"], said["text"], **where_to_look)
    suggestion = suggested(said["title"], said["text"]) if not said["field"] else None
    keys = _keys(form, private, where, has_similar=bool(similar) or SIMILAR in told)
    return LookedOver(private, where, similar, suggestion, keys)


def _keys(form: Words, private: list[MarkedText], where: Whereabouts, *, has_similar: bool) -> list[str]:
    """Other words with private details are new; that others said something similar is told once."""
    words = form.cleaned_data["title"] + form.cleaned_data["text"]
    details = "".join(detail.text for detail in private_details(words))
    keys = [hashlib.blake2b(details.encode(), digest_size=6).hexdigest()] if private else []
    keys += [OUTSIDE] if where.is_outside else []
    return keys + ([SIMILAR] if has_similar else [])


def marked_text(label: str, text: str) -> MarkedText:
    """The text, escaped, with `<mark>` around each private detail."""
    parts, end, details = [], 0, private_details(text)
    for detail in details:
        if detail.start < end:  # two patterns found the same
            continue
        parts += [(text[end : detail.start], detail.text)]
        end = detail.end
    html = format_html("{}{}", format_html_join("", "{}<mark>{}</mark>", parts), text[end:])
    return MarkedText(label, html, list(dict.fromkeys(detail.kind for detail in details)))


def similar_needs(title: str, text: str, **where: object) -> list[SimilarNeed]:
    """Public needs that may say the same, best first."""
    if len(title.strip()) < SHORTEST_TO_COMPARE:
        return []
    found: list[Similar] = similar_to(title, text, limit=MOST_SIMILAR, **where)  # type: ignore[arg-type]
    words = labels() if found else {}
    return [
        SimilarNeed(
            each.need, words[State(each.need.state)], each.because, Truncator(each.need.text).chars(120)
        )
        for each in found
    ]


def suggested(title: str, text: str) -> Suggestion | None:
    """The field of action that fits the words best."""
    return next(iter(fields_for(title, text)), None)
