"""Shared reads about what others add to a need."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q, QuerySet

from ..enums import Visibility
from ..models import CoDoer, Comment, Follow, Need

THREADS_A_PAGE = 30


@dataclass
class Thread:
    """A comment with its answers, official ones first; `is_gone`: only that there was something is told."""

    comment: Comment
    answers: list[Comment] = field(default_factory=list)

    @property
    def is_gone(self) -> bool:
        return not self.comment.is_public

    @property
    def was_withdrawn(self) -> bool:
        return self.comment.visibility == Visibility.REMOVED_BY_AUTHOR


def co_doers_of(need: Need) -> QuerySet[CoDoer]:
    """Who wants to help, with names and ways to reach them, oldest first: for staff only."""
    return need.co_doers.select_related("person").order_by("at", "pk")


def threads_of(need: Need, page: int) -> tuple[list[Thread], bool]:
    """The threads of one page (from 1), official ones first, and whether there are more; two queries."""
    answered = Comment.objects.public().filter(answers=OuterRef("pk"))
    first = (page - 1) * THREADS_A_PAGE
    rows = (
        need.comments.filter(answers=None)
        .filter(Q(visibility=Visibility.PUBLIC) | Q(Exists(answered)))
        .order_by("-is_official", "at", "pk")[first : first + THREADS_A_PAGE + 1]
    )
    threads = {comment.pk: Thread(comment) for comment in rows}
    has_more = len(threads) > THREADS_A_PAGE
    shown = list(threads.values())[:THREADS_A_PAGE]
    _add_answers(shown)
    return shown, has_more


def _add_answers(threads: Sequence[Thread]) -> None:
    by_comment = {thread.comment.pk: thread for thread in threads}
    if by_comment:
        answers = Comment.objects.public().filter(answers__in=by_comment)
        for answer in answers.order_by("-is_official", "at", "pk"):
            by_comment[answer.answers_id].answers.append(answer)  # type: ignore[index]


def followed(token: str) -> QuerySet[Follow] | None:
    """All that the holder of a signed link follows, newest first; None for a link that is none."""
    follows = Follow.objects.of_token(token)
    return None if follows is None else follows.select_related("need").order_by("-started_at", "-pk")


def has_supported(need: Need, voters: Sequence[str]) -> bool:
    return need.supports.filter(voter__in=[voter for voter in voters if voter]).exists()
