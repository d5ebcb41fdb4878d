"""Places in the editors' tools: districts, quarters, venues, street directory, and the upload of files."""

from typing import Any

from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple, Textarea
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from . import admin_views, rules
from .models import District, Quarter, StreetRange, Venue
from .streets import street_key

_CENTRE = MultiFieldPanel(
    [
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
        FieldPanel("centre_is_approximate"),
        HelpPanel(
            content=_(
                "Grenzen werden nicht getippt, sondern unter „Dateien einlesen“ aus einer Datei übernommen."
            )
        ),
    ],
    heading=_("Lage"),
)


class DistrictViewSet(ModelViewSet):
    model = District
    icon = "site"
    add_to_reference_index = False
    copy_view_enabled = False
    list_display = ["name", "code"]
    search_fields = ["name", "code"]
    search_backend_name = None
    ordering = ["name"]
    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("code"), _CENTRE]


class QuarterViewSet(ModelViewSet):
    model = Quarter
    icon = "home"
    add_to_reference_index = False
    copy_view_enabled = False
    list_display = ["name", "is_public"]
    list_filter = ["is_public", "districts"]
    search_fields = ["name", "summary"]
    search_backend_name = None
    ordering = ["name"]
    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("slug"), FieldPanel("is_public")], heading=_("Name")),
        InlinePanel("aliases", heading=_("Andere Namen"), label=_("Anderer Name")),
        FieldPanel("summary"),
        FieldPanel("description", widget=Textarea(attrs={"rows": 8})),
        FieldPanel("image"),
        FieldPanel("districts", widget=CheckboxSelectMultiple),
        FieldPanel("contacts", widget=CheckboxSelectMultiple),
        FieldPanel("staff", widget=CheckboxSelectMultiple),
        _CENTRE,
    ]


class VenueViewSet(ModelViewSet):
    model = Venue
    icon = "location-pin"
    copy_view_enabled = False
    list_display = ["name", "street", "quarter", "step_free"]
    list_filter = ["quarter", "step_free"]
    search_fields = ["name", "also_called", "street"]
    search_backend_name = None
    ordering = ["name"]
    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("slug"), FieldPanel("also_called")], heading=_("Name")
        ),
        FieldPanel("description"),
        MultiFieldPanel(
            [
                FieldPanel("street"),
                FieldRowPanel([FieldPanel("postal_code"), FieldPanel("city")]),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
                FieldPanel("quarter"),
                FieldPanel("phone"),
                FieldPanel("website"),
            ],
            heading=_("Adresse"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("step_free"),
                FieldPanel("accessible_toilet"),
                FieldPanel("induction_loop"),
                FieldPanel("parking"),
                FieldPanel("stop"),
                FieldPanel("access_note"),
            ],
            heading=_("Barrierefreiheit"),
        ),
    ]


class StreetRangeForm(WagtailAdminModelForm):
    """Keeps the directory free of contradictions, as the import does."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.instance.street_key = street_key(cleaned.get("street", ""))
        if {"street", "first", "last", "side"} <= cleaned.keys() and (clash := self._clash(cleaned)):
            self.add_error(
                "first", _("Diese Hausnummern überschneiden sich mit „%(other)s“.") % {"other": clash}
            )
        return cleaned

    def _clash(self, cleaned: dict[str, Any]) -> StreetRange | None:
        span = rules.Span(cleaned["first"], cleaned["last"], cleaned["side"])
        others: QuerySet[StreetRange] = StreetRange.objects.filter(street_key=self.instance.street_key)
        for other in others.exclude(pk=self.instance.pk):
            same = rules.same_place(other.postal_code, cleaned.get("postal_code", ""))
            kept = rules.Span(other.first, other.last, other.side)
            if same and span.meets(kept) and not span.refines(kept) and not kept.refines(span):
                return other
        return None


class StreetRangeViewSet(ModelViewSet):
    model = StreetRange
    icon = "list-ul"
    copy_view_enabled = False
    add_to_reference_index = False
    list_display = ["street", "first", "last", "side", "postal_code", "district"]
    list_filter = ["district", "side"]
    search_fields = ["street", "postal_code"]
    search_backend_name = None
    ordering = ["street", "first"]
    edit_handler = ObjectList(
        [
            FieldPanel("street"),
            FieldRowPanel([FieldPanel("first"), FieldPanel("last"), FieldPanel("side")]),
            FieldPanel("postal_code"),
            FieldPanel("district"),
        ],
        base_form_class=StreetRangeForm,
    )


class _ImportMenuItem(MenuItem):
    def is_shown(self, request: Any) -> bool:
        return admin_views.may_import(request.user)


class ImportViewSet(ViewSet):
    """Upload, see what would change, confirm."""

    name = "places_import"
    url_prefix = "orte-einlesen"
    icon = "upload"
    menu_label = _("Dateien einlesen")
    menu_item_class = _ImportMenuItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", admin_views.upload, name="index"),
            path("<int:pk>/", admin_views.confirm, name="confirm"),
        ]


class PlacesGroup(ModelViewSetGroup):
    menu_label = _("Orte und Quartiere")
    menu_icon = "site"
    menu_order = 250
    items = (QuarterViewSet(), DistrictViewSet(), VenueViewSet(), StreetRangeViewSet(), ImportViewSet())
