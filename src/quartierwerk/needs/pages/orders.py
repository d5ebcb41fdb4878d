"""In which order needs stand, how many there are, and which stand on a page."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ..models import Need

MOST_COUNTED = 10_000  # further nobody leafs, and counting further would be dear


@dataclass(frozen=True)
class Order:
    """`key` stands in the address; each has an index of its own."""

    key: str
    label: Any
    fields: tuple[str, ...]
    only_answered: bool = False

    def of(self, needs: QuerySet[Need]) -> QuerySet[Need]:
        if self.only_answered:
            needs = needs.filter(last_answered_at__isnull=False)
        return needs.order_by(*self.fields)


NEWEST = Order("", gettext_lazy("neueste zuerst"), ("-published_at", "-pk"))
ORDERS = {
    order.key: order
    for order in (
        NEWEST,
        Order("betroffene", gettext_lazy("betrifft die meisten"), ("-support_count", "-published_at", "-pk")),
        Order(
            "antwort", gettext_lazy("zuletzt beantwortet"), ("-last_answered_at", "-pk"), only_answered=True
        ),
        Order("aelteste", gettext_lazy("älteste zuerst"), ("published_at", "pk")),
    )
}


def find(key: str | None) -> Order:
    return ORDERS.get(key or "", NEWEST)


class Pages(Paginator):
    """Pages of keys, so that what comes first is found within an index; counts no further than `MOST_COUNTED`.

    `is_searched`: what words find is put in order whole, so that it is read once and counted here.
    """

    def __init__(self, needs: QuerySet[Need], per_page: int, *, is_searched: bool = False) -> None:
        keys: Any = needs.values_list("pk", flat=True)
        if is_searched:
            keys = list(keys[: MOST_COUNTED + 1])
        super().__init__(keys, per_page)
        found = len(keys) if is_searched else needs.order_by().values("pk")[: MOST_COUNTED + 1].count()
        self.is_more = found > MOST_COUNTED
        self.__dict__["count"] = min(found, MOST_COUNTED)


def count_text(pages: Pages) -> str:
    if pages.is_more:
        return _("mehr als %s Beiträge") % number_format(MOST_COUNTED, force_grouping=True)
    shown = number_format(pages.count, force_grouping=True)
    return ngettext("%(n)s Beitrag", "%(n)s Beiträge", pages.count) % {"n": shown}


def records(keys: list[int]) -> list[Need]:
    """What lists show of these needs, in the same order, in one query."""
    found = Need.objects.select_related("quarter", "field").defer("quarter__boundary", "quarter__description")
    by_key = found.in_bulk(keys)
    return [by_key[key] for key in keys if key in by_key]
