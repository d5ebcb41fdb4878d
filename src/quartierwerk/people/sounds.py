"""How names sound (Kölner Phonetik), so that who says “Meier” on the phone is found as Mayer, Maier or Meyr."""

import unicodedata
from typing import Any

from cologne_phonetics import encode
from django.db import models

SHORTEST = 3  # letters; a shorter word sounds like too much
_PLAIN = str.maketrans(
    {"ł": "l", "Ł": "L", "ı": "i", "ø": "ö", "Ø": "Ö", "đ": "d", "Đ": "D", "’": "", "'": ""}
)
_GERMAN = "äöüÄÖÜß"


def sounds_of(name: str) -> str:
    """The sounds of every word between blanks, such as ` 076 1815 `, to be searched for ` 1815 `.

    Empty where nothing is heard, as in digits.
    """
    codes = [code for _, code in encode(_plain(name)) if code]
    return f" {' '.join(codes)} " if codes else ""


def _plain(text: str) -> str:
    """Without accents and strokes that German does not have; ä, ö, ü and ß stay."""
    return "".join(
        c if c in _GERMAN else unicodedata.normalize("NFKD", c)[:1]
        for c in unicodedata.normalize("NFC", text).translate(_PLAIN)
    )


class SoundsField(models.CharField):
    """The sounds of another field, kept with every save: `SoundsField("name")`."""

    def __init__(self, of: str = "name", **options: Any) -> None:
        self.of = of
        super().__init__(**{"max_length": 250, **options, "editable": False, "default": "", "blank": True})

    def deconstruct(self):
        name, path, args, options = super().deconstruct()
        for implied in ("editable", "default", "blank"):
            options.pop(implied, None)
        return name, path, args, {**options, "of": self.of}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        sounds = sounds_of(getattr(model_instance, self.of))[: self.max_length]
        setattr(model_instance, self.attname, sounds)
        return sounds
