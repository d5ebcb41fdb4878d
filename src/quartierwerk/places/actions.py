"""Writes places: imports of boundaries and streets. All or nothing, audited."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from quartierwerk.core import audit, clock
from quartierwerk.core.slugs import free_slug

from .directory import Row
from .models import District, PendingImport, Quarter, StreetRange
from .plans import BoundaryChange, BoundaryPlan, State

_KEEP_UPLOADS = timedelta(days=1)


@transaction.atomic
def import_boundaries(*, plan: BoundaryPlan, model: type[District] | type[Quarter], by: Any = None) -> None:
    """Writes what the plan says; areas that are not in the file stay as they are."""
    slugs = set(model._default_manager.values_list("slug", flat=True))
    for change in plan.changes:
        if change.state != State.SAME:
            _write(change, model, slugs, by)
    audit.record(
        "places.import_boundaries",
        by=by,
        into=model._meta.model_name,
        new=len(plan.new),
        changed=len(plan.changed),
    )


def _write(change: BoundaryChange, model: type[District] | type[Quarter], slugs: set[str], by: Any) -> None:
    row = change.target or model(name=change.area.name, slug=free_slug(change.area.name, slugs.__contains__))
    slugs.add(row.slug)
    row.boundary = change.area.boundary
    row.latitude, row.longitude = change.area.latitude, change.area.longitude
    row.centre_is_approximate = False
    if isinstance(row, District) and change.area.code:
        row.code = change.area.code
    row.full_clean()
    row.save()
    log(row, "wagtail.edit" if change.target else "wagtail.create", user=by)


@transaction.atomic
def import_streets(*, rows: Iterable[Row], by: Any = None) -> int:
    """Replaces the whole street directory by the rows of a file; answers how many there are now."""
    StreetRange.objects.all().delete()
    made = StreetRange.objects.bulk_create([_street_range(row) for row in rows], batch_size=500)
    audit.record("places.import_streets", by=by, count=len(made))
    return len(made)


def _street_range(row: Row) -> StreetRange:
    return StreetRange(
        street=row.street,
        street_key=row.key,
        first=row.span.first,
        last=row.span.last,
        side=row.span.side,
        postal_code=row.postal_code,
        district_id=row.district,
    )


@transaction.atomic
def keep_for_confirmation(*, kind: str, content: bytes, options: dict[str, Any], by: Any) -> PendingImport:
    """Holds an uploaded file until somebody has seen what it would change; drops what was never confirmed."""
    PendingImport.objects.filter(at__lt=clock.now() - _KEEP_UPLOADS).delete()
    return PendingImport.objects.create(kind=kind, content=content, options=options, by=by)


@transaction.atomic
def forget_upload(*, pending: PendingImport) -> None:
    pending.delete()
