"""What can be done with announcements. All arguments are keyword-only; whoever acts is `by`."""

from .changes import refuse_change, take_change
from .entries import take_in
from .feeds import add_feed, change_feed, note_answer, note_failure, note_unchanged, pause_feed, remove_feed
from .giving import Given, date_anew, give, keep_reading
from .removing import remove_announcement, remove_example, remove_figure
from .setting_aside import bring_back, set_aside
from .taking import ContactSaid, EventSaid, FigureSaid, NewsSaid, Said, take
from .taking_back import take_back

__all__ = [
    "ContactSaid",
    "EventSaid",
    "FigureSaid",
    "Given",
    "NewsSaid",
    "Said",
    "add_feed",
    "bring_back",
    "change_feed",
    "date_anew",
    "give",
    "keep_reading",
    "note_answer",
    "note_failure",
    "note_unchanged",
    "pause_feed",
    "refuse_change",
    "remove_announcement",
    "remove_example",
    "remove_feed",
    "remove_figure",
    "set_aside",
    "take",
    "take_back",
    "take_change",
    "take_in",
]
