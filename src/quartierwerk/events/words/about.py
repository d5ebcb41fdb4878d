"""What an event is about: its summary stands first everywhere, and what follows does not say it again."""

import re

from ..models import Event

_SENTENCE_ENDS = re.compile(r"[.!?…][”“\"»«)]*(?=\s|$)")


def beyond_summary(event: Event) -> str:
    """The description without the sentences at its beginning that are those of the summary, to the letter."""
    return _without(event.description.replace("\r\n", "\n").strip(), event.summary)


def _without(text: str, summary: str) -> str:
    same = _same_length(text, summary)
    if not 0 < same < len(text):
        return "" if same else text
    ends = [match.end() for match in _SENTENCE_ENDS.finditer(text) if match.end() <= same]
    if text[same : same + 1] == "\n":  # a line without a full stop
        ends.append(same)
    return text[max(ends, default=0) :].lstrip()


def _same_length(text: str, summary: str) -> int:
    """So many letters of the text are those of the summary; blanks and line breaks count the same."""
    words, place = summary.rstrip(" …").split(), 0
    for word in words:
        while text[place : place + 1].isspace():
            place += 1
        if not text.startswith(word, place):
            break
        place += len(word)
    return place
