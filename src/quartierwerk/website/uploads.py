"""What a video and its captions must be, and the sentences that say so."""

from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.translation import gettext as _

LARGEST_VIDEO = 200 * 2**20


def _beginning(file: File, length: int) -> bytes:
    file.seek(0)
    begun: bytes = file.read(length)
    file.seek(0)
    return begun


def check_video(file: File) -> None:
    """MP4 (ISO 14496-12: `ftyp` in the fifth byte) or WebM (EBML), at most `LARGEST_VIDEO` bytes."""
    if (file.size or 0) > LARGEST_VIDEO:
        raise ValidationError(_("Das Video ist zu groß. Höchstens 200 MB sind möglich."))
    begun = _beginning(file, 12)
    if begun[4:8] != b"ftyp" and begun[:4] != b"\x1a\x45\xdf\xa3":
        raise ValidationError(_("Diese Datei ist kein Video als MP4 oder WebM."))


def check_captions(file: File) -> None:
    """WebVTT begins with its name, after an optional byte order mark."""
    if not _beginning(file, 9).removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT"):
        raise ValidationError(_("Diese Datei enthält keine Untertitel im Format WebVTT."))
