"""Shared reads: what the public may see of places."""

from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import Lower
from django.shortcuts import get_object_or_404

from quartierwerk.people.models import Contact, Role, RoleAssignment

from .models import District, Quarter, Venue


def public_quarters() -> QuerySet[Quarter]:
    """For lists and maps, with districts and aliases; without the large boundaries."""
    return (
        Quarter.objects.public()
        .defer("boundary", "description")
        .prefetch_related(Prefetch("districts", queryset=District.objects.defer("boundary")), "aliases")
    )


def public_quarter(slug: str) -> Quarter:
    """The quarter with everything its page shows, or 404."""
    quarters = Quarter.objects.public().defer("boundary").annotate(has_outline=has_outline("pk"))
    return get_object_or_404(
        quarters.prefetch_related(
            Prefetch("districts", queryset=District.objects.defer("boundary")), "aliases", "venues"
        ),
        slug=slug,
    )


def has_outline(quarter: str) -> Exists:
    """Whether the quarter whose key stands in the field `quarter` has an outline, its own or its districts'."""
    outlined = Q(boundary__isnull=False) | Q(districts__boundary__isnull=False)
    return Exists(Quarter.objects.public().filter(outlined, pk=OuterRef(quarter)))


def contacts_of(quarter: Quarter) -> list[Contact]:
    """Whom to call about a quarter: those it names, else the town's first contact."""
    own = Quarter.contacts.through.objects.filter(contact=OuterRef("pk"), quarter=quarter)
    public = Contact.objects.public().select_related("photo").annotate(is_own=Exists(own))
    found = list(public.filter(Q(is_own=True) | Q(is_main=True)))
    return [contact for contact in found if contact.is_own] or found


def public_venues(*, quarter: Quarter | None = None, step_free: bool = False) -> QuerySet[Venue]:
    """Venues with their quarter; `step_free` keeps those known to be so."""
    venues = Venue.objects.select_related("quarter").defer("quarter__boundary", "quarter__description")
    if quarter:
        venues = venues.filter(quarter=quarter)
    venues = venues.order_by(Lower("name"), "pk")
    return venues.filter(step_free=Venue.Access.YES) if step_free else venues


def public_venue(slug: str) -> Venue:
    return get_object_or_404(public_venues().annotate(is_in_outline=has_outline("quarter")), slug=slug)


def quarters_one_may_write_about() -> QuerySet[Quarter]:
    return Quarter.objects.public().defer("boundary", "description")


def quarters_worked_for(user: Any) -> QuerySet[Quarter] | None:
    """The quarters to which a manager is limited; None for everybody who works for all of them."""
    limited = RoleAssignment.objects.filter(user=user, role=Role.NEIGHBOURHOOD_MANAGER, everywhere=False)
    if user.is_superuser or not limited.exists():
        return None
    return Quarter.objects.filter(staff__in=limited).defer("boundary", "description")
