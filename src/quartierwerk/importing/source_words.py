"""What reading a file has to say, in the language of whoever reads it: `sources` itself knows only German and no Django.

except Unreadable as unreadable: raise ValidationError(source_words.sentence(unreadable))
Given(hints=source_words.kept(read.hints)) … source_words.shown(announcement.hints)
"""

import json
from collections.abc import Iterable

from django.utils.translation import gettext

from .sources import Hint, HintKind, Unreadable


def sentence(unreadable: Unreadable) -> str:
    """Why something cannot be read and what to do."""
    return gettext(unreadable.reason.value) % unreadable.said


def kept(hints: Iterable[Hint]) -> tuple[str, ...]:
    """Codes of hints, as they are kept with an announcement: the name of the sentence, and what fills it in."""
    return tuple(f"{hint.kind.name} {json.dumps(hint.said, ensure_ascii=False)}" for hint in hints)


def shown(codes: Iterable[str]) -> list[str]:
    """The sentences of codes that were kept; those of an older version that nobody knows any more are left out."""
    return [said for code in codes if (said := _sentence(code))]


def _sentence(code: str) -> str:
    name, _blank, said = code.partition(" ")
    try:
        return gettext(HintKind[name].value) % json.loads(said or "{}")
    except (KeyError, ValueError, TypeError):
        return ""
