"""The search itself, over notes that stand in for whatever an app registers."""

from datetime import date, timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from quartierwerk.core import clock
from quartierwerk.core.models import AuditEntry, SearchEntry, SearchTerm, SearchWord
from quartierwerk.core.search import Entry, SearchKind, index, kinds, suggest
from quartierwerk.core.search import query as query_module
from quartierwerk.core.search.query import MOST_CANDIDATES, PAGE_SIZE, search
from quartierwerk.core.search.snippets import LENGTH

pytestmark = pytest.mark.django_db


def entry_of(note):
    facts = dict(note.details)
    facts["quarters"] = tuple(facts.get("quarters", ()))
    facts["date"] = date.fromisoformat(facts["date"]) if facts.get("date") else None
    return Entry(title=note.verb, url=f"/notiz/{note.pk}/", **facts)


NOTES = SearchKind("note", "Notiz", AuditEntry, entry_of)


def note(title, text="", kind=NOTES, **facts):
    thing = AuditEntry.objects.create(verb=title, details={"text": text, **facts})
    index.write(kind, [thing])
    return thing


def titles(text, **how):
    return [hit.title for hit in search(text, **how).hits]


# ------------------------------------------------------------------------------------------------------------ finding
def test_a_word_is_found_in_the_title_the_teaser_and_the_text():
    note("Hochbeete")
    note("Anreißer", teaser="Ein Hochbeet für alle")
    note("Langer Text", text="Wir bauen Hochbeete.")
    note("Anderes", text="Wir backen Kuchen.")
    assert titles("Hochbeet") == ["Hochbeete", "Anreißer", "Langer Text"]


def test_all_words_must_be_there():
    note("Fest im Park", text="mit Musik")
    note("Fest am Rathaus")
    note("Der Park")
    assert titles("fest park") == ["Fest im Park"]


def test_stop_words_do_not_matter():
    note("Treffen der Senioren")
    assert titles("das Treffen für die Senioren") == ["Treffen der Senioren"]


def test_only_stop_words_find_nothing():
    note("Der die das")
    assert search("der die das").total == 0


def test_a_part_of_a_compound_is_found():
    note("Seniorentreff in Welper")
    assert titles("senioren") == ["Seniorentreff in Welper"]


def test_two_words_find_the_compound_and_the_other_way_round():
    note("Bürgertreff")
    note("Bürger-Treff am Markt")
    note("Repair Café")
    assert sorted(titles("Bürger Treff")) == ["Bürger-Treff am Markt", "Bürgertreff"]
    assert titles("repaircafé") == ["Repair Café"]


def test_a_compound_is_found_by_its_parts_standing_apart():
    note("Seniorentreff")
    note("Ein Treff für Senioren")
    note("Ein Treff für Eltern")
    assert titles("Seniorentreff") == ["Seniorentreff", "Ein Treff für Senioren"]


def test_the_last_word_may_be_incomplete():
    note("Nachbarschaftshilfe Winz-Baak")
    assert titles("hilfe nachb") == ["Nachbarschaftshilfe Winz-Baak"]


def test_numbers_and_dates_are_found():
    note("424 Euro im Monat")
    note("Konferenz am 14. März 2026")
    assert titles("424") == ["424 Euro im Monat"]
    assert titles("14.3.2026") == ["Konferenz am 14. März 2026"]
    assert titles("14.03.") == ["Konferenz am 14. März 2026"]


def test_umlauts_may_be_written_out():
    note("Gemeinsames Frühstück")
    assert titles("fruehstueck") == ["Gemeinsames Frühstück"]


def test_entries_that_are_not_public_are_not_found():
    note("Geheimsache", public=False)
    assert search("Geheimsache").total == 0
    assert not SearchEntry.objects.exists()


# ------------------------------------------------------------------------------------------------------------ ranking
def test_the_exact_word_stands_before_its_relatives():
    note("Fest der Nachbarn")
    note("Die Nachbarin")
    note("Nachbar gesucht")
    assert titles("nachbar")[0] == "Nachbar gesucht"


def test_the_newer_of_two_equal_news_comes_first():
    today = clock.today()
    note("Straßenfest", date=str(today - timedelta(days=300)))
    note("Straßenfest", text="neu", date=str(today))
    note("Straßenfest", text="alt", date=str(today - timedelta(days=3000)))
    assert [hit.date for hit in search("Straßenfest").hits] == [
        today,
        today - timedelta(days=300),
        today - timedelta(days=3000),
    ]


