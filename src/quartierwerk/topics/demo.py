"""Sample data of this app for a demo town: fields of action, topics and one translation.

What is there already belongs to the editors and stays as it is.
"""

from typing import Any

from wagtail.models import Locale, Page, Site

from quartierwerk.core.demo import TownFolder

from .models import FieldOfAction, TopicIndexPage, TopicPage
from .sample_texts import blocks_from


def load(folder: TownFolder) -> None:
    """See `core.demo`."""
    data = folder.read("topics")
    for row in data.get("fields", []):
        FieldOfAction.objects.get_or_create(slug=row["slug"], defaults=row)
    index = index_page(TopicIndexPage, "themen", "Themen")
    for row in data.get("topics", []):
        if not TopicPage.objects.child_of(index).filter(slug=row["slug"]).exists():
            _add_topic(index, row)
    for row in data.get("translations", []):
        _translate(TopicPage.objects.child_of(index).get(slug=row["of"]), row)


def index_page(kind: type[Page], slug: str, title: str) -> Any:
    """The page below the German start page that holds pages of one kind; made where it is missing."""
    home = Site.objects.get(is_default_site=True).root_page
    found = kind.objects.child_of(home).first()
    if found is None:
        found = home.add_child(instance=kind(title=title, slug=slug, locale=home.locale))
        found.save_revision().publish()
    return found


def _add_topic(index: TopicIndexPage, row: dict[str, Any]) -> None:
    page = TopicPage(
        title=row["title"],
        slug=row["slug"],
        teaser=row["teaser"],
        body=blocks_from(row["body"]),
        locale=index.locale,
        live=False,
    )
    page.fields_of_action = FieldOfAction.objects.filter(slug__in=row["fields"])
    index.add_child(instance=page)
    page.save_revision().publish()


def _translate(original: TopicPage, row: dict[str, Any]) -> None:
    locale, _ = Locale.objects.get_or_create(language_code=row["language"])
    if original.has_translation(locale):
        return
    page = original.copy_for_translation(locale, copy_parents=True)
    page.title, page.slug, page.teaser = row["title"], row["slug"], row["teaser"]
    page.body = blocks_from(row["body"])
    page.save_revision().publish()
