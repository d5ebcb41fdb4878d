from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from wagtail.models import Page

from quartierwerk.core.context import breadcrumbs, named
from quartierwerk.core.pages import find_for_reader, serve_page

from .maps import feature_collection
from .models import FieldOfAction, TopicPage, way_to_topics
from .queries import topics_by_field, topics_of
from .sections import sections_of_field


def topic_list(request: HttpRequest) -> HttpResponse:
    """All topics, under their fields of action."""
    return render(
        request,
        "topics/topic_list.html",
        {"groups": topics_by_field(), "breadcrumbs": breadcrumbs(_("Themen"))},
    )


def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """A topic page, found without walking the page tree."""
    return serve_page(request, find_for_reader(TopicPage.objects.all(), slug))


def field(request: HttpRequest, slug: str) -> HttpResponse:
    """A field of action with its topics, and what higher apps know about them."""
    found = get_object_or_404(FieldOfAction, slug=slug)
    topics = topics_of(found)
    context = {
        "field": found,
        "topics": topics,
        "sections": sections_of_field(request, found, topics),
        "breadcrumbs": [*way_to_topics(), named(found.name)],
    }
    return render(request, "topics/field.html", context)


def map_points(request: HttpRequest, page_id: int, block_id: str) -> JsonResponse:  # noqa: ARG001
    """The places of one map block of a public page as GeoJSON."""
    page = get_object_or_404(Page.objects.live(), pk=page_id).specific
    blocks = getattr(page, "body", None) or []
    block = next((b for b in blocks if b.block_type == "map" and b.id == str(block_id)), None)
    if block is None:
        raise Http404
    return JsonResponse(feature_collection(block.value), content_type="application/geo+json")
