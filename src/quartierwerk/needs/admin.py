"""Needs in the editors' tools: the town's own words for the states."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet

from .enums import TYPE_OF, State, StateType
from .models import StateWording


def _kind_of(wording: StateWording) -> str:
    """What the state means, which no word changes."""
    return str(StateType(TYPE_OF[State(wording.state)]).label)


class StateWordingViewSet(SnippetViewSet):
    """Other words for a state, one for each language; whether it is open, solved or closed stays as it is."""

    model = StateWording
    icon = "comment"
    menu_label = _("Stände von Handlungsbedarfen")
    menu_order = 320
    add_to_admin_menu = True
    url_prefix = "staende"
    list_display = ["label", "state", Column("kind", label=_("Bedeutet"), accessor=_kind_of), "language"]
    list_filter = ["state", "language"]
    ordering = ["state", "language"]
    copy_view_enabled = False
    panels = [
        FieldPanel("state"),
        FieldPanel("language"),
        FieldPanel("label"),
        FieldPanel("explanation"),
    ]
