"""What was sent becomes what `actions.take` does."""

from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from ..actions import ContactSaid, EventSaid, FigureSaid, NewsSaid, Said
from ..enums import MAKES_NEW, Decision
from ..extract.draft import ContactDraft, EventDraft
from .board import Board
from .others import ContactPart
from .parts import EventPart

# Buttons: what each makes of the choices.
PUBLISH, ONLY_EVENTS, ONLY_NEWS, DRAFTS = "publish", "events", "news", "drafts"
PUBLISHING = (PUBLISH, ONLY_EVENTS, ONLY_NEWS)
# “Ja, so veröffentlichen” below the question about private words: the same button, and that somebody was asked.
YES, PRIVATE = "yes-", "private"
# These do not say that they cancel or move, so they do not.
NOT_ALL, CHANGES = (ONLY_EVENTS, ONLY_NEWS, DRAFTS), (Decision.CANCEL, Decision.MOVE)


def as_pressed(sent: QueryDict) -> QueryDict:
    """What was sent, with the choices that the pressed button means."""
    data, button = sent.copy(), sent.get("do", PUBLISH)
    if button.startswith(YES):
        button = data["do"] = button.removeprefix(YES)
        data.appendlist("said", PRIVATE)
    for name in [name for name in data if name.endswith("-decision")]:
        is_new_event = name.startswith("e") and data[name] in MAKES_NEW
        if button == ONLY_EVENTS and name.startswith("n"):
            data[name] = Decision.LEAVE_OUT.value
        elif (button == ONLY_NEWS and is_new_event) or (button in NOT_ALL and data[name] in CHANGES):
            data[name] = Decision.LEAVE_OUT.value
            data[name.replace("-decision", "-by-button")] = "1"
        elif button == DRAFTS and data[name] == Decision.PUBLISH.value and not name.startswith("c"):
            data[name] = Decision.DRAFT.value
    return data


def ask_about_sleepers(board: Board) -> bool:
    """An event that was left out from the start and was changed all the same: is it wanted? Asked once."""
    asked = False
    for part in board.events:
        form = part.form
        was_asked = form.data.get(f"{form.prefix}-asked")
        if part.sleeps and form.chosen == Decision.LEAVE_OUT and not was_asked and not form.is_untouched():
            form.add_error(
                "decision",
                _("Sie haben hier etwas geändert. Soll der Termin erscheinen, oder bleibt er weg?"),
            )
            asked = True
    return asked


def said_of(board: Board, example: dict[str, Any] | None) -> Said:
    """Of a valid board."""
    contacts = [_contact(part) for part in board.contacts]
    return Said(
        news=[
            NewsSaid(
                Decision(part.form.cleaned_data["decision"]),
                part.form.values if part.makes_new else {},
                part.known,
            )
            for part in board.news
        ],
        events=[_event(part, board) for part in written(board)],
        contacts=contacts,
        figures=[
            FigureSaid(
                Decision.DRAFT if part.form.cleaned_data["keep"] else Decision.LEAVE_OUT,
                part.draft.value.value,
                part.draft.unit,
                part.draft.sentence,
            )
            for part in board.figures
            if part.draft
        ],
        example=example,
    )


def written(board: Board) -> list[EventPart]:
    """Without the forms that were offered empty and stayed so."""
    return [part for part in board.events if not (part.is_blank and part.form.is_untouched())]


def _event(part: EventPart, board: Board) -> EventSaid:
    form = part.form
    decision = Decision(form.cleaned_data["decision"])
    if decision in MAKES_NEW:
        contact = _new_contact(part, board)
        form.becomes_a_contact = contact is not None
        return EventSaid(
            decision,
            write=form.save,
            news=part.draft.news if part.draft and board.news else None,
            contact=contact,
        )
    if decision == Decision.LEAVE_OUT:
        return EventSaid(decision)
    meant = form.meant
    return EventSaid(
        decision,
        known=meant.event if meant else None,
        date=meant.date if meant and meant.is_one_of_series else None,
        reason=form.cleaned_data.get("reason", ""),
        move=form.move if decision == Decision.MOVE else {},
    )


def _new_contact(part: EventPart, board: Board) -> int | None:
    """The person made of this text who is named at this event, where no other was chosen."""
    if part.draft is None or part.form.cleaned_data.get("contact"):
        return None
    made = [each for each in board.contacts if each.form and each.form.chosen == Decision.PUBLISH]
    return next((each.number for each in made if each.draft and _is_named(each.draft, part.draft)), None)


def _is_named(contact: ContactDraft, event: EventDraft) -> bool:
    numbers = {phone.value.e164 for phone in contact.phones if phone.value.e164}
    calls = {phone.value.e164 for phone in event.phones}
    return bool(numbers & calls) or bool(event.contact and event.contact.value == contact.name.value)


def _contact(part: ContactPart) -> ContactSaid:
    if part.known is not None:
        return ContactSaid(Decision.THERE, known=part.known)
    if part.form is None or part.form.chosen != Decision.PUBLISH:
        return ContactSaid(Decision.LEAVE_OUT)
    return ContactSaid(Decision.PUBLISH, values=part.form.values)
