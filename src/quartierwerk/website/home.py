"""What stands on the start page beside the editor's words."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from quartierwerk.core import home as sections
from quartierwerk.core.context import Link
from quartierwerk.topics.fields import fields_of_action

from . import queries
from .models import HomePage

NEWS_SHOWN = 3


def content(page: HomePage, request: HttpRequest) -> dict[str, Any]:
    """Context for `website/home_page.html`."""
    return {
        "questions": page.question_list,
        "news": queries.latest_news(NEWS_SHOWN),
        "sections": sections.sections(request),
        "fields_of_action": fields_of_action(),
        "quarters": queries.quarter_links(),
        "contact": queries.main_contact(),
        "easy_ways": easy_ways(),
        "breadcrumbs": [],
    }


def easy_ways() -> list[Link]:
    """Contents, navigation and accessibility explained (§ 4 BITV)."""
    return [
        Link(_("Leichte Sprache"), reverse("website:easy_language"), code="easy"),
        Link(_("Gebärdensprache"), reverse("website:sign_language"), code="sign"),
        Link(_("Barrierefreiheit"), reverse("website:accessibility"), code="accessible"),
    ]
