"""The page tree of a demo town: start page in German and English, and the pages that hold news and topics."""

from typing import Any

from django.conf import settings
from django.utils.translation import override
from wagtail.models import Locale, Page

from quartierwerk.core.demo import TownFolder
from quartierwerk.news.models import NewsIndexPage
from quartierwerk.topics.models import TopicIndexPage

from .models import HomePage
from .site import serve_from


def load(folder: TownFolder) -> None:
    """See `core.demo`. Pages that are there already belong to the editors and stay as they are."""
    words = folder.read("website")
    for code, _name in settings.LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    home = _home(words["home"][settings.LANGUAGE_CODE])
    _index(home, NewsIndexPage, "aktuelles", words["site"]["news"])
    _index(home, TopicIndexPage, "themen", words["site"]["topics"])
    for code, translated in words["home"].items():
        if code != settings.LANGUAGE_CODE:
            _translate(home, Locale.objects.get(language_code=code), translated)


def _home(words: dict[str, str]) -> HomePage:
    german = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    home = HomePage.objects.filter(locale=german).first()
    if home is None:
        root = Page.get_first_root_node()
        home = root.add_child(instance=HomePage(slug="start", locale=german, **_tidied(words)))
        home.save_revision().publish()
    serve_from(home)
    return home


def _index(home: HomePage, kind: type[Page], slug: str, title: str) -> None:
    if not kind.objects.child_of(home).exists():
        page = home.add_child(instance=kind(title=title, slug=slug, locale=home.locale))
        page.save_revision().publish()


def _translate(home: HomePage, locale: Locale, words: dict[str, str]) -> None:
    if home.has_translation(locale):
        return
    translation = home.copy_for_translation(locale)
    for name, value in _tidied(words).items():
        setattr(translation, name, value)
    with override(locale.language_code):
        translation.save_revision().publish()


def _tidied(words: dict[str, Any]) -> dict[str, str]:
    return {name: value.strip() for name, value in words.items()}
