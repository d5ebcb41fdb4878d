"""What people tell the town about this site: feedback, and barriers they met."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from quartierwerk.core.context import breadcrumbs
from quartierwerk.people import actions
from quartierwerk.people.models import Message

from . import queries
from .forms import FeedbackForm

UNPROCESSABLE = 422


def _page_before(request: HttpRequest) -> str:
    """The page of this site from which somebody came, so that nobody has to describe it."""
    before = urlsplit(request.headers.get("Referer", ""))
    return before.path if before.netloc == request.get_host() else ""


@never_cache
def feedback(request: HttpRequest) -> HttpResponse:
    """`/rueckmeldung/`: tell us about this site."""
    form = FeedbackForm(request.POST or None, initial={"page": _page_before(request)})
    if form.is_valid():
        keep(form, kind=Message.Kind.FEEDBACK)
        return redirect("website:feedback_thanks")
    context = {
        "form": form,
        "contact": queries.main_contact(),
        "breadcrumbs": breadcrumbs(_("Rückmeldung geben")),
    }
    return render(request, "website/feedback.html", context, status=UNPROCESSABLE if form.errors else 200)


def thanks(request: HttpRequest) -> HttpResponse:
    """`/rueckmeldung/danke/`: it has arrived."""
    way = breadcrumbs((_("Rückmeldung geben"), reverse("website:feedback")), _("Danke"))
    return render(
        request, "website/feedback_thanks.html", {"contact": queries.main_contact(), "breadcrumbs": way}
    )


def keep(form: FeedbackForm, *, kind: str) -> Message:
    """Put what the valid form says on the desk."""
    given = form.cleaned_data
    return actions.receive_message(
        submission_key=given["submission_key"],
        kind=kind,
        name=given["name"],
        email=given["email"],
        phone=given["phone"],
        text=given["text"],
        about_url=given["page"],
        language=get_language() or "de",
    )
