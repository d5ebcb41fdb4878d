"""Impressum, Datenschutzerklärung, Erklärung zur Barrierefreiheit, Leichte Sprache, Gebärdensprache."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from quartierwerk.core import privacy as register
from quartierwerk.core.context import breadcrumbs
from quartierwerk.core.models import Town
from quartierwerk.people.models import Message
from quartierwerk.people.views import message_page

from . import cookies, legal, queries
from .models import EasyText, SignVideo


def imprint(request: HttpRequest) -> HttpResponse:
    context = {"facts": legal.imprint(Town.load()), "breadcrumbs": breadcrumbs(_("Impressum"))}
    return render(request, "website/imprint.html", context)


def privacy(request: HttpRequest) -> HttpResponse:
    context = {
        "purposes": register.purposes(),
        "cookies": cookies.cookies(),
        "address": legal.address(Town.load()),
        "breadcrumbs": breadcrumbs(_("Datenschutz")),
    }
    return render(request, "website/privacy.html", context)


def accessibility(request: HttpRequest) -> HttpResponse:
    """The statement, with the form for whoever met a barrier (BITV 2.0, § 7)."""
    town = Town.load()
    context = {
        "is_checked": legal.has_been_checked(town),
        "contact": queries.main_contact(),
        "gaps": [line.strip() for line in town.accessibility_gaps.splitlines() if line.strip()],
        "breadcrumbs": breadcrumbs(_("Barrierefreiheit")),
    }
    return message_page(
        request, template="website/accessibility.html", kind=Message.Kind.ACCESSIBILITY, context=context
    )


def easy_language(request: HttpRequest) -> HttpResponse:
    context = {
        "texts": EasyText.objects.checked(),
        "contact": queries.main_contact(),
        "breadcrumbs": breadcrumbs(_("Leichte Sprache")),
    }
    return render(request, "website/easy_language.html", context)


def sign_language(request: HttpRequest) -> HttpResponse:
    context = {
        "videos": SignVideo.objects.all(),
        "contact": queries.main_contact(),
        "breadcrumbs": breadcrumbs(_("Gebärdensprache")),
    }
    return render(request, "website/sign_language.html", context)
