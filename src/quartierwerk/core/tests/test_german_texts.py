"""What the code says in German is what people read: no catalogue of a library has other words for it.

Django merges the catalogues of all apps. A text of ours such as “Tag” may also be the English of a library, whose
German (“Schlagwort”) then stands on our page; `pgettext` with a context keeps them apart.
"""

import re
from ast import literal_eval
from pathlib import Path

import pytest
from django.utils import translation
from django.utils.translation import gettext, ngettext, npgettext, pgettext

SOURCE = Path(__file__).parents[2]
CATALOGUES = sorted(SOURCE.glob("*/locale/en/LC_MESSAGES/django.po"))
FIELD = re.compile(r'^(msgctxt|msgid|msgid_plural) ((?:".*"\n?)+)', re.MULTILINE)


def texts(catalogue: Path) -> list[dict[str, str]]:
    """Every text with its context and plural, as `{"msgid": …}`."""
    blocks = catalogue.read_text(encoding="utf-8").split("\n\n")[1:]
    return [{name: literal_eval(f"({text})") for name, text in FIELD.findall(block)} for block in blocks]


def in_german(text: dict[str, str]) -> list[str]:
    """What stands on the page, for one and for many."""
    one, context = text["msgid"], text.get("msgctxt")
    if many := text.get("msgid_plural"):
        return [npgettext(context, one, many, n) if context else ngettext(one, many, n) for n in (1, 2)]
    return [pgettext(context, one) if context else gettext(one)]


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.parents[3].name)
def test_every_text_answers_itself_in_german(catalogue):
    with translation.override("de"):
        others = {
            text["msgid"]: in_german(text)
            for text in texts(catalogue)
            if text and in_german(text) != [t for t in (text["msgid"], text.get("msgid_plural")) if t]
        }
    assert others == {}
