"""The next dates on the pages of partners: a page for their frame, and the one that makes the snippet for it."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from quartierwerk.core import clock
from quartierwerk.core.context import breadcrumbs
from quartierwerk.core.filters import asked, offer
from quartierwerk.core.models import Town
from quartierwerk.core.templatetags.ui import content_lang, filled, in_language
from quartierwerk.core.widgets import ContentSelect
from quartierwerk.places.models import Quarter
from quartierwerk.topics.models import TopicPage
from quartierwerk.topics.queries import as_choices, original_slug, topics_by_original_slug

from .. import presentation
from ..models import Occurrence
from ..words import when, where
from . import channels, plain_words

MOST, USUAL = 20, 5
HEIGHT_OF_REST, HEIGHT_OF_DATE, TALLEST = 170, 130, 900  # pixels that long titles need at a width of 300
# Anybody may show this page in a frame; it has no script, no form and nothing of who looks at it.
POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors *"
)


class EmbedForm(forms.Form):
    """Which dates; the chosen records are in `quarter` and `topic` (None for all), the number of dates in `number`.

    A frame shows what it can: a quarter or topic that is gone means all, a wrong number the usual one.
    """

    quartier = forms.ChoiceField(label=gettext_lazy("Quartier"), required=False, widget=ContentSelect)
    thema = forms.ChoiceField(label=gettext_lazy("Thema"), required=False, widget=ContentSelect)
    anzahl = forms.IntegerField(
        label=gettext_lazy("Wie viele Termine?"),
        min_value=1,
        max_value=MOST,
        required=False,
        error_messages={
            "invalid": gettext_lazy("Bitte geben Sie eine Zahl von 1 bis 20 ein."),
            "min_value": gettext_lazy("Bitte geben Sie eine Zahl von 1 bis 20 ein."),
            "max_value": gettext_lazy("Bitte geben Sie eine Zahl von 1 bis 20 ein."),
        },
    )

    def __init__(self, data: QueryDict) -> None:
        self.quarters: dict[str, Quarter] = {q.slug: q for q in Quarter.objects.public().only("name", "slug")}
        self.topics: dict[str, TopicPage] = topics_by_original_slug()
        values = {"anzahl": str(USUAL)} | asked(data)
        if values.get("thema"):
            values["thema"] = original_slug(values["thema"], self.topics)
        super().__init__(values)
        offer(
            self.fields["quartier"], _("Alle Quartiere"), [(q.slug, q.name) for q in self.quarters.values()]
        )
        offer(self.fields["thema"], _("Alle Themen"), *as_choices(self.topics))
        self.is_valid()
        self.quarter = self.quarters.get(values.get("quartier", ""))
        self.topic = self.topics.get(values.get("thema", ""))
        self.number: int = self.cleaned_data.get("anzahl") or USUAL

    @property
    def query(self) -> dict[str, str]:
        """What narrows the list of events in the same way."""
        found = {"quartier": self.quarter and self.quarter.slug, "thema": self.topic and self.data["thema"]}
        return {name: value for name, value in found.items() if value}

    @property
    def about(self) -> str:
        """`Welper, Altersarmut`, or ""."""
        return ", ".join(
            name for name in (self.quarter and self.quarter.name, self.topic and self.topic.title) if name
        )

    @property
    def path(self) -> str:
        """The page for the frame."""
        return f"{reverse('events:embedded')}?{urlencode({**self.query, 'anzahl': self.number})}"

    @property
    def height(self) -> int:
        """Pixels of the frame; longer lists scroll in it."""
        return min(HEIGHT_OF_REST + self.number * HEIGHT_OF_DATE, TALLEST)

    def dates(self) -> list[Occurrence]:
        """The next ones; those cancelled among them are told."""
        events = channels.everything().events
        for channel in (
            self.quarter and channels.about_quarter(self.quarter),
            self.topic and channels.about_topic(self.topic),
        ):
            events = events.filter(Q(pk__in=channel.events.order_by().values("pk"))) if channel else events
        to_come = channels.Channel(events).dates.filter(over_at__gt=clock.now())
        return list(to_come.select_related("event", "event__venue")[: self.number])


@require_safe
@xframe_options_exempt
def embedded(request: HttpRequest) -> HttpResponse:
    """The page in the frame: `?quartier=welper&thema=altersarmut&anzahl=5`."""
    form = EmbedForm(request.GET)
    everything = reverse("events:list")
    context = {
        "title": _("Termine: %s") % form.about if form.about else _("Termine"),
        "heading": filled(_("Termine: %s"), in_language(form.about)) if form.about else _("Termine"),
        "items": [_item(occurrence) for occurrence in form.dates()],
        "list_url": f"{everything}?{urlencode(form.query)}" if form.query else everything,
    }
    response = render(request, "events/embedded.html", context)
    response.headers["Content-Security-Policy"] = POLICY
    return response


def _item(occurrence: Occurrence) -> dict[str, Any]:
    event = occurrence.event
    is_off = plain_words.title(event, occurrence) != event.title
    is_moved = not is_off and bool(plain_words.news_of_state(event, occurrence))
    return {
        "title": event.title,
        "url": presentation.date_url(occurrence),
        "date": when.day_of(occurrence.starts_at),
        "time_text": ", ".join(
            filter(None, [presentation.hours(occurrence), presentation.until(occurrence)])
        ),
        "place": where.short(event),
        "note": _("fällt aus") if is_off else _("verlegt") if is_moved else "",
        "lang": content_lang(event.language),
    }


@require_safe
def snippet(request: HttpRequest) -> HttpResponse:
    """How partners show our dates on their own pages, and the snippet for what was chosen."""
    form, town = EmbedForm(request.GET), Town.load()
    title = f"{_('Termine')}: {form.about or town.name}"
    html = format_html(
        '<iframe src="{}" title="{}" width="100%" height="{}" loading="lazy" style="border: 0"></iframe>',
        settings.BASE_URL + form.path, title, form.height,
    )  # fmt: skip
    context = {
        "form": form,
        "frame": {"html": html, "title": title, "height": form.height, "path": form.path},
        "is_made": bool(request.GET) and not form.errors,
        "breadcrumbs": breadcrumbs((_("Termine"), reverse("events:list")), _("Termine einbetten")),
    }
    return render(request, "events/embed.html", context)
