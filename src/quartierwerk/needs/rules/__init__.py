"""What is allowed now, and why not: pure functions. A reason is a sentence a person can read, or None."""

from .joining import (
    no_address,
    why_no_words_added,
    why_not_asked_if_solved,
    why_not_commented,
    why_not_joined,
)
from .moderating import (
    why_not_blurred,
    why_not_comment_hidden,
    why_not_comment_shown,
    why_not_photo_dropped,
    why_not_photo_shown,
)
from .saying import outside_town, private_details, why_not_said
from .states import (
    how_overdue,
    is_overdue,
    seen_as,
    why_not_as_seen,
    why_not_asked_back,
    why_not_duplicate,
    why_not_moved_to,
    why_not_published,
    why_not_removed,
    why_not_reopened,
    why_not_shortened,
    why_not_withdrawn,
)

__all__ = [
    "how_overdue",
    "is_overdue",
    "no_address",
    "outside_town",
    "private_details",
    "seen_as",
    "why_no_words_added",
    "why_not_as_seen",
    "why_not_asked_back",
    "why_not_asked_if_solved",
    "why_not_blurred",
    "why_not_comment_hidden",
    "why_not_comment_shown",
    "why_not_commented",
    "why_not_duplicate",
    "why_not_joined",
    "why_not_moved_to",
    "why_not_photo_dropped",
    "why_not_photo_shown",
    "why_not_published",
    "why_not_removed",
    "why_not_reopened",
    "why_not_said",
    "why_not_shortened",
    "why_not_withdrawn",
]
