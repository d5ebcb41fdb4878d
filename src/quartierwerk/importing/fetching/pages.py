"""A page somebody names by its address becomes an announcement."""

from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from quartierwerk.core.rate_limits import RateLimit

from .. import actions, source_words
from ..enums import CameBy
from ..models import Announcement
from ..sources import Unreadable, read_apart
from .network import INTERNET, Network
from .reasons import sentence
from .requesting import Fetched, NotFetched, fetch
from .robots import Robots

PAGES_PER_HOUR = RateLimit("import-pages", per_hour=60)
LONGEST_URL = 500


def give_page(url: str, by: Any, *, network: Network = INTERNET) -> tuple[Announcement, bool]:
    """The announcement, and whether it is new. Raises ValidationError with the sentence where nothing could be read."""
    if not settings.IMPORT_PAGES:
        raise ValidationError(
            _("Seiten aus dem Internet zu lesen, ist hier abgeschaltet. Bitte fügen Sie den Text ein.")
        )
    if PAGES_PER_HOUR.is_exceeded_by(str(by.pk)):
        raise ValidationError(
            _("Sie haben in der letzten Stunde sehr viele Seiten gelesen. Bitte warten Sie etwas.")
        )
    page = fetch(url, network=network, why_not=Robots(network).why_not)
    if isinstance(page, NotFetched):
        raise ValidationError(sentence(page.reason))
    return actions.give(given=_given(page), by=by)


def _given(page: Fetched) -> actions.Given:
    name = PurePosixPath(unquote(urlsplit(page.url).path)).name
    try:
        read = read_apart(page.content, name, page.content_type)
    except Unreadable as unreadable:
        raise ValidationError(source_words.sentence(unreadable)) from unreadable
    return actions.Given(
        text=read.text,
        title=read.title,
        came_by=CameBy.PAGE,
        url=page.url if len(page.url) <= LONGEST_URL else "",
        published_on=read.published,
        hints=source_words.kept(read.hints),
    )
