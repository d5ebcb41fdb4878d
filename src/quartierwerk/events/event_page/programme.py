"""On the page of an event: the programme, as a list and as files."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext as _

from quartierwerk.core import clock
from quartierwerk.core.templatetags.ui import content_lang

from .. import queries
from ..enums import DocumentKind, Stage
from ..models import AgendaItem, Event, EventDocument, Occurrence
from ..programme import timetable
from ..programme.pdf import programme_pdfs

BEFORE_IT = (DocumentKind.PROGRAMME, DocumentKind.FLYER, DocumentKind.OTHER)  # the others come afterwards

DOCUMENTS = Prefetch("documents", queryset=EventDocument.objects.select_related("document"))


def context(event: Event, occurrence: Occurrence | None) -> dict[str, Any]:
    """What `events/parts/programme.html` shows. Without `occurrence` the event counts as not over."""
    if event.pk:  # a preview may not be stored yet
        prefetch_related_objects([event], _agenda(event, occurrence), DOCUMENTS)
    items = list(event.agenda.all())
    is_over = occurrence is not None and occurrence.is_over(clock.now())
    return {
        "days": timetable.days(items, {} if is_over else _places(event, items)),
        "programme_files": _files(event, is_past=is_over or event.stage == Stage.CANCELLED),
        "documents_before": [document_item(found) for found in documents(event, BEFORE_IT[1:])],
        "content_lang": content_lang(event.language),
    }


def documents(event: Event, kinds: Sequence[str]) -> list[EventDocument]:
    """The event's documents of these kinds, in the order of the kinds."""
    found = [each for each in event.documents.all() if each.kind in kinds]
    return sorted(found, key=lambda each: kinds.index(each.kind))


def document_item(found: EventDocument) -> dict[str, Any]:
    """What `core/components/document_link.html` shows: kind, format and true size."""
    file = found.document
    return {
        "title": str(found),
        "url": file.url,
        "type": file.file_extension.upper(),
        "size": file.file_size or file.file.size,
        "description": str(found.get_kind_display()),
        "lang": content_lang(found.event.language),
        "hreflang": content_lang(found.event.language),
    }


def _files(event: Event, *, is_past: bool) -> list[dict[str, Any]]:
    """The town's own file first, then the ones made from the programme; of a draft nobody can fetch these.

    Afterwards, or once it is cancelled, the programme stays and an invitation without one goes.
    """
    own = [document_item(found) for found in documents(event, BEFORE_IT[:1])]
    if not event.is_public or (is_past and not event.agenda.all()):
        return own
    a4, large = programme_pdfs(event)
    title = _("Programm zum Ausdrucken") if event.agenda.all() else _("Einladung zum Ausdrucken")
    made = [
        ("events:programme_pdf", title, a4),
        ("events:programme_large_pdf", _("In großer Schrift"), large),
    ]
    return own + [
        {
            "title": title,
            "url": reverse(name, args=[event.slug]),
            "type": "PDF",
            "size": len(content),
            "description": "",
            "lang": "",
            "hreflang": content_lang(event.language),
        }
        for name, title, content in made
    ]


def _places(event: Event, items: list[AgendaItem]) -> dict[int, str]:
    """Places left in words, while somebody may still come."""
    if (
        event.stage == Stage.CANCELLED
        or not event.takes_registrations
        or not any(item.capacity for item in items)
    ):
        return {}
    return timetable.places_words(items, {item.pk: getattr(item, "people_held", 0) for item in items})


def _agenda(event: Event, occurrence: Occurrence | None) -> Prefetch:
    """The programme together with how many people keep a place at each point: one query less on a busy page."""
    pool = queries.pool_of(event, occurrence)
    return Prefetch("agenda", queryset=queries.agenda_with_people(pool))
