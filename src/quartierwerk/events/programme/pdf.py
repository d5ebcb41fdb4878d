"""The programme of an event as a tagged PDF file (PDF/UA-1), in A4 and in large print.

A file is kept under a digest of everything that stands in it: it is built once a change, however many programs fetch
it, and the size told beside a link is that of the file.
"""

import hashlib
import io
import json
from functools import cache as once
from typing import Any

import segno
from django.core.cache import cache
from django.utils import translation
from django.utils.translation import gettext as _

from quartierwerk.core import clock, pdf
from quartierwerk.core.models import Town
from quartierwerk.places.models import Venue
from quartierwerk.places.presentation import access_facts

from .. import queries
from ..enums import AgendaKind, RegistrationMode, Stage
from ..feeds.plain_words import page_url
from ..models import Event, Occurrence
from ..presentation import offers
from ..series import recurrence
from ..words import about, moved, when, where
from ..words.elsewhere import registered_elsewhere
from ..words.whom_to_call import Phone, phone_for
from . import timetable

KEPT_SECONDS = 7 * 24 * 3600
MOST_DATES = 6
SHORT = 400  # characters of a description that stands before the programme, not behind it
FITS_ON_A_PAGE = 900  # characters of one point, also in large print
TEMPLATE = "programme"


def programme_pdf(event: Event, *, large: bool = False) -> bytes:
    """The file, in the language of the event's texts; `large` prints nothing below 18 pt."""
    return programme_pdfs(event)[large]


def programme_pdfs(event: Event) -> tuple[bytes, bytes]:
    """In A4 and in large print, from one reading of the event."""
    with translation.override(event.language):
        town = Town.load()
        data = _sheet(event, town)
    files = files_of(data, town)
    a4, large_print = (kept(TEMPLATE, {**data, "large": large}, files) for large in (False, True))
    return a4, large_print


def digest(*content: bytes) -> str:
    """A name for exactly this content."""
    return hashlib.blake2b(b"".join(content), digest_size=16).hexdigest()


# ------------------------------------------------------------------------------------------------- shared by both sheets
def kept(template: str, data: dict[str, Any], files: dict[str, bytes]) -> bytes:
    """Build the file, or answer the one that was built from the same words and pictures."""
    said = json.dumps(data, sort_keys=True).encode()
    key = f"pdf:{digest(_sources(), said, *files.values())}"
    content = cache.get(key)
    if content is None:
        content = pdf.render(template, data, files=files)
        cache.set(key, content, timeout=KEPT_SECONDS)
    return content


def files_of(data: dict[str, Any], town: Town) -> dict[str, bytes]:
    """The pictures of a sheet: the QR code of its address, and the logo where there is one."""
    code = io.BytesIO()
    segno.make(data["url"], error="m").save(code, kind="svg", border=0)
    logo = pdf.town_logo(town)
    return {"code.svg": code.getvalue()} | ({"logo.png": logo} if logo else {})


def frame(event: Event, town: Town, coming: list[Occurrence], *, url: str) -> dict[str, Any]:
    """What both sheets say of town, event and address; call it in the language of the sheet."""
    return {
        "title": event.title,
        "language": event.language.partition("-")[0],
        "town": {
            "name": town.official_name,
            "platform": f"{town.platform_name} {town.name}",
            "colour": town.primary_colour,
            "has_logo": town.logo_id is not None,
            "logo_alt": _("Logo: %s") % town.official_name,
        },
        "kind": str(event.get_kind_display()),
        "sample": _("Erfundenes Beispiel") if event.is_sample else "",
        "when": when_lines(event, coming),
        "url": url,
        "url_shown": url.partition("://")[2].rstrip("/"),
        "url_alt": _("QR-Code mit der Adresse %s") % url,
        "page_of": _("Seite {page} von {pages}"),
    }


def when_lines(event: Event, coming: list[Occurrence]) -> list[str]:
    """The date, or the next ones of a series."""
    lines = [when.unbroken(when.of(event, date, with_year=True)) for date in coming[:MOST_DATES]]
    if len(coming) > MOST_DATES:
        lines.append(_("Weitere Termine stehen im Internet."))
    return lines or [when.unbroken(when.of(event, with_year=True))]


def coming_dates(event: Event) -> list[Occurrence]:
    """Of a series the next dates, one more than are named; of a single date none."""
    return list(queries.coming_dates(event, clock.now())[: MOST_DATES + 1]) if event.is_series else []


