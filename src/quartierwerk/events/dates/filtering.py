"""What readers narrow the calendar by: Quartier, kind, topic, audience, words. List and month share it."""

from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from quartierwerk.core.filters import ListFilter, asked, offer
from quartierwerk.core.search.query import keys_of
from quartierwerk.core.widgets import ContentSelect
from quartierwerk.places.models import Quarter
from quartierwerk.topics.models import TopicPage
from quartierwerk.topics.queries import as_choices, original_slug, topics_by_original_slug

from ..enums import Kind
from ..models import Audience, Event, Occurrence
from ..queries import public_occurrences

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


class CalendarFilter(ListFilter):
    """The chosen records are in `quarter`, `kind`, `topic`, `audience` (None for all), the typed words in `words`.

    As in the list of news a topic goes by the slug of its original, whoever reads.
    """

    folded = ("art", "thema", "fuer")

    quartier = forms.ChoiceField(label=gettext_lazy("Quartier"), required=False, widget=ContentSelect)
    art = forms.ChoiceField(label=gettext_lazy("Art"), required=False)
    thema = forms.ChoiceField(label=gettext_lazy("Thema"), required=False, widget=ContentSelect)
    fuer = forms.ChoiceField(label=gettext_lazy("Für wen?"), required=False, widget=ContentSelect)

    def __init__(self, data: Any) -> None:
        self.quarters: dict[str, Quarter] = {q.slug: q for q in Quarter.objects.public().only("name", "slug")}
        self.topics: dict[str, TopicPage] = topics_by_original_slug()
        self.audiences: dict[str, Audience] = {audience.slug: audience for audience in Audience.objects.all()}
        values = asked(data)
        if values.get("thema"):
            values["thema"] = original_slug(values["thema"], self.topics)
        super().__init__(values)
        self.quarter = self.quarters.get(self.data.get("quartier", ""))
        self.kind = KINDS.get(self.data.get("art", ""))
        self.topic = self.topics.get(self.data.get("thema", ""))
        self.audience = self.audiences.get(self.data.get("fuer", ""))
        self._offer()

    def _offer(self) -> None:
        fields = self.fields
        offer(fields["quartier"], _("Alle Quartiere"), [(q.slug, q.name) for q in self.quarters.values()])
        offer(fields["art"], _("Alle Arten"), [(word, kind.label) for word, kind in KINDS.items()])
        offer(fields["thema"], _("Alle Themen"), *as_choices(self.topics))
        offer(fields["fuer"], _("Alle"), [(a.slug, a.name) for a in self.audiences.values()])

    @property
    def chosen(self) -> dict[str, str]:
        found = {
            "q": self.words,
            "quartier": self.quarter and self.quarter.slug,
            "art": self.kind and self.data["art"],
            "thema": self.topic and self.data["thema"],
            "fuer": self.audience and self.audience.slug,
        }
        return {name: value for name, value in found.items() if value}

    def chosen_labels(self, spoken: str, town: str) -> list[tuple[str, str]]:
        return [
            (self.quarter.name if self.quarter else "", town),
            (str(self.kind.label) if self.kind else "", spoken),
            (self.topic.title, self.topic.locale.language_code) if self.topic else ("", spoken),
            (self.audience.name if self.audience else "", town),
        ]

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
