"""What came of it, in the end."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..enums import Aside
from ..extract import Draft
from ..review.doubts import doubt as sentence_of
from .pieces import Broken

_SHOWN = 200  # unreadable ones are named; nobody reads more


@dataclass
class Tally:
    read: int = 0
    earlier: int = 0
    events: int = 0
    news: int = 0
    persons: int = 0
    figures: int = 0
    without_event: int = 0
    waiting: int = 0
    doubles: int = 0
    aside: Counter[Aside] = field(default_factory=Counter)
    doubts: Counter[str] = field(default_factory=Counter)
    broken: list[Broken] = field(default_factory=list)

    def count(self, draft: Draft) -> None:
        self.read += 1
        self.events += len(draft.events)
        self.news += len(draft.news)
        self.persons += len(draft.contacts)
        self.figures += len(draft.figures)
        self.without_event += not draft.events
        every = [doubt for event in draft.events for doubt in event.all_doubts]
        self.doubts.update(sentence_of(doubt) for doubt in [*every, *draft.doubts])

    def lines(self, *, keeps: bool) -> Iterator[str]:
        if self.read:
            yield from self._found()
        if keeps:
            yield from self._kept()
        if self.doubts:
            yield "Doubts:"
            yield from (f"  {count:5}  {sentence}" for sentence, count in self.doubts.most_common())
        if self.broken:
            yield f"Not read: {len(self.broken)}"
            yield from (f"  {each.where}: {each.why}" for each in self.broken[:_SHOWN])
            if len(self.broken) > _SHOWN:
                yield f"  … and {len(self.broken) - _SHOWN} more"

    def _found(self) -> Iterator[str]:
        yield f"  {self.events} events, {self.news} news, {self.persons} persons to ask, {self.figures} figures"
        yield f"  {self.without_event} texts without an event"

    def _kept(self) -> Iterator[str]:
        yield f"  {self.waiting} wait at the desk"
        for reason, count in self.aside.most_common():
            yield f"  {count} are put aside: {reason.label}"
        if self.doubles:
            yield f"  {self.doubles} say the same as a text that is there already"
