"""What editors see of this app in the Wagtail admin besides the pages."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from .models import FieldOfAction, Notice


class FieldOfActionViewSet(ModelViewSet):
    model = FieldOfAction
    icon = "pick"
    menu_label = _("Handlungsfelder")
    list_display = ["name", "slug", "order"]
    search_fields = ["name", "summary"]
    panels = [
        FieldPanel("name"),
        FieldPanel("summary"),
        FieldPanel("description"),
        MultiFieldPanel(
            [FieldPanel("icon"), FieldPanel("slug"), FieldPanel("order")],
            heading=_("Zeichen und Reihenfolge"),
        ),
    ]


class NoticeViewSet(ModelViewSet):
    model = Notice
    icon = "warning"
    menu_label = _("Hinweise")
    list_display = ["title", "kind", "until"]
    search_fields = ["title", "text"]
    panels = [FieldPanel("title"), FieldPanel("text"), FieldPanel("kind"), FieldPanel("until")]


class EditorialGroup(ModelViewSetGroup):
    items = (FieldOfActionViewSet, NoticeViewSet)
    menu_label = _("Themen und Hinweise")
    menu_icon = "tag"
    menu_order = 210
