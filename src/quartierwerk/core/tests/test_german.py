"""The German treatment: which words mean the same, and which must not."""

import subprocess
import sys
import threading

import pytest
from HanTa.HanoverTagger import HanoverTagger
from hypothesis import given
from hypothesis import strategies as st

from quartierwerk.core import english, german, tagger


def forms(word):
    (token,) = german.tokens(word)
    return german.forms(token)


def is_found_by(word, in_text):
    """What the index does: some form of the word as a whole stands among all forms of the text."""
    return any(forms(word).whole & german.forms(token).all for token in german.tokens(in_text))


def is_found_by_its_parts(word, in_text):
    kept = frozenset().union(*(german.forms(token).all for token in german.tokens(in_text)))
    parts = forms(word).parts
    return bool(parts) and any(part & kept for part in parts)


COMPOUNDS = [
    ("Senioren", "Seniorentreff"),
    ("Treff", "Bürgertreff"),
    ("Bürger", "Bürgerverein"),
    ("Wohnen", "Wohnraum"),
    ("Pflege", "Pflegeberatung"),
    ("Beratung", "Pflegeberatung"),
    ("Nachbarschaft", "Nachbarschaftshilfe"),
    ("Hilfe", "Nachbarschaftshilfe"),
    ("Kinder", "Kindergarten"),
    ("Platz", "Spielplatz"),
    ("Platz", "Bolzplatz"),
    ("Garten", "Gemeinschaftsgärten"),
    ("Rad", "Fahrradständer"),
    ("Haltestelle", "Bushaltestelle"),
    ("Stadtteil", "Stadtteilkonferenz"),
    ("Konferenz", "Stadtteilkonferenzen"),
    ("Straße", "Hüttenstraße"),
    ("Markt", "Wochenmärkte"),
    ("Bücher", "Bücherschrank"),
    ("Frauen", "Frauentreff"),
    ("Sprache", "Sprachkurs"),
    ("Haus", "Mehrgenerationenhaus"),
    ("Versorgung", "Nahversorgung"),
    ("Miete", "Mietshaus"),
    ("Arzt", "Ärzteversorgung"),
    ("Quartier", "Quartiersentwicklung"),
    ("Café", "Repaircafé"),
]


@pytest.mark.parametrize(("part", "compound"), COMPOUNDS)
def test_a_part_finds_the_compound(part, compound):
    assert is_found_by(part, compound)


@pytest.mark.parametrize(("part", "compound"), COMPOUNDS)
def test_a_compound_finds_the_part_when_nothing_closer_is_there(part, compound):
    assert is_found_by_its_parts(compound, part)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Häuser", "Haus"),
        ("Haeuser", "Häuser"),
        ("haus", "Häusern"),
        ("GÄRTEN", "Garten"),
        ("Bänke", "Bank"),
        ("gegangen", "gehen"),
        ("Treffen", "treffen"),
        ("Strasse", "Straße"),
        ("Hüttenstr.", "Hüttenstraße"),
        ("huettenstrasse", "Hüttenstraße"),
        ("Senioren-Treff", "Seniorentreff"),
        ("Seniorentreffs", "Seniorentreff"),
        ("Repair-Café", "Repaircafe"),
        ("Bürger*innen", "Bürgerinnen"),
        ("BürgerInnen", "Bürger:innen"),
        ("Zielvereinbarungen", "Zielvereinbarung"),
        ("bolzplätze", "Bolzplatz"),
        ("barrierefreie", "barrierefrei"),
        ("Winz-Baak", "Winzbaak"),
        ("alte", "alten"),
        ("1.374", "1374"),
        ("14.03.2026", "14. März 2026"),
    ],
)
def test_written_differently_and_meant_the_same(one, other):
    assert is_found_by(one, other)
    assert is_found_by(other, one)


