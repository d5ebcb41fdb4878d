"""Photos under moderation: shown or not, and made unrecognisable where people or plates are to be seen."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models.fields.files import FieldFile

from quartierwerk.core import audit
from quartierwerk.core.refusals import refuse

from .. import rules
from ..blurring import Area, blurred, smaller
from ..enums import PhotoState
from ..models import Photo
from .locking import lock


@transaction.atomic
def drop_photo(*, photo: Photo, by: Any) -> Photo:
    """Show it no longer; the file stays for the team until the need is deleted."""
    photo = _locked(photo)
    refuse(rules.why_not_photo_dropped(photo))
    photo.state = PhotoState.DROPPED
    photo.save(update_fields=["state"])
    audit.record("photo dropped", photo.need, by=by)
    return photo


@transaction.atomic
def show_photo(*, photo: Photo, by: Any) -> Photo:
    photo = _locked(photo)
    refuse(rules.why_not_photo_shown(photo))
    photo.state = PhotoState.SHOWN
    photo.save(update_fields=["state"])
    audit.record("photo shown", photo.need, by=by)
    return photo


@transaction.atomic
def blur_photo(*, photo: Photo, areas: Sequence[Area], by: Any) -> Photo:
    """Write it anew with these areas unrecognisable; the first file is deleted with the commit.

    Deleted, for nobody needs it any more: whoever moderates has seen it, the town has no purpose for the faces and
    plates of others (Art. 5 (1) c DSGVO), and what does not exist cannot be shown by mistake.
    """
    photo = _locked(photo)
    refuse(rules.why_not_blurred(areas))
    before, thumbnail = photo.file.name, photo.thumbnail.name
    file = blurred(photo.file, areas)
    if thumbnail:
        photo.thumbnail = smaller(file, _size_of(photo.thumbnail))
    photo.file, photo.is_blurred = file, True
    photo.save()
    audit.record("photo blurred", photo.need, by=by, areas=len(areas))
    storage = photo.file.storage
    transaction.on_commit(lambda: [storage.delete(name) for name in (before, thumbnail) if name])
    return photo


def _size_of(picture: FieldFile) -> tuple[int, int]:
    return picture.width, picture.height  # type: ignore[attr-defined]


def _locked(photo: Photo) -> Photo:
    need = lock(photo.need)
    found = need.photos.get(pk=photo.pk)
    found.need = need
    return found
