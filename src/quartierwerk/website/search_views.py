"""The search page."""

from collections import Counter
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from quartierwerk.core.context import breadcrumbs
from quartierwerk.core.pages import in_readers_language
from quartierwerk.core.search import kinds
from quartierwerk.core.search.query import PAGE_SIZE, Hit, Results
from quartierwerk.core.search.query import search as find
from quartierwerk.core.templatetags.ui import content_lang
from quartierwerk.places.models import Quarter
from quartierwerk.topics.models import TopicPage

from .fixed_pages import found_by
from .queries import main_contact
from .search_forms import SearchForm

POPULAR_TOPICS = 5


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    selected: bool
    lang: str = ""


def search(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.GET)
    text, quarter, language = form.text(), form.quarter(), get_language() or settings.LANGUAGE_CODE
    results = find(
        text,
        kind=form.kind(),
        quarter=str(quarter.pk) if quarter else None,
        language=language,
        page=form.page(),
    )
    fixed = found_by(text) if results.page == 1 and not (form.kind() or quarter) else []
    if fixed and (results.is_loose or results.did_you_mean):
        results = Results()
    hits = [*fixed, *(_shown(hit, language) for hit in results.hits)]
    context = {
        "query": text,
        "breadcrumbs": breadcrumbs(_("Suche")),
        "results": results,
        "count_text": _count(results, len(fixed)),
        "hits": hits,
        "page": _pages(results),
        "filters": _filters(results, form),
        "has_filters": bool(results.kinds or results.quarters or form.kind() or quarter),
        "is_filtered": bool(form.kind() or quarter),
        "unfiltered_url": f"{reverse('website:search')}?{urlencode({'q': text})}",
        "suggestion_url": f"{reverse('website:search')}?{urlencode({'q': results.did_you_mean})}",
        **({} if hits else _help()),
    }
    return render(request, "website/search.html", context)


def _count(results: Results, more: int) -> str:
    if results.is_more:
        return _("Mehr als %(count)s Treffer") % {"count": results.total}
    return ngettext("%(count)s Treffer", "%(count)s Treffer", results.total + more) % {
        "count": results.total + more
    }


def _shown(hit: Hit, language: str) -> dict[str, Any]:
    labels = {kind.key: kind.label for kind in kinds()}
    return {
        "kind": labels.get(hit.kind, ""),
        "title": hit.marked_title,
        "snippet": hit.snippet,
        "date": hit.date,
        "url": localised(hit.url, hit.language, language),
        "lang": content_lang(hit.language),
    }


def localised(path: str, written_in: str, reader: str) -> str:
    """Texts in another language than German stand under it; German ones keep the reader's interface."""
    default = settings.LANGUAGE_CODE
    prefix = written_in if written_in != default else reader
    return path if prefix == default else f"/{prefix}{path}"


def _pages(results: Results) -> Page:
    return Paginator(range(results.total), PAGE_SIZE).page(results.page)


def _filters(results: Results, form: SearchForm) -> list[dict[str, Any]]:
    quarter = form.quarter()
    return [
        {
            "name": "art",
            "label": _("Art"),
            "options": _options(
                [(kind.key, str(kind.label)) for kind in kinds()], results.kinds, form.kind(), _("Alles")
            ),
        },
        {
            "name": "quartier",
            "label": _("Quartier"),
            "options": _quarter_options(results.quarters, quarter),
        },
    ]


def _quarter_options(found: Counter[str], chosen: Quarter | None) -> list[Option]:
    quarters = (
        Quarter.objects.public()
        .filter(pk__in=[*found, *([chosen.pk] if chosen else [])])
        .only("name", "slug")
    )
    counts = Counter({quarter.slug: found[str(quarter.pk)] for quarter in quarters})
    names = [(quarter.slug, quarter.name) for quarter in quarters]
    return _options(
        names, counts, chosen.slug if chosen else None, pgettext("Quartiere", "Alle"), content_lang()
    )


def _options(
    names: list[tuple[str, str]], found: Counter[str], chosen: str | None, everything: str, lang: str = ""
) -> list[Option]:
    """Only what would find something, and what is chosen."""
    options = [Option("", everything, chosen is None)]
    return options + [
        Option(value, f"{label} ({found[value]})", value == chosen, lang)
        for value, label in names
        if found[value] or value == chosen
    ]


def _help() -> dict[str, Any]:
    """What stands on a page without results: somebody to ask, and where others go."""
    return {
        "contact": main_contact(),
        "topics": in_readers_language(TopicPage.objects.live().public())
        .select_related("locale")
        .order_by("-first_published_at", "pk")[:POPULAR_TOPICS],
    }
