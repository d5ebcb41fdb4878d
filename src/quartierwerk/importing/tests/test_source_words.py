"""Sentences about files, kept as codes and shown in the language of the reader."""

import copy
import json

import pytest
from django.utils import translation

from quartierwerk.importing import source_words
from quartierwerk.importing.sources import Hint, HintKind, Reason, Unreadable

FIRST = Hint(HintKind.FIRST_PAGES, {"pages": "30", "all": "34"})
NAMED = Hint(HintKind.NOT_READ, {"names": "100 %s „ü“ {x}.pdf"})


def test_a_hint_is_its_sentence_and_knows_its_kind():
    assert (FIRST, FIRST.kind) == ("Nur die ersten 30 von 34 Seiten wurden gelesen.", HintKind.FIRST_PAGES)
    assert json.dumps([FIRST]) == '["Nur die ersten 30 von 34 Seiten wurden gelesen."]'
    assert copy.deepcopy(FIRST).said == {"pages": "30", "all": "34"}


def test_what_is_kept_is_shown_again():
    codes = json.loads(json.dumps(source_words.kept([FIRST, NAMED])))
    assert source_words.shown(codes) == [FIRST, "Nicht gelesen wurde, was dabei war: 100 %s „ü“ {x}.pdf."]


@pytest.mark.parametrize(
    "code", ["", "UNKNOWN_HINT", "NOT_READ", "NOT_READ {", "NOT_READ []", "FIRST_PAGES {}"]
)
def test_a_code_that_nobody_knows_is_left_out(code):
    assert source_words.shown([code]) == []


def test_a_refusal_says_its_limit():
    refused = Unreadable(Reason.TOO_BIG, most="10 MB")
    with translation.override("de"):
        assert source_words.sentence(refused) == refused.sentence
    assert "10 MB" in refused.sentence
