"""What the fields show at first: the draft as the forms say it."""

import re
from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from quartierwerk.events.enums import OWN_LIST, Kind, RegistrationMode
from quartierwerk.events.series.repetition import WEEKDAYS, Repeats

from ..extract.draft import ContactDraft, Draft, EventDraft, NewsDraft, Phone, Registration, Value
from ..extract.rooms import room_and_house
from .directory import AS_WRITTEN, Directory
from .elsewhere import is_elsewhere, words
from .notes import is_mobile

SHORT = 300  # letters of a summary, a teaser, a note
NAME = 160
SAME_ROOM = 85  # of 100: the venue is that very room
SAME_PLACE = 60  # of 100: the venue itself in other words, no room of it
END_OF_DAY = time(23, 59)
MODES = {
    Registration.REQUIRED: RegistrationMode.REQUIRED,
    Registration.REQUESTED: RegistrationMode.ASKED,
}
# The first that is in the title decides.
KINDS = (
    (re.compile(r"konferenz|tagung|forum", re.I), Kind.CONFERENCE),
    (re.compile(r"quartiersbesuch|bürgermeister.*vor ort", re.I), Kind.VISIT),
    (re.compile(r"sprechstunde|beratung|sprechtag", re.I), Kind.CONSULTATION),
    (re.compile(r"workshop|werkstatt", re.I), Kind.WORKSHOP),
    (re.compile(r"(?<!ex)(?<!dis)kurs(?!aal)|training|gymnastik|schulung", re.I), Kind.COURSE),
    (
        re.compile(r"rundgang|spaziergang|wanderung|(?<!ein)(?<!auf)(?<!vor)führung|radtour|exkursion", re.I),
        Kind.WALK,
    ),
    (re.compile(r"vortrag|lesung|referat|infoabend|diskussion", re.I), Kind.TALK),
    (re.compile(r"fest\b|feier|markt|konzert|basar|trödel|kirmes", re.I), Kind.FEAST),
)
_TOWN = re.compile(r"(?P<street>.{0,200}?)[,\s]{0,9}\b(?P<code>\d{5})\s+(?P<city>[^\d,]+)$")
_RULE = re.compile(r"(?P<form>daily|weekly|biweekly|monthly):(?P<days>[-\dA-Z,]*)$")
_NTH = re.compile(r"(?P<nth>-?\d)(?P<day>[A-Z]{2})$")


def of_event(event: EventDraft, draft: Draft, known: Directory, today: date) -> dict[str, Any]:
    """Initial values of `ReviewEventForm`. `today`: the day the text was read on."""
    return {
        "title": event.title.value[:NAME],
        "kind": kind_of(event.title.value),
        **_when(event, draft, today),
        **_where(event, known),
        **_registration(event, known),
        **_words(event, draft, known),
        "price": shortened(_said(event.price) or "", 120),
    }


def of_news(news: NewsDraft, day: date, quarters: list[str]) -> dict[str, Any]:
    return {
        "teaser": shortened(_said(news.teaser) or (news.body[0].value if news.body else "")),
        "day": news.published.value if news.published else day,
        "body": "\n\n".join(each.value for each in news.body),
        "quarters": quarters,
    }


def of_contact(contact: ContactDraft) -> dict[str, Any]:
    numbers = [phone.value for phone in contact.phones]
    landlines = [each.full or each.written for each in numbers if not is_mobile(each.e164)]
    mobiles = [each.full or each.written for each in numbers if is_mobile(each.e164)]
    return {
        "name": contact.name.value[:120],
        "role": (_said(contact.role) or "")[:120],
        **_address(_said(contact.street_address) or ""),
        "phone": "".join(landlines[:1])[:40],
        "mobile": "".join(mobiles[:1])[:40],
        "email": contact.emails[0].value if contact.emails else "",
    }


def persons(draft: Draft) -> list[ContactDraft]:
    """Under the name of their office, and those whom an event names with a number or an address."""
    found = list(draft.contacts)
    for event in draft.events:
        is_new = event.contact and event.contact.value not in [each.name.value for each in found]
        if event.contact and is_new and (event.phones or event.emails):
            found.append(ContactDraft(event.contact, phones=event.phones, emails=event.emails))
    return found