# ------------------------------------------------------------------------------------------- filters, pages, languages
def test_filters_narrow_and_the_facets_count_the_alternatives():
    other = SearchKind("other", "Anderes", ContentType, lambda c: Entry(c.model, "/", text="Garten"))
    note("Garten Welper", quarters=["1"])
    note("Garten Mitte", quarters=["1", "2"])
    note("Garten ohne Quartier")
    index.write(other, [ContentType.objects.get_for_model(SearchEntry)])
    found = search("Garten", kind="note", quarter="2")
    assert [hit.title for hit in found.hits] == ["Garten Mitte"]
    assert found.kinds == {"note": 1}
    assert found.quarters == {"1": 2, "2": 1}
    assert search("Garten").kinds == {"note": 3, "other": 1}


def test_results_come_in_pages_and_a_page_too_far_is_the_last():
    for number in range(PAGE_SIZE + 3):
        note(f"Termin {number}", text="Treffen")
    first, last = search("Treffen"), search("Treffen", page=99)
    assert (len(first.hits), first.total, first.pages) == (PAGE_SIZE, PAGE_SIZE + 3, 2)
    assert (len(last.hits), last.page) == (3, 2)
    assert not {hit.url for hit in first.hits} & {hit.url for hit in last.hits}


def test_of_translations_the_readers_one_is_shown():
    note("Garten", same_as="a", language="de")
    note("Garten (English)", same_as="a", language="en")
    note("Garten nur auf Deutsch", same_as="b")
    assert sorted(titles("Garten", language="de")) == ["Garten", "Garten nur auf Deutsch"]
    assert sorted(titles("Garten", language="en")) == ["Garten (English)", "Garten nur auf Deutsch"]


def test_an_english_reader_finds_inflected_english_words():
    note("Our gardens", language="en")
    assert titles("garden", language="en") == ["Our gardens"]


# ----------------------------------------------------------------------------------------------------------- snippets
def test_the_snippet_is_cut_around_the_hit_and_marks_inflected_forms():
    note(
        "Nachricht",
        text="Vorher steht viel. " * 40
        + "Am Samstag öffnen die Häuser <b>ihre</b> Türen. "
        + "Danach. " * 60,
    )
    (hit,) = search("Haus").hits
    assert "die <mark>Häuser</mark> &lt;b&gt;ihre&lt;/b&gt;" in hit.snippet
    assert hit.snippet.startswith("… ")
    assert hit.snippet.endswith(" …")
    assert len(hit.snippet) < LENGTH + 80


def test_the_title_is_marked_and_escaped():
    note("<script>alert(1)</script> Garten & Co")
    (hit,) = search("garten").hits
    assert hit.marked_title == "&lt;script&gt;alert(1)&lt;/script&gt; <mark>Garten</mark> &amp; Co"


def test_without_a_hit_in_the_text_the_snippet_is_its_beginning():
    note("Gartenfest", text="Wir freuen uns. " * 30)
    (hit,) = search("Gartenfest").hits
    assert hit.snippet.startswith("Wir freuen uns. Wir freuen")
    assert "<mark>" not in hit.snippet


# ------------------------------------------------------------------------------------------------------- did you mean
def test_a_misspelt_word_is_corrected():
    note("Bürgertreff Welper")
    assert search("Bürgertref Welpr").did_you_mean == "Bürgertreff Welper"
    assert search("Burgertreff").did_you_mean == "Bürgertreff"


def test_nothing_is_suggested_that_finds_nothing():
    note("Spielplatz")
    note("Konferenz")
    assert search("Spielpltaz Konferenz").did_you_mean == ""


def test_a_known_word_is_not_corrected():
    note("Welper")
    note("Welpen zu Gast", text="Tiere")
    assert search("Welper").did_you_mean == ""


def test_a_word_like_no_other_gets_no_suggestion():
    note("Spielplatz")
    assert search("xqzwv").did_you_mean == ""


def test_where_no_entry_has_every_word_those_with_some_are_shown():
    note("Spielplatz")
    note("Konferenz")
    found = search("Spielplatz Konferenz")
    assert sorted(hit.title for hit in found.hits) == ["Konferenz", "Spielplatz"]
    assert found.is_loose


# ------------------------------------------------------------------------------------------------------ whatever comes
HOSTILE = [
    "",
    " ",
    "%",
    "_",
    "%%%%",
    "'",
    '"',
    "\\",
    "' OR 1=1 --",
    "'; DROP TABLE core_searchentry; --",
    "<script>alert(1)</script>",
    "\x00",
    "gar\x00ten",
    "😀",
    "👨‍👩‍👧‍👦 Familie",
    "Квартал",
    "الحي",
    "a" * 10_000,
    "garten " * 2_000,
    "(" * 500,
    "\ud800",
    "-",
    "–––",
    "14.",
    "99.99.9999",
    "½ ²",
    "İstanbul",
    "{{ 7*7 }}",
    "*:*",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_somebody_types_is_an_error(text):
    note("Ein Garten für die Familie")
    found = search(text)
    assert found.total <= 1
    assert SearchEntry.objects.count() == 1


def test_wildcards_are_letters_like_any_other():
    note("Garten")
    assert search("gar%").total == search("gar").total
    assert search("%arten").total == search("arten").total == 0


@hypothesis_settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80))
def test_any_text_is_answered(text):
    assert search(text).total == 0