# --------------------------------------------------------------------------------------------------------- the programme
def _sheet(event: Event, town: Town) -> dict[str, Any]:
    phone = phone_for(event)
    number = unbroken(phone.number) if phone else ""
    coming = coming_dates(event)
    shared = frame(event, town, coming, url=page_url(event))
    told = about.beyond_summary(event)
    facts = [
        (_("Wann"), shared["when"]),
        (_("Wo"), _where(event)),
        (_("Barrierefreiheit"), _access(event, number)),
        (_("Kosten"), [event.price]),
        (_("Veranstalter"), [organiser.name for organiser in event.organisers.all()] or [town.official_name]),
    ]
    return {
        **shared,
        "notice": _notice(event),
        "lead": event.summary,
        "facts": [
            {"label": label, "lines": said}
            for label, lines in facts
            if (said := [line for line in lines if line])
        ],
        **_registration(event, phone, is_over=not coming and is_over(event)),
        "url_hint": _("Im Internet:"),
        "programme_title": _("Programm"),
        "parallel": _("Zur gleichen Zeit"),
        "days": [_day(day) for day in timetable.days(event.agenda.all(), with_year=True)],
        "about_title": _("Worum es geht"),
        "about": _paragraphs(told),
        "about_is_short": len(told) <= SHORT,
    }


def _day(day: timetable.Day) -> dict[str, Any]:
    slots = [
        {"time": slot.time, "is_parallel": slot.is_parallel, "points": [_point(p) for p in slot.shown]}
        for slot in day.slots
    ]
    return {"title": day.title, "slots": slots}


def _point(point: timetable.Point) -> dict[str, Any]:
    item = point.item
    small = [point.kind, point.time, item.room]
    if item.needs_choice and item.capacity:
        small.append(_("%d Plätze") % item.capacity)
    return {
        "title": item.title,
        "small": " · ".join(word for word in small if word),
        "paragraphs": _paragraphs(item.description),
        "people": item.people_lines,
        "is_break": item.kind == AgendaKind.BREAK,
        "is_long": len(item.description) + len(item.people) > FITS_ON_A_PAGE,
    }


def _notice(event: Event) -> str:
    if event.stage == Stage.CANCELLED:
        return _("Abgesagt: %s") % event.stage_reason
    if announced := moved.announced(event, None, with_year=True):
        return " ".join([_("Verlegt. Angekündigt war: %s.") % announced, event.stage_reason]).strip()
    return ""


def _where(event: Event) -> list[str]:
    lines = [where.name(event), event.room, where.address(event)]
    if event.online_url:
        shown = where.screen(event) or _("Den Zugang bekommen Angemeldete.")
        lines.append(_("Am Bildschirm: %s") % shown)
    return lines


def _access(event: Event, phone: str) -> list[str]:
    """What is known of the place and offered at the event; who knows nothing is told whom to ask."""
    known = (
        [f"{fact['term']}: {fact['value']}" for fact in access_facts(event.venue) if _is_known(fact)]
        if event.venue
        else []
    )
    lines = [
        *known,
        event.venue.access_note if event.venue else "",
        ", ".join(offers(event)),
        event.access_note,
    ]
    ask = _("Was brauchen Sie, um teilzunehmen? Rufen Sie uns an: %s") % phone if phone else ""
    return lines if any(lines) else [ask]


def _is_known(fact: dict[str, Any]) -> bool:
    return str(fact["value"]) != str(Venue.Access.UNKNOWN.label)


def _registration(event: Event, phone: Phone | None, *, is_over: bool) -> dict[str, Any]:
    """How to register and whom to call; when it is over or cancelled only whom to call."""
    modes = {
        RegistrationMode.NONE: _("Sie brauchen keine Anmeldung. Kommen Sie einfach."),
        RegistrationMode.ASKED: _("Bitte melden Sie sich an."),
        RegistrationMode.REQUIRED: _("Sie können nur mit Anmeldung teilnehmen."),
        RegistrationMode.ELSEWHERE: registered_elsewhere(event),
    }
    is_open = event.stage != Stage.CANCELLED and not is_over
    is_asked = is_open and event.registration_mode != RegistrationMode.NONE
    lines = [modes[RegistrationMode(event.registration_mode)]] if is_open else []
    if is_asked and event.registration_closes_at:
        lines.append(_("Bis: %s") % when.moment(event.registration_closes_at, with_year=True))
    if phone and not (is_open and event.is_registered_elsewhere):  # nobody at the town hall registers for it
        lines.append(_("Telefon: %s") % unbroken(phone.number))
        lines.append(", ".join(part for part in (phone.label, phone.department) if part))
    title = _("Anmeldung") if is_asked else _("Noch Fragen?")
    return {"registration_title": title, "registration": lines}


def is_over(event: Event) -> bool:
    """Whether a single date is over; a series is when no date is coming."""
    return event.is_series or recurrence.span(event.starts_at, event.ends_at).over_at <= clock.now()


def unbroken(number: str) -> str:
    """A telephone number that stays in one line."""
    return number.replace(" ", "\u00a0")


def _paragraphs(text: str) -> list[list[str]]:
    """Paragraphs as lines; an empty line begins a new one."""
    blocks = text.replace("\r\n", "\n").split("\n\n")
    return [[line.strip() for line in block.strip().splitlines()] for block in blocks if block.strip()]


@once
def _sources() -> bytes:
    """The templates: a file built from older ones is not answered any more."""
    return b"".join(file.read_bytes() for file in sorted(pdf.TEMPLATES.glob("*.typ")))
