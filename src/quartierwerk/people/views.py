"""The public pages of this app: contacts and “write to us”. The desk is in `desk_views.py`."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from quartierwerk.core import privacy
from quartierwerk.core.context import breadcrumbs, named
from quartierwerk.core.models import Town
from quartierwerk.core.rate_limits import RateLimit

from . import addressees, queries
from .forms import MessageForm
from .models import Channel
from .vcard import vcard as vcard_of

MESSAGES_PER_HOUR = RateLimit("messages", per_hour=20)
THANKS = {
    "e-mail": Channel.EMAIL,
    "telefon": Channel.PHONE,
    "brief": Channel.LETTER,
    "ohne-antwort": Channel.NONE,
}


@require_safe
def contacts(request: HttpRequest) -> HttpResponse:
    people = list(queries.public_contacts())
    return render(
        request,
        "people/contacts.html",
        {"contacts": people, "breadcrumbs": breadcrumbs(pgettext("Navigation", "Kontakt"))},
    )


@require_safe
def contact(request: HttpRequest, slug: str) -> HttpResponse:
    person = get_object_or_404(queries.public_contacts(), slug=slug)
    steps = breadcrumbs((pgettext("Navigation", "Kontakt"), reverse("people:contacts")), named(person.name))
    return render(request, "people/contact.html", {"contact": person, "breadcrumbs": steps})


@require_safe
def vcard(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001 - a view
    person = get_object_or_404(queries.public_contacts(), slug=slug)
    text = vcard_of(person, town=Town.load(), url=settings.BASE_URL + person.get_absolute_url())
    return HttpResponse(
        text,
        content_type="text/vcard; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{person.slug}.vcf"',
            "X-Robots-Tag": "noindex, nofollow",
        },
    )


def write(request: HttpRequest, kind: str = "", slug: str = "") -> HttpResponse:
    """Write to the town, to one contact or about one thing (a Quartier)."""
    about = addressees.find(kind, slug) if kind else None
    steps = breadcrumbs(
        (pgettext("Navigation", "Kontakt"), reverse("people:contacts")), _("Schreiben Sie uns")
    )
    return message_page(
        request, template="people/write.html", about=about, context={"about": about, "breadcrumbs": steps}
    )


def write_to_contact(request: HttpRequest, slug: str) -> HttpResponse:
    return write(request, "ansprechperson", slug)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def message_page(
    request: HttpRequest,
    *,
    template: str,
    kind: str | None = None,
    about: Any = None,
    page: str = "",
    context: dict[str, Any] | None = None,
) -> HttpResponse:
    """Show the form in `template` (as `form`), and keep what is sent.

    `page` is the path on this site somebody writes about, where the address (`?seite=`) does not say it.

    Answers 200 with the form, 303 to the thank-you page, 422 with sentences at the fields, or 429 from an
    address that sent too much; typed text is always given back. Other apps use it for their own forms.
    """
    if request.method != "POST":
        form = MessageForm(kind=kind, about=about, initial={"page": request.GET.get("seite", page)})
        return _form_page(request, template, form, context)
    form = MessageForm(request.POST, kind=kind, about=about)
    if not form.is_valid():
        return _form_page(request, template, form, context, status=422)
    if MESSAGES_PER_HOUR.is_exceeded(request):
        form.add_error(
            None,
            _(
                "Von Ihrem Anschluss kamen in der letzten Stunde sehr viele Nachrichten. "
                "Bitte versuchen Sie es später noch einmal, oder rufen Sie uns an."
            ),
        )
        return _form_page(request, template, form, context, status=429)
    form.send()
    way = next(word for word, channel in THANKS.items() if channel == form.channel)
    return HttpResponseRedirect(reverse("people:thanks", args=[way]), status=303)


def _form_page(
    request: HttpRequest, template: str, form: MessageForm, context: dict[str, Any] | None, status: int = 200
) -> HttpResponse:
    hints = {"privacy_text": privacy.hint("messages"), "privacy_url": reverse("website:privacy")}
    return render(request, template, {**(context or {}), **hints, "form": form}, status=status)


@require_safe
def thanks(request: HttpRequest, way: str) -> HttpResponse:
    """What happens next, by the way somebody gave; the same page for everybody who gave that way."""
    if way not in THANKS:
        raise Http404(way)
    channel = THANKS[way]
    steps = breadcrumbs((pgettext("Navigation", "Kontakt"), reverse("people:contacts")), _("Danke"))
    return render(
        request,
        "people/thanks.html",
        {
            "by_mail": channel == Channel.EMAIL,
            "by_phone": channel == Channel.PHONE,
            "by_letter": channel == Channel.LETTER,
            "nobody_can_answer": channel == Channel.NONE,
            "breadcrumbs": steps,
        },
    )
