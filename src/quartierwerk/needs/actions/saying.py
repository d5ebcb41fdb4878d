"""Saying what should change: by whatever way it comes, it is kept by the same rule."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction

from quartierwerk.core import audit, clock
from quartierwerk.events.models import Event
from quartierwerk.people.actions import find_or_create_person
from quartierwerk.people.models import Person
from quartierwerk.people.rules import Reachable
from quartierwerk.places.models import Quarter, Venue
from quartierwerk.topics.models import FieldOfAction

from .. import notifications, queries, rules
from ..enums import CameBy, EntryKind, Kind, State, Visibility
from ..models import Entry, InternalNote, Need, NeedSettings, Photo
from ..pictures import thumbnail_of
from .references import next_reference


@dataclass(frozen=True)
class Place:
    """Where it is: a point (WGS 84, degrees), words, a quarter or a venue; any of them may be missing."""

    latitude: float | None = None
    longitude: float | None = None
    name: str = ""
    quarter: Quarter | None = None
    venue: Venue | None = None


@dataclass(frozen=True)
class Said:
    """What somebody says; `photos` are cleaned files (`core.uploads.cleaned_image`) with what is to be seen."""

    title: str
    text: str = ""
    kind: str = Kind.PROBLEM
    field: FieldOfAction | None = None
    place: Place = Place()
    shown_name: str = ""
    photos: Sequence[tuple[UploadedFile, str]] = ()


def say(*, said: Said, submission_key: uuid.UUID | None = None, **how: Any) -> Need:
    """Keep it under a number of its own, show it where the town moderates afterwards, and say that it arrived.

    `how` is as `_keep` takes it. The same key again is the same need, also of two that come at the same moment: the
    database keeps the key once, and the second finds what the first kept. Raises ValidationError with the reason where
    nothing is said.
    """
    key = submission_key or uuid.uuid4()
    sent_before = Need.objects.filter(submission_key=key)
    try:
        return sent_before.first() or _keep(said=said, submission_key=key, **how)
    except IntegrityError:
        if known := sent_before.first():
            return known
        raise


@transaction.atomic
def _keep(
    *,
    said: Said,
    submission_key: uuid.UUID,
    given: Reachable | None = None,
    person: Person | None = None,
    came_by: str = CameBy.FORM,
    by: Any = None,
    event: Event | None = None,
    language: str = "de",
    looked_at_first: bool = False,
    remark: str = "",
) -> Need:
    """`looked_at_first`: it waits for the moderation, also where the town looks afterwards. `remark` is for the team."""
    if reason := rules.why_not_said(said.title, said.text):
        raise ValidationError(reason)
    if given and given.named.name and person is None:
        person = find_or_create_person(given=given.named, language=language)
    now, settings = clock.now(), NeedSettings.load()
    need = Need(
        reference=next_reference(settings.shown_prefix),
        kind=said.kind,
        title=" ".join(said.title.split()),
        text=said.text.strip(),
        language=language,
        field=said.field,
        person=person,
        shown_name=said.shown_name,
        came_by=came_by,
        taken_by=by,
        event=event,
        submission_key=submission_key,
        received_at=now,
        changed_at=now,
        **_where(said.place),
        **({} if looked_at_first else _shown_at(now, settings)),
    )
    # The database keeps the constraints; asking it about each of them beforehand took a third of the time.
    need.clean_fields(exclude=["person", "taken_by", "event", "field", "quarter", "venue"])
    need.save()
    _keep_photos(need, said.photos)
    Entry.objects.create(need=need, kind=EntryKind.RECEIVED, state=need.state, at=now)
    if remark:
        InternalNote.objects.create(need=need, text=remark, by=None)
    audit.record("need said", need, by=by, on_behalf_of=by and person, came_by=came_by)
    notifications.received(need)
    return need


def _keep_photos(need: Need, photos: Sequence[tuple[UploadedFile, str]]) -> None:
    for order, (file, alt) in enumerate(photos):
        Photo.objects.create(need=need, file=file, thumbnail=thumbnail_of(file), alt=alt, order=order)


def _shown_at(now: datetime, settings: NeedSettings) -> dict[str, Any]:
    if settings.moderation == NeedSettings.Moderation.BEFORE:
        return {}
    return {"state": State.PUBLISHED, "visibility": Visibility.PUBLIC, "published_at": now}


def _where(place: Place) -> dict[str, Any]:
    """A point leads to its quarter where none was chosen; outside of all boundaries it is outside the town."""
    quarter, is_outside = place.quarter, False
    if place.latitude is not None and place.longitude is not None:
        found, is_outside = queries.where_is(place.latitude, place.longitude)
        quarter = quarter or found
    return {
        "latitude": place.latitude,
        "longitude": place.longitude,
        "place_name": place.name,
        "quarter": quarter or (place.venue.quarter if place.venue else None),
        "venue": place.venue,
        "is_outside": is_outside,
    }