# --------------------------------------------------------------------------------------------------- writing the index
def test_writing_again_replaces_the_entry():
    thing = note("Alter Titel")
    thing.verb = "Neuer Titel"
    thing.save()
    index.write(NOTES, [thing])
    assert titles("Titel") == ["Neuer Titel"]
    assert titles("alter") == []


def test_removing_leaves_no_term_behind():
    thing = note("Garten")
    index.remove(AuditEntry, [thing.pk])
    assert not SearchEntry.objects.exists()
    assert not SearchTerm.objects.exists()


def test_a_lemma_that_somebody_writes_later_can_be_suggested():
    note("Bibliotheken")
    note("Die Bibliothek")
    assert search("Bibliotek").did_you_mean == "Bibliothek"


def test_rebuilding_mends_what_was_lost_and_may_run_twice(monkeypatch):
    monkeypatch.setattr("quartierwerk.core.search.registry._kinds", {"note": NOTES})
    thing, gone = note("Garten"), note("Verschwundenes")
    SearchTerm.objects.all().delete()
    AuditEntry.objects.filter(pk=gone.pk).delete()
    for _ in range(2):
        call_command("rebuild_search", verbosity=0, stdout=_Nowhere())
        assert [(e.object_id, e.title) for e in SearchEntry.objects.all()] == [(thing.pk, "Garten")]
        assert titles("garten") == ["Garten"]
        assert titles("verschwundenes") == []
    assert set(SearchWord.objects.values_list("term", flat=True)) == {"garten"}


class _Nowhere:
    def write(self, text):
        pass

    def isatty(self):
        return False


def test_a_kind_that_is_registered_is_followed():
    assert {kind.key for kind in kinds()} >= {"news", "quarter", "venue", "contact"}


# ------------------------------------------------------------------------------------------------------------- bounds
@pytest.mark.parametrize("count", [1, 3])
def test_a_search_costs_as_many_queries_whatever_it_finds(count, django_assert_num_queries):
    for number in range(count):
        note(f"Seniorentreff {number}", text="Ein Treff für Senioren")
    with django_assert_num_queries(5):
        search("Senioren Treff")


def test_a_misspelt_word_costs_no_more(django_assert_num_queries):
    note("Seniorentreff")
    with django_assert_num_queries(2):
        assert search("Seniorentref xqzwvq").did_you_mean == ""
    with django_assert_num_queries(4):
        assert search("Senoirentreff").did_you_mean == "Seniorentreff"


def test_a_word_that_is_everywhere_is_bounded(monkeypatch):
    monkeypatch.setattr(query_module, "MOST_CANDIDATES", 5)
    for number in range(8):
        note(f"Quartier {number}")
    found = search("Quartier")
    assert (found.total, found.is_more) == (5, True)
    assert MOST_CANDIDATES == 1_000


@pytest.mark.parametrize("text", ["garten", "garten fest", "gart"])
def test_the_database_uses_its_indexes(text, django_assert_num_queries):
    index.write(
        NOTES, [AuditEntry.objects.create(verb=f"Garten {n}", details={"text": "Fest"}) for n in range(50)]
    )
    explaining = _ExplainingWrapper()
    with connection.execute_wrapper(explaining):
        search(text)
    assert explaining.explained > 0


class _ExplainingWrapper:
    """Has the database explain every read of vocabulary and postings; none may walk through a whole table."""

    explained = 0

    def __call__(self, execute, sql, params, many, context):
        if sql.startswith("SELECT") and "core_searchterm" in sql:
            self.explained += 1
            with (
                connection.connection.cursor()
                if connection.vendor == "postgresql"
                else connection.cursor() as cursor
            ):
                prefix = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN "
                plan = self._plan(cursor, prefix + sql, params)
            assert "SCAN core_searchterm" not in plan, plan
        return execute(sql, params, many, context)

    def _plan(self, cursor, sql, params):
        if connection.vendor == "sqlite":
            rows = connection.connection.execute(sql.replace("%s", "?"), params).fetchall()
        else:
            cursor.execute(sql, params)
            rows = cursor.fetchall()
        return "\n".join(" ".join(map(str, row)) for row in rows)


def test_the_vocabulary_around_a_word_is_all_that_suggestions_read():
    note("Spielplatz Konferenz Rathausmarkt")
    assert set(suggest._choices(["spielpltaz"])) == {"spielplatz"}
