"""List, map and table: the same needs, three ways to look at them."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from quartierwerk.core.context import Link, breadcrumbs
from quartierwerk.places import presentation as places

from . import areas, orders
from .feeds import channels_of
from .filtering import NeedFilter
from .items import as_item
from .orders import Order, Pages
from .words import SAY_IT, say_url

PER_PAGE, PER_TABLE, BESIDE_MAP = 20, 50, 20
VIEWS = ("list", "map", "table")


def listing(request: HttpRequest) -> dict[str, Any]:
    """Context of `needs/pages/list.html` for this request's filter, order and page (`?seite=2`)."""
    return _context(request, "list", PER_PAGE)


def table(request: HttpRequest) -> dict[str, Any]:
    """Context of `needs/pages/table.html`."""
    found = _context(request, "table", PER_TABLE)
    return found | {"columns": _columns(found["filter"], found["order"])}


def map_page(request: HttpRequest) -> dict[str, Any]:
    """Context of `needs/pages/map.html`; the first of the list stand under the map."""
    found = _context(request, "map", BESIDE_MAP)
    chosen = found["filter"]
    area = chosen.area or areas.of_quarters(chosen.quarter) or areas.of_quarters()
    return found | {
        "base_map": places.base_map(),
        "bounds": area.text if area else "",
        "data_url": chosen.address(reverse("needs:map_data"), ausschnitt=""),
        "list_url": chosen.address(reverse("needs:list"), ausschnitt=""),
        "list_of_area_url": chosen.address(reverse("needs:list")),
    }


def _context(request: HttpRequest, view: str, per_page: int) -> dict[str, Any]:
    chosen, order = NeedFilter(request.GET), orders.find(request.GET.get("sortierung"))
    pages = Pages(order.of(chosen.needs()), per_page, is_searched=bool(chosen.words))
    page = pages.get_page(request.GET.get("seite"))
    here = reverse(f"needs:{view}")
    return {
        "filter": chosen,
        "order": order,
        "orders": [
            Link(str(each.label), chosen.address(here, sortierung=each.key), each == order)
            for each in orders.ORDERS.values()
        ],
        "views": _views(chosen, order, view),
        "list_page": page,
        "items": [as_item(need, chosen.labels_of_states) for need in orders.records(list(page))],
        "count_text": orders.count_text(pages),
        "action": here,
        "empty": None if pages.count else _empty(chosen, order, here),
        "list_title": title(chosen),
        "heading": heading(chosen),
        "say_it": SAY_IT,
        "say_url": say_url(chosen.quarter),
        "feeds": channels_of(chosen),
        "downloads": _downloads(chosen),
        "breadcrumbs": _way(chosen),
    }


def title(chosen: NeedFilter) -> str:
    """`Handlungsbedarfe: Welper, Problem, in Arbeit`."""
    return ": ".join(filter(None, [_("Handlungsbedarfe"), ", ".join(chosen.labels)]))


def heading(chosen: NeedFilter) -> SafeString:
    """The title with its parts marked with their language."""
    narrowed = _narrowed(chosen)
    return format_html_join(": ", "{}", ((part,) for part in (_("Handlungsbedarfe"), narrowed) if part))


def _narrowed(chosen: NeedFilter) -> SafeString:
    return format_html_join(", ", "{}", ((label,) for label in chosen.marked_labels))


def _way(chosen: NeedFilter) -> list[Link]:
    if not chosen.chosen:
        return breadcrumbs(_("Handlungsbedarfe"))
    return breadcrumbs((_("Handlungsbedarfe"), reverse("needs:list")), _narrowed(chosen))


def _views(chosen: NeedFilter, order: Order, view: str) -> list[dict[str, Any]]:
    """The same needs as list, map or table."""
    labels = {"list": _("Liste"), "map": _("Karte"), "table": _("Tabelle")}
    icons = {"list": "menu", "map": "pin", "table": "document"}
    return [
        {
            "label": labels[name],
            "icon": icons[name],
            "url": chosen.address(reverse(f"needs:{name}"), sortierung=order.key),
            "is_current": name == view,
        }
        for name in VIEWS
    ]


def _downloads(chosen: NeedFilter) -> list[dict[str, str]]:
    return [
        {"label": _("Als Tabelle herunterladen (CSV)"), "url": chosen.address(reverse("needs:csv"))},
        {
            "label": _("Für Landkarten herunterladen (GeoJSON)"),
            "url": chosen.address(reverse("needs:geojson")),
        },
    ]


def _columns(chosen: NeedFilter, order: Order) -> dict[str, dict[str, str]]:
    """Where a click on the head of a column leads, and how it is sorted now (`aria-sort`)."""
    here = reverse("needs:table")
    other_way = {"": "aelteste", "aelteste": ""}.get(order.key, "")
    sorted_by = {"": ("date", "descending"), "aelteste": ("date", "ascending")}.get(
        order.key, (order.key, "descending")
    )
    keys = {"date": other_way, "betroffene": "betroffene", "antwort": "antwort"}
    return {
        name: {
            "url": chosen.address(here, sortierung=key),
            "sort": sorted_by[1] if name == sorted_by[0] else "",
        }
        for name, key in keys.items()
    }


def _empty(chosen: NeedFilter, order: Order, here: str) -> dict[str, str]:
    """Why nothing is there, and the best way out: another spelling, less narrow, or being the first."""
    if respelled := chosen.respelled(here, sortierung=order.key):
        return respelled
    if len(chosen.chosen) > 1 and chosen.quarter:
        return {
            "title": _("Dazu hat hier noch niemand etwas gesagt"),
            "text": _("Sehen Sie alles aus %s, oder sagen Sie es als Erste oder Erster.")
            % chosen.quarter.name,
            "url": f"{here}?quartier={chosen.quarter.slug}",
            "action": _("Alles aus diesem Quartier zeigen"),
        }
    if chosen.chosen or order.only_answered:
        return {
            "title": _("Dazu hat hier noch niemand etwas gesagt"),
            "text": _("Sehen Sie alle Beiträge, oder sagen Sie es als Erste oder Erster."),
            "url": here,
            "action": _("Alle Beiträge zeigen"),
        }
    return {
        "title": _("Noch hat niemand etwas gesagt"),
        "text": _("Was soll sich in Ihrem Quartier ändern? Sagen Sie es uns, auch ohne Ihren Namen."),
        "url": say_url(),
        "action": str(SAY_IT),
    }
