"""What can be said, and what better not in public."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ..models.needs import TEXT_LENGTH, TITLE_LENGTH

SHORTEST = 3
# A German number as people write it: 0171 / 123 456 7, +49 (0)2324-204. Seven digits or more, so that prices and years pass.
_PHONE = re.compile(r"(?<![\w.,])(?:\+|00?)[1-9](?:[\s()/.–-]*\d){6,14}(?!\w)")
_EMAIL = re.compile(r"[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
# DE plates: one to three letters, one or two letters, up to four digits, with the space or hyphen that people write.
_PLATE = re.compile(r"\b[A-ZÄÖÜ]{1,3}[-– ][A-Z]{1,2}[-– ]?[1-9]\d{0,3}[EH]?\b")


@dataclass(frozen=True)
class PrivateDetail:
    """Something in a public text that tells about a person; `start` and `end` in the text, `kind` in words."""

    start: int
    end: int
    text: str
    kind: str


def why_not_said(title: str, text: str) -> str | None:
    if len(title.strip()) < SHORTEST:
        return _("Bitte sagen Sie in einem Satz, worum es geht.")
    if len(title) > TITLE_LENGTH:
        return title_too_long()
    if len(text) > TEXT_LENGTH:
        return text_too_long()
    return None


def title_too_long() -> str:
    return _("Der Titel ist zu lang. Bitte kürzen Sie ihn auf %d Zeichen.") % TITLE_LENGTH


def text_too_long() -> str:
    return _("Der Text ist zu lang. Bitte kürzen Sie ihn auf %d Zeichen.") % TEXT_LENGTH


def private_details(text: str) -> list[PrivateDetail]:
    """Phone numbers, mail addresses and number plates, in the order of the text; pointed out, never removed by us."""
    return sorted(_found(text), key=lambda detail: detail.start)


def _found(text: str) -> Iterator[PrivateDetail]:
    for pattern, kind in (
        (_PHONE, _("Telefonnummer")),
        (_EMAIL, _("E-Mail-Adresse")),
        (_PLATE, _("Kfz-Kennzeichen")),
    ):
        for match in pattern.finditer(text):
            yield PrivateDetail(match.start(), match.end(), match[0], kind)


def outside_town() -> str:
    """Said where a pin lies outside; it can still be sent."""
    return _(
        "Der gewählte Ort liegt außerhalb der Stadt. Sie können den Beitrag trotzdem abschicken; "
        "dann prüfen wir, wer zuständig ist."
    )
