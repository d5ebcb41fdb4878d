"""„Meinten Sie …?“: replaces unknown words by the nearest of the vocabulary (rapidfuzz)."""

from django.db.models import Q
from django.db.models.functions import Length, Substr
from rapidfuzz import process
from rapidfuzz.distance import OSA

from quartierwerk.core import german
from quartierwerk.core.models import SearchWord

MOST_UNKNOWN = 3
MOST_CHOICES = 20_000
NEAR_ENOUGH = 0.7
SHORTEST = 4


def corrected(text: str, unknown: list[german.Token]) -> str:
    """`text` with each unknown word corrected; empty where one of them resembles nothing."""
    if not unknown or len(unknown) > MOST_UNKNOWN:
        return ""
    wanted = [german.fold(word.text) for word in unknown]
    choices = _choices([w for w in wanted if len(w) >= SHORTEST])
    for word, term in sorted(zip(unknown, wanted, strict=True), key=lambda pair: -pair[0].start):
        nearest = process.extractOne(
            term, choices.keys(), scorer=OSA.normalized_similarity, score_cutoff=NEAR_ENOUGH
        )
        if len(term) < SHORTEST or nearest is None:
            return ""
        text = text[: word.start] + choices[nearest[0]] + text[word.end :]
    return " ".join(text.split())


def _choices(terms: list[str]) -> dict[str, str]:
    """Term → as written, of words about as long that share the first or the second letter."""
    near = Q(pk=None)
    for term in terms:
        near |= Q(length__range=(len(term) - 2, len(term) + 2)) & (Q(first=term[0]) | Q(second=term[1]))
    words = (
        SearchWord.objects.alias(
            length=Length("term"), first=Substr("term", 1, 1), second=Substr("term", 2, 1)
        )
        .filter(near)
        .exclude(written="")
        .order_by()
    )
    return dict(words.values_list("term", "written")[:MOST_CHOICES])
