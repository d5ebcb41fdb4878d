from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from quartierwerk.core.pages import find_for_reader, serve_page

from .listing import listing
from .models import NewsPage


def news_list(request: HttpRequest) -> HttpResponse:
    """The list, narrowed by quarter, topic and year."""
    return render(request, "news/news_list.html", listing(request))


def news_item(request: HttpRequest, slug: str) -> HttpResponse:
    """One news item, found without walking the page tree."""
    pages = NewsPage.objects.select_related("image", "share_image")
    return serve_page(request, find_for_reader(pages.prefetch_related("quarters", "topics"), slug))
