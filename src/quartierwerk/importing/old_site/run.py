"""Reads a source from its beginning to its end; what was done in an earlier run is passed over."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from quartierwerk.core import clock

from .. import actions, rules
from ..enums import CameBy
from ..extract import Draft, Gazetteer, extract
from ..fingerprints import fingerprint
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
    kept = keys_of_old_site(_prefix(source)) if orders.keeps else {}
    for piece in source:
        if isinstance(piece, Broken):
            tally.broken.append(piece)
            progress.step(worked=False)
            continue
        key = key_of(source, piece, kept)
        must_keep = orders.keeps and key not in kept
        must_answer = orders.answers is not None and piece.name not in orders.answers.names
        # A dry run without answers leaves no trace by which to know what was done
        has_work = must_keep or must_answer or not (orders.keeps or orders.answers)
        if has_work:
            _do(piece, orders, tally, key=key if must_keep else None, must_answer=must_answer)
        else:
            tally.earlier += 1
        progress.step(worked=has_work)


def _do(piece: Piece, orders: Orders, tally: Tally, *, key: str | None, must_answer: bool) -> None:
    """`key`: by which the text is kept; None: it is there."""
    if why := rules.why_not_given(piece.text):
        tally.broken.append(Broken(piece.name, why))
        return
    read_on = piece.read_on or _read_on(piece, orders)
    draft = extract(piece.text, read_on, orders.gazetteer, published=piece.published)
    if key is not None:
        try:
            _keep(piece, draft, read_on, key, tally)
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


def key_of(source: Source, piece: Piece, kept: Mapping[str, str]) -> str:
    """By what the text is known again: the name of the source and its own.

    Where other words are known by it (`kept`, key → fingerprint), of a page that changed since or in another folder of the same
    name, the words themselves are added.
    """
    key = _not_too_long(f"{_prefix(source)}{piece.name}")
    words = fingerprint(piece.text)
    return key if kept.get(key) in (None, words) else _not_too_long(f"{key}#{words}")


def _not_too_long(key: str) -> str:
    if len(key) <= _LONGEST_KEY:
        return key
    return f"{key[: _LONGEST_KEY - 65]}-{hashlib.sha256(key.encode()).hexdigest()}"


def _prefix(source: Source) -> str:
    return f"old-site:{source.name[:100]}/"
