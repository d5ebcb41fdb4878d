"""Events and audiences in the editors' tools."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.action_menu import ActionMenuItem
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from quartierwerk.core.slugs import slug_of

from .. import queries
from ..enums import Stage
from ..models import Audience, Event
from ..permissions import may_publish_events
from . import views
from .panels import EDIT_HANDLER
from .permission_policy import EventPermissionPolicy


def _begins(event: Event) -> str:
    """`8.10.2026 16:00`; short, for the list."""
    pattern = "SHORT_DATE_FORMAT" if event.all_day else "SHORT_DATETIME_FORMAT"
    return date_format(timezone.localtime(event.starts_at), pattern)


class EventViewSet(SnippetViewSet):
    """Events with preview and history; saved and published through `actions`."""

    model = Event
    icon = "date"
    menu_label = _("Veranstaltungen")
    url_prefix = "veranstaltungen"
    add_to_reference_index = True
    copy_view_enabled = False
    inspect_view_enabled = False
    list_display = [
        "title",
        Column(
            "starts_at",
            label=_("Beginn"),
            accessor=_begins,
            sort_key="starts_at",
        ),
        "kind",
        Column("stage", label=_("Stand"), accessor="get_stage_display", sort_key="stage"),
    ]
    list_filter = ["stage", "kind", "quarters"]
    search_fields = ["title", "summary"]
    search_backend_name = None
    ordering = ["-starts_at"]
    edit_handler = EDIT_HANDLER
    add_view_class = views.CreateEvent
    edit_view_class = views.EditEvent
    delete_view_class = views.DeleteEvent
    history_view_class = views.HistoryOfEvent
    usage_view_class = views.UsageOfEvent
    revisions_view_class = views.RevisionOfEvent
    revisions_compare_view_class = views.CompareRevisions
    revisions_revert_view_class = views.RevertEvent

    @property
    def permission_policy(self) -> EventPermissionPolicy:
        return EventPermissionPolicy(self.model)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        return queries.events_for(request.user)


class AudienceForm(WagtailAdminModelForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["slug"].required = False

    def clean_slug(self) -> str:
        return self.cleaned_data["slug"] or slug_of(self.cleaned_data.get("name", ""))


class AudienceViewSet(SnippetViewSet):
    """Whom events are for, in the town's own words."""

    model = Audience
    icon = "group"
    menu_label = _("Zielgruppen")
    url_prefix = "zielgruppen"
    copy_view_enabled = False
    list_display = ["name", "order"]
    ordering = ["order", "name"]
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            FieldPanel("order"),
            FieldPanel("slug", help_text=_("Leer: aus dem Namen.")),
        ],
        base_form_class=AudienceForm,
    )


class EventsGroup(SnippetViewSetGroup):
    menu_label = _("Veranstaltungen")
    menu_icon = "date"
    menu_order = 220
    items = (EventViewSet, AudienceViewSet)


class PublishMenuItem(ActionMenuItem):
    """The second button: save, and show it to everybody."""

    name = f"action-{views.PUBLISH}"
    label = _("Speichern und veröffentlichen")
    icon_name = "upload"
    order = 10

    def is_shown(self, context: Mapping[str, Any]) -> bool:
        event = context.get("instance")
        draft = event is None or event.stage == Stage.DRAFT
        return draft and may_publish_events(context["request"].user)


def publish_button(model: type) -> PublishMenuItem | None:
    return PublishMenuItem() if model is Event else None


def refuse_bulk_actions(request: HttpRequest, action_type: str, objects: list, action: object) -> None:  # noqa: ARG001
    """Hook: each event is deleted by itself, where it is seen whether anybody registered."""
    if any(isinstance(thing, Event) for thing in objects):
        raise PermissionDenied
