"""The nouns of grouping: a group of days and the section it stands in. groups.py fills them."""

from dataclasses import dataclass, field

from .layout import Line
from .recurrence import Recurrence
from .slots import Slot
from .times import TimeMention


@dataclass(eq=False)
class Group:
    """`at` … `at_end`: the date (or the time of a line below a date). `start` … `end`: the segment.
    `point`: which of several meeting points. `named`: the line above its time that names it.
    `also`: segments of other mentions of the same day, which count as its own.
    `led`: what leads to the list in which it is a row."""

    at: int
    at_end: int
    slots: list[Slot]
    line: Line
    start: int
    end: int = 0
    is_row: bool = False
    time: TimeMention | None = None
    recurrence: Recurrence | None = None
    section: "Section | None" = None
    point: str = ""
    named: tuple[int, int] | None = None
    also: list[tuple[int, int]] = field(default_factory=list)
    led: list[tuple[int, int]] = field(default_factory=list)


@dataclass(eq=False)
class Section:
    """`heading`: the line above, if any; `groups` in order; `shared`: (start, end) of words for all groups.
    `tells_standing`: one of several dates is said to be off or moved, so that the heading says it of that one.
    `names_events`: whether a line of the list names its event; None: not looked at (rows.py).
    `days_apart`: the least between two of its days, 0 for fewer than three; None: not looked at (series.py).
    `says_where`: the programme says it for all (programmes.py); `lists_places`: its lines say where instead of what (rows.py)."""

    start: int
    end: int
    heading: Line | None
    groups: list[Group] = field(default_factory=list)
    shared: list[tuple[int, int]] = field(default_factory=list)
    event_words: frozenset[str] = frozenset()
    tells_standing: bool = False
    names_events: bool | None = None
    days_apart: int | None = None
    says_where: bool | None = None
    lists_places: bool | None = None
