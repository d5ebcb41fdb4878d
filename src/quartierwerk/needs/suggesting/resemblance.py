"""How much a text resembles needs of the search index: which words they share, and how rare those are.

Works on the postings of `core.search`, so that German is understood here as it is there. Everything is bounded: words,
counted postings, read postings, candidates; the cost does not grow with the number of needs.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log

from django.core.cache import cache
from django.db.models import Count, IntegerField, OuterRef, Subquery

from quartierwerk.core.models import SearchEntry, SearchTerm, SearchWord

from ..search import KIND
from .words import Word, same_as, telling

MOST_WORDS = 30
MOST_COUNTED = (
    1_000  # how often a word stands is counted so far each time; for the few that stand more often it is kept
)
MOST_READ = 3_000  # postings of the rarest words
MOST_CANDIDATES = 400
MOST_MEASURED = 60  # of which the length is looked at as well
AS_WRITTEN, SAME_MEANING, PART = 1.0, 0.6, 0.5
IN_TITLE = 1.5
TITLE_WEIGHT = 32  # the least weight of a word in a title, see core/search/index.py
USUAL_TERMS = 40  # of one need in the index; longer ones share words by chance
SIZE = "needs:indexed"
KEPT_FOR = 3_600  # seconds; rarity does not hang on a few


@dataclass(frozen=True)
class Group:
    """One word of the text: the keys of its forms in the vocabulary with what a hit is worth, rarity included."""

    word: Word
    worth: dict[int, float]
    frequency: dict[int, int]
    mass: float


@dataclass(frozen=True)
class Resemblance:
    """How much of the text an entry shares, 0 to about 1, and by which words, the weightiest first."""

    share: float
    words: tuple[str, ...]


def groups_of(title: str, text: str) -> list[Group]:
    """The words of a text with their worth; four queries at most."""
    words = telling(title, text)[:MOST_WORDS]
    terms = [_terms(word) for word in words]
    wanted = {term for found in terms for term in found}
    keys = dict(SearchWord.objects.filter(term__in=wanted).values_list("term", "pk"))
    frequency = _frequency(keys.values())
    size = _size()
    return [_group(word, found, keys, frequency, size) for word, found in zip(words, terms, strict=True)]


def candidates(groups: list[Group]) -> list[int]:
    """Keys of the entries of needs that share the rarest words, most promising first; one query."""
    rarest = _rarest(groups)
    if not rarest:
        return []
    postings = SearchTerm.objects.filter(word__in=rarest, entry__kind=KIND).order_by("-weight", "-entry")
    read = postings.values_list("entry", "word", "weight")[:MOST_READ]
    found = _scores(groups, read)
    return sorted(found, key=lambda entry: (-found[entry].share, -entry))[:MOST_CANDIDATES]


def compare(groups: list[Group], entries: Iterable[int], near: Iterable[int]) -> dict[int, Resemblance]:
    """Entry → how much it resembles the text, for those that do most and those that are near; two queries."""
    keys = {key for group in groups for key in group.worth}
    postings = SearchTerm.objects.filter(entry__in=list(entries)).order_by()
    found = _scores(groups, postings.filter(word__in=keys).values_list("entry", "word", "weight"))
    best = sorted(found, key=lambda entry: (-found[entry].share, -entry))[:MOST_MEASURED]
    measured = SearchTerm.objects.filter(entry__in={*best, *near} & found.keys()).order_by()
    lengths = dict(measured.values_list("entry").annotate(terms=Count("pk")))
    return {
        entry: Resemblance(_for_length(found[entry].share, terms), found[entry].words)
        for entry, terms in lengths.items()
    }


# ------------------------------------------------------------------------------------------------------- worth of words
def _terms(word: Word) -> dict[str, float]:
    """Term → what finding it is worth, before its rarity."""
    parts = frozenset().union(*word.forms.parts)
    found = dict.fromkeys((part for part in parts if len(part) > 2), PART / max(1, len(word.forms.parts) - 1))
    found |= dict.fromkeys(same_as(word), SAME_MEANING)
    return found | dict.fromkeys(word.forms.whole, AS_WRITTEN)


def _group(
    word: Word, terms: Mapping[str, float], keys: Mapping[str, int], frequency: Mapping[int, int], size: int
) -> Group:
    place = IN_TITLE if word.in_title else 1.0
    worth = {
        keys[term]: form * place * _rarity(frequency.get(keys[term], 0), size)
        for term, form in terms.items()
        if term in keys
    }
    own = [_rarity(frequency.get(keys[term], 0), size) for term in word.forms.whole if term in keys]
    return Group(
        word,
        worth,
        {key: frequency.get(key, 0) for key in worth},
        place * (min(own) if own else _rarity(0, size)),
    )


def _rarity(frequency: int, size: int) -> float:
    return log(1 + (size + 1) / (frequency + 1))


def _frequency(keys: Iterable[int]) -> dict[int, int]:
    """How many entries hold each word; what stands in very many is counted once an hour."""
    found = _counted(keys, MOST_COUNTED)
    frequent = [key for key, count in found.items() if count == MOST_COUNTED]
    if not frequent:
        return found
    kept = cache.get_many([_name(key) for key in frequent])
    counted = _counted([key for key in frequent if _name(key) not in kept], None)
    if counted:
        cache.set_many({_name(key): count for key, count in counted.items()}, KEPT_FOR)
    return found | {key: kept[_name(key)] for key in frequent if _name(key) in kept} | counted


def _counted(keys: Iterable[int], most: int | None) -> dict[int, int]:
    words = SearchWord.objects.filter(pk__in=list(keys)).order_by()
    held = SearchTerm.objects.filter(word=OuterRef("pk")).order_by().values("entry")[:most]
    return dict(words.values_list("pk", _NumberOf(held)))


def _name(key: int) -> str:
    return f"needs:holds:{key}"


class _NumberOf(Subquery):
    """How many rows a subquery has, which may be cut."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) held)"
    output_field = IntegerField()


