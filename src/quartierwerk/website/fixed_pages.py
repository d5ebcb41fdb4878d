"""Pages that stand in the code and not in the database, such as the imprint, for the search."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from quartierwerk.core import german
from quartierwerk.core.search.query import query_words


@dataclass(frozen=True)
class FixedPage:
    """`words` are what people type for it, beside its title."""

    title: Any
    name: str
    words: str


PAGES = (
    FixedPage(gettext_lazy("Datenschutz"), "website:privacy", "Datenschutzerklärung Cookies DSGVO privacy"),
    FixedPage(gettext_lazy("Impressum"), "website:imprint", "Anbieter Herausgeber imprint"),
    FixedPage(
        gettext_lazy("Barrierefreiheit"),
        "website:accessibility",
        "Erklärung Barriere melden BITV accessibility",
    ),
    FixedPage(gettext_lazy("Leichte Sprache"), "website:easy_language", "einfache"),
    FixedPage(gettext_lazy("Gebärdensprache"), "website:sign_language", "DGS Gehörlose"),
    FixedPage(gettext_lazy("Rückmeldung geben"), "website:feedback", "Feedback Kritik Beschwerde Lob"),
    FixedPage(gettext_lazy("Schreiben Sie uns"), "people:write_to_us", "Kontaktformular Nachricht schreiben"),
    FixedPage(gettext_lazy("Mein Quartier"), "website:my_quarter", "Adresse finden wohne"),
)


def found_by(text: str) -> list[dict[str, Any]]:
    """The pages that every telling word of the query belongs to, as the search page shows hits."""
    meant = [german.forms(word).whole for word in query_words(text)]
    if not meant:
        return []
    known = [(page, _terms(f"{page.title} {page.words}", get_language() or "de")) for page in PAGES]
    return [_hit(page) for page, terms in known if all(word & terms for word in meant)]


@lru_cache(maxsize=64)
def _terms(text: str, language: str) -> frozenset[str]:  # noqa: ARG001 - titles differ by language
    words = [token for token in german.tokens(text) if not german.is_stop_word(token)]
    return frozenset().union(*(german.forms(word).whole for word in words))


def _hit(page: FixedPage) -> dict[str, Any]:
    return {
        "kind": _("Seite"),
        "title": page.title,
        "snippet": "",
        "date": None,
        "url": reverse(page.name),
        "lang": "",
    }
