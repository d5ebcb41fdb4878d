"""What the form of an event shows, tab by tab."""

from typing import Any

from django.conf import settings
from django.forms import CheckboxSelectMultiple, Select, Textarea
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)

from ..series.text import recurrence_text
from .fields import moment_widget
from .forms import EventForm
from .next_dates import next_dates_sentence

# Accounts are for those to see who run the site; draft writers have no right to delete.
_SEES_ACCOUNTS = "events.delete_event"


class NextDatesPanel(HelpPanel):
    """The rule in words, and the dates it gives; for a series that is already saved."""

    class BoundPanel(HelpPanel.BoundPanel):
        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            event = self.instance
            self.content = (
                f"{recurrence_text(event)}. {next_dates_sentence(event)}"
                if event.pk and event.is_series
                else _now("Nach dem Speichern stehen hier die nächsten Termine.")
            )


def _text(name: str, rows: int) -> FieldPanel:
    return FieldPanel(name, widget=Textarea(attrs={"rows": rows}))


def _span(begin: str, end: str) -> FieldRowPanel:
    """Two points in time beside each other."""
    return FieldRowPanel([FieldPanel(name, widget=moment_widget()) for name in (begin, end)])


def _choices(name: str, **options: Any) -> FieldPanel:
    return FieldPanel(name, widget=CheckboxSelectMultiple, **options)


WHAT = [
    FieldPanel("title"),
    FieldPanel("summary", widget=Textarea(attrs={"rows": 2})),
    FieldPanel("kind"),
    _text("description", 8),
    MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Bild")),
    FieldPanel("contact", widget=Select),
    InlinePanel(
        "organisers",
        heading=_("Wer lädt ein?"),
        label=_("Veranstalter"),
        panels=[
            FieldPanel("name"),
            FieldPanel("url"),
            FieldPanel("account", permission=_SEES_ACCOUNTS, widget=Select),
        ],
    ),
    MultiFieldPanel(
        [
            FieldPanel("slug", help_text=_("Leer: aus dem Titel. Steht hinter /termine/.")),
            FieldPanel("language", widget=Select(choices=settings.LANGUAGES)),
        ],
        heading=_("Adresse im Netz"),
        classname="collapsed",
    ),
]
WHEN_AND_WHERE = [
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("start_day"), FieldPanel("start_time"), FieldPanel("end_time")]),
            FieldRowPanel([FieldPanel("end_day"), FieldPanel("all_day", help_text=" ")]),
        ],
        heading=_("Wann?"),
        help_text=_("Bei einer Reihe: der erste Termin. Wie sie sich wiederholt, steht weiter unten."),
    ),
    MultiFieldPanel(
        [
            FieldPanel("venue", help_text=_("Fehlt der Ort? Schreiben Sie ihn unter „Anderer Ort“.")),
            FieldPanel("room"),
        ],
        heading=_("Wo?"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("place_name"),
            FieldPanel("street"),
            FieldRowPanel([FieldPanel("postal_code"), FieldPanel("city")]),
        ],
        heading=_("Anderer Ort"),
        classname="collapsed",
    ),
    MultiFieldPanel(
        [FieldPanel("online_url"), FieldPanel("online_is_public")],
        heading=_("Am Bildschirm"),
        classname="collapsed",
    ),
    MultiFieldPanel(
        [
            FieldPanel("repeats"),
            FieldPanel("every"),
            FieldPanel("weekdays"),
            FieldPanel("nths"),
            FieldPanel("month_day"),
            FieldRowPanel([FieldPanel("last_day"), FieldPanel("count")]),
            FieldPanel("exceptions"),
            FieldPanel("other_rule"),
            NextDatesPanel(),
        ],
        heading=_("Wiederholung"),
    ),
    FieldPanel("reason"),
]
FOR_WHOM = [
    _choices("audiences"),
    _choices("quarters"),
    _choices("topics"),
    FieldPanel("price"),
    MultiFieldPanel(
        [
            FieldPanel("offers_sign_language"),
            FieldPanel("offers_captions"),
            FieldPanel("offers_easy_language"),
            FieldPanel("offers_childcare"),
            FieldPanel("offers_lift"),
            FieldPanel("offers_translation"),
            FieldPanel("access_note"),
        ],
        heading=_("Damit alle teilnehmen können"),
    ),
]
REGISTRATION = [
    FieldPanel("registration_mode"),
    FieldPanel("registration_how", widget=Textarea(attrs={"rows": 2, "maxlength": 300})),
    FieldRowPanel([FieldPanel("capacity"), FieldPanel("largest_party")]),
    FieldPanel("has_waiting_list"),
    FieldPanel("registers_for", help_text=_("Nur bei einer Reihe.")),
    _span("registration_opens_at", "registration_closes_at"),
    FieldPanel("registration_note"),
    FieldPanel("asks_needs"),
    InlinePanel(
        "questions",
        heading=_("Eigene Fragen"),
        label=_("Frage"),
        panels=[
            FieldPanel("text"),
            FieldPanel("kind"),
            _text("choices", 3),
            FieldPanel("help_text"),
            FieldPanel("is_required"),
            FieldPanel("is_personal"),
        ],
    ),
    MultiFieldPanel(
        [
            FieldPanel("promotion"),
            FieldRowPanel([FieldPanel("confirm_within_hours"), FieldPanel("answer_within_hours")]),
            FieldPanel("remind_days_before"),
        ],
        heading=_("Fristen und Warteliste"),
        classname="collapsed",
    ),
]
PROGRAMME = [
    InlinePanel(
        "agenda",
        heading=_("Programm"),
        label=_("Programmpunkt"),
        help_text=_("Wird der Beginn der Veranstaltung verlegt, ziehen die Zeiten mit."),
        panels=[
            FieldRowPanel([FieldPanel("kind"), FieldPanel("title")]),
            _span("starts_at", "ends_at"),
            FieldPanel("room"),
            _text("people", 2),
            _text("description", 3),
            FieldRowPanel([FieldPanel("needs_choice"), FieldPanel("capacity")]),
        ],
    )
]
AFTERWARDS = [
    _text("report", 8),
    FieldPanel("attendance_told"),
    FieldPanel("asks_feedback"),
    InlinePanel(
        "photos",
        heading=_("Fotos"),
        label=_("Foto"),
        panels=[
            FieldPanel("image"),
            FieldPanel("alt"),
            FieldPanel("caption"),
            FieldPanel("consent_note"),
        ],
    ),
    InlinePanel(
        "documents",
        heading=_("Dokumente"),
        label=_("Dokument"),
        help_text=_("Auch ein eigenes Programm, Protokolle und Vortragsfolien."),
        panels=[FieldPanel("kind"), FieldPanel("document"), FieldPanel("title")],
    ),
    _choices("news"),
    _choices("related_events"),
]
EDIT_HANDLER = TabbedInterface(
    [
        ObjectList(WHAT, heading=_("Was")),
        ObjectList(WHEN_AND_WHERE, heading=_("Wann und wo")),
        ObjectList(FOR_WHOM, heading=_("Für wen")),
        ObjectList(REGISTRATION, heading=_("Anmeldung")),
        ObjectList(PROGRAMME, heading=_("Programm")),
        ObjectList(AFTERWARDS, heading=_("Danach")),
    ],
    base_form_class=EventForm,
)
