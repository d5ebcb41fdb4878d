"""The feedback sheet on paper, from the same questions as the form: PDF/UA-1, A4 and large print."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from quartierwerk.core.models import Town

from ..models import Event
from ..programme.pdf import coming_dates, files_of, frame, kept
from ..rules.feedback import RATINGS
from .forms import question

TEMPLATE = "feedback_sheet"


def feedback_sheet_pdf(event: Event, *, large: bool = False) -> bytes:
    """One page in A4; `large` prints nothing below 18 pt."""
    with translation.override(event.language):
        town = Town.load()
        data = {**_sheet(event, town), "large": large}
    return kept(TEMPLATE, data, files_of(data, town))


def _sheet(event: Event, town: Town) -> dict[str, Any]:
    form_url = settings.BASE_URL + reverse("events:feedback", args=[event.slug])
    hint = _("Lieber am Bildschirm? Nach der Veranstaltung hier:")
    return {
        **frame(event, town, coming_dates(event), url=form_url),
        "document_title": _("Rückmeldung: %s") % event.title,
        "kicker": _("Ihre Rückmeldung"),
        "lead": _("Bitte schreiben Sie keinen Namen auf dieses Blatt. Jede Antwort ist freiwillig."),
        "ratings": [str(word) for word in RATINGS.values()],
        "tick": _("Bitte kreuzen Sie eine Antwort an."),
        "rating": question("rating"),
        "texts": [question("liked"), question("wished")],
        "thanks": _("Danke! Geben Sie das Blatt bitte am Ausgang ab, oder schicken Sie es an:"),
        "address": [
            line
            for line in (town.official_name, town.street, f"{town.postal_code} {town.city}".strip())
            if line
        ],
        "online": hint if event.asks_feedback else "",
    }
