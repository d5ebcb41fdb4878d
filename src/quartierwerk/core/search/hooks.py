"""Keeps the index true at every save.

Signals are right here, and only here: the index is a copy of what is public, it holds no rule of its own, and
nobody who writes a thing should have to remember it. It is written in the same transaction, so that a thing and
its entry appear and vanish together. Wagtail's own signals cover what happens without a save of the page itself:
publishing (which also expiry and scheduling use), moving, a new address of a parent.
"""

from typing import Any

from django.apps import apps
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from . import index
from .registry import SearchKind, kind_of

_LINKS = {"post_add", "post_remove", "post_clear"}


def watch(kind: SearchKind) -> None:
    """Follows every change of a kind's model and of the models it depends on."""
    uid = f"search-{kind.key}"
    post_save.connect(_saved, sender=kind.model, dispatch_uid=uid)
    post_delete.connect(_deleted, sender=kind.model, dispatch_uid=uid)
    m2m_changed.connect(_linked, dispatch_uid="search-links")
    for model, things in kind.depends.items():
        _watch_dependency(model, things, f"{uid}-{model.__name__}")
    for signal in (page_published, page_unpublished):
        signal.connect(_page_changed, dispatch_uid="search-page")
    for signal in (page_slug_changed, post_page_move):
        signal.connect(_page_moved, dispatch_uid="search-page-moved")
    for signal in (post_save, post_delete):
        signal.connect(_restricted, sender=PageViewRestriction, dispatch_uid="search-restriction")


def _watch_dependency(model: type[Model], things: Any, uid: str) -> None:
    def changed(sender: object, instance: Model, raw: bool = False, **kwargs: object) -> None:  # noqa: ARG001
        for thing in [] if raw else things(instance):
            index.update(thing)

    post_save.connect(changed, sender=model, weak=False, dispatch_uid=uid)
    post_delete.connect(changed, sender=model, weak=False, dispatch_uid=uid)


def _saved(sender: type[Model], instance: Model, raw: bool = False, **kwargs: object) -> None:  # noqa: ARG001
    if not raw:
        index.update(instance)


def _deleted(sender: type[Model], instance: Model, **kwargs: object) -> None:  # noqa: ARG001
    index.remove(sender, [instance.pk])


def _linked(sender: object, instance: Any, action: str, model: Any, pk_set: Any, **kwargs: object) -> None:  # noqa: ARG001
    if action not in _LINKS:
        return
    if kind_of(type(instance)):
        index.update(instance)
    if pk_set and kind_of(model):
        index.update_keys(model, pk_set)


def _page_changed(sender: type[Page], instance: Page, **kwargs: object) -> None:  # noqa: ARG001
    index.update(instance.specific)


def _restricted(sender: object, instance: PageViewRestriction, **kwargs: object) -> None:  # noqa: ARG001
    _page_moved(type(instance.page), instance.page)


def _page_moved(sender: type[Page], instance: Page, **kwargs: object) -> None:  # noqa: ARG001
    """A page's address holds those of its parents."""
    if apps.ready:
        for page in Page.objects.descendant_of(instance, inclusive=True).specific():
            index.update(page)
