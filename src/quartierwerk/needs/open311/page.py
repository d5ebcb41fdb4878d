"""The page for people who write programs: what can be read, and how to get a key."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from quartierwerk.core.context import breadcrumbs

from .discovering import SPECIFICATION


def _address(name: str, *parts: str) -> str:
    return settings.BASE_URL + reverse(f"open311:open311_{name}", args=[*parts, "json"])


@require_safe
def for_developers(request: HttpRequest) -> HttpResponse:
    addresses = [
        {"term": _("Wo alles zu finden ist"), "url": _address("discovery")},
        {"term": _("Handlungsfelder, in die etwas gemeldet werden kann"), "url": _address("services")},
        {"term": _("Handlungsbedarfe der letzten 90 Tage"), "url": _address("requests")},
    ]
    context = {
        "addresses": [address | {"value": address["url"]} for address in addresses],
        "specification_url": SPECIFICATION,
        "breadcrumbs": breadcrumbs(_("Offene Schnittstelle")),
    }
    return render(request, "needs/open311.html", context)
