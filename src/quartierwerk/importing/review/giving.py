"""The form by which a text comes in: pasted, as a file, or from an address."""

import contextlib
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .. import actions, source_words
from ..actions import Given
from ..enums import CameBy
from ..fetching import give_page
from ..models import Announcement
from ..sources import ReadText, Unreadable, is_page_source, read_apart
from ..sources.result import MOST_BYTES
from ..sources.sentences import Reason
from .fields import Lines

ACCEPTED = ".txt,.html,.htm,.docx,.odt,.pdf,.eml"
LONGEST_ADDRESS = 500
WAYS = ("text", "file", "url")


class GiveForm(forms.Form):
    """One of three ways, and a day; `give` keeps the text."""

    text = forms.CharField(
        label=gettext_lazy("Text"),
        required=False,
        strip=False,
        widget=Lines(attrs={"rows": 10, "autofocus": True}),
        help_text=gettext_lazy("Pressemitteilung, Mail oder alte Seite: einfach alles hier einfügen."),
    )
    file = forms.FileField(
        label=gettext_lazy("Oder eine Datei"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        help_text=gettext_lazy("Word (.docx), OpenDocument (.odt), PDF, E-Mail (.eml), HTML oder Text."),
    )
    url = forms.URLField(
        label=gettext_lazy("Oder die Adresse einer Seite"),
        required=False,
        max_length=LONGEST_ADDRESS,
        assume_scheme="https",
    )
    day = forms.DateField(
        label=gettext_lazy("Von welchem Tag ist der Text?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("Von da an zählt „morgen“. Leer: heute, oder was im Text steht."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if not settings.IMPORT_PAGES:
            del self.fields["url"]

    def clean_file(self) -> Any:
        """Before a byte of it is read."""
        file = self.cleaned_data["file"]
        if file and file.size > MOST_BYTES:
            too_big = Unreadable(Reason.TOO_BIG, most=f"{MOST_BYTES // 2**20} MB")
            raise ValidationError(source_words.sentence(too_big))
        return file

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        used = [name for name in WAYS if said.get(name) is not None and str(said[name]).strip()]
        if not used and not self.errors:
            self.add_error("text", _("Bitte fügen Sie einen Text ein, oder wählen Sie eine Datei."))
        if len(used) > 1:
            self.add_error(used[1], _("Bitte geben Sie nur eins an: den Text oder die Datei."))
        said["way"] = used[0] if used else "text"
        return said

    def give(self, by: Any) -> tuple[Announcement, bool] | None:
        """Of a valid form: the announcement, and whether it is new; None where the field now tells why not."""
        way = self.cleaned_data["way"]
        try:
            if way == "url":
                return give_page(self.cleaned_data["url"], by)
            return actions.give(given=self._pasted() if way == "text" else self._file(), by=by)
        except Unreadable as unreadable:
            self.add_error(way, source_words.sentence(unreadable))
        except ValidationError as error:
            self.add_error(way, error)
        return None

    def _pasted(self) -> Given:
        """The source of a page is read as its file would be; where that gives nothing, as any text."""
        text = self.cleaned_data["text"]
        if is_page_source(text):
            with contextlib.suppress(Unreadable):
                page = read_apart(text.encode(), content_type="text/html; charset=utf-8")
                return Given(page.text, title=page.title, **self._read(page))
        return Given(text, **self._day())

    def _file(self) -> Given:
        file = self.cleaned_data["file"]
        read = read_apart(file.read(), file.name, file.content_type or "")
        return Given(read.text, title=read.title or file.name, came_by=CameBy.FILE, **self._read(read))

    def _read(self, read: ReadText) -> dict[str, Any]:
        hints = source_words.kept(read.hints)
        return {"hints": hints, "published_on": read.published, **self._day()}

    def _day(self) -> dict[str, Any]:
        day = self.cleaned_data.get("day")
        return {"published_on": day, "read_on": day} if day else {}
