"""The forms of partners' feeds."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from quartierwerk.people.forms import line, one_line
from quartierwerk.places.models import Quarter

from ..fetching import sentence
from ..fetching.targets import Refused, target_of, with_scheme
from ..models import Feed

URL_LENGTH, NAME_LENGTH, REASON_LENGTH = 500, 120, 300
_ALSO_HTTPS = ("webcal://", "webcals://", "feed://")  # how programs hand calendars and feeds on to each other


class FeedForm(forms.Form):
    """A partner's address; the name may be left to what the feed calls itself."""

    url = forms.CharField(
        label=_("Adresse"),
        max_length=URL_LENGTH,
        help_text=_("Kalender (iCalendar, meist mit .ics am Ende) oder Nachrichten (RSS, Atom)."),
        error_messages={"required": _("Bitte geben Sie die Adresse ein.")},
        widget=forms.TextInput(
            attrs={"type": "url", "inputmode": "url", "autocomplete": "off", "spellcheck": "false"}
        ),
        validators=[one_line],
    )
    name = line(
        _("Wer bietet das an?"),
        length=NAME_LENGTH,
        autocomplete="off",
        help_text=_("Zum Beispiel der Name des Vereins. Leer: wie der Kalender sich selbst nennt."),
    )
    quarters = forms.ModelMultipleChoiceField(
        label=_("Quartiere"),
        queryset=Quarter.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Wird vorgeschlagen, wo der Text kein Quartier erkennen lässt."),
    )

    def __init__(self, data: Any = None, *, feed: Feed | None = None, **options: Any) -> None:
        known = {"url": feed.url, "name": feed.name, "quarters": feed.quarters.all()} if feed else {}
        super().__init__(data, initial=known, **options)
        self.feed = feed
        quarters = Quarter.objects.defer("boundary")
        self.fields["quarters"].queryset = quarters  # type: ignore[attr-defined]
        if not quarters.exists():
            del self.fields["quarters"]

    def clean_url(self) -> str:
        """As it is asked for; refused before anybody is asked."""
        url = with_scheme(self.cleaned_data["url"])
        for start in _ALSO_HTTPS:
            if url.lower().startswith(start):
                url = "https://" + url[len(start) :]
        try:
            target_of(url)
        except Refused as refused:
            raise forms.ValidationError(sentence(refused.reason)) from refused
        same = Feed.objects.filter(url=url)
        if (same.exclude(pk=self.feed.pk) if self.feed else same).exists():
            raise forms.ValidationError(str(Feed._meta.get_field("url").error_messages["unique"]))
        return url


class ChangeForm(forms.Form):
    """Why an event is at another time or place, or off; public."""

    reason = forms.CharField(
        label=_("Grund"),
        max_length=REASON_LENGTH,
        help_text=_("Alle Angemeldeten lesen ihn, und er steht auf der Seite."),
        error_messages={"required": _("Bitte nennen Sie den Grund.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        validators=[one_line],
    )
