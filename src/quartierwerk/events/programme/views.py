"""The programme as a file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import condition, require_safe

from quartierwerk.core import pdf

from .. import queries
from .pdf import digest, programme_pdf


@require_safe
def programme(request: HttpRequest, slug: str, *, large: bool = False) -> HttpResponse:
    """In A4 or large print; whoever has this version already gets 304 without its bytes."""
    event = get_object_or_404(queries.public_events().select_related("venue"), slug=slug)
    content = programme_pdf(event, large=large)
    end = "-gross" if large else ""
    name = f"programm-{event.slug}{end}.pdf"
    answer = condition(etag_func=lambda _request: f'"{digest(content)}"')(
        lambda _request: pdf.answer(content, name)
    )
    return answer(request)
