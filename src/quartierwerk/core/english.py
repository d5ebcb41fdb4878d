"""English words for the search: the base forms an inflected word may come from.

By rule, not by a model: HanTa's English one costs 66 MB of memory in every process that searches. The same treatment
meets what is kept and what is typed, so a form that is no word does no harm.
"""

import re

_IRREGULAR = {
    "children": "child",
    "people": "person",
    "men": "man",
    "women": "woman",
    "feet": "foot",
    "lives": "life",
    "wives": "wife",
    "shelves": "shelf",
    "met": "meet",
    "held": "hold",
    "built": "build",
    "taught": "teach",
    "grew": "grow",
}
_DOUBLED = re.compile(r"([bdfgmnprt])\1$")
_SHORTEST = 3


def base_forms(word: str) -> frozenset[str]:
    """`gardens` → garden; `planning` → plan, plann, planne; what is no inflection stays. Small letters, ASCII."""
    if word in _IRREGULAR:
        return frozenset({_IRREGULAR[word]})
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST and re.search("[aeiouy]", stem):
            return frozenset({stem, stem + "e", _DOUBLED.sub(r"\1", stem)})
    return frozenset({_singular(word)})


def _singular(word: str) -> str:
    if len(word) <= _SHORTEST or word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]
