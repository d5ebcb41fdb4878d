"""What readers narrow the calendar by: Quartier, kind, topic, audience, words. List and month share it."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.http import QueryDict
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from quartierwerk.core.search.query import better_spelling, keys_of
from quartierwerk.core.templatetags.ui import in_language
from quartierwerk.core.widgets import ContentSelect
from quartierwerk.places.models import Quarter
from quartierwerk.topics.models import TopicPage
from quartierwerk.topics.queries import original_slug, topics_by_original_slug

from ..enums import Kind
from ..models import Audience, Event, Occurrence
from ..queries import public_occurrences

LONGEST_WORDS = 120
KINDS = {
    "konferenz": Kind.CONFERENCE,
    "quartiersbesuch": Kind.VISIT,
    "treffen": Kind.MEETING,
    "vortrag": Kind.TALK,
    "workshop": Kind.WORKSHOP,
    "kurs": Kind.COURSE,
    "sprechstunde": Kind.CONSULTATION,
    "rundgang": Kind.WALK,
    "fest": Kind.FEAST,
    "sonstiges": Kind.OTHER,
}
"""Word in the address → kind."""


class CalendarFilter(forms.Form):
    """The chosen records are in `quarter`, `kind`, `topic`, `audience` (None for all), the typed words in `words`.

    As in the list of news a topic goes by the slug of its original, whoever reads.
    """

    q = forms.CharField(
        label=gettext_lazy("Was suchen Sie?"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    quartier = forms.ChoiceField(label=gettext_lazy("Quartier"), required=False, widget=ContentSelect)
    art = forms.ChoiceField(label=gettext_lazy("Art"), required=False)
    thema = forms.ChoiceField(label=gettext_lazy("Thema"), required=False, widget=ContentSelect)
    fuer = forms.ChoiceField(label=gettext_lazy("Für wen?"), required=False, widget=ContentSelect)

    def __init__(self, data: Any) -> None:
        self.quarters: dict[str, Quarter] = {q.slug: q for q in Quarter.objects.public().only("name", "slug")}
        self.topics: dict[str, TopicPage] = topics_by_original_slug()
        self.audiences: dict[str, Audience] = {audience.slug: audience for audience in Audience.objects.all()}
        data = data.dict() if isinstance(data, QueryDict) else dict(data)
        data = {name: value.replace("\x00", "") for name, value in data.items()}
        if data.get("thema"):
            data["thema"] = original_slug(data["thema"], self.topics)
        super().__init__(data)
        self.quarter = self.quarters.get(self.data.get("quartier", ""))
        self.kind = KINDS.get(self.data.get("art", ""))
        self.topic = self.topics.get(self.data.get("thema", ""))
        self.audience = self.audiences.get(self.data.get("fuer", ""))
        self.words = self.data.get("q", "").strip()[:LONGEST_WORDS]
        self._offer()

    def _offer(self) -> None:
        missing = _("Das gibt es hier nicht. Bitte wählen Sie aus der Liste.")
        kinds = [(word, kind.label) for word, kind in KINDS.items()]
        offers: list[tuple[str, str, list[tuple[str, Any]]]] = [
            ("quartier", _("Alle Quartiere"), [(q.slug, q.name) for q in self.quarters.values()]),
            ("art", _("Alle Arten"), kinds),
            ("thema", _("Alle Themen"), [(slug, topic.title) for slug, topic in self.topics.items()]),
            ("fuer", _("Alle"), [(a.slug, a.name) for a in self.audiences.values()]),
        ]
        for name, all_label, choices in offers:
            field = self.fields[name]
            field.choices = [("", all_label), *choices]  # type: ignore[attr-defined]
            field.error_messages["invalid_choice"] = missing
        written_in = {slug: topic.locale.language_code for slug, topic in self.topics.items()}
        self.fields["thema"].widget.languages = written_in

    @property
    def chosen(self) -> dict[str, str]:
        """What narrows, as it stands in the address; unknown values do not."""
        found = {
            "q": self.words,
            "quartier": self.quarter and self.quarter.slug,
            "art": self.kind and self.data["art"],
            "thema": self.topic and self.data["thema"],
            "fuer": self.audience and self.audience.slug,
        }
        return {name: value for name, value in found.items() if value}

    @property
    def has_more(self) -> bool:
        """Whether one of the choices that are folded away is made, or wrong."""
        return any(name in self.chosen or name in self.errors for name in ("art", "thema", "fuer"))

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
        found = [
            (self.quarter.name if self.quarter else "", town),
            (str(self.kind.label) if self.kind else "", spoken),
            (self.topic.title, self.topic.locale.language_code) if self.topic else ("", spoken),
            (self.audience.name if self.audience else "", town),
            (_("„%s“") % self.words if self.words else "", spoken),
        ]
        return [(label, code) for label, code in found if label]

    @property
    def main_fields(self) -> list[forms.BoundField]:
        return [self["q"], self["quartier"]]

    @property
    def more_fields(self) -> list[forms.BoundField]:
        """Those with something to choose from."""
        return [self[name] for name in ("art", "thema", "fuer") if len(self.fields[name].choices) > 1]  # type: ignore[attr-defined]

    def better_spelling(self) -> str:
        """What may have been meant where the words are found nowhere."""
        return better_spelling(self.words, language=get_language()) if self.words else ""

    def address(self, base: str, **more: str) -> str:
        """`base` with what is chosen, and `more`; an empty value of `more` leaves a choice out."""
        query = {name: value for name, value in {**self.chosen, **more}.items() if value}
        return f"{base}?{urlencode(query)}" if query else base

    def occurrences(self) -> QuerySet[Occurrence]:
        """The public dates that were asked for; those for the whole town belong to every quarter."""
        dates = public_occurrences().order_by()
        if self.kind:
            dates = dates.filter(event__kind=self.kind)
        if self.quarter:
            dates = for_quarter(dates, self.quarter)
        if self.topic:
            dates = about_topics(dates, [self.topic])
        if self.audience:
            audiences = Event.audiences.through.objects.filter(event=OuterRef("event"))
            dates = dates.filter(Exists(audiences.filter(audience=self.audience)))
        if (found := keys_of(self.words, kind="event", language=get_language())) is not None:
            dates = dates.filter(event__in=found)
        return dates


def for_quarter(dates: QuerySet[Occurrence], quarter: Quarter) -> QuerySet[Occurrence]:
    """Dates for the people of this quarter: its own, and those of the whole town."""
    quarters = Event.quarters.through.objects.filter(event=OuterRef("event"))
    return dates.filter(Exists(quarters.filter(quarter=quarter)) | ~Exists(quarters))


def about_topics(dates: QuerySet[Occurrence], topics: list[TopicPage]) -> QuerySet[Occurrence]:
    """Dates about any of the topics; a translated topic has those of its original."""
    pages = TopicPage.objects.filter(translation_key__in=[topic.translation_key for topic in topics])
    through = Event.topics.through.objects.filter(event=OuterRef("event"))
    return dates.filter(Exists(through.filter(topicpage__in=pages.order_by().values("pk"))))
