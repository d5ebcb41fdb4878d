"""Text as it is searched: small letters without accents, so that a plain comparison finds “OZTURK” and “Öztürk”."""

import unicodedata
from typing import Any

from django.db import models

_STROKES = str.maketrans({"ł": "l", "ı": "i", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "’": "'"})


def folded(text: str) -> str:
    """`Öztürk-Weiß` → `ozturk-weiss`."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_STROKES))
    return "".join(c for c in plain if not unicodedata.combining(c))


class FoldedField(models.TextField):
    """Other fields of the row folded, one a line, kept with every save: `FoldedField("name", "email")`.

    Databases compare it as it is: no function runs on each row, and SQLite finds capital umlauts too.
    """

    def __init__(self, *of: str, **options: Any) -> None:
        self.of = of
        super().__init__(**{**options, "editable": False, "default": "", "blank": True})

    def deconstruct(self):
        name, path, _args, options = super().deconstruct()
        for implied in ("editable", "default", "blank"):
            options.pop(implied, None)
        return name, path, list(self.of), options

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        text = folded("\n".join(getattr(model_instance, name) for name in self.of))
        setattr(model_instance, self.attname, text)
        return text
