"""What people tell the town about this site; barriers they met are told on the page of the statement."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from quartierwerk.core.context import breadcrumbs
from quartierwerk.people.models import Message
from quartierwerk.people.views import message_page

from . import queries


def feedback(request: HttpRequest) -> HttpResponse:
    """`/rueckmeldung/`: tell us about this site."""
    context = {"contact": queries.main_contact(), "breadcrumbs": breadcrumbs(_("Rückmeldung geben"))}
    return message_page(
        request,
        template="website/feedback.html",
        kind=Message.Kind.FEEDBACK,
        page=_page_before(request),
        context=context,
    )


def _page_before(request: HttpRequest) -> str:
    """The page of this site from which somebody came, so that nobody has to describe it."""
    before = urlsplit(request.headers.get("Referer", ""))
    return before.path if before.netloc == request.get_host() else ""
