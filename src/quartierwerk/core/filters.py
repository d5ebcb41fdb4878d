"""What readers narrow a public list by: words and choices, all in the address; said again in its titles."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from .search.query import better_spelling
from .templatetags.ui import in_language

LONGEST_WORDS = 120


def asked(data: Any) -> dict[str, str]:
    """What stands in the address, the last value of each name, without the sign that no database takes."""
    values = data.dict() if isinstance(data, QueryDict) else data
    return {name: str(value).replace("\x00", "") for name, value in values.items()}


def offer(
    field: Any, all_label: str, choices: Iterable[tuple[Any, Any]], languages: Mapping[str, str] | None = None
) -> None:
    """Let a select choose one of these, or all; what is gone is refused in words. `languages` as in `ContentSelect`."""
    field.choices = [("", all_label), *choices]
    field.error_messages["invalid_choice"] = _("Das gibt es hier nicht. Bitte wählen Sie aus der Liste.")
    if languages:
        field.widget.languages = languages


class ListFilter(forms.Form):
    """A list is narrowed by `words` and by choices; those that are seldom made are `folded` away.

    A subclass gives what is `chosen`, and `chosen_labels` for the same in words.
    """

    folded: ClassVar[tuple[str, ...]] = ()
    """Names of fields."""

    q = forms.CharField(
        label=gettext_lazy("Was suchen Sie?"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.TextInput(attrs={"type": "search"}),
    )

    def __init__(self, data: Any) -> None:
        super().__init__(asked(data))
        self.words = self.data.get("q", "").strip()[:LONGEST_WORDS]

    @property
    def chosen(self) -> dict[str, str]:
        """What narrows, as it stands in the address; unknown values do not."""
        raise NotImplementedError

    def chosen_labels(self, spoken: str, town: str) -> list[tuple[str, str]]:
        """The choices in words, "" for those not made, each with its language: the reader's or the town's."""
        raise NotImplementedError

    @property
    def labels(self) -> list[str]:
        """The chosen in words, for titles."""
        return [label for label, _code in self._labels()]

    @property
    def marked_labels(self) -> list[SafeString]:
        """The same, each marked with its language where the interface speaks another."""
        return [in_language(label, code) for label, code in self._labels()]

    def _labels(self) -> list[tuple[str, str]]:
        spoken, town = get_language() or settings.LANGUAGE_CODE, settings.LANGUAGE_CODE
        words = _("„%s“") % self.words if self.words else ""
        return [
            (label, code) for label, code in (*self.chosen_labels(spoken, town), (words, spoken)) if label
        ]

    @property
    def main_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name not in self.folded]

    @property
    def more_fields(self) -> list[forms.BoundField]:
        """Those folded away that have something to choose from."""
        return [self[name] for name in self.folded if len(self.fields[name].choices) > 1]  # type: ignore[attr-defined]

    @property
    def has_more(self) -> bool:
        """Whether one of the choices that are folded away is made, or wrong."""
        return any(name in self.chosen or name in self.errors for name in self.folded)

    def better_spelling(self) -> str:
        """What may have been meant where the words are found nowhere."""
        return better_spelling(self.words, language=get_language()) if self.words else ""

    def respelled(self, here: str, **more: str) -> dict[str, str] | None:
        """The way out of an empty list where the words seem mistyped, for `empty_state.html`; as `address` otherwise."""
        better = self.better_spelling()
        if not better:
            return None
        return {
            "title": _("Nichts gefunden für „%s“") % self.words,
            "text": _("Meinten Sie „%s“?") % better,
            "url": self.address(here, q=better, **more),
            "action": _("Nach „%s“ suchen") % better,
        }

    def address(self, base: str, **more: str) -> str:
        """`base` with what is chosen, and `more`; an empty value of `more` leaves a choice out."""
        query = {name: value for name, value in {**self.chosen, **more}.items() if value}
        return f"{base}?{urlencode(query, safe=',')}" if query else base
