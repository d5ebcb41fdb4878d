"""A line of the list of texts, and the links to what became of them."""

from collections.abc import Iterable
from typing import Any

from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext as _

from quartierwerk.events.models import Event
from quartierwerk.news.models import NewsPage

from ..enums import Decision, Part, State
from ..models import Announcement, Result
from ..naming import name_of, sender_of
from .words import news_and_events, to_check


def rows_of(announcements: list[Announcement], user: Any) -> list[dict[str, Any]]:
    """A handful of queries for all of them; no text is read by the grammar."""
    prefetch_related_objects(
        announcements, "feed", "results__event", "results__news__locale", "results__contact"
    )
    return [_row(each, user) for each in announcements]


def _row(announcement: Announcement, user: Any) -> dict[str, Any]:
    results = announcement.results.all()
    row = {
        "announcement": announcement,
        "title": name_of(announcement, results),
        **_origin(announcement),
        "waits": announcement.state == State.WAITING,
        "read": "",
        "doubts": "",
        "links": links_of(results, user) if announcement.state == State.TAKEN else [],
    }
    row["state"] = state_of(announcement, is_something=bool(row["links"]))
    said = announcement.read_as
    if row["waits"] and said:
        row["read"] = news_and_events(said["news"], said["events"]) or _("nichts gelesen")
        row["doubts"] = to_check(said["doubts"]) if said["doubts"] else ""
    return row


def state_of(announcement: Announcement, *, is_something: bool) -> str:
    """A text that was taken over and of which nothing became was put away."""
    is_away = announcement.state == State.TAKEN and not is_something
    return _("abgelegt") if is_away else str(announcement.get_state_display())


def _origin(announcement: Announcement) -> dict[str, str]:
    """`origin`: how it came; `beside`: its file, subject or page, and who sent it, where the name does not say so."""
    if announcement.feed:
        return {"origin": announcement.feed.name, "beside": ""}
    names = [announcement.title, sender_of(announcement.text)]
    said = [name for name in names if name and name != announcement.read_as.get("title")]
    return {"origin": announcement.get_came_by_display(), "beside": ", ".join(said)}


def links_of(results: Iterable[Result], user: Any) -> list[dict[str, str]]:
    """Where what was made of a text stands: `{"title", "what", "url", "desk_url", "edit_url"}`."""
    return [link for link in (link_of(result, user) for result in results) if link]


def link_of(result: Result, user: Any) -> dict[str, str] | None:
    if result.event:
        return _event_link(result, result.event, user)
    if result.news:
        return _news_link(result, result.news)
    if result.contact and result.decision == Decision.PUBLISH:
        return _said(result, result.contact.name, result.contact.get_absolute_url(), is_public=True)
    if result.part == Part.FIGURE and result.decision == Decision.DRAFT:
        said = _said(result, _("für die Kennzahlen aufgehoben"), "", is_public=False)
        return said | {"decision": _("noch nicht öffentlich")}
    return None


def _event_link(result: Result, event: Event, user: Any) -> dict[str, str]:
    from wagtail.admin.admin_url_finder import AdminURLFinder

    public = event.get_absolute_url() if event.is_public else ""
    return _said(result, event.title, public, is_public=event.is_public) | {
        "desk_url": reverse("events:desk_event", args=[event.pk]),
        "edit_url": AdminURLFinder(user).get_edit_url(event) or "",
    }


def _news_link(result: Result, news: NewsPage) -> dict[str, str]:
    public = news.url or "" if news.live else ""
    edit = reverse("wagtailadmin_pages:edit", args=[news.pk])
    return _said(result, news.title, public, is_public=news.live) | {"edit_url": edit}


def _said(result: Result, title: str, url: str, *, is_public: bool) -> dict[str, str]:
    return {
        "what": str(result.get_part_display()),
        "title": title,
        "url": url,
        "decision": str(_decided(result, is_public)),
        "desk_url": "",
        "edit_url": "",
    }


def _decided(result: Result, is_public: bool) -> str:
    """What became of it, in a word or two."""
    words = {
        Decision.THERE: _("war schon da"),
        Decision.CANCEL: _("abgesagt"),
        Decision.MOVE: _("verlegt"),
    }
    if result.decision in words:
        return words[Decision(result.decision)]
    return _("öffentlich") if is_public else _("Entwurf")
