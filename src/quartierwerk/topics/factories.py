"""Test fields of action, notices and topic pages."""

from typing import Any

import factory
from factory.django import DjangoModelFactory
from wagtail.models import Locale, Page

from .models import FieldOfAction, Notice, StandardPage, TopicIndexPage, TopicPage


class FieldOfActionFactory(DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Handlungsfeld {n}")
    slug = factory.Sequence(lambda n: f"handlungsfeld-{n}")

    class Meta:
        model = FieldOfAction


class NoticeFactory(DjangoModelFactory):
    title = "Sprechstunde fällt aus"
    text = "Am Dienstag ist das Büro geschlossen."

    class Meta:
        model = Notice


def language(code: str) -> Locale:
    return Locale.objects.get_or_create(language_code=code)[0]


def published(parent: Page, page: Any) -> Any:
    """The page under its parent, published as an editor does it: with a revision."""
    live = page.live
    page.live = False
    parent = Page.objects.get(pk=parent.pk)
    parent.add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
    return type(page).objects.get(pk=page.pk)


def topic(
    title: str = "Altersarmut", *, fields: list | None = None, parent: Page | None = None, **values: Any
) -> TopicPage:
    page = TopicPage(title=title, locale=language(values.pop("language", "de")), **values)
    page.fields_of_action = fields or []
    return published(parent or TopicIndexPage.objects.first(), page)


def standard_page(parent: Page, title: str = "Über uns", **values: Any) -> StandardPage:
    return published(
        parent, StandardPage(title=title, locale=language(values.pop("language", "de")), **values)
    )


def translated(page: Any, code: str = "en", *, live: bool = True, **values: Any) -> Any:
    """A real translation of the page, its parents mirrored where nobody translated them."""
    copy = page.copy_for_translation(language(code), copy_parents=True)
    for name, value in values.items():
        setattr(copy, name, value)
    revision = copy.save_revision()
    if live:
        revision.publish()
    return type(page).objects.get(pk=copy.pk)
