"""Finds: what somebody typed → ranked, counted, cut into pages; see docs/search.md for how and why.

A constant number of queries: vocabulary, frequencies, candidates (once more where few are found), their facts,
their postings, the texts of one page; a misspelt word adds the vocabulary around it and one look whether the
correction finds something. Everything is bounded: words, forms of a prefix, candidates.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date as Date  # noqa: N812
from typing import Any

from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.safestring import SafeString

from quartierwerk.core import clock, german
from quartierwerk.core.models import SearchEntry, SearchTerm, SearchWord

from . import snippets, suggest

LONGEST_QUERY = 200
MOST_WORDS = 8
SHORTEST_PREFIX = 3
MOST_COMPLETIONS = 40
MOST_CANDIDATES = 2_000
PAGE_SIZE = 10
AS_WRITTEN, COMPLETED, RELATED = 1.0, 0.7, 0.6  # what a hit is worth by the form that was found
ALL_WORDS, TITLE_WORTH = 1.0, 64.0
NEWS_IS_FRESH_FOR = 365  # days over which a dated thing loses its advance


@dataclass(frozen=True)
class Hit:
    kind: str
    title: str
    marked_title: SafeString
    url: str
    snippet: SafeString
    date: Date | None
    language: str
    quarters: tuple[str, ...]


@dataclass(frozen=True)
class Results:
    """One page of what was found.

    `total` counts what passes the filters, at most `MOST_CANDIDATES` (then `is_more` is set). The facets count each
    kind under the chosen quarter and each quarter under the chosen kind. `is_loose` says that no entry holds
    every word, and the hits hold some.
    """

    hits: list[Hit] = field(default_factory=list)
    total: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    quarters: Counter[str] = field(default_factory=Counter)
    did_you_mean: str = ""
    is_loose: bool = False
    is_more: bool = False
    page: int = 1
    pages: int = 1


@dataclass(frozen=True)
class Term:
    """One word of the query: groups of vocabulary keys, each group to be met, with what each key is worth."""

    word: german.Token
    exact: str
    groups: list[dict[int, float]]
    loose: list[dict[int, float]]


@dataclass(frozen=True)
class Candidate:
    pk: int
    kind: str
    quarters: tuple[str, ...]
    date: Date | None
    language: str
    same_as: str


def search(
    text: str, *, kind: str | None = None, quarter: str | None = None, language: str | None = None, page: int = 1
) -> Results:
    """Everything public that holds all words of `text`, best first; never raises, whatever is typed.

    `language` is the reader's: of translations the one in it is shown.
    """
    words = query_words(text)
    if not words:
        return Results()
    terms = _terms(words, language or "de")
    ranked, is_loose, is_more = _ranked(terms, language or "de")
    kinds = Counter(c.kind for c in ranked if quarter is None or quarter in c.quarters)
    quarters = Counter(q for c in ranked if kind in (None, c.kind) for q in c.quarters)
    chosen = [c for c in ranked if kind in (None, c.kind) and (quarter is None or quarter in c.quarters)]
    pages = max(1, -(-len(chosen) // PAGE_SIZE))
    page = min(max(page, 1), pages)
    return Results(
        hits=_hits(chosen[(page - 1) * PAGE_SIZE : page * PAGE_SIZE], terms, language or "de"),
        total=len(chosen),
        kinds=kinds,
        quarters=quarters,
        did_you_mean=_did_you_mean(text, terms, language or "de") if is_loose or not ranked else "",
        is_loose=is_loose,
        is_more=is_more,
        page=page,
        pages=pages,
    )


def query_words(text: str) -> list[german.Token]:
    """The words that count: stop words are left out unless there is nothing else."""
    found = [t for t in german.tokens(text.replace("\x00", " ")[:LONGEST_QUERY]) if german.fold(t.text)]
    telling = [t for t in found if not german.is_stop_word(t)]
    return telling[:MOST_WORDS]


# --------------------------------------------------------------------------------------------------- from words to terms
def _terms(words: list[german.Token], language: str) -> list[Term]:
    forms = [_forms(word, language) for word in words]
    joins = _joins(words)
    prefix = german.fold(words[-1].text) if _may_be_incomplete(words[-1]) else ""
    vocabulary, completions = _vocabulary({t for f in forms for t in f.all} | set(joins.values()), prefix)
    terms = []
    for place, (word, form) in enumerate(zip(words, forms, strict=True)):
        whole = {vocabulary[t]: RELATED for t in form.whole if t in vocabulary}
        if place == len(words) - 1:
            whole |= {key: COMPLETED for key in completions if key not in whole}
        whole |= {
            vocabulary[join]: RELATED for at, join in joins.items() if place in (at, at + 1) and join in vocabulary
        }
        if form.exact in vocabulary:
            whole[vocabulary[form.exact]] = AS_WRITTEN
        parts = [{vocabulary[t]: RELATED / 2 for t in part if t in vocabulary} for part in form.parts]
        terms.append(Term(word, form.exact, [whole], [{**part, **whole} for part in parts] or [whole]))
    return terms


def _forms(word: german.Token, language: str) -> german.Forms:
    """A German site's words are German whoever asks; an English reader's may be English as well."""
    forms = german.forms(word)
    if language == "de":
        return forms
    return german.Forms(forms.exact, forms.lemmas | german.forms(word, language).whole, forms.parts)


def _joins(words: list[german.Token]) -> dict[int, str]:
    """Place of the first of two words → the compound they may be."""
    pairs = zip(words, words[1:], strict=False)
    joined = {place: german.joined(first, second) for place, (first, second) in enumerate(pairs)}
    return {place: join for place, join in joined.items() if join}


def _may_be_incomplete(word: german.Token) -> bool:
    return not word.date and len(german.fold(word.text)) >= SHORTEST_PREFIX


def _vocabulary(terms: set[str], prefix: str) -> tuple[dict[str, int], list[int]]:
    """Keys of the terms that exist, and of words that begin with the prefix, shortest first."""
    known = dict(SearchWord.objects.filter(term__in=terms).values_list("term", "pk"))
    if not prefix:
        return known, []
    begun = SearchWord.objects.filter(_begins_with(prefix)).exclude(written="")
    return known, list(begun.order_by("term").values_list("pk", flat=True)[:MOST_COMPLETIONS])


def _begins_with(prefix: str) -> Q:
    """SQLite uses its index for a range, PostgreSQL its pattern index for LIKE; neither for the other's."""
    if connection.vendor == "sqlite":
        return Q(term__gte=prefix, term__lt=prefix + "\U0010ffff")
    return Q(term__startswith=prefix)


