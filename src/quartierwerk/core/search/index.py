"""Writes the index: one entry for each public thing, and the terms by which it is found.

The only writer of `SearchEntry`, `SearchWord` and `SearchTerm`. A posting weighs what its place (title, teaser,
text) and its form (as written, lemma, compound part) are worth.
"""

from collections.abc import Iterable
from itertools import islice

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model

from quartierwerk.core import german
from quartierwerk.core.models import SearchEntry, SearchTerm, SearchWord

from .registry import Entry, SearchKind, kind_of

TITLE, TEASER, TEXT = 16, 6, 3
AS_WRITTEN, LEMMA, PART = 4, 3, 2
LONGEST_TEXT = 50_000
BATCH = 200


def update(thing: Model) -> None:
    """Brings the entry of one thing up to date, or removes it where the public may not see the thing.

    Reads the thing anew: what an editor keeps as a draft stands in the object at hand, not in its row.
    """
    kind = kind_of(type(thing))
    if kind:
        kept = list(kind.model._default_manager.filter(pk=thing.pk))
        if kept:
            write(kind, kept)
        else:
            remove(kind.model, [thing.pk])


def update_keys(model: type[Model], keys: Iterable[object]) -> None:
    """As `update`, for things of one model."""
    for thing in model._default_manager.filter(pk__in=list(keys)):
        update(thing)


@transaction.atomic(savepoint=False)  # what fails here fails the action as well
def write(kind: SearchKind, things: Iterable[Model]) -> int:
    """Writes the entries of these things anew and answers how many of them the public may find."""
    things = list(things)
    remove(kind.model, [thing.pk for thing in things])
    found = [(thing, kind.entry(thing)) for thing in things]
    public = [(thing, entry) for thing, entry in found if entry.public and entry.title]
    if not public:
        return 0
    rows = SearchEntry.objects.bulk_create([_row(kind, thing, entry) for thing, entry in public])
    terms = [weigh(entry) for _, entry in public]
    words = _words({term: written for found in terms for term, (_, written) in found.items()})
    SearchTerm.objects.bulk_create(
        [
            SearchTerm(entry=row, word_id=words[term], weight=weight)
            for row, found in zip(rows, terms, strict=True)
            for term, (weight, _) in found.items()
        ],
        batch_size=5_000,
    )
    return len(rows)


def remove(model: type[Model], keys: Iterable[object]) -> None:
    of_model = SearchEntry.objects.filter(content_type=_content_type(model), object_id__in=list(keys))
    if entries := list(of_model.order_by().values_list("pk", flat=True)):
        SearchTerm.objects.filter(entry__in=entries).delete()
        SearchEntry.objects.filter(pk__in=entries).delete()


def rebuild(kind: SearchKind) -> Iterable[int]:
    """Writes every entry of a kind anew, batch by batch; yields how many things are done. May run at any time."""
    things = kind.model._default_manager.order_by("pk")
    remaining = things.values_list("pk", flat=True).iterator()
    done = 0
    while keys := list(islice(remaining, BATCH)):
        write(kind, things.filter(pk__in=keys))
        done += len(keys)
        yield done


def sweep(kinds: Iterable[SearchKind]) -> None:
    """Removes entries of things that are gone, of kinds that are no more, and words that nothing is found by."""
    kept = []
    for kind in kinds:
        content_type = _content_type(kind.model)
        kept.append(content_type.pk)
        gone = SearchEntry.objects.filter(content_type=content_type).exclude(
            object_id__in=kind.model._default_manager.values("pk")
        )
        remove(kind.model, gone.values_list("object_id", flat=True))
    for entry in SearchEntry.objects.exclude(content_type__in=kept):
        entry.delete()
    SearchWord.objects.exclude(pk__in=SearchTerm.objects.values("word")).delete()


def weigh(entry: Entry) -> dict[str, tuple[int, str]]:
    """Term → (weight, as written). A term counts where it weighs most."""
    found: dict[str, tuple[int, str]] = {}
    texts = (
        (TITLE, entry.title),
        (TITLE if entry.goes_first else TEASER, entry.words),
        (TEASER, entry.teaser),
        (TEXT, entry.text[:LONGEST_TEXT]),
    )
    for place, text in texts:
        for term, form, written in _terms(text, entry.language):
            weight, kept = found.get(term, (0, ""))
            found[term] = (max(weight, place * form), kept or written)
    return found


def _terms(text: str, language: str) -> Iterable[tuple[str, int, str]]:
    """(term, worth of the form, as written) for each word, and for neighbours that may be one compound."""
    previous = None
    for token in german.tokens(text):
        if german.is_stop_word(token):
            previous = None
            continue
        yield from _forms_of(token, language)
        if previous and token.text[0].isupper() and (together := german.joined(previous, token)):
            yield together[:80], PART, ""
        previous = token


def _forms_of(token: german.Token, language: str) -> Iterable[tuple[str, int, str]]:
    forms = german.forms(token, language)
    if forms.exact:
        yield forms.exact[:80], AS_WRITTEN, token.text[:80]
    for lemma in forms.lemmas - {forms.exact}:
        yield lemma[:80], LEMMA, ""
    for part in frozenset().union(*forms.parts) - forms.whole:
        yield part[:80], PART, ""


def _row(kind: SearchKind, thing: Model, entry: Entry) -> SearchEntry:
    return SearchEntry(
        content_type=_content_type(kind.model),
        object_id=thing.pk,
        kind=kind.key,
        language=entry.language,
        same_as=entry.same_as[:40],
        title=entry.title[:300],
        url=entry.url[:500],
        text="\n".join(part for part in (entry.teaser, entry.text[:LONGEST_TEXT]) if part),
        quarters="".join(f"|{key}" for key in entry.quarters) + "|" if entry.quarters else "",
        date=entry.date,
    )


def _words(written: dict[str, str]) -> dict[str, int]:
    """Keys of the vocabulary for these terms; new ones are added, and how somebody wrote a known one."""
    known = {word.term: word for word in SearchWord.objects.filter(term__in=written)}
    seen = [word for term, word in known.items() if written[term] and not word.written]
    for word in seen:
        word.written = written[word.term]
    SearchWord.objects.bulk_update(seen, ["written"], batch_size=500)
    new = [SearchWord(term=term, written=written[term]) for term in sorted(written.keys() - known.keys())]
    SearchWord.objects.bulk_create(new, ignore_conflicts=True, batch_size=5_000)
    return dict(SearchWord.objects.filter(term__in=written).values_list("term", "pk"))


def _content_type(model: type[Model]) -> ContentType:
    return ContentType.objects.get_for_model(model, for_concrete_model=False)