@pytest.mark.parametrize(
    ("broad", "narrow"),
    [
        ("Bürger", "Bürgerinnen"),
        ("Arzt", "Ärztin"),
        ("barrierefrei", "Barrierefreiheit"),
        ("Jugend", "Jugendliche"),
        ("Ehrenamt", "ehrenamtlich"),
        ("14.3.", "14. März 2026"),
    ],
)
def test_the_broader_word_finds_the_narrower(broad, narrow):
    assert is_found_by(broad, narrow)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("arm", "Barmer"),
        ("Arm", "Farmer"),
        ("Reis", "Reise"),
        ("Art", "Arzt"),
        ("Welpe", "Welper"),
        ("Hütte", "Hattingen"),
        ("Kind", "Kinn"),
        ("Tor", "Moderator"),
        ("Rat", "Beratung"),
        ("Ohr", "Vorort"),
        ("Ladung", "Einladung"),
        ("Richtung", "Einrichtung"),
        ("Alter", "Verwalter"),
        ("Eis", "Kreis"),
        ("Ente", "Rente"),
        ("Bau", "Bauch"),
        ("Schaft", "Nachbarschaft"),
        ("14.3.2026", "14. März 2025"),
        ("1374", "1.375"),
    ],
)
def test_words_that_only_look_alike_are_not_found(one, other):
    assert not is_found_by(one, other)
    assert not is_found_by(other, one)


def test_two_words_may_be_one_compound():
    assert german.joined(*german.tokens("Bürger Treff")) == forms("Bürgertreff").exact


def test_numbers_and_dates_are_not_joined():
    assert german.joined(*german.tokens("Raum 43")) is None


def test_tokens_know_their_place():
    text = "Am 14. März, um 10:30 Uhr: Senioren-Treff!"
    assert [text[t.start : t.end] for t in german.tokens(text)] == [
        "Am",
        "14. März",
        "um",
        "10:30",
        "Uhr",
        "Senioren-Treff",
    ]


def test_stop_words_are_known_with_umlauts():
    assert all(german.is_stop_word(token) for token in german.tokens("für die und über"))


def test_an_english_word_meets_its_lemma():
    (token,) = german.tokens("gardens")
    assert "garden" in german.forms(token, "en").all


@pytest.mark.parametrize(
    ("inflected", "base"),
    [
        ("gardens", "garden"),
        ("families", "family"),
        ("churches", "church"),
        ("planning", "plan"),
        ("housing", "house"),
        ("organised", "organise"),
        ("children", "child"),
    ],
)
def test_an_inflected_english_word_meets_its_base(inflected, base):
    assert base in english.base_forms(inflected)


@pytest.mark.parametrize("word", ["bus", "access", "thing", "red", "is"])
def test_an_english_word_that_only_looks_inflected_stays(word):
    assert english.base_forms(word) == {word}


def test_the_tagger_reads_the_model_as_hanta_does():
    ours, hantas = tagger.tagger(), HanoverTagger("morphmodel_ger.pgz")
    words = [*list(hantas.cache)[::50], "Seniorentreffs", "Quartiersentwicklerin", "Unbekanntwort"]
    assert {w: ours.analyze(w, taglevel=3) for w in words} == {
        w: hantas.analyze(w, taglevel=3) for w in words
    }


def test_the_tagger_needs_no_numpy():
    code = "import sys; from quartierwerk.core import tagger; tagger.tagger(); print('numpy' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown == "False\n"


def test_another_script_is_kept_as_it_is():
    assert forms("Квартал").exact == "квартал"


def test_a_word_longer_than_any_is_not_analysed():
    assert forms("x" * 5000) == german.Forms("x" * (2 * german.LONGEST_WORD))


@given(st.text(max_size=60))
def test_no_text_makes_the_treatment_fail(text):
    for token in german.tokens(text):
        assert german.forms(token).exact == german.forms(token).exact


def test_threads_share_one_tagger():
    tagger.load.cache_clear()
    taggers = []
    threads = [threading.Thread(target=lambda: taggers.append(tagger.tagger())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({id(tagger) for tagger in taggers}) == 1
