"""What the page of an event shows."""

from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from quartierwerk.core import clock
from quartierwerk.core.context import Link, breadcrumbs
from quartierwerk.core.pages import SHARE_FORMAT
from quartierwerk.core.templatetags.ui import content_lang, filled, in_language
from quartierwerk.news.models import NewsPage
from quartierwerk.places import presentation as places

from .. import presentation, rules
from ..dates.queries import PAGE_IMAGE, Dates, dates_of, load_labels, news_about, related_dates
from ..enums import Stage, Status
from ..feeds import json_ld
from ..models import Event, Occurrence
from ..series.text import recurrence_text
from ..words import about, moved, when, where
from . import afterwards, calendar_links, programme, registration
from .sections import sections_of

PARTS = (registration, programme, afterwards, calendar_links)
BADGES = {**presentation.BADGES, Status.ANNOUNCED: "info", Status.OVER: ""}


def context(event: Event, day: date | None) -> dict[str, Any]:
    """Context of `events/event.html` for the date on this day, or the usual one; what the parts add comes with it."""
    load_labels(event)
    dates, now = dates_of(event, day), clock.now()
    found = {
        "event": event,
        "occurrence": dates.shown,
        "when": _when(event, dates, now),
        "status": _status(event, dates.shown, now),
        "notices": notices(event, dates, now),
        "is_ahead": _is_ahead(event, dates, now),
        "tags": _tags(event),
        "facts": _facts(event, is_over=bool(dates.shown and dates.shown.is_over(now))),
        "offers": _offers(event),
        "dates": _dates(event, dates, now),
        "related": [_card(each, now) for each in related_dates(event)],
        "news": [_news(page) for page in news_about(event)],
        "image": event.image.get_rendition(PAGE_IMAGE) if event.image else None,
        "share_picture": event.image.get_rendition(SHARE_FORMAT) if event.image else None,
        "content_lang": content_lang(event.language),
        "is_untranslated": bool(content_lang(event.language)),
        "description": places.paragraphs(told) if (told := about.beyond_summary(event)) else "",
        "breadcrumbs": breadcrumbs(
            (_("Termine"), reverse("events:list")), Link(event.title, "", lang=content_lang(event.language))
        ),
        "json_ld": json_ld.script(event, dates.shown),
        **_where(event),
    }
    for part in PARTS:
        found |= part.context(event, dates.shown)
    return {**found, "sections": sections_of(event, dates.shown)}


# ----------------------------------------------------------------------------------------------------------- when, where
def _when(event: Event, dates: Dates, now: datetime) -> dict[str, Any]:
    """The sentence in one piece, and in two lines where it is about one day."""
    shown = dates.shown
    if shown is None:
        text, day = when.moment(event.starts_at), when.day_of(event.starts_at)
        return {"date": day, "text": text, "lines": [text], "near": ""}
    day = when.day_of(shown.starts_at)
    text = when.of(event, shown)
    lines = when.parts(shown.starts_at, shown.ends_at, all_day=event.all_day)
    return {
        "date": day,
        "text": text,
        "lines": [when.unbroken(line) for line in ([f"{lines[0]},", lines[1]] if lines[1] else [text])],
        "near": "" if shown.is_over(now) or shown.is_cancelled else when.near(day),
    }


def _where(event: Event) -> dict[str, Any]:
    venue = event.venue
    if venue:
        venue.is_in_outline = event.venue_has_outline  # type: ignore[attr-defined]  # as places.queries annotates it
    return {
        "venue": venue,
        "address": where.address(event) if where.name(event) else where.town(event),
        "access_facts": places.access_facts(venue) if venue and not places.nobody_checked(venue) else [],
        "has_map": places.venue_needs_a_map(venue) if venue else False,
        "base_map": places.base_map(),
        "is_online": bool(event.online_url),
    }


# ------------------------------------------------------------------------------------------------------- how it stands
def _status(event: Event, occurrence: Occurrence | None, now: datetime) -> dict[str, str]:
    status = rules.status(event, now, occurrence)
    told = presentation.status_text(event, occurrence, status)
    return {"text": _("findet statt") if status == Status.ANNOUNCED else told, "kind": BADGES[status]}


def _is_ahead(event: Event, dates: Dates, now: datetime) -> bool:
    """Whether somebody may still want it in a calendar: this date, or another of the series."""
    ways = [dates.shown, *dates.coming]
    return event.stage != Stage.CANCELLED and not all(o and (o.is_over(now) or o.is_cancelled) for o in ways)


