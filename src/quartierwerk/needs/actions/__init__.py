"""Everything that can be done with needs; the only writers of this app."""

from .answering import ask_due, move_on, reopen, say_if_solved, tell_that_it_takes_longer
from .counting import count_again
from .joining import cease_to_support, comment, complain, follow, join_in, support, unfollow
from .moderating import (
    ask_back,
    assign,
    drop_photo,
    hand_on,
    mark_duplicate,
    note,
    publish,
    remove,
    shorten,
    take_back,
)
from .saying import Place, Said, say

__all__ = [
    "Place",
    "Said",
    "ask_back",
    "ask_due",
    "assign",
    "cease_to_support",
    "comment",
    "complain",
    "count_again",
    "drop_photo",
    "follow",
    "hand_on",
    "join_in",
    "mark_duplicate",
    "move_on",
    "note",
    "publish",
    "remove",
    "reopen",
    "say",
    "say_if_solved",
    "shorten",
    "support",
    "take_back",
    "tell_that_it_takes_longer",
    "unfollow",
]
