"""What stands above a review where no line of doubts does: never that all is well where it may not be."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from ..enums import Decision
from .board import Board
from .parts import EventPart, Part
from .words import left_out

_THERE_ALREADY = {Decision.THERE, Decision.CANCEL, Decision.MOVE}


@dataclass(frozen=True)
class Verdict:
    """`is_good`: nothing is to be looked at first."""

    sentence: str
    is_good: bool = False


def verdict(board: Board) -> Verdict:
    """The first that holds."""
    chosen = {part.form.chosen for part in (*board.news, *board.events)}
    if not board.draft.news and not board.draft.events:
        return Verdict(
            _(
                "In diesem Text ist nichts zu erkennen. Sie können den Termin selbst eintragen oder den Text zur Seite legen."
            )
        )
    if chosen & _THERE_ALREADY:
        return Verdict(
            _("Hier geht es um etwas, das schon da ist. Bitte prüfen Sie, ob wirklich das gemeint ist.")
        )
    if not any(_is_wanted(part) for part in (*board.news, *board.events)):
        return Verdict(
            _(
                "Nichts davon ist zum Veröffentlichen gewählt. Wählen Sie selbst, was daraus wird, oder legen Sie den Text zur Seite."
            )
        )
    said = [left_out(board.left_out)]
    if any(_is_marked(part) for part in (*board.news, *board.events)):
        said.append(_("Manches ist unsicher gelesen. Bitte vergleichen Sie die Felder, bei denen das steht."))
    if any(said):
        return Verdict(" ".join(filter(None, said)))
    return Verdict(_("Nichts Zweifelhaftes gefunden. Bitte lesen Sie trotzdem gegen."), is_good=True)


def _is_wanted(part: Part) -> bool:
    return part.makes_new and not (isinstance(part, EventPart) and part.is_blank)


def _is_marked(part: Part) -> bool:
    return _is_wanted(part) and any(
        note.doubts or note.doubtful or note.is_unsure for note in part.notes.values()
    )
