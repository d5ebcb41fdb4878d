"""What is allowed now, and why not: pure functions. A reason is a sentence a person can read, or None."""

from .joining import (
    no_address,
    why_frequency_stays,
    why_not_asked_if_solved,
    why_not_comment_published,
    why_not_comment_removed,
    why_not_comment_withdrawn,
    why_not_commented,
    why_not_joined,
    why_not_supported,
    why_not_written_to,
)
from .saying import outside_town, private_details, why_not_said
from .states import (
    how_overdue,
    is_overdue,
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
    "why_frequency_stays",
    "why_not_asked_if_solved",
    "why_not_comment_published",
    "why_not_comment_removed",
    "why_not_comment_withdrawn",
    "why_not_commented",
    "why_not_duplicate",
    "why_not_joined",
    "why_not_moved_to",
    "why_not_published",
    "why_not_removed",
    "why_not_reopened",
    "why_not_said",
    "why_not_shortened",
    "why_not_supported",
    "why_not_withdrawn",
    "why_not_written_to",
]