def notices(event: Event, dates: Dates, now: datetime) -> list[dict[str, str]]:
    """What must be seen first: it does not take place, or at another time, or is over."""
    shown, found = dates.shown, []
    if dates.asked_for_another:
        found.append(_notice("info", _("An diesem Tag ist kein Termin"), _("Hier sehen Sie den nächsten.")))
    if event.stage == Stage.CANCELLED:
        return [
            *found,
            _notice("danger", _("Diese Veranstaltung ist abgesagt"), _reason(event, event.stage_reason)),
        ]
    if shown and shown.is_cancelled:
        return [
            *found,
            _notice("danger", _("Dieser Termin fällt aus"), _reason(event, shown.reason), _other(dates)),
        ]
    if shown and shown.is_over(now):
        text = _("Diese Veranstaltung ist vorbei.") if not dates.coming else _("Dieser Termin ist vorbei.")
        return [*found, _notice("info", text, "", _other(dates))]
    if shown and rules.is_moved(event, shown):
        return [*found, _moved(event, shown)]
    return found


def _moved(event: Event, occurrence: Occurrence) -> dict[str, str]:
    is_elsewhere = not event.is_series and event.moved_from_place
    text = _("Der Termin war für %(old)s angekündigt. Jetzt ist er: %(new)s.") % {
        "old": moved.announced(event, occurrence),
        "new": ", ".join([when.of(event, occurrence), *([where.whole(event)] if is_elsewhere else [])]),
    }
    reason = _reason(event, occurrence.reason or event.stage_reason)
    return _notice(
        "warning", _("Dieser Termin ist verlegt"), filled("%s %s", text, reason) if reason else text
    )


def _reason(event: Event, reason: str) -> str:
    return filled(_("Grund: %s"), in_language(reason, event.language)) if reason else ""


def _notice(kind: str, title: str, text: str, link: Link | None = None) -> dict[str, str]:
    return {
        "kind": kind,
        "title": title,
        "text": text,
        "url": link.url if link else "",
        "link_text": link.label if link else "",
    }


def _other(dates: Dates) -> Link | None:
    """The next date of a series that takes place."""
    for other in dates.coming:
        if other != dates.shown and not other.is_cancelled:
            text = when.of(other.event, other)
            return Link(_("Nächster Termin: %s") % text, presentation.date_url(other))
    return None


# --------------------------------------------------------------------------------------------------- facts, dates, links
def _facts(event: Event, *, is_over: bool) -> list[dict[str, Any]]:
    organisers = [{"label": organiser.name, "url": organiser.url} for organiser in event.organisers.all()]
    audiences = [{"label": audience.name, "url": ""} for audience in event.audiences.all()]
    price = [{"label": event.price, "url": ""}] if event.price else []
    note = event.registration_note if is_over else ""  # before it, the form says it
    repeats = [{"label": text, "url": ""}] if (text := recurrence_text(event)) else []
    found = [
        {"term": _("Wiederholt sich"), "values": repeats, "lang": ""},
        {"term": _("Für wen?"), "values": audiences, "lang": content_lang()},
        {"term": _("Kosten"), "values": price, "lang": content_lang(event.language)},
        {"term": _("Veranstalter"), "values": organisers, "lang": content_lang()},
        {
            "term": _("Anmeldung"),
            "values": [{"label": note, "url": ""}] if note else [],
            "lang": content_lang(event.language),
        },
    ]
    return [fact for fact in found if fact["values"]]


def _offers(event: Event) -> list[str]:
    languages = event.offers_translation
    if not languages:
        return presentation.offers(event)
    return [*presentation.aids(event), filled(_("Übersetzung: %s"), in_language(languages, event.language))]


def _tags(event: Event) -> list[dict[str, str]]:
    here = reverse("events:list")
    quarters = [{"label": q.name, "url": f"{here}?quartier={q.slug}"} for q in event.quarters.all()]
    return [*quarters, *({"label": t.title, "url": f"{here}?thema={t.slug}"} for t in event.topics.all())]


def _dates(event: Event, dates: Dates, now: datetime) -> list[dict[str, Any]]:
    """The coming dates of a series, this one marked."""
    if not event.is_series:
        return []
    return [
        {
            "text": when.of(event, each),
            "url": presentation.date_url(each),
            "is_shown": each == dates.shown,
            "badge": presentation.badge(event, each, now),
        }
        for each in dates.coming
    ]


def _card(occurrence: Occurrence, now: datetime) -> dict[str, str]:
    event = occurrence.event
    badge = presentation.badge(event, occurrence, now) or {}
    return {
        "title": event.title,
        "url": presentation.date_url(occurrence),
        "meta": when.unbroken(when.of(event, occurrence)),
        "teaser": where.short(event),
        "badge": badge.get("text", ""),
        "badge_kind": badge.get("kind", ""),
        "lang": content_lang(event.language),
    }


def _news(page: NewsPage) -> dict[str, Any]:
    return {
        "title": page.title,
        "url": page.url,
        "date": page.date,
        "lang": content_lang(page.locale.language_code),
    }
