"""Finds: what somebody typed → ranked, counted, cut into pages; see docs/search.md for how and why.

At most eight queries: vocabulary, frequencies, candidates (again where few are found, by what things are called,
and again for some of the words only), what they are, the texts of one page. A misspelt word finds no candidates; instead the vocabulary
around it is read and the correction tried. Everything is bounded: words, completions, candidates.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date as Date  # noqa: N812
from itertools import pairwise
from typing import Any

from django.db import connection
from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery, When
from django.utils.safestring import SafeString

from quartierwerk.core import clock, german
from quartierwerk.core.models import SearchEntry, SearchTerm, SearchWord

from . import snippets, suggest

LONGEST_QUERY = 200
MOST_WORDS = 8
SHORTEST_PREFIX = 3
MOST_COMPLETIONS = 40
MOST_CANDIDATES = 1_000
MOST_COUNTED = 20_000
PAGE_SIZE = 10
AS_WRITTEN, COMPLETED, RELATED = 1.0, 0.7, 0.6  # what a hit is worth by the form that was found
TITLE_WORTH = 64.0  # the weight of a word as written in a title, see index.py
LEMMA_IN_TITLE = 48  # see index.py
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
    loose: list[dict[int, float]]  # as `groups`, with a compound's parts standing apart
    some: dict[int, float]  # anything that has to do with the word
    named: dict[int, float]  # parts of a compound that tell enough where a thing is called so


@dataclass(frozen=True)
class Candidate:
    pk: int
    kind: str
    quarters: tuple[str, ...]
    date: Date | None
    language: str
    same_as: str
    title: str


def search(
    text: str,
    *,
    kind: str | None = None,
    quarter: str | None = None,
    language: str | None = None,
    page: int = 1,
) -> Results:
    """Everything public that holds all words of `text`, best first; never raises, whatever is typed.

    `language` is the reader's: of translations the one in it is shown.
    """
    words = query_words(text)
    if not words:
        return Results()
    language = language or "de"
    terms = _terms(words, language)
    keys, is_loose, did_you_mean = _found(text, terms, language)
    ranked = _ranked(keys, terms, language, german.fold(text))
    kinds = Counter(c.kind for c in ranked if quarter is None or quarter in c.quarters)
    quarters = Counter(q for c in ranked if kind in (None, c.kind) for q in c.quarters)
    chosen = [c for c in ranked if kind in (None, c.kind) and (quarter is None or quarter in c.quarters)]
    pages = max(1, -(-len(chosen) // PAGE_SIZE))
    page = min(max(page, 1), pages)
    return Results(
        hits=_hits(chosen[(page - 1) * PAGE_SIZE : page * PAGE_SIZE], terms, language),
        total=len(chosen),
        kinds=kinds,
        quarters=quarters,
        did_you_mean=did_you_mean,
        is_loose=is_loose,
        is_more=len(keys) >= MOST_CANDIDATES,
        page=page,
        pages=pages,
    )


def keys_of(text: str, *, kind: str, language: str | None = None) -> QuerySet | None:
    """Primary keys of the public things of one kind that hold all words of `text`: a subquery for lists with an order
    of their own. None where nothing was asked."""
    words = query_words(text)
    if not words:
        return None
    groups = [group for term in _terms(words, language or "de") for group in term.loose]
    groups = _rarest_first(groups, _frequency(groups) if len(groups) > 1 else {})
    held = _postings(groups).order_by().values("entry")
    return SearchEntry.objects.filter(kind=kind, pk__in=held).order_by().values("object_id")


def better_spelling(text: str, *, language: str | None = None) -> str:
    """What may have been meant by words that are found nowhere; "" where they are known or nothing is like them."""
    words = query_words(text)
    return _did_you_mean(text, _terms(words, language or "de"), language or "de") if words else ""


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
            vocabulary[join]: RELATED
            for at, join in joins.items()
            if place in (at, at + 1) and join in vocabulary
        }
        if form.exact in vocabulary:
            whole[vocabulary[form.exact]] = AS_WRITTEN
        parts = [{vocabulary[t]: RELATED / 2 for t in part if t in vocabulary} for part in form.parts]
        alone = [group for part, group in zip(form.parts, parts, strict=True) if german.tells_alone(part)]
        loose = [{**part, **whole} for part in parts] if len(parts) > 1 and alone else [whole]
        some = {key: worth for group in [*alone, whole] for key, worth in group.items()}
        named = {key: worth for group in alone for key, worth in group.items()}
        terms.append(Term(word, form.exact, [whole], loose, some, named))
    return terms


def _forms(word: german.Token, language: str) -> german.Forms:
    """A German site's words are German whoever asks; an English reader's may be English as well."""
    forms = german.forms(word)
    if language == "de":
        return forms
    return german.Forms(forms.exact, forms.lemmas | german.forms(word, language).whole, forms.parts)


def _joins(words: list[german.Token]) -> dict[int, str]:
    """Place of the first of two words → the compound they may be."""
    joined = {place: german.joined(first, second) for place, (first, second) in enumerate(pairwise(words))}
    return {place: join for place, join in joined.items() if join}


def _may_be_incomplete(word: german.Token) -> bool:
    return not word.date and len(german.fold(word.text)) >= SHORTEST_PREFIX


def _vocabulary(terms: set[str], prefix: str) -> tuple[dict[str, int], list[int]]:
    """Keys of the terms that exist, and of words that begin with the prefix, in the order of the alphabet."""
    wanted = Q(term__in=terms)
    if prefix:
        wanted |= _begins_with(prefix) & ~Q(written="")
    rank = Case(When(term__in=terms, then=0), default=1)
    words = SearchWord.objects.filter(wanted).order_by(rank, "term").values_list("term", "pk")
    found = dict(words[: len(terms) + MOST_COMPLETIONS])
    return found, [key for term, key in found.items() if term not in terms][:MOST_COMPLETIONS]


def _begins_with(prefix: str) -> Q:
    """SQLite uses its index for a range, PostgreSQL its pattern index for LIKE; neither for the other's."""
    if connection.vendor == "sqlite":
        return Q(term__gte=prefix, term__lt=prefix + "\U0010ffff")
    return Q(term__startswith=prefix)


