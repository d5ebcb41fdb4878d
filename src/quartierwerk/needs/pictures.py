"""Photos of needs: how large they may come, and how large they are kept."""

from django.core.files.base import File
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile

from quartierwerk.core import uploads

MAX_PHOTO_BYTES = 50 * 2**20
LONGEST_SIDE = 2048
LONGEST_SIDE_OF_THUMBNAIL = 640


def cleaned_photo(upload: UploadedFile) -> SimpleUploadedFile:
    """As a need keeps it: without hidden data, at most 2048 px; ValidationError says why not."""
    uploads.check_size(upload, MAX_PHOTO_BYTES)
    return uploads.cleaned_image(upload, longest=LONGEST_SIDE)


def thumbnail_of(photo: File) -> SimpleUploadedFile:
    """At most 640 px, from a photo that is cleaned already."""
    photo.seek(0)
    small = uploads.cleaned_image(photo, longest=LONGEST_SIDE_OF_THUMBNAIL)  # type: ignore[arg-type]  # a name and bytes suffice
    photo.seek(0)
    return small
