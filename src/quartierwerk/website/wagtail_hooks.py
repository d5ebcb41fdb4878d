"""The editors' tools: explanations in Leichte Sprache and DGS, and what the legal pages still lack."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.components import Component
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from quartierwerk.core.models import Town
from quartierwerk.people.permissions import is_administrator

from . import legal
from .models import EasyText, SignVideo


class EasyTextViewSet(SnippetViewSet):
    model = EasyText
    icon = "openquote"
    list_display = ["title", "subject", "checked_by", "checked_on"]
    panels = [FieldPanel(name) for name in ("subject", "title", "text", "checked_by", "checked_on")]


class SignVideoViewSet(SnippetViewSet):
    model = SignVideo
    icon = "media"
    list_display = ["title", "subject"]
    panels = [FieldPanel(name) for name in ("subject", "title", "video", "captions", "transcript")]


@register_snippet
class Explanations(SnippetViewSetGroup):
    items = (EasyTextViewSet, SignVideoViewSet)
    menu_label = _("Einfach erklärt")
    menu_icon = "help"


class MissingFacts(Component):
    """Which settings the legal pages still lack, with the way to fill them in."""

    order = 90
    template_name = "website/admin/missing_facts.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:  # noqa: ARG002 - Wagtail's
        return {
            "missing": legal.missing(Town.load()),
            "settings_url": reverse("wagtailsettings:edit", args=["core", "town"]),
        }


@hooks.register("construct_homepage_panels")
def show_missing_facts(request: HttpRequest, panels: list[Component]) -> None:
    if is_administrator(request.user) and legal.missing(Town.load()):
        panels.append(MissingFacts())
