"""Everything that can be done with needs; the only writers of this app."""

from .answering import ask_due, move_on, reopen, say_if_solved, tell_that_it_takes_longer
from .counting import count_again
from .intake import (
    bring_mail_back,
    enter_card,
    join_mail,
    keep_mail,
    need_of_mail,
    print_cards,
    replace_scan,
    set_mail_aside,
    take_need,
    voice_concern,
)
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
    "bring_mail_back",
    "cease_to_support",
    "comment",
    "complain",
    "count_again",
    "drop_photo",
    "enter_card",
    "follow",
    "hand_on",
    "join_in",
    "join_mail",
    "keep_mail",
    "mark_duplicate",
    "move_on",
    "need_of_mail",
    "note",
    "print_cards",
    "publish",
    "remove",
    "reopen",
    "replace_scan",
    "say",
    "say_if_solved",
    "set_mail_aside",
    "shorten",
    "support",
    "take_back",
    "take_need",
    "tell_that_it_takes_longer",
    "unfollow",
    "voice_concern",
]
