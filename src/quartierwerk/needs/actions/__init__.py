"""Everything that can be done with needs; the only writers of this app."""

from .answering import ask_due, move_on, reopen, say_if_solved, tell_that_it_takes_longer
from .commenting import comment, publish_comment, remove_comment, withdraw_comment
from .following import change_frequency, confirm_follow, follow, tell_followers, unfollow, unfollow_all
from .joining import complain, join_in
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
from .supporting import cease_to_support, support

__all__ = [
    "Place",
    "Said",
    "ask_back",
    "ask_due",
    "assign",
    "cease_to_support",
    "change_frequency",
    "comment",
    "complain",
    "confirm_follow",
    "drop_photo",
    "follow",
    "hand_on",
    "join_in",
    "mark_duplicate",
    "move_on",
    "note",
    "publish",
    "publish_comment",
    "remove",
    "remove_comment",
    "reopen",
    "say",
    "say_if_solved",
    "shorten",
    "support",
    "take_back",
    "tell_followers",
    "tell_that_it_takes_longer",
    "unfollow",
    "unfollow_all",
    "withdraw_comment",
]