# --------------------------------------------------------------------------------------------- from terms to candidates
def _found(text: str, terms: list[Term], language: str) -> tuple[list[int], bool, str]:
    """Keys of the candidates, whether they hold some words only, and a better query where nothing has all of them."""
    strict = [group for term in terms for group in term.groups]
    wide = [group for term in terms for group in term.loose]
    frequency = _frequency(strict + wide) if len(wide) > 1 and all(wide) else {}
    keys = _candidates(strict, frequency)
    if (
        len(keys) < PAGE_SIZE and wide != strict
    ):  # the parts of a compound may stand apart: Treff für Senioren
        keys = list(dict.fromkeys(keys + _candidates(wide, frequency)))
    if len(terms) == 1 and terms[0].named and len(keys) < PAGE_SIZE:
        keys = list(dict.fromkeys(keys + _called(terms[0].named)))
    if keys:
        return keys, False, ""
    if proposal := _did_you_mean(text, terms, language):
        return [], False, proposal
    keys = _candidates([{key: worth for term in terms for key, worth in term.some.items()}], {})
    return keys, bool(keys), ""


def _candidates(groups: list[dict[int, float]], frequency: dict[int, int]) -> list[int]:
    """Keys of entries that meet every group, best weights first."""
    if not groups or not all(groups):
        return []
    groups = _rarest_first(groups, frequency)
    found = _postings(groups).order_by("-weight", "-entry").values_list("entry", flat=True)
    return list(dict.fromkeys(found[: MOST_CANDIDATES * min(len(groups[0]), 3)]))[:MOST_CANDIDATES]


def _rarest_first(groups: list[dict[int, float]], frequency: dict[int, int]) -> list[dict[int, float]]:
    return sorted(groups, key=lambda group: sum(frequency.get(key, 0) for key in group))


def _postings(groups: list[dict[int, float]]) -> QuerySet[SearchTerm]:
    """Those of the first group in entries that meet the others too; these are looked up one by one."""
    leader, *others = groups
    postings = SearchTerm.objects.filter(word__in=leader)
    for group in others:
        held = SearchTerm.objects.filter(entry=OuterRef("entry"), word__in=group).order_by()
        postings = postings.filter(Exists(held))
    return postings


def _called(words: dict[int, float]) -> list[int]:
    """Keys of entries that bear one of these words as their title or in it."""
    postings = SearchTerm.objects.filter(word__in=words, weight__gte=LEMMA_IN_TITLE).order_by(
        "-weight", "-entry"
    )
    return list(dict.fromkeys(postings.values_list("entry", flat=True)[:PAGE_SIZE]))


def _frequency(groups: list[dict[int, float]]) -> dict[int, int]:
    """How many entries hold each word; nobody needs to know it beyond `MOST_COUNTED`."""
    held = SearchTerm.objects.filter(word=OuterRef("pk")).order_by().values("entry")[:MOST_COUNTED]
    words = SearchWord.objects.filter(pk__in={key for group in groups for key in group}).order_by()
    return dict(words.values_list("pk", _NumberOf(held)))


class _NumberOf(Subquery):
    """How many rows a subquery has, which may be cut."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) held)"
    output_field = IntegerField()


def _ranked(keys: list[int], terms: list[Term], language: str, typed: str) -> list[Candidate]:
    """Each group gives an entry the worth of its best posting; what is new gets a little more, and what is called
    just as was typed (folded) goes first."""
    groups = [group for term in terms for group in [*term.groups, *term.loose, term.some]]
    words = {key for group in groups for key in group}
    postings = SearchTerm.objects.filter(entry__in=keys, word__in=words).order_by()
    candidates: dict[int, Candidate] = {}
    best: list[dict[int, float]] = [{} for _ in groups]
    counts_for = {
        word: [(found, group[word]) for group, found in zip(groups, best, strict=True) if word in group]
        for word in words
    }
    for entry, word, weight, *facts in postings.values_list("entry", "word", "weight", *_FACTS):
        if entry not in candidates:
            candidates[entry] = _candidate(entry, *facts)
        for found, worth in counts_for[word]:
            found[entry] = max(found.get(entry, 0), weight / TITLE_WORTH * worth)
    scores = {pk: sum(found.get(pk, 0) for found in best) + _freshness(c) for pk, c in candidates.items()}
    ranked = sorted(candidates.values(), key=lambda c: (german.fold(c.title) != typed, -scores[c.pk], -c.pk))
    return _one_language(ranked, language)


_FACTS = (
    "entry__kind",
    "entry__quarters",
    "entry__date",
    "entry__language",
    "entry__same_as",
    "entry__title",
)


def _candidate(
    pk: int, kind: str, quarters: str, date: Date | None, language: str, same_as: str, title: str
) -> Candidate:
    return Candidate(pk, kind, tuple(q for q in quarters.split("|") if q), date, language, same_as, title)


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
    return proposal if _candidates([group for term in corrected for group in term.groups], {}) else ""
