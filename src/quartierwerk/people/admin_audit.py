"""The report for administrators: who did what to persons, accounts and messages."""

from typing import Any

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView

from quartierwerk.core import audit
from quartierwerk.core.models import AuditEntry

from .models import User
from .permissions import may_manage_accounts

COLUMNS = {
    "at": _("Zeitpunkt"),
    "actor": _("Wer"),
    "verb": _("Vorgang"),
    "target_type": _("Art des Vorgangs"),
    "target_id": _("Nr."),
    "on_behalf_of": _("Für Person"),
    "details": _("Einzelheiten"),
}


def _verbs() -> list[tuple[str, str]]:
    verbs = AuditEntry.objects.order_by().values_list("verb", flat=True).distinct()
    return sorted(((verb, audit.word_of(verb)) for verb in verbs), key=lambda choice: choice[1].casefold())


def _in_words(entry: AuditEntry) -> str:
    return audit.word_of(entry.verb)


def _actors(request: HttpRequest) -> QuerySet[User]:  # noqa: ARG001 - the shape the filter asks for
    """Whoever stands in the log."""
    return User.objects.filter(pk__in=AuditEntry.objects.exclude(actor=None).order_by().values("actor"))


class AuditFilter(WagtailFilterSet):
    verb = django_filters.ChoiceFilter(label=COLUMNS["verb"], choices=_verbs)
    actor = django_filters.ModelChoiceFilter(label=COLUMNS["actor"], queryset=_actors)
    at = django_filters.DateFromToRangeFilter(label=COLUMNS["at"], widget=DateRangePickerWidget)

    class Meta:
        model = AuditEntry
        fields = ["verb", "actor", "at"]


class AuditReport(ReportView):
    """Newest first; as a table or as CSV and XLSX."""

    page_title = _("Bearbeitungen von Personen und Konten")
    header_icon = "history"
    index_url_name = "people_audit_report"
    index_results_url_name = "people_audit_report_results"
    model = AuditEntry
    filterset_class = AuditFilter
    default_ordering = "-at"
    is_searchable = False
    list_export = list(COLUMNS)
    export_headings = COLUMNS
    custom_field_preprocess = {"verb": dict.fromkeys(("csv", "xlsx"), audit.word_of)}
    columns = [
        Column(name, label=label, accessor=_in_words if name == "verb" else name)
        for name, label in COLUMNS.items()
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_manage_accounts(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_filename(self) -> str:
        return "bearbeitungen"

    def get_base_queryset(self) -> QuerySet[AuditEntry]:
        return AuditEntry.objects.select_related("actor", "target_type")


class AuditMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_manage_accounts(request.user)


def menu_item() -> MenuItem:
    return AuditMenuItem(
        AuditReport.page_title, reverse(AuditReport.index_url_name), icon_name="history", order=900
    )


def urls() -> list[URLPattern]:
    address = "reports/bearbeitungen/"
    return [
        path(address, AuditReport.as_view(), name=AuditReport.index_url_name),
        path(
            f"{address}results/",
            AuditReport.as_view(results_only=True),
            name=AuditReport.index_results_url_name,
        ),
    ]
