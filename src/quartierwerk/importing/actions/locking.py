"""The row of an announcement, read anew and held until the transaction ends."""

from ..models import Announcement


def lock(announcement: Announcement) -> Announcement:
    return Announcement.objects.select_for_update(of=("self",)).get(pk=announcement.pk)
