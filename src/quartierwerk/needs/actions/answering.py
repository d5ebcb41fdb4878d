"""What becomes of it: every answer is public, dated, and reaches whoever said it."""

from datetime import timedelta
from typing import Any

from django.db import transaction

from quartierwerk.core import audit, clock
from quartierwerk.core.refusals import refuse

from .. import notifications, rules
from ..enums import REMOVED, TYPE_OF, UNANSWERED, EntryKind, NoteKind, State, StateType
from ..models import Entry, InternalNote, Need, NeedSettings
from .locking import lock


@transaction.atomic
def move_on(*, need: Need, state: State, reason: str = "", by: Any, by_office: str = "") -> Need:
    """Give it a new state, with the public reason; raises ValidationError where that is not possible."""
    need = lock(need)
    refuse(rules.why_not_moved_to(need, state, reason))
    now = clock.now()
    need.state, need.changed_at = state, now
    need.answered_at, need.last_answered_at = need.answered_at or now, now
    need.ended_at = None if TYPE_OF[state] == StateType.OPEN else now
    need.asked_solved_at = need.found_solved = None
    need.save()
    _write_down(need, EntryKind.STATE, reason, by=by, by_office=by_office)
    audit.record("need moved on", need, by=by, state=state)
    notifications.moved(need, reason, by_office)
    return need


@transaction.atomic
def reopen(*, need: Need, reason: str, by: Any = None) -> Need:
    """It was not over after all: it is looked at again."""
    need = lock(need)
    refuse(rules.why_not_reopened(need, reason))
    _open_again(need, by=by)
    _write_down(need, EntryKind.REOPENED, reason, by=by)
    audit.record("need reopened", need, by=by)
    notifications.reopened(need, reason)
    return need


@transaction.atomic
def say_if_solved(*, need: Need, solved: bool, words: str = "", by: Any = None) -> Need:
    """The answer to “Ist es gelöst?”; a no opens it again. A second answer changes the first.

    The timeline tells yes or no; the words are for the team, for nobody has read them before the public would.
    """
    need = lock(need)
    refuse(rules.why_not_asked_if_solved(need))
    need.found_solved = solved
    need.save(update_fields=["found_solved"])
    if not solved:
        _open_again(need, by=by)
    _write_down(need, EntryKind.SOLVED, "", by=by)
    if words.strip():
        _keep_for_team(need, NoteKind.SOLVED, words.strip(), by=by)
    audit.record("said whether it is solved", need, by=by, on_behalf_of=by and need.person, solved=solved)
    return need


@transaction.atomic
def add_words(*, need: Need, words: str, by: Any = None) -> InternalNote:
    """What whoever said it adds, or answers to a question: for the team, in whose inbox the need stands again."""
    need = lock(need)
    refuse(rules.why_no_words_added(need, words))
    audit.record("need words added", need, by=by, on_behalf_of=by and need.person)
    return _keep_for_team(need, NoteKind.ADDED, words.strip(), by=by)


def tell_that_it_takes_longer() -> int:
    """Tell everybody once whose need nobody answered in time; answers how many."""
    before = clock.now() - timedelta(days=NeedSettings.load().answer_within_days)
    late = Need.objects.unanswered().filter(received_at__lt=before, told_longer_at=None).exclude(person=None)
    return sum(_tell_longer(pk) for pk in late.order_by("received_at").values_list("pk", flat=True))


@transaction.atomic
def _tell_longer(pk: int) -> bool:
    need = Need.objects.select_for_update(of=("self",)).get(pk=pk)
    if need.told_longer_at or need.state not in UNANSWERED or need.visibility in REMOVED:
        return False
    need.told_longer_at = clock.now()
    need.save(update_fields=["told_longer_at"])
    audit.record("told that it takes longer", need)
    notifications.takes_longer(need)
    return True


def ask_due() -> int:
    """Ask “Ist es gelöst?” once, so many days after it was said to be done; answers how many were asked."""
    before = clock.now() - timedelta(days=NeedSettings.load().ask_if_solved_after_days)
    due = Need.objects.public().filter(state=State.DONE, ended_at__lt=before, asked_solved_at=None)
    return sum(_ask(pk) for pk in due.exclude(person=None).order_by("ended_at").values_list("pk", flat=True))


@transaction.atomic
def _ask(pk: int) -> bool:
    need = Need.objects.select_for_update(of=("self",)).get(pk=pk)
    if need.asked_solved_at or need.state != State.DONE:
        return False
    need.asked_solved_at = clock.now()
    need.save(update_fields=["asked_solved_at"])
    audit.record("asked if solved", need)
    notifications.ask_if_solved(need)
    return True


def _keep_for_team(need: Need, kind: NoteKind, text: str, *, by: Any) -> InternalNote:
    """A note; where it came from outside, the need stands in the inbox again."""
    if by is None:
        need.moderated_at = None
        need.save(update_fields=["moderated_at"])
    return InternalNote.objects.create(need=need, kind=kind, text=text, by=by)


def _open_again(need: Need, *, by: Any) -> None:
    """In review; where nobody of the team did it, it stands in the inbox again."""
    need.moderated_at = need.moderated_at if by else None
    need.state, need.ended_at, need.duplicate_of = State.IN_REVIEW, None, None
    need.changed_at = clock.now()
    need.save()


def _write_down(need: Need, kind: EntryKind, text: str, *, by: Any, by_office: str = "") -> None:
    Entry.objects.create(
        need=need, kind=kind, state=need.state, text=text.strip(), at=clock.now(), by=by, by_office=by_office
    )
