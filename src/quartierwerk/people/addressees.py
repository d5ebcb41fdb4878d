"""Whom or what a message can be about: contacts here, quarters and more from higher apps.

`/kontakt/schreiben/<kind>/<slug>/` finds the thing through this list; the desk asks it who works for what.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet
from django.http import Http404
from django.urls import reverse

from .models import Contact


@dataclass(frozen=True)
class Addressee:
    """One kind of thing people can write about.

    `public()` are the things anybody may write about, found by `slug`; `responsible_for(user)` are those a
    manager of named quarters works for, or None where every member of the desk does.
    """

    key: str
    public: Callable[[], QuerySet]
    responsible_for: Callable[[Any], QuerySet | None] = lambda user: None  # noqa: ARG005


_addressees: dict[str, Addressee] = {}


def register(addressee: Addressee) -> None:
    _addressees[addressee.key] = addressee


def find(key: str, slug: str) -> Model:
    """The thing, or 404."""
    if key not in _addressees:
        raise Http404(key)
    thing = _addressees[key].public().filter(slug=slug).first()
    if thing is None:
        raise Http404(slug)
    return thing


def write_url(thing: Any) -> str:
    """Where people write about this thing."""
    model = type(thing)
    key = next(a.key for a in _addressees.values() if a.public().model is model)
    return reverse("people:write_about", args=[key, thing.slug])


def somebody_elses(user: Any) -> Q:
    """What is about things the user does not work for, as a condition on `about_type` and `about_id`."""
    others = Q(pk__in=[])
    for addressee in _addressees.values():
        own = addressee.responsible_for(user)
        if own is not None:
            kind = ContentType.objects.get_for_model(own.model)
            others |= Q(about_type=kind) & ~Q(about_id__in=own.values("pk"))
    return others


register(Addressee("ansprechperson", public=lambda: Contact.objects.public()))
