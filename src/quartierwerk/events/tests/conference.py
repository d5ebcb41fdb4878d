"""A conference with a full programme, invented after a real one, for tests of the sheet and the page."""

from datetime import timedelta
from typing import Any

from quartierwerk.core import clock
from quartierwerk.events import actions, factories
from quartierwerk.events.enums import AgendaKind, Kind, RegistrationMode
from quartierwerk.events.models import Event, Organiser
from quartierwerk.people.factories import ContactFactory
from quartierwerk.places.factories import VenueFactory
from quartierwerk.places.models import Venue

local = factories.local
DAY = (2026, 10, 8)


def conference(**values: Any) -> Event:
    """Thursday, 8 October 2026, 16 to 19 o'clock: seven points, three of them workshops at the same time."""
    options = {
        "slug": "armutskonferenz",
        "kind": Kind.CONFERENCE,
        "summary": "Alt, arm, allein? Was Nachbarschaft gegen Altersarmut und Einsamkeit tun kann.",
        "description": "Eingeladen sind alle, die etwas tun wollen.\n\nFür Essen und Getränke ist gesorgt.",
        "starts_at": local(*DAY, 16),
        "ends_at": local(*DAY, 19),
        "price": "kostenlos",
        "registration_mode": RegistrationMode.ASKED,
        "offers_sign_language": True,
        "contact": ContactFactory(
            name="Dana Muster", department="Soziales und Wohnen", phone="(02324) 204 5502"
        ),
        "room": "Großer Sitzungssaal",
        **({} if "venue" in values else {"venue": _town_hall()}),
        **values,
    }
    made = factories.event(options.pop("title", "3. Armutskonferenz"), **options)
    Organiser.objects.create(event=made, name="Stadt Hattingen, Fachbereich Soziales und Wohnen")
    _add_programme(made)
    return made


def _town_hall() -> Venue:
    return VenueFactory(
        name="Rathaus",
        street="Rathausplatz 1",
        postal_code="45525",
        city="Hattingen",
        step_free="yes",
        accessible_toilet="yes",
        induction_loop="partly",
        stop="Rathaus",
    )


def over(**values: Any) -> Event:
    """An event that ended an hour ago and asks for feedback."""
    start = clock.now() - timedelta(hours=4)
    options = {"starts_at": start, "ends_at": start + timedelta(hours=3), "asks_feedback": True, **values}
    return factories.event("Nachbarschaftscafé", **options)


def seen(event: Event) -> Event:
    """The event as a request reads it."""
    return Event.objects.get(pk=event.pk)


def _add_programme(event: Event) -> None:
    rows = [
        (AgendaKind.WELCOME, "Begrüßung", (16, 0), (16, 15), "Dirk Glaser, Bürgermeister"),
        (AgendaKind.TALK, "Grundsicherung im Alter: Zahlen und Gesichter", (16, 15), (16, 45), "Mara Beispiel, Sozialforscherin\nJan Muster, Sozialamt"),
        (AgendaKind.BREAK, "Kaffee und Begegnung", (16, 45), (17, 0), ""),
        (AgendaKind.WORKSHOP, "Nachbarn erreichen", (17, 0), (18, 15), "Bürgerverein Beispiel"),
        (AgendaKind.WORKSHOP, "Grundsicherungsleistungsempfängerberatung", (17, 0), (18, 15), "Jan Muster, Sozialamt"),
        (AgendaKind.WORKSHOP, "Gemeinsam am Tisch", (17, 0), (18, 0), ""),
        (AgendaKind.CLOSING, "Was wir mitnehmen", (18, 15), (19, 0), "Mara Beispiel, Sozialforscherin"),
    ]  # fmt: skip
    for order, (kind, title, start, end, people) in enumerate(rows):
        is_workshop = kind == AgendaKind.WORKSHOP
        factories.AgendaItemFactory(
            event=event,
            sort_order=order,
            kind=kind,
            title=title,
            description=f"Darum geht es bei „{title}“." if is_workshop else "",
            starts_at=local(*DAY, *start),
            ends_at=local(*DAY, *end),
            room=f"Raum {order}" if is_workshop else "",
            people=people,
            needs_choice=is_workshop,
            capacity=12 if is_workshop else None,
        )


def register(event: Event, **values: Any):
    """Somebody with a place."""
    return (
        factories.registration(event, wish=actions.Wish(**values))
        if values
        else factories.registration(event)
    )
