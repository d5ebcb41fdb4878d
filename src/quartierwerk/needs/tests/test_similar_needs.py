"""Which needs are shown to somebody who is about to say the same, and why."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.cache import cache

from quartierwerk.core import clock
from quartierwerk.needs import actions, factories
from quartierwerk.needs.actions import Place
from quartierwerk.needs.enums import State, Visibility
from quartierwerk.needs.models import Need
from quartierwerk.needs.suggesting import semantic, similar_to
from quartierwerk.people.factories import PersonFactory
from quartierwerk.places.factories import QuarterFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
HERE = (51.4000, 7.1800)
STREETS_AWAY = (51.4020, 7.1800)  # 222 m
FAR = (51.4600, 7.3000)


@pytest.fixture(autouse=True)
def _nothing_remembered():
    cache.clear()


@pytest.fixture
def others():
    """So that words have a rarity."""
    titles = ["Der Spielplatz braucht Schatten", "Busse fahren zu selten", "Der Bäcker hat zugemacht"]
    return [factories.public_need(title) for title in titles]


def at(point, title="Die Bank am Ufer ist kaputt", **values):
    return factories.public_need(title, place=Place(*point), **values)


def titles(found):
    return [similar.need.title for similar in found]


def test_the_same_in_other_words_is_found(others):
    factories.public_need("Mülleimer quellen über", text="Im Park liegt überall Abfall.")
    assert titles(similar_to("Zu wenig Mülleimer", "Der Park ist voller Müll.")) == ["Mülleimer quellen über"]


def test_a_word_that_means_nearly_the_same_is_enough(others):
    factories.public_need("Papierkorb fehlt")
    assert titles(similar_to("Mülleimer aufstellen", "")) == ["Papierkorb fehlt"]


def test_something_else_is_not_shown(others):
    assert similar_to("Die Ampel ist zu kurz grün", "Man kommt nicht hinüber.") == []


@pytest.mark.parametrize("text", ["", "Bitte", "\x00", "?!", "🙏" * 400, "Ä" * 3000])
def test_a_text_that_says_nothing_finds_nothing_and_breaks_nothing(others, text):
    assert similar_to(text, text) == []


def test_it_says_by_which_words(others):
    factories.public_need("Die Bank am Ufer ist kaputt")
    (similar,) = similar_to("Bank am Ufer", "Seit Wochen kaputt")
    assert similar.because == ["Auch hier geht es um: „Bank“, „Ufer“, „kaputt“"]


def test_it_says_how_far_away(others):
    at(STREETS_AWAY)
    (similar,) = similar_to("Bank am Ufer kaputt", "", latitude=HERE[0], longitude=HERE[1])
    assert similar.because[1] == "etwa 220 m entfernt"


def test_it_says_that_it_is_in_the_same_quarter(others):
    welper = QuarterFactory(name="Welper")
    factories.public_need(place=Place(quarter=welper))
    (similar,) = similar_to("Bank am Ufer kaputt", "", quarter=welper)
    assert similar.because[1] == "im selben Quartier"


def test_what_is_nearer_stands_first(others):
    far, near = at(FAR), at(HERE)
    found = similar_to("Bank am Ufer kaputt", "", latitude=HERE[0], longitude=HERE[1])
    assert [similar.need for similar in found] == [near, far]


def test_nearness_alone_is_no_resemblance(others):
    at(HERE)
    assert similar_to("Zu viel Lärm in der Nacht", "", latitude=HERE[0], longitude=HERE[1]) == []


def test_no_more_are_shown_than_asked_for(others):
    for _number in range(5):
        factories.public_need()
    assert [len(similar_to("Bank am Ufer", "", limit=limit)) for limit in (1, 3, 5)] == [1, 3, 5]


def test_whoever_reads_sees_only_what_is_public(others):
    """Each of them resembles the text as much as a text can."""
    secret = "Die Bank am Ufer ist kaputt"
    factories.need(secret)
    for visibility in (Visibility.REMOVED_BY_AUTHOR, Visibility.REMOVED_BY_MODERATOR, Visibility.BLOCKED):
        hidden = factories.public_need(secret)
        hidden.visibility, hidden.hidden_because = visibility, "Grund"
        hidden.save()
    assert similar_to(secret, secret) == []


def test_a_row_that_the_index_still_holds_is_not_shown_once_it_is_hidden(others):
    """Even where somebody changed the row behind the index."""
    hidden = factories.public_need()
    Need.objects.filter(pk=hidden.pk).update(visibility=Visibility.REMOVED_BY_AUTHOR)
    assert similar_to("Die Bank am Ufer ist kaputt", "") == []


def test_nothing_is_told_about_whoever_said_it(others):
    person = PersonFactory(name="Erna Geheim")
    factories.public_need(person=person)
    (similar,) = similar_to("Die Bank am Ufer ist kaputt", "Erna Geheim")
    assert "Geheim" not in " ".join(similar.because)


def ended(state, days):
    need = factories.public_need(str(state))
    need.title, need.state, need.ended_at = (
        "Die Bank am Ufer ist kaputt",
        state,
        clock.now() - timedelta(days=days),
    )
    need.save()
    return need


def test_what_was_answered_lately_is_shown_and_what_ended_long_ago_is_not(others):
    lately = ended(State.DONE, days=30)
    ended(State.DONE, days=400)
    assert [similar.need for similar in similar_to("Die Bank am Ufer ist kaputt", "")] == [lately]


def test_what_was_withdrawn_or_said_elsewhere_is_not_shown(others):
    first = factories.public_need()
    actions.mark_duplicate(need=factories.public_need(), of=first, by=None)
    ended(State.WITHDRAWN, days=1)
    assert [similar.need for similar in similar_to("Die Bank am Ufer ist kaputt", "")] == [first]


@pytest.mark.parametrize("needs", [1, 30])
def test_the_hint_costs_the_same_with_one_need_and_with_thirty(needs, others, django_assert_num_queries):
    for number in range(needs):
        at(HERE, f"Die Bank Nummer {number} am Ufer ist kaputt")
    similar_to("Bank", "")  # the content type and the size of the index are known
    with django_assert_num_queries(9):
        similar_to("Die Bank am Ufer ist kaputt", "Sie wackelt", latitude=HERE[0], longitude=HERE[1])


# ------------------------------------------------------------------------------------------------ the extra `semantic`
class FakeModel:
    """Understands one word, and gives scores as close together as the real one does."""

    def query(self, text):
        return [1.0, 0.0]

    def passage(self, texts):
        return [[0.86 if "Sitzgelegenheit" in text else 0.85, 0.1] for text in texts]


@pytest.fixture
def semantics(monkeypatch):
    monkeypatch.setattr(semantic, "model", lambda: FakeModel())


def order_of(words):
    found = [SimpleNamespace(title=title) for title in words]
    return [thing.title for thing in semantic.in_order("Bank", found, lambda thing: thing.title)]


def test_without_the_extra_the_order_of_the_words_stays(monkeypatch):
    monkeypatch.setattr(semantic, "model", lambda: None)
    assert order_of(["Bank", "Bank und Tisch", "Sitzgelegenheit"]) == [
        "Bank",
        "Bank und Tisch",
        "Sitzgelegenheit",
    ]


def test_the_extra_moves_what_is_nearer_in_meaning_ahead(semantics):
    assert order_of(["Bank", "Bank und Tisch", "Sitzgelegenheit"]) == [
        "Bank",
        "Sitzgelegenheit",
        "Bank und Tisch",
    ]


def test_the_extra_neither_finds_nor_drops_anything(semantics, others):
    factories.public_need("Die Bank am Ufer ist kaputt")
    factories.public_need("Eine Sitzgelegenheit am Ufer")
    found = titles(similar_to("Bank am Ufer", ""))
    assert sorted(found) == ["Die Bank am Ufer ist kaputt", "Eine Sitzgelegenheit am Ufer"]
    assert similar_to("Die Ampel ist zu kurz grün", "") == []


def test_where_the_extra_is_not_installed_nothing_is_asked_for_it(monkeypatch):
    def missing(name):
        raise ImportError(name)

    semantic.model.cache_clear()
    monkeypatch.setattr(semantic, "import_module", missing)
    try:
        assert semantic.model() is None
    finally:
        semantic.model.cache_clear()