# --------------------------------------------------------------------------------------------- from terms to candidates
def _ranked(terms: list[Term], language: str) -> tuple[list[Candidate], bool, bool]:
    """Candidates best first, whether they hold some words only, whether there are more."""
    strict = [group for term in terms for group in term.groups]
    wide = [group for term in terms for group in term.loose]
    keys = _candidates(strict)
    if len(keys) < PAGE_SIZE and wide != strict:  # the parts of a compound may stand apart: Treff für Senioren
        keys = list(dict.fromkeys(keys + _candidates(wide)))
    is_loose = not keys
    if is_loose:
        keys = _candidates([{k: v for group in wide for k, v in group.items()}])
    scores = _scores(keys, strict + (wide if wide != strict else []))
    candidates = _facts(keys)
    candidates.sort(key=lambda c: (-scores.get(c.pk, 0) - _freshness(c), -c.pk))
    return _one_language(candidates, language), is_loose and bool(keys), len(keys) >= MOST_CANDIDATES


def _candidates(groups: list[dict[int, float]]) -> list[int]:
    """Keys of entries that meet every group, best weights first; the rarest group leads, the others are looked up."""
    if not groups or not all(groups):
        return []
    leader, *others = _rarest_first(groups)
    postings = SearchTerm.objects.filter(word__in=leader)
    for group in others:
        postings = postings.filter(
            Exists(SearchTerm.objects.filter(entry=OuterRef("entry"), word__in=group).order_by())
        )
    found = postings.order_by("-weight", "-entry").values_list("entry", flat=True)
    return list(dict.fromkeys(found[: MOST_CANDIDATES * min(len(leader), 3)]))[:MOST_CANDIDATES]


