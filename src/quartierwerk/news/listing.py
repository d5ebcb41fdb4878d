"""The list of news: its filter, its pages, and the sentence for an empty one."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import Count
from django.db.models.functions import ExtractYear
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from quartierwerk.core.context import Link, breadcrumbs
from quartierwerk.core.filters import asked, offer
from quartierwerk.core.widgets import ContentSelect
from quartierwerk.places.models import Quarter
from quartierwerk.topics.models import TopicPage
from quartierwerk.topics.queries import as_choices, original_slug, topics_by_original_slug

from .queries import about_quarter, about_topics, as_item, for_list, live_news

PER_PAGE = 20


class NewsFilter(forms.Form):
    """Quarter, topic and year; the chosen records are in `quarter`, `topic`, `year` (None for all).

    A topic goes by the slug of its original in every language, so that a list has one address whoever reads; the
    slug of a translation means the same.
    """

    quartier = forms.ChoiceField(label=gettext_lazy("Quartier"), required=False, widget=ContentSelect)
    thema = forms.ChoiceField(label=gettext_lazy("Thema"), required=False, widget=ContentSelect)
    jahr = forms.ChoiceField(label=gettext_lazy("Jahr"), required=False)

    def __init__(self, data: Any) -> None:
        self.quarters: dict[str, Quarter] = {q.slug: q for q in Quarter.objects.public()}
        self.topics: dict[str, TopicPage] = topics_by_original_slug()
        values = asked(data)
        if values.get("thema"):
            values["thema"] = original_slug(values["thema"], self.topics)
        super().__init__(values)
        self.quarter = self.quarters.get(self.data.get("quartier", ""))
        self.topic = self.topics.get(self.data.get("thema", ""))
        news = live_news()
        news = about_quarter(news, self.quarter) if self.quarter else news
        self.news = about_topics(news, [self.topic]) if self.topic else news
        self.by_year = _count_by_year(self.news)
        self._offer()
        self.year = int(self.data["jahr"]) if self.is_valid() and self.data.get("jahr") else None

    def _offer(self) -> None:
        fields = self.fields
        offer(fields["quartier"], _("Alle Quartiere"), [(q.slug, q.name) for q in self.quarters.values()])
        offer(fields["thema"], _("Alle Themen"), *as_choices(self.topics))
        offer(fields["jahr"], _("Alle Jahre"), [(str(year), str(year)) for year in self.by_year])

    @property
    def is_narrowed(self) -> bool:
        return bool(self.quarter or self.topic or self.year)

    @property
    def chosen(self) -> Any:
        return self.news.filter(date__year=self.year) if self.year else self.news

    @property
    def count(self) -> int:
        return self.by_year.get(self.year, 0) if self.year else sum(self.by_year.values())


def _count_by_year(news: Any) -> dict[int, int]:
    """Year → number of news, newest year first: the choices and all counts in one query."""
    rows = news.order_by().annotate(year=ExtractYear("date")).values("year").annotate(n=Count("pk"))
    return {row["year"]: row["n"] for row in rows.order_by("-year")}


class _CountedPaginator(Paginator):
    """A paginator that is told how many there are."""

    def __init__(self, items: Any, per_page: int, *, count: int) -> None:
        super().__init__(items, per_page)
        self.__dict__["count"] = count


def listing(request: HttpRequest) -> dict[str, Any]:
    """Context of `news/news_list.html` for this request's filter and page (`?seite=2`)."""
    chosen = NewsFilter(request.GET)
    page = _CountedPaginator(for_list(chosen.chosen), PER_PAGE, count=chosen.count).get_page(
        request.GET.get("seite")
    )
    return {
        "filter": chosen,
        "list_page": page,
        "items": [as_item(item) for item in page],
        "count_text": ngettext("%(n)s Nachricht", "%(n)s Nachrichten", chosen.count) % {"n": chosen.count},
        "list_title": _title(chosen),
        "breadcrumbs": _way(chosen),
        "feeds": feeds(chosen),
    }


def _title(chosen: NewsFilter) -> str:
    parts = [chosen.quarter and chosen.quarter.name, chosen.topic and chosen.topic.title]
    narrowed = ", ".join(str(part) for part in [*parts, chosen.year] if part)
    return f"{_('Aktuelles')}: {narrowed}" if narrowed else _("Aktuelles")


def _way(chosen: NewsFilter) -> list[Link]:
    if not chosen.is_narrowed:
        return breadcrumbs(_("Aktuelles"))
    return breadcrumbs((_("Aktuelles"), reverse("news:list")), _title(chosen).partition(": ")[2])


def feeds(chosen: NewsFilter) -> list[dict[str, str]]:
    """The Atom feeds a reader of this list may subscribe to."""
    found = [{"title": _("Aktuelles"), "url": reverse("news:feed")}]
    if chosen.quarter:
        url = reverse("news:quarter_feed", args=[chosen.quarter.slug])
        found.append({"title": f"{_('Aktuelles')}: {chosen.quarter.name}", "url": url})
    if chosen.topic:
        url = reverse("news:topic_feed", args=[chosen.topic.slug])
        found.append({"title": f"{_('Aktuelles')}: {chosen.topic.title}", "url": url})
    return found
