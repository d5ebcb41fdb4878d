"""Everything that can be done with needs; the only writers of this app."""

from .answering import ask_due, move_on, reopen, say_if_solved, tell_that_it_takes_longer
from .complaints import dismiss, hide_comment, show_comment
from .counting import count_again
from .daily_mail import send_daily_mails, want_daily_mail
from .joining import cease_to_support, comment, complain, follow, join_in, support, unfollow
from .moderating import (
    as_seen,
    ask_back,
    assign,
    hand_on,
    mark_duplicate,
    note,
    publish,
    remove,
    shorten,
    take_back,
)
from .photos import blur_photo, drop_photo, show_photo
from .saying import Place, Said, say

__all__ = [
    "Place",
    "Said",
    "as_seen",
    "ask_back",
    "ask_due",
    "assign",
    "blur_photo",
    "cease_to_support",
    "comment",
    "complain",
    "count_again",
    "dismiss",
    "drop_photo",
    "follow",
    "hand_on",
    "hide_comment",
    "join_in",
    "mark_duplicate",
    "move_on",
    "note",
    "publish",
    "remove",
    "reopen",
    "say",
    "say_if_solved",
    "send_daily_mails",
    "shorten",
    "show_comment",
    "show_photo",
    "support",
    "take_back",
    "tell_that_it_takes_longer",
    "unfollow",
    "want_daily_mail",
]
