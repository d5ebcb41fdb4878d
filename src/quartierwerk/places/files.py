"""What the readers of uploaded files (boundaries, street directory) have in common."""

from django.utils.translation import gettext as _

MAX_REASONS = 10


class FileError(Exception):
    """The file cannot be used; `reasons` are sentences for the reader, at most `MAX_REASONS` and one more."""

    def __init__(self, reasons: list[str]) -> None:
        rest = len(reasons) - MAX_REASONS
        more = [_("… und %(number)d weitere Fehler.") % {"number": rest}] if rest > 0 else []
        self.reasons = reasons[:MAX_REASONS] + more
        super().__init__(" ".join(self.reasons))


class FaultError(Exception):
    """One reason, while a line or a feature is being read."""


def text_of(raw: bytes) -> str:
    """UTF-8 or UTF-16 by its mark, else Windows-1252, which every byte of older tools is."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")