def _rarest_first(groups: list[dict[int, float]]) -> list[dict[int, float]]:
    if len(groups) == 1:
        return groups
    counted = SearchTerm.objects.filter(word__in={key for group in groups for key in group}).order_by()
    frequency = dict(counted.values_list("word").annotate(Count("entry")))
    return sorted(groups, key=lambda group: sum(frequency.get(key, 0) for key in group))


def _scores(keys: list[int], groups: list[dict[int, float]]) -> dict[int, float]:
    """Each group gives an entry the worth of its best posting."""
    words = {key for group in groups for key in group}
    best: list[dict[int, float]] = [{} for _ in groups]
    postings = SearchTerm.objects.filter(entry__in=keys, word__in=words).order_by()
    for entry, word, weight in postings.values_list("entry", "word", "weight"):
        for group, found in zip(groups, best, strict=True):
            if word in group:
                found[entry] = max(found.get(entry, 0), weight / TITLE_WORTH * group[word])
    scores: Counter[int] = Counter()
    for found in best:
        scores.update(found)  # type: ignore[arg-type]
    return dict(scores)


def _facts(keys: list[int]) -> list[Candidate]:
    rows: QuerySet = SearchEntry.objects.filter(pk__in=keys).order_by()
    return [
        Candidate(pk, kind, tuple(q for q in quarters.split("|") if q), date, language, same_as)
        for pk, kind, quarters, date, language, same_as in rows.values_list(
            "pk", "kind", "quarters", "date", "language", "same_as"
        )
    ]


def _freshness(candidate: Candidate) -> float:
    """Up to a quarter of a title hit for what is new; things without a date are always current."""
    if candidate.date is None:
        return 0.15
    age = abs((clock.today() - candidate.date).days)
    return 0.25 * max(0.0, 1 - age / NEWS_IS_FRESH_FOR)


def _one_language(candidates: list[Candidate], language: str) -> list[Candidate]:
    """Of translations of one thing only the reader's, else the German one."""
    chosen: dict[str, Candidate] = {}
    for candidate in candidates:
        key = candidate.same_as or f"{candidate.pk}"
        other = chosen.get(key)
        if other is None or _language_rank(candidate, language) < _language_rank(other, language):
            chosen[key] = candidate
    kept = {candidate.pk for candidate in chosen.values()}
    return [candidate for candidate in candidates if candidate.pk in kept]


def _language_rank(candidate: Candidate, language: str) -> int:
    return 0 if candidate.language == language else 1 if candidate.language == "de" else 2


# ------------------------------------------------------------------------------------------------ what the reader sees
def _hits(candidates: Iterable[Candidate], terms: list[Term], language: str) -> list[Hit]:
    candidates = list(candidates)
    entries = SearchEntry.objects.in_bulk([c.pk for c in candidates])
    marker = snippets.Marker([_forms(term.word, language) for term in terms], _prefix_of(terms))
    return [_hit(entries[c.pk], c, marker) for c in candidates if c.pk in entries]


def _prefix_of(terms: list[Term]) -> str:
    return terms[-1].exact if _may_be_incomplete(terms[-1].word) else ""


def _hit(entry: Any, candidate: Candidate, marker: snippets.Marker) -> Hit:
    return Hit(
        kind=entry.kind,
        title=entry.title,
        marked_title=marker.mark(entry.title),
        url=entry.url,
        snippet=marker.snippet(entry.text),
        date=entry.date,
        language=entry.language,
        quarters=candidate.quarters,
    )


def _did_you_mean(text: str, terms: list[Term], language: str) -> str:
    """The query with its unknown words corrected, if that finds something."""
    unknown = [term.word for term in terms if not term.groups[0]]
    proposal = suggest.corrected(text[:LONGEST_QUERY], unknown)
    if not proposal:
        return ""
    corrected = _terms(query_words(proposal), language)
    return proposal if _candidates([group for term in corrected for group in term.groups]) else ""
