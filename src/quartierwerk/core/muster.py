"""`/muster/`: every component in every state, and a sample home page, for whoever builds or checks the look.

Only while DEBUG is on; the contents are made up and touch no database.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from . import theme
from .icons import FIELD_ICONS, ICONS


@dataclass(frozen=True)
class Picture:
    """What components read of an image rendition."""

    url: str
    width: int
    height: int


PICTURE = Picture("/static/core/apple-touch-icon.png", 180, 180)

FIELDS = [
    {"name": "Wohnen", "key": "housing", "text": "Bleiben können, wo man zu Hause ist."},
    {"name": "Sich versorgen", "key": "supply", "text": "Einkaufen, Ärztinnen und Hilfe in der Nähe."},
    {"name": "Sich einbringen", "key": "participate", "text": "Mitreden und mitentscheiden."},
    {
        "name": "Gemeinschaft erleben",
        "key": "community",
        "text": "Sich treffen, feiern, füreinander da sein.",
    },
]

TAGS = [{"label": "Welper", "url": "#welper"}, {"label": "Gemeinschaft erleben", "url": "#gemeinschaft"}]

NEWS = [
    {
        "title": "Stadtteilkonferenz in Welper: Was soll sich im nächsten Jahr ändern?",
        "url": "#meldung-1",
        "date": date(2026, 3, 14),
        "teaser": "Vereine, Schulen und alle, die hier wohnen, sprechen zwei Stunden lang über ihr Quartier.",
        "tags": TAGS,
    },
    {
        "title": "Neue Bänke am Leinpfad",
        "url": "#meldung-2",
        "date": date(2026, 2, 2),
        "teaser": "Sechs Bänke stehen jetzt dort, wo Sie sie sich gewünscht haben.",
        "image": PICTURE,
    },
    {
        "title": "Grundsicherungsempfängerinnen- und Seniorenberatungsstelle hat neue Öffnungszeiten",
        "url": "#meldung-3",
        "date": date(2025, 11, 30),
        "expired": True,
    },
]

CONTACT: dict[str, Any] = {
    "title": "Ihre Ansprechpartnerin",
    "name": "Martina Muster",
    "role": "Quartiersentwicklerin",
    "department": "Fachbereich Soziales und Wohnen",
    "phones": [
        {"label": "Telefon", "number": "(02324) 204-0000", "mobile": False},
        {"label": "Mobil", "number": "0176 00000000", "mobile": True},
    ],
    "email": "muster@example.org",
    "office_hours": "Mo–Do 9–16 Uhr\nund nach Vereinbarung",
    "address": ["Rathausplatz 1", "45525 Musterstadt"],
    "message_url": "#nachricht",
    "vcard_url": "#vcard",
}

CARDS = [
    {
        "title": "Mit Link und Farbfeld",
        "url": "#karte",
        "tone": 1,
        "teaser": "Kurz gesagt, worum es geht.",
    },
    {
        "title": "Mit Bild",
        "url": "#karte-2",
        "image": PICTURE,
        "label": "Projekt",
        "meta": "seit März 2026",
    },
    {"title": "Ohne alles"},
]

QUARTERS = [
    {"name": "Welper", "tone": 1, "text": "mit Haidchen, Hüttenau und Müsendrei"},
    {"name": "Winz-Baak", "tone": 2, "text": "mit Rauendahl"},
    {"name": "Blankenstein", "tone": 3, "text": ""},
    {"name": "Elfringhausen, Oberstüter, Bredenscheid und Stüter", "tone": 4, "text": "kurz: EOBS"},
]

FACTS = [
    {"term": "Einwohnerinnen und Einwohner", "value": "7.200", "note": "Stand 2017"},
    {"term": "Fläche", "value": "5,4 km²"},
    {"term": "Träger", "value": "Bürgerverein", "url": "#traeger"},
]

TABLE = {
    "table_head": ["Quartier", "2024", "2025", "2026"],
    "table_rows": [["Welper", "6.975", "7.012", "7.050"], ["Winz-Baak", "7.992", "7.950", "7.911"]],
    "table_foot": ["Zusammen", "14.967", "14.962", "14.961"],
}

QUESTIONS = [
    {
        "title": "Wer kann mitmachen?",
        "text": "Alle, die hier wohnen oder arbeiten. Sie brauchen kein Konto.",
    },
    {
        "title": "Was geschieht mit meinem Anliegen?",
        "text": "Sie bekommen in jedem Fall eine Antwort.",
    },
]

STEPS = [
    {"title": "Anliegen melden", "text": "Am Telefon, auf Papier oder hier.", "done": True},
    {"title": "Wir antworten", "text": "Spätestens nach zehn Tagen.", "current": True},
    {"title": "Gemeinsam anpacken"},
]

FILTERS = [
    {
        "name": "quartier",
        "label": "Quartier",
        "options": [
            {"value": "", "label": "Alle Quartiere", "selected": True},
            {"value": "welper", "label": "Welper"},
        ],
    },
    {"name": "jahr", "label": "Jahr", "options": [{"value": "2026", "label": "2026"}]},
]

PLACES = [
    {"label": "Bürgertreff", "url": "#treff", "text": "Am Brunnen 27"},
    {"label": "Gemeindehaus", "text": "Augustastraße 9"},
]


class SampleForm(forms.Form):
    name = forms.CharField(label="Ihr Name", max_length=80)
    email = forms.EmailField(
        label="E-Mail", required=False, help_text="Oder eine Telefonnummer, wenn Ihnen das lieber ist."
    )
    quarter = forms.ChoiceField(label="Quartier", choices=[("", "Bitte wählen"), ("welper", "Welper")])
    message = forms.CharField(label="Ihr Anliegen", widget=forms.Textarea)
    answer = forms.ChoiceField(
        label="Wie dürfen wir antworten?",
        choices=[("phone", "Rufen Sie mich an"), ("letter", "Schreiben Sie mir")],
        widget=forms.RadioSelect,
    )
    when = forms.MultipleChoiceField(
        label="Wann erreichen wir Sie?",
        choices=[("morning", "Vormittags"), ("afternoon", "Nachmittags")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Sie können beides ankreuzen.",
    )
    day = forms.DateField(label="Tag", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    photo = forms.FileField(label="Foto", required=False)
    agreed = forms.BooleanField(label="Ich bin einverstanden, dass Sie mich dazu anrufen.")


def page(request: HttpRequest) -> HttpResponse:
    """All components in all states."""
    return _shown(request, "core/muster/components.html", _samples())


def home(request: HttpRequest) -> HttpResponse:
    """How a home page is put together from them."""
    return _shown(
        request, "core/muster/home.html", {"muster_fields": FIELDS, "news": NEWS, "contact": CONTACT}
    )


def _shown(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    if not settings.DEBUG:
        raise Http404
    return render(request, template, context)


def _samples() -> dict[str, Any]:
    return {**_signs(), **_things(), **_forms(), **_pages()}


def _signs() -> dict[str, Any]:
    """Icons, colours and pictures."""
    return {
        "icons": sorted(ICONS),
        "field_keys": list(FIELD_ICONS),
        "swatches": sorted(theme.light(theme.DEFAULT_PRIMARY, theme.DEFAULT_ACCENT)),
        "picture": PICTURE,
    }


def _things() -> dict[str, Any]:
    """What the town tells of: each component's contents."""
    return {
        "muster_fields": FIELDS,
        "tags": TAGS,
        "news": NEWS,
        "contact": CONTACT,
        "event_date": date(2026, 10, 8),
        "cards": CARDS,
        "quarters": QUARTERS,
        "facts": FACTS,
        **TABLE,
        "questions": QUESTIONS,
        "steps": STEPS,
        "places": PLACES,
        "snippet": mark_safe("… der <mark>Seniorentreff</mark> am Donnerstag …"),
    }


def _forms() -> dict[str, Any]:
    """A form to fill in, one that was filled in wrongly, and the filters of a list."""
    wrong = {"email": "keine-adresse", "message": "Am Spielplatz fehlt Schatten.", "when": ["noon"]}
    return {
        "form": SampleForm(auto_id="muster-%s"),
        "wrong_form": SampleForm(wrong, auto_id="falsch-%s"),
        "filters": FILTERS,
    }


def _pages() -> dict[str, Any]:
    pages = Paginator(range(200), 20)
    return {"first_page": pages.page(1), "middle_page": pages.page(5)}