def _size() -> int:
    """How many needs the index holds."""
    return cache.get_or_set(SIZE, lambda: SearchEntry.objects.filter(kind=KIND).count(), KEPT_FOR) or 0


# ---------------------------------------------------------------------------------------------------- from words to needs
def _rarest(groups: list[Group]) -> list[int]:
    """Keys of vocabulary that say most, as many as may be read."""
    frequency = {key: count for group in groups for key, count in group.frequency.items()}
    chosen: list[int] = []
    read = 0
    for key in sorted(frequency, key=lambda key: (frequency[key], key)):
        read += frequency[key]
        if chosen and read > MOST_READ:
            break
        chosen.append(key)
    return chosen


def _scores(groups: list[Group], postings: Iterable[tuple[int, int, int]]) -> dict[int, Resemblance]:
    """A group counts by its best posting in an entry."""
    belongs: dict[int, list[int]] = defaultdict(list)
    for place, group in enumerate(groups):
        for key in group.worth:
            belongs[key].append(place)
    best: dict[int, dict[int, float]] = defaultdict(dict)
    for entry, word, weight in postings:
        for place in belongs[word]:
            worth = groups[place].worth[word] * (IN_TITLE if weight >= TITLE_WEIGHT else 1.0)
            best[entry][place] = max(worth, best[entry].get(place, 0.0))
    mass = sum(group.mass for group in groups) * IN_TITLE or 1.0
    return {entry: _resemblance(groups, found, mass) for entry, found in best.items()}


def _resemblance(groups: list[Group], found: Mapping[int, float], mass: float) -> Resemblance:
    places = sorted(found, key=lambda place: -found[place])
    return Resemblance(sum(found.values()) / mass, tuple(groups[place].word.text for place in places))


def _for_length(share: float, terms: int) -> float:
    return share / (0.7 + 0.3 * max(1.0, terms / USUAL_TERMS))
