"""Reads a source from its beginning to its end; what was done in an earlier run is passed over."""

import hashlib
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from quartierwerk.core import clock

from .. import actions, rules
from ..enums import CameBy
from ..extract import Draft, Gazetteer, extract
from ..labels import as_labels
from ..models import Announcement
from ..queries import keys_of_old_site
from .answers import Answers
from .fate import fate
from .pieces import Broken, Piece, Source
from .progress import Progress
from .tally import Tally

_LONGEST_KEY = 300


@dataclass(frozen=True)
class Orders:
    """`today`: for texts that do not say when they were read. `keeps`: whether the texts come to the desk."""

    gazetteer: Gazetteer
    today: date | None = None
    answers: Answers | None = None
    keeps: bool = True


def import_site(source: Source, orders: Orders, tally: Tally, progress: Progress) -> None:
    """Counts in `tally`, which is right at any moment, whatever stops the run."""
    kept = keys_of_old_site(_prefix(source)) if orders.keeps else set()
    for piece in source:
        if isinstance(piece, Broken):
            tally.broken.append(piece)
            progress.step(worked=False)
            continue
        must_keep = orders.keeps and key_of(source, piece) not in kept
        must_answer = orders.answers is not None and piece.name not in orders.answers.names
        # A dry run without answers leaves no trace by which to know what was done
        has_work = must_keep or must_answer or not (orders.keeps or orders.answers)
        if has_work:
            _do(source, piece, orders, tally, must_keep=must_keep, must_answer=must_answer)
        else:
            tally.earlier += 1
        progress.step(worked=has_work)


def _do(
    source: Source, piece: Piece, orders: Orders, tally: Tally, *, must_keep: bool, must_answer: bool
) -> None:
    if why := rules.why_not_given(piece.text):
        tally.broken.append(Broken(piece.name, why))
        return
    read_on = piece.read_on or _read_on(piece, orders)
    draft = extract(piece.text, read_on, orders.gazetteer, published=piece.published)
    if must_keep:
        try:
            _keep(piece, draft, read_on, key_of(source, piece), tally)
        except ValidationError as error:
            tally.broken.append(Broken(piece.name, " ".join(error.messages)))
            return
    if must_answer and orders.answers is not None:
        orders.answers.write(as_labels(piece.name, draft))
    tally.count(draft)


def _read_on(piece: Piece, orders: Orders) -> date:
    """“Tomorrow” in an old text is counted from the day on which it appeared."""
    return piece.published or orders.today or clock.today()


@transaction.atomic
def _keep(piece: Piece, draft: Draft, read_on: date, key: str, tally: Tally) -> Announcement:
    given = actions.Given(
        piece.text,
        title=piece.title,
        came_by=CameBy.OLD_SITE,
        published_on=piece.published,
        read_on=read_on,
        hints=piece.hints,
        key=key,
    )
    announcement, is_new = actions.give(given=given, draft=draft)
    if not is_new:
        tally.doubles += 1
        return announcement
    because = fate(draft, piece.text, piece.published, read_on, clock.today())
    if because is None:
        tally.waiting += 1
        return announcement
    tally.aside[because] += 1
    return actions.set_aside(announcement=announcement, by=None, because=because)


def key_of(source: Source, piece: Piece) -> str:
    """By what the text is known again: the name of the source and its own."""
    key = f"{_prefix(source)}{piece.name}"
    if len(key) <= _LONGEST_KEY:
        return key
    return f"{key[: _LONGEST_KEY - 65]}-{hashlib.sha256(key.encode()).hexdigest()}"


def _prefix(source: Source) -> str:
    return f"old-site:{source.name[:100]}/"
