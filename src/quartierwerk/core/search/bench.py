"""How quick the search is over 100,000 entries, made up inside a transaction that is taken back."""

import random
from collections.abc import Iterator
from functools import partial

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import Max

from quartierwerk.core import german
from quartierwerk.core.bench import Measurement, milliseconds
from quartierwerk.core.models import SearchEntry, SearchTerm, SearchWord

from . import index
from .query import search
from .registry import Entry

ENTRIES = 100_000
VOCABULARY = 20_000
WORDS_EACH = 24
EVERYWHERE = "quartier"  # in four of five entries
COMMON, RARE = "senioren", "schachturnier"
QUERIES = (
    ("a rare word", "Schachturnier"),
    ("a common word", "Senioren"),
    ("a word that is nearly everywhere", "Quartier"),
    ("two words", "Senioren Quartier"),
    ("an incomplete word", "Senioren schachtu"),
    ("a compound", "Seniorentreff"),
    ("a misspelt word", "Schachtunier"),
)
LIMIT_MS = 100.0
COPIES = 10
_COPY = (
    f"INSERT INTO {SearchTerm._meta.db_table} (entry_id, word_id, weight) SELECT entry_id + %s, word_id, weight "  # noqa: S608
    f"FROM {SearchTerm._meta.db_table} WHERE entry_id BETWEEN %s AND %s"
)


def measure(entries: int = ENTRIES) -> Iterator[Measurement]:
    """Needs the tables only; half a minute for 100,000 entries, in which nobody else writes to SQLite."""
    with transaction.atomic():
        _fill(entries)
        for name, text in QUERIES:
            search(text)
            yield Measurement(
                f"search for {name} in {entries:,} entries",
                milliseconds(partial(search, text)),
                "ms",
                LIMIT_MS,
            )
        transaction.set_rollback(True)
    text = " ".join(
        f"Im Stadtteilladen {n} trifft sich die Nachbarschaftshilfe am {n % 28 + 1}. März." for n in range(40)
    )
    index.weigh(Entry("Nachbarschaft", "/", text=text))
    yield Measurement(
        "index a page of 400 words",
        milliseconds(lambda: index.weigh(Entry("Nachbarschaft", "/", text=text))),
        "ms",
        50.0,
    )


def _fill(entries: int) -> None:
    """A tenth of the postings is drawn by chance, the others are its copies: that is quick on every database."""
    chance = random.Random(7)  # noqa: S311 - the same data each time
    words = _vocabulary(chance)
    kind = ContentType.objects.get_for_model(SearchEntry)
    first = (SearchEntry.objects.aggregate(last=Max("pk"))["last"] or 0) + 1
    SearchEntry.objects.bulk_create(
        [_entry(kind, first + number, number) for number in range(entries)], batch_size=5_000
    )
    drawn = entries // COPIES
    SearchTerm.objects.bulk_create(
        [term for number in range(drawn) for term in _postings(first + number, words, chance)],
        batch_size=20_000,
    )
    with connection.cursor() as cursor:
        for copy in range(1, COPIES):
            cursor.execute(_COPY, [copy * drawn, first, first + drawn - 1])
        cursor.execute("ANALYZE")


def _entry(kind: ContentType, pk: int, number: int) -> SearchEntry:
    return SearchEntry(
        pk=pk,
        content_type=kind,
        object_id=10**9 + number,
        kind=("news", "venue", "topic")[number % 3],
        title=f"Seniorentreff {number}",
        url=f"/aktuelles/{number}/",
        text="Im Quartier treffen sich Senioren zum Schachturnier. " * 8,
        quarters=f"|{number % 10}|",
    )


def _vocabulary(chance: random.Random) -> list[int]:
    known = {"quartier", "senior", "senioren", "treff", "seniorentreff", "schachturnier", "schach", "turnier"}
    letters = "abcdefghijklmnoprstuvwz"
    while len(known) < VOCABULARY:
        known.add("".join(chance.choices(letters, k=chance.randint(5, 14))))
    SearchWord.objects.bulk_create(
        [SearchWord(term=term, written=term) for term in sorted(known)],
        ignore_conflicts=True,
        batch_size=5_000,
    )
    keys = dict(SearchWord.objects.filter(term__in=known).values_list("term", "pk"))
    frequent = [
        keys[german.fold(word)] for word in (EVERYWHERE, COMMON, "senior", "treff", "seniorentreff", RARE)
    ]
    return [*frequent, *(key for key in keys.values() if key not in frequent)]


def _postings(entry: int, words: list[int], chance: random.Random) -> list[SearchTerm]:
    """How often a word occurs falls with its rank, as in any language."""
    shares = (0.8, 0.05, 0.1, 0.1, 0.03, 0.0005)
    chosen = {word for word, share in zip(words, shares, strict=False) if chance.random() < share}
    chosen |= {words[6 + int((len(words) - 6) * chance.random() ** 3)] for _ in range(WORDS_EACH)}
    return [
        SearchTerm(entry_id=entry, word_id=word, weight=chance.choice((6, 9, 12, 24, 64))) for word in chosen
    ]
