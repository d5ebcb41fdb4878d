"""The inbox: which mails are shown, a need made of one, or one set aside."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quartierwerk.people.forms import line
from quartierwerk.people.models import Person

from ..models import InboundMail, MailAttachment, Need
from ..models.photos import MOST_PHOTOS
from .forms import DeskWords


class MailFilter(forms.Form):
    """Which mails of the inbox are shown; anything unknown falls back to what waits."""

    state = forms.ChoiceField(
        label=gettext_lazy("Stand"),
        required=False,
        choices=[
            ("", gettext_lazy("wartet")),
            ("taken", gettext_lazy("aufgenommen")),
            ("aside", gettext_lazy("zur Seite gelegt")),
        ],
    )
    q = forms.CharField(label=gettext_lazy("Absender oder Text"), required=False, max_length=80)


class MailNeedForm(DeskWords):
    """A need made of a mail: the words are there already, and so may be the person."""

    NOBODY, SENDER = "nobody", "sender"

    person = forms.ChoiceField(
        label=gettext_lazy("Wer hat geschrieben?"), widget=forms.RadioSelect, initial=SENDER
    )
    photos = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Fotos übernehmen"),
        queryset=MailAttachment.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    field_order = ["title", "text", "photos", "place_name", "quarter", "kind", "field", "person"]

    def __init__(
        self,
        data: Any = None,
        *,
        mail: InboundMail,
        known: QuerySet[Person],
        ways: dict[int, str],
        **options: Any,
    ) -> None:
        super().__init__(data, **options)
        self.mail, self.known = mail, {str(person.pk): person for person in known}
        self.fields["text"].widget.attrs["rows"] = 10
        self.fields["person"].choices = self._people(ways)  # type: ignore[attr-defined]
        self.fields["person"].initial = next(iter(self.known), self.SENDER if mail.sender else self.NOBODY)
        attachments = mail.attachments.all()
        self.fields["photos"].queryset = attachments  # type: ignore[attr-defined]
        self.fields["photos"].initial = [each.pk for each in attachments[:MOST_PHOTOS]]
        if not attachments:
            del self.fields["photos"]

    def _people(self, ways: dict[int, str]) -> list[tuple[str, str]]:
        found = [(pk, f"{person.name} ({ways[person.pk]})") for pk, person in self.known.items()]
        if self.mail.sender:
            name = self.mail.sender_name or _("Ohne Namen")
            found.append((self.SENDER, _("neu eintragen: %s") % f"{name}, {self.mail.sender}"))
        return [*found, (self.NOBODY, _("niemand; es geht keine Antwort hinaus"))]

    def clean_photos(self) -> list[MailAttachment]:
        photos = list(self.cleaned_data["photos"])
        if len(photos) > MOST_PHOTOS:
            raise ValidationError(_("Bitte wählen Sie höchstens %d Fotos.") % MOST_PHOTOS)
        return photos

    @property
    def taken(self) -> dict[str, Any]:
        values = self.cleaned_data
        return {
            "said": self.said(),
            "photos": values.get("photos", []),
            "person": self.known.get(values["person"]),
            "from_sender": values["person"] == self.SENDER,
        }


class JoinForm(forms.Form):
    """The number of the need to which a mail belongs; `needs` are those that may be seen."""

    reference = line(
        gettext_lazy("Zu welchem Beitrag?"),
        length=20,
        autocomplete="off",
        missing=gettext_lazy("Bitte nennen Sie die Nummer."),
        help_text=gettext_lazy("Die Nummer, zum Beispiel HAT-2026-0042."),
    )

    def __init__(self, *args: Any, needs: QuerySet[Need], **options: Any) -> None:
        super().__init__(*args, **options)
        self.needs = needs

    def clean_reference(self) -> Need:
        found = self.needs.filter(reference__iexact=self.cleaned_data["reference"].strip()).first()
        if found is None:
            raise ValidationError(_("Unter dieser Nummer gibt es keinen Beitrag."))
        return found


class AsideForm(forms.Form):
    reason = line(
        gettext_lazy("Grund"),
        length=300,
        autocomplete="off",
        missing=gettext_lazy("Bitte nennen Sie den Grund."),
        help_text=gettext_lazy("Zum Beispiel: Werbung, gehört woanders hin, schon beantwortet. Nur intern."),
    )
