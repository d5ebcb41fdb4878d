"""The frame speaks English too."""

import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.utils import translation

CATALOGUE = Path(__file__).parents[1] / "locale" / "en" / "LC_MESSAGES" / "django.po"


def test_no_text_of_core_is_left_untranslated():
    blocks = CATALOGUE.read_text(encoding="utf-8").split("\n\n")[1:]
    assert len(blocks) > 100
    assert [
        block for block in blocks if re.search(r'msgstr(\[\d\])? ""\s*$', block) or "#, fuzzy" in block
    ] == []


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("core/base.html", "Skip to content"),
        ("404.html", "There is no such page here"),
        ("core/components/email.html", "(at)"),
    ],
)
def test_the_frame_speaks_english(template, words):
    with translation.override("en"):
        assert words in render_to_string(template, {"address": "a@example.org"})
