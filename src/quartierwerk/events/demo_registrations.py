"""Registrations of sample events, by people who do not exist; taken down as staff would, and nothing is mailed."""

import uuid
from typing import Any

from django.contrib.contenttypes.models import ContentType

from quartierwerk.core import clock
from quartierwerk.people.models import Channel, Notification
from quartierwerk.people.rules import Reachable

from . import actions
from .enums import CameBy, State
from .models import AgendaItem, Event, Registration

SAMPLE_MAIL = "Beispiel, wird nicht verschickt"
SAMPLE_CALL = "Beispiel, am Telefon gesagt"
_KEYS = uuid.UUID("6f1f0c52-0d38-4b7e-9a55-000000000300")
_REACHABLE = ("name", "email", "phone", "street", "postal_code", "city")


def load_registrations(event: Event, rows: list[dict[str, Any]]) -> None:
    for number, row in enumerate(rows):
        registration = _register(event, row, uuid.uuid5(_KEYS, f"{event.slug}/{number}"))
        if "cancelled" in row:
            actions.cancel_registration(registration=registration, reason=row["cancelled"])
    _keep_mail_here(event)


def _register(event: Event, row: dict[str, Any], key: uuid.UUID) -> Registration:
    return actions.register(
        event=event,
        occurrence=event.occurrences.all()[row["date"]] if "date" in row else None,
        given=Reachable(**{name: row.get(name, "") for name in _REACHABLE}),
        wish=actions.Wish(
            party_size=row["size"],
            party_names=row.get("names", []),
            needs=row.get("needs", []),
            needs_note=row.get("note", ""),
            workshops=list(AgendaItem.objects.filter(event=event, title__in=row.get("workshops", []))),
            answers={
                event.questions.get(text=text).pk: said for text, said in row.get("answers", {}).items()
            },
        ),
        submission_key=key,
        came_by=CameBy(row.get("by", CameBy.PHONE)),
    )


def _keep_mail_here(event: Event) -> None:
    """A mail that is done does not leave at the end of the transaction; who called was told on the phone."""
    confirmed = event.registrations.filter(state=State.CONFIRMED)
    about = Notification.objects.filter(
        about_type=ContentType.objects.get_for_model(Registration), done_on=None
    )
    mails = about.filter(about_id__in=event.registrations.values("pk"), channel=Channel.EMAIL)
    mails.update(done_on=clock.today(), result=SAMPLE_MAIL)
    calls = about.filter(about_id__in=confirmed.values("pk"), channel=Channel.PHONE)
    calls.update(done_on=clock.today(), result=SAMPLE_CALL)
