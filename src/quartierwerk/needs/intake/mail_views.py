"""The inbox of needs: make a need of a mail with a few clicks, lay it with one that is there, or set it aside."""

import re
from typing import Any

from django.conf import settings
from django.contrib import messages as notices
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quartierwerk.core.incoming.quoting import matter
from quartierwerk.core.private_files import private_answer
from quartierwerk.people.callers import ways_of

from .. import actions
from ..desk.views import for_moderation, steps, the_list
from ..models import InboundMail, MailAttachment
from ..models.needs import TEXT_LENGTH, TITLE_LENGTH
from ..queries import needs_for
from ..say.looking_over import SIMILAR, LookedOver, look_over, similar_needs, told_before
from . import queries
from .mail_forms import AsideForm, JoinForm, MailFilter, MailNeedForm

MAILS_A_PAGE = 50
MOST_PERSONS = 5
_ANSWERS = re.compile(r"^(?:(?:re|aw|wg|fwd?|antw|antwort)\s*(?:\[\d+\])?:\s*)+", re.IGNORECASE)
_REFERENCE = re.compile(r"\b[A-ZÄÖÜ]{2,5}-\d{4}-\d{4,}\b")


@for_moderation
@require_safe
def mails(request: HttpRequest) -> HttpResponse:
    """What waits, the oldest first; what was taken or set aside, the newest first."""
    chosen = MailFilter(request.GET or None)
    values = chosen.cleaned_data if chosen.is_valid() else {}
    found = queries.search_mails(queries.mails_for(request.user), values.get("q", ""))
    state = values.get("state", "")
    if state == "taken":
        found = found.exclude(need=None).order_by("-received_at", "-pk")
    elif state == "aside":
        found = found.filter(need=None).exclude(set_aside_at=None).order_by("-received_at", "-pk")
    else:
        found = found.filter(need=None, set_aside_at=None)
    page = Paginator(found, MAILS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "filter": chosen,
        "has_no_inbox": not settings.MAIL_INBOX,
        **steps(the_list(), _("E-Mails")),
    }
    return render(request, "needs/intake/mails.html", context)


@for_moderation
@require_http_methods(["GET", "HEAD", "POST"])
def mail(request: HttpRequest, pk: int) -> HttpResponse:
    """One mail beside the form that makes a need of it."""
    found = get_object_or_404(queries.mails_for(request.user), pk=pk)
    form = _form(request, found)
    if form.is_bound and form.is_valid():
        told = [*told_before(request.POST), SIMILAR]  # what is similar stands beside the form
        over = look_over(form, told)
        if over.is_new_to(told):
            return _mail_page(request, found, form=form, over=over)
        try:
            need = actions.need_of_mail(mail=found, by=request.user, **form.taken)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            notices.success(request, _("Aufgenommen unter der Nummer %s.") % need.reference)
            return redirect("needs:mails")
    return _mail_page(request, found, form=form)


@for_moderation
@require_POST
def set_aside(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.mails_for(request.user), pk=pk)
    form = AsideForm(request.POST)
    if not form.is_valid():
        return _mail_page(request, found, aside=form)
    return _done(
        request,
        found,
        lambda: actions.set_mail_aside(mail=found, reason=form.cleaned_data["reason"], by=request.user),
    )


@for_moderation
@require_POST
def bring_back(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.mails_for(request.user), pk=pk)
    return _done(request, found, lambda: actions.bring_mail_back(mail=found, by=request.user))


@for_moderation
@require_POST
def join(request: HttpRequest, pk: int) -> HttpResponse:
    """It belongs to a need that is there already."""
    found = get_object_or_404(queries.mails_for(request.user), pk=pk)
    form = JoinForm(request.POST, needs=needs_for(request.user))
    if not form.is_valid():
        return _mail_page(request, found, joining=form)
    need = form.cleaned_data["reference"]
    return _done(request, found, lambda: actions.join_mail(mail=found, need=need, by=request.user))


@for_moderation
@require_safe
def photo(request: HttpRequest, pk: int) -> HttpResponse:
    """A photo that came with a mail, for the team only."""
    rows = MailAttachment.objects.filter(mail__in=queries.mails_for(request.user))
    return private_answer(get_object_or_404(rows, pk=pk).file, shown_as=f"foto-{pk}")


def _done(request: HttpRequest, found: InboundMail, act: Any) -> HttpResponse:
    try:
        act()
    except ValidationError as error:
        notices.error(request, " ".join(error.messages))
        return redirect(found)
    notices.success(request, _("Erledigt."))
    return redirect("needs:mails")


def _form(request: HttpRequest, found: InboundMail, *, is_sent: bool | None = None) -> MailNeedForm:
    known = queries.persons_of_sender(request.user, found)[:MOST_PERSONS]
    posted = request.method == "POST" if is_sent is None else is_sent
    return MailNeedForm(
        request.POST if posted else None,
        mail=found,
        known=known,
        ways={person.pk: ways_of(person) for person in known},
        initial={"title": suggested_title(found), "text": matter(found.text)[:TEXT_LENGTH]},
    )


def suggested_title(mail: InboundMail) -> str:
    """The subject without “AW:” and the like; without one the first line."""
    title = _ANSWERS.sub("", mail.subject).strip() or matter(mail.text).partition("\n")[0]
    return title[:TITLE_LENGTH].strip()


def _mail_page(
    request: HttpRequest,
    found: InboundMail,
    *,
    form: MailNeedForm | None = None,
    aside: AsideForm | None = None,
    joining: JoinForm | None = None,
    over: LookedOver | None = None,
) -> HttpResponse:
    """The mail with its three forms, of which the one that was sent is given."""
    has_come_back = bool(over or any(sent and sent.errors for sent in (form, aside, joining)))
    about = _about(request, found)
    context = {
        "mail": found,
        "title": found.subject or _("Ohne Betreff"),
        "photos": list(found.attachments.all()),
        "form": form or _form(request, found, is_sent=False),
        "aside": aside or AsideForm(),
        "joining": joining or JoinForm(needs=needs_for(request.user), initial={"reference": about}),
        "similar": [] if found.need else similar_needs(suggested_title(found), matter(found.text)),
        "over": over,
        "need_url": reverse("needs:desk_need", args=[found.need.reference]) if found.need else "",
        **steps(the_list(), (_("E-Mails"), reverse("needs:mails")), found.subject or _("Ohne Betreff")),
    }
    return render(request, "needs/intake/mail.html", context, status=422 if has_come_back else 200)


def _about(request: HttpRequest, mail: InboundMail) -> str:
    """The number of the need in the subject, such as in an answer to our acknowledgement; else in the text."""
    found = _REFERENCE.search(mail.subject) or _REFERENCE.search(mail.text)
    return found[0] if found and needs_for(request.user).filter(reference=found[0]).exists() else ""
