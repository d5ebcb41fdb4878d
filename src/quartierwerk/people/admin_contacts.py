"""Contacts in the editors' tools: list, form, history."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Contact


class ContactViewSet(SnippetViewSet):
    """Named staff; with revisions, so that who changed what can be seen and taken back."""

    model = Contact
    icon = "user"
    menu_label = _("Ansprechpersonen")
    menu_order = 300
    add_to_admin_menu = True
    url_prefix = "ansprechpersonen"
    list_display = ["name", "role", "department", "phone", "is_public", "is_main"]
    list_filter = ["is_public", "department"]
    search_fields = ["name", "role", "department"]
    ordering = ["order", "name"]
    copy_view_enabled = False
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldPanel("slug"),
                FieldPanel("role"),
                FieldPanel("department"),
                FieldPanel("photo"),
            ],
            heading=_("Person"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("phone"), FieldPanel("mobile")]),
                FieldPanel("email"),
                FieldPanel("office_hours"),
            ],
            heading=_("Erreichbarkeit"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("room"),
                FieldPanel("street"),
                FieldRowPanel([FieldPanel("postal_code"), FieldPanel("city")]),
            ],
            heading=_("Büro"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("is_public"),
                FieldPanel("is_main"),
                FieldPanel("order"),
                FieldPanel("remark"),
                FieldPanel("is_sample"),
            ],
            heading=_("Auf der Seite"),
        ),
    ]
