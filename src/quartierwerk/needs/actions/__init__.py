"""Everything that can be done with needs; the only writers of this app."""

from .answering import add_words, ask_due, move_on, reopen, say_if_solved, tell_that_it_takes_longer
from .commenting import comment, hide_comment, show_comment, withdraw_comment
from .complaints import complain, dismiss
from .counting import count_again
from .daily_mail import send_daily_mails, want_daily_mail
from .following import change_frequency, confirm_follow, follow, tell_followers, unfollow, unfollow_all
from .for_somebody import comment_for, join_in_for, support_for
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
from .joining import join_in
from .moderating import (
    as_seen,
    ask_back,
    assign,
    classify,
    hand_on,
    mark_duplicate,
    note,
    publish,
    remove,
    shorten,
    take_back,
)
from .open311 import create_api_key, report, revoke_api_key
from .photos import blur_photo, drop_photo, show_photo
from .saying import Place, Said, say
from .supporting import cease_to_support, support

__all__ = [
    "Place",
    "Said",
    "add_words",
    "as_seen",
    "ask_back",
    "ask_due",
    "assign",
    "blur_photo",
    "bring_mail_back",
    "cease_to_support",
    "change_frequency",
    "classify",
    "comment",
    "comment_for",
    "complain",
    "confirm_follow",
    "count_again",
    "create_api_key",
    "dismiss",
    "drop_photo",
    "enter_card",
    "follow",
    "hand_on",
    "hide_comment",
    "join_in",
    "join_in_for",
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
    "report",
    "revoke_api_key",
    "say",
    "say_if_solved",
    "send_daily_mails",
    "set_mail_aside",
    "shorten",
    "show_comment",
    "show_photo",
    "support",
    "support_for",
    "take_back",
    "take_need",
    "tell_followers",
    "tell_that_it_takes_longer",
    "unfollow",
    "unfollow_all",
    "voice_concern",
    "want_daily_mail",
    "withdraw_comment",
]
