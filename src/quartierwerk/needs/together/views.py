"""The public forms about a need: comment, join in, follow, complain; each on a page of its own, so that the page of the need
is the same for everybody and comes from the cache."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from quartierwerk.core import privacy
from quartierwerk.core.rate_limits import RateLimit
from quartierwerk.people.rules import Reachable

from .. import actions, rules
from ..desk.sections import answer_url
from ..models import Comment, Need
from ..permissions import may_moderate
from . import answers
from .forms import CommentForm, ComplaintForm, FollowForm, JoinForm
from .voters import person_of

COMMENTS_PER_HOUR = RateLimit("need-comments", per_hour=20)
HELPERS_PER_HOUR = RateLimit("need-helpers", per_hour=20)
FOLLOWS_PER_HOUR = RateLimit("need-follows", per_hour=20)
COMPLAINTS_PER_HOUR = RateLimit("need-complaints", per_hour=20)
# What happens next, by the last word of the address: (title, lead).
THANKS = {
    "kommentar": (
        gettext_lazy("Danke für Ihren Kommentar"),
        gettext_lazy(
            "Wir lesen ihn, bevor er auf der Seite erscheint. Haben Sie eine E-Mail-Adresse angegeben? "
            "Dann bekommen Sie einen Link, mit dem Sie ihn zurückziehen können."
        ),
    ),
    "mitmachen": (
        gettext_lazy("Schön, dass Sie mitmachen"),
        gettext_lazy("Ihre Nachricht liegt auf unserem Schreibtisch. Wir melden uns bei Ihnen."),
    ),
    "folgen": (
        gettext_lazy("Bitte sehen Sie in Ihr Postfach"),
        gettext_lazy(
            "Wir haben Ihnen eine E-Mail geschickt. Mit dem Link darin bestätigen Sie, dass Sie Nachrichten möchten. "
            "Nichts angekommen? Sehen Sie auch im Ordner für Werbung nach."
        ),
    ),
    "beanstandet": (
        gettext_lazy("Danke für den Hinweis"),
        gettext_lazy("Das Team sieht sich das an. Was gegen unsere Regeln verstößt, nehmen wir heraus."),
    ),
}


def _sent(request: HttpRequest, form: Any, limit: RateLimit, write: Callable[[], Any]) -> tuple[Any, int]:
    """What `write` made of a form that was sent, or None with the status that says why not; nothing typed is lost."""
    if not form.is_valid():
        return None, 422
    if limit.is_exceeded(request):
        form.add_error(None, answers.too_many())
        return None, 429
    try:
        return write(), 303
    except ValidationError as refused:
        form.add_error(None, refused)
        return None, 422


def _page(
    request: HttpRequest,
    template: str,
    need: Need,
    form: Form | None,
    here: str,
    status: int,
    *,
    purpose: str = "",
    **more: Any,
) -> HttpResponse:
    """`here` is the page in words; `purpose` that of `core.privacy` under which the form is kept, "" for none."""
    context = {
        "need": need,
        "form": form,
        "here": here,
        "reason": rules.why_not_joined(need),
        "other": need.duplicate_of,
        "privacy_text": privacy.hint(purpose) if purpose else "",
        "privacy_url": reverse("website:privacy"),
        "breadcrumbs": answers.way_to(need, here),
        **more,
    }
    return answers.not_shared(request, render(request, template, context, status=status))


def _thanks(need: Need, what: str) -> HttpResponse:
    return HttpResponseRedirect(reverse("needs:thanks", args=[need.reference, what]), status=303)


# ------------------------------------------------------------------------------------------------------------------ comment
@require_http_methods(["GET", "HEAD", "POST"])
def comment(request: HttpRequest, reference: str) -> HttpResponse:
    """`?antwort=7` answers a comment. Shown at once it leads to its place; else to the page that says who reads it first.

    Staff speak for the town, and do so at the desk.
    """
    need = answers.public_need(reference)
    answered = _comment_of(need, request.GET.get("antwort", ""))
    if may_moderate(request.user):
        return HttpResponseRedirect(answer_url(need, answered))
    form = CommentForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        written, status = _sent(request, form, COMMENTS_PER_HOUR, lambda: _write(need, form, answered))
        if written:
            place = f"kommentar-{written.pk}"
            return answers.back_to(need, place) if written.is_public else _thanks(need, "kommentar")
    here, purpose = _("Kommentieren"), "need-comments"
    return _page(
        request, "needs/together/comment.html", need, form, here, status, purpose=purpose, answered=answered
    )


def _write(need: Need, form: CommentForm, answered: Comment | None) -> Comment:
    said = form.cleaned_data
    return actions.comment(
        need=need,
        text=said["text"],
        given=form.given,
        shown_name=said["shown_name"],
        answers=answered,
        language=get_language() or "de",
        submission_key=answers.key_for(form.submission_key, need, f"comment {answered and answered.pk}"),
    )


def _comment_of(need: Need, pk: str) -> Comment | None:
    """The public comment an address names; 404 where it is gone or belongs to another need."""
    if not pk:
        return None
    found = need.comments.public().filter(pk=pk).first() if pk.isdecimal() and len(pk) < 19 else None
    if found is None:
        raise Http404
    return found


# ------------------------------------------------------------------------------------------------------------------ join in
@require_http_methods(["GET", "HEAD", "POST"])
def join_in(request: HttpRequest, reference: str) -> HttpResponse:
    need = answers.public_need(reference)
    form = JoinForm(request.POST if request.method == "POST" else None, initial=_known(request))
    status = 200
    if request.method == "POST":
        key = "join"
        joined, status = _sent(
            request,
            form,
            HELPERS_PER_HOUR,
            lambda: actions.join_in(
                need=need,
                given=form.given,
                says=form.cleaned_data["says"],
                language=get_language() or "de",
                submission_key=answers.key_for(form.submission_key, need, key),
            ),
        )
        if joined:
            return _thanks(need, "mitmachen")
    here = _("Ich mache mit")
    return _page(request, "needs/together/join.html", need, form, here, status, purpose="need-co-doers")


def _known(request: HttpRequest) -> dict[str, str]:
    """What whoever is signed in need not type again."""
    person = person_of(request.user)
    if person is None:
        return (
            {"email": request.user.email, "name": request.user.name} if request.user.is_authenticated else {}
        )
    return {
        name: getattr(person, name) for name in ("name", "email", "phone", "street", "postal_code", "city")
    }


# ------------------------------------------------------------------------------------------------------------------- follow
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest, reference: str) -> HttpResponse:
    """The answer is the same whoever follows already, so it tells nothing about anybody."""
    need = answers.public_need(reference)
    form = FollowForm(request.POST if request.method == "POST" else None, initial=_known(request))
    status = 200
    if request.method == "POST":
        begun, status = _sent(request, form, FOLLOWS_PER_HOUR, lambda: _follow(request, need, form))
        if begun:
            return _thanks(need, "folgen")
    here = _("Beitrag folgen")
    return _page(request, "needs/together/follow.html", need, form, here, status, purpose="need-follows")


def _follow(request: HttpRequest, need: Need, form: FollowForm) -> Any:
    email = form.cleaned_data["email"]
    person = person_of(request.user)
    return actions.follow(
        need=need,
        person=person if person and person.email == email else None,
        given=Reachable(_("Ohne Namen"), email),
        frequency=form.cleaned_data["frequency"],
        language=get_language() or "de",
    )


# ----------------------------------------------------------------------------------------------------------------- complain
@require_http_methods(["GET", "HEAD", "POST"])
def complain(request: HttpRequest, reference: str) -> HttpResponse:
    """Report a need, or (`?kommentar=7`) a comment; without saying who one is."""
    need = answers.public_need(reference)
    about = _comment_of(need, request.GET.get("kommentar", ""))
    form = ComplaintForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        said, status = _sent(request, form, COMPLAINTS_PER_HOUR, lambda: _complain(need, form, about))
        if said:
            return _thanks(need, "beanstandet")
    here = _("Beanstanden")
    return _page(
        request, "needs/together/complain.html", need, form, here, status, comment=about, reason=None
    )


def _complain(need: Need, form: ComplaintForm, about: Comment | None) -> Any:
    return actions.complain(
        need=need,
        reason=form.cleaned_data["reason"],
        text=form.cleaned_data["text"],
        comment=about,
        submission_key=answers.key_for(form.submission_key, need, f"complaint {about and about.pk}"),
    )


@require_safe
def thanks(request: HttpRequest, reference: str, what: str) -> HttpResponse:
    """What happens next; the same for everybody."""
    need = answers.public_need(reference)
    if what not in THANKS:
        raise Http404
    title, lead = THANKS[what]
    context = {"need": need, "title": title, "lead": lead, "breadcrumbs": answers.way_to(need, _("Danke"))}
    response = render(request, "needs/together/thanks.html", context)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