def kind_of(title: str) -> str:
    return next((kind.value for words, kind in KINDS if words.search(title)), Kind.MEETING.value)


def shortened(text: str, most: int = SHORT) -> str:
    """At most so many letters, whole words, with a sign that something is left out."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0][: most - 1].rstrip(" ,;:–-") + "…"


def _said(value: Value[Any] | None) -> Any:
    return value.value if value else None


# -------------------------------------------------------------------------------------------------------- when
def _when(event: EventDraft, draft: Draft, today: date) -> dict[str, Any]:
    rule = repetition_of(_said(event.recurrence) or "") if is_series(event, draft) else {}
    if rule and event.dates:
        rule = rule | {"count": event.dates.value}
    if rule and event.excluded:
        rule = rule | {"exceptions": [each.value.isoformat() for each in event.excluded]}
    start, end = _said(event.start), _said(event.end)
    start_day = start.date() if isinstance(start, datetime) else start
    if start_day is None and rule:
        start_day = next_day(rule, today, {each.value for each in event.excluded})
    begins = start.time() if isinstance(start, datetime) else _said(event.start_time)
    ends = end.time() if isinstance(end, datetime) else _said(event.end_time)
    last = end.date() if isinstance(end, datetime) else end
    for_days = start_day is not None and last is not None and last != start_day
    is_whole = begins is None and for_days
    return {
        "start_day": start_day,
        "start_time": begins,
        "all_day": is_whole,
        "end_day": last if for_days else None,
        "end_time": None if is_whole else ends,
        **rule,
    }


def is_series(event: EventDraft, draft: Draft) -> bool:
    """Dates that are written one by one are events of their own, not a series each; without a date each is one."""
    if event.start is None:
        return event.recurrence is not None
    same = [each for each in draft.events if each.title.value == event.title.value and each.recurrence]
    return event.recurrence is not None and len(same) == 1


def repetition_of(code: str) -> dict[str, Any]:
    """`biweekly:WE`, `monthly:-1TH` … as the fields of the form; {} for what they cannot say."""
    found = _RULE.match(code)
    if not found:
        return {}
    days = [day for day in found["days"].split(",") if day]
    if found["form"] == "daily":
        return {"repeats": Repeats.DAILY}
    if found["form"] == "monthly":
        nths = [match for match in map(_NTH.match, days) if match]
        return (
            {
                "repeats": Repeats.MONTHLY_WEEKDAY,
                "weekdays": list(dict.fromkeys(match["day"] for match in nths)),
                "nths": list(dict.fromkeys(int(match["nth"]) for match in nths)),
            }
            if nths
            else {"repeats": Repeats.MONTHLY_DAY}
        )
    every = 2 if found["form"] == "biweekly" else 1
    return {"repeats": Repeats.WEEKLY, "every": every, "weekdays": [day for day in days if day in WEEKDAYS]}


def next_day(rule: dict[str, Any], today: date, excluded: Collection[date] = ()) -> date | None:
    """The first day from `today` that fits, as a suggestion where the text has no date."""
    days = (today + timedelta(days=number) for number in range(62))
    return next((day for day in days if _fits(day, rule) and day not in excluded), None)


def _fits(day: date, rule: dict[str, Any]) -> bool:
    weekdays, nths = rule.get("weekdays", []), rule.get("nths", [])
    if weekdays and WEEKDAYS[day.weekday()] not in weekdays:
        return False
    is_last = (day + timedelta(days=7)).month != day.month
    return not nths or (day.day - 1) // 7 + 1 in nths or (-1 in nths and is_last)


# ------------------------------------------------------------------------------------------------------- where
def _where(event: EventDraft, known: Directory) -> dict[str, Any]:
    place, venue = _said(event.place) or "", known.venue(_said(event.venue), _said(event.place))
    quarter = known.quarter_names.get(" ".join((_said(event.quarter) or "").casefold().split()))
    quarter = quarter or known.venue_quarters.get(venue or "")
    found: dict[str, Any] = {"quarters": [quarter] if quarter else []}
    if venue:
        own = dict(known.venues)[venue]
        return found | {"venue": venue, "room": _room(place, own)[:120]}
    street = _said(event.street_address) or ""
    return found | {"place_name": place[:NAME], **({} if street == place else _address(street))}


def _room(place: str, venue: str) -> str:
    """“Raum 204 im Rathaus”: the room that the venue's own name does not say; what is no name of the venue at all is one, too."""
    room, _house = room_and_house(place)
    is_named = fuzz.token_set_ratio(place.casefold(), venue.casefold()) >= SAME_PLACE
    if not is_named and not room:
        return place
    return "" if fuzz.partial_ratio(room.casefold(), venue.casefold()) >= SAME_ROOM else room


