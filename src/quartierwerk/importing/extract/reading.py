"""Everything the grammars find in a text, read once, left to right."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Protocol, TypeVar

from .addresses import Address, addresses
from .capacity import Number, capacities, numbers_of_dates
from .dates import DateMention, dates
from .draft import Doubt, DoubtKind, Value
from .emails import EmailMention, emails, links
from .gazetteer import Gazetteer
from .hosts import host_above, host_below
from .layout import Layout
from .letters import Around, around
from .persons import Name, names
from .phones import PhoneMention, phones
from .places import Place, places
from .prices import Price, prices
from .recurrence import Recurrence, recurrences
from .registration import RegistrationWords
from .relative import beside_written, relative_dates
from .routes import routes
from .stretches import Stretch, Stretches
from .tables import Tables
from .text import Text
from .times import TimeMention, times
from .withheld import Withheld, withheld

_MOST_DATES = 400  # of one text; the review shows 25

_OPENING = 250_000  # characters that usually hold as many, where a text holds as many at all


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


class _Stretched(_Placed, Protocol):
    @property
    def end(self) -> int: ...


P = TypeVar("P", bound=_Placed)
S = TypeVar("S", bound=_Stretched)


class Finds(list[P]):
    """Finds in order of their place; `within` costs only what it returns."""

    def __init__(self, found: list[P]) -> None:
        super().__init__(found)
        self._starts = [each.start for each in found]

    def within(self, start: int, end: int, most: int = 1_000) -> list[P]:
        """Those that begin in start … end, at most so many."""
        first = bisect_left(self._starts, start)
        return self[first : min(bisect_left(self._starts, end, lo=first), first + most)]


@dataclass(frozen=True)
class Link:
    start: int
    end: int


@dataclass(frozen=True)
class Reading:
    layout: Layout
    gazetteer: Gazetteer
    today: date
    dates: Finds[DateMention]
    weekdays: Finds[DateMention]  # “am Freitag”, far from any time: a date where the day of the text is known
    times: Finds[TimeMention]
    recurrences: Finds[Recurrence]
    phones: Finds[PhoneMention]
    emails: Finds[EmailMention]
    addresses: Finds[Address]
    places: Finds[Place]
    links: Finds[Link]
    prices: Finds[Price]
    names: Finds[Name]
    signing_up: RegistrationWords
    capacities: Finds[Number]
    numbers_of_dates: Finds[Number]
    tables: Tables
    around: Around
    withheld: Withheld
    signed_phones: Finds[PhoneMention] = field(default_factory=lambda: Finds([]))
    signed_emails: Finds[EmailMention] = field(default_factory=lambda: Finds([]))
    host: Place | None = None  # the house of who invites (hosts.py)
    given_title: str = ""  # the subject of the mail, the title of the page
    ways: Sequence[Stretch] = ()  # “Mühlbach - Schwarzkopf - Mühlbach”
    headlines: dict[int, list[Any]] = field(
        default_factory=dict
    )  # what lines were found to say (headings.py)

    @property
    def subject(self) -> Value[str] | None:
        """What the mail or the page is called, for a text that has no headline."""
        if self.around.subject:
            start, end = self.around.subject
            return Value(self.text.unhidden(start, end), (self.text.span(start, end),), 0.7)
        return Value(self.given_title, (), 0.6) if self.given_title else None

    @property
    def text(self) -> Text:
        return self.layout.text

    @property
    def plain(self) -> str:
        return self.layout.text.plain


def shortened(given: Text) -> tuple[Text, list[DateMention]]:
    """The text up to its four hundredth date, and its dates: nobody reviews more, and what costs time is dates."""
    every = dates(given.until(_OPENING))
    if len(every) <= _MOST_DATES and len(given.plain) > _OPENING:
        every = dates(given)
    if len(every) <= _MOST_DATES:
        return given, every
    return Text(given.raw[: given.raw_place(every[_MOST_DATES].start)], is_cut=True), every[:_MOST_DATES]


def read(
    given: Text, today: date, gazetteer: Gazetteer, title: str = "", *, is_whole: bool = False
) -> Reading:
    """`is_whole`: letterheads and signatures too, for who looks for persons."""
    given, every_written = shortened(given)
    page = Layout(given)
    outer, private = (Around(), Withheld()) if is_whole else _not_announced(page, today)
    text = given.without(outer.hidden, outer.untold)
    every_written = _outside(every_written, Stretches(list(outer.hidden)))
    layout = page.of(text)
    mails = emails(text)
    taken = _stretches(mails)
    taken += (pages := links(text, taken))
    calls = [_looked_at(text, each, private) for each in phones(text, taken, gazetteer.area_code)]
    taken += _stretches(calls)
    written = beside_written(text.plain, _outside(every_written, Stretches(taken), private.points))
    hours = times(text, taken + _stretches(written))
    series = recurrences(layout)
    spoken, bare = relative_dates(layout, written, hours, _stretches(series))
    tables = Tables(layout)
    signing_up = RegistrationWords(layout)
    streets = _outside(addresses(text, taken + _stretches(written) + _stretches(hours)), private.homes)
    ways = routes(layout)
    where = _outside(places(layout, streets, gazetteer, tables), Stretches(ways))
    return Reading(
        layout,
        gazetteer,
        today,
        Finds(sorted([*written, *spoken], key=lambda mention: mention.start)),
        Finds(bare),
        Finds(hours),
        Finds(series),
        Finds(calls),
        Finds(mails),
        Finds(streets),
        Finds(_outside(where, private.homes)),
        Finds([Link(start, end) for start, end in pages]),
        Finds(prices(layout)),
        Finds(names(text)),
        signing_up,
        Finds(capacities(layout, signing_up)),
        Finds(numbers_of_dates(layout)),
        tables,
        outer,
        private,
        *_signed(given, layout, outer.signature, private, gazetteer),
        title,
        ways,
    )


def _not_announced(page: Layout, today: date) -> tuple[Around, Withheld]:
    """What stands around a letter, with all that is not for the public among what it hides; and that by itself."""
    outer = around(page)
    private = withheld(page, today, outer.hidden)
    return replace(outer, hidden=(*outer.hidden, *private.hidden)), private


def _signed(
    given: Text, layout: Layout, signature: tuple[Stretch, ...], private: Withheld, gazetteer: Gazetteer
) -> tuple[Finds[PhoneMention], Finds[EmailMention], Place | None]:
    """Numbers, addresses and the house below a greeting, which is read for nothing else."""
    host = host_above(layout)
    if not signature:
        return Finds([]), Finds([]), host
    ends = [0, *(end for _start, end in signature)]
    starts = [*(start for start, _end in signature), len(given.plain)]
    only = given.without(zip(ends, starts, strict=True), private.hidden)
    mails = emails(only)
    calls = [_looked_at(only, each, private) for each in phones(only, _stretches(mails), gazetteer.area_code)]
    secret = Stretches(list(private.hidden))
    return (
        Finds([each for each in calls if not secret.meet(each.start, each.end)]),
        Finds(mails),
        host or host_below(only, signature),
    )


def _looked_at(text: Text, call: PhoneMention, private: Withheld) -> PhoneMention:
    """A number that may be private is told with a doubt."""
    if not private.numbers.meet(call.start, call.end):
        return call
    doubt = Doubt(DoubtKind.PERHAPS_PRIVATE, text.span(call.start, call.end))
    return replace(call, phone=replace(call.phone, doubts=(*call.phone.doubts, doubt)))


def _outside(found: list[S], *others: Stretches) -> list[S]:
    return [each for each in found if not any(other.meet(each.start, each.end) for other in others)]


def _stretches(found: list[P]) -> list[tuple[int, int]]:
    return [(each.start, each.end) for each in found]  # type: ignore[attr-defined]