def _address(written: str) -> dict[str, str]:
    """“Am Markt 4, 45525 Hattingen” → its parts."""
    found = _TOWN.match(written.strip())
    if not found:
        return {"street": written[:120]}
    return {"street": found["street"][:120], "postal_code": found["code"], "city": found["city"].strip()[:80]}


# ------------------------------------------------------------------------------------------------ registration
def contact_of(event: EventDraft, known: Directory) -> Any:
    return known.contact(
        _said(event.contact),
        [phone.value for phone in event.phones],
        [email.value for email in event.emails],
    )


def _registration(event: EventDraft, known: Directory) -> dict[str, Any]:
    contact, deadline = contact_of(event, known), _said(event.registration_deadline)
    mode = _mode(event, known, contact)
    return {
        "contact": str(contact.pk) if contact else AS_WRITTEN if whom(event) else "",
        "registration_mode": mode,
        "capacity": _said(event.capacity),
        "registration_closes_at": datetime.combine(deadline, END_OF_DAY) if deadline else None,
        "registration_note": shortened(_how(event, mode)),
    }


def _mode(event: EventDraft, known: Directory, contact: Any) -> RegistrationMode:
    if is_elsewhere(event, known.town, contact.name if contact else ""):
        return RegistrationMode.ELSEWHERE
    return MODES.get(event.registration.value, RegistrationMode.NONE)


def _how(event: EventDraft, mode: RegistrationMode) -> str:
    """The words of the text, or whom to ask."""
    if mode == RegistrationMode.ELSEWHERE:
        return words(event, whom(event))
    return (_said(event.registration_how) or whom(event)) if mode in OWN_LIST else ""


def whom_else(event: EventDraft, known: Directory) -> str:
    """Whom the text names, where that is nobody of the directory."""
    return "" if contact_of(event, known) else whom(event)


def whom(event: EventDraft) -> str:
    """“Uta Muster, 02324 204-5552, muster@…”."""
    numbers = [_in_brackets(_as_dialled(phone.value)) for phone in event.phones]
    mails = [email.value for email in event.emails]
    return ", ".join(part for part in (_said(event.contact), *numbers, *mails) if part)


def _as_dialled(phone: Phone) -> str:
    """With the area code of the number before it, with “App. 12”."""
    return phone.written if phone.written.startswith(phone.full) else phone.full


def _in_brackets(number: str) -> str:
    """Without the bracket of which the text closes the other only later."""
    return number if number.count("(") == number.count(")") else number.strip("() ")


# ------------------------------------------------------------------------------------------------------- words
def _words(event: EventDraft, draft: Draft, known: Directory) -> dict[str, str]:
    news = draft.news[event.news] if event.news < len(draft.news) else None
    paragraphs = [each.value for each in event.description]
    summary = _said(event.summary) or (news and _said(news.teaser)) or "".join(paragraphs[:1])
    return {
        "summary": shortened(summary or event.title.value),
        "description": "\n\n".join([*paragraphs, *_further(event, known, " ".join(paragraphs))]),
    }


def _further(event: EventDraft, known: Directory, said: str) -> list[str]:
    """What no other field takes, where the description does not say it anyway; as the text has it."""
    lines = []
    where = _said(event.registration_how) or ""
    is_said_there = _mode(event, known, contact_of(event, known)) != RegistrationMode.NONE
    if not is_said_there and where not in said:
        lines.append(where)
    if event.doors and "inlass" not in said:
        lines.append(_("Einlass ab %s Uhr.") % event.doors.value.isoformat("minutes"))
    lines += [link.value for link in event.links if link.value not in said]
    return lines
