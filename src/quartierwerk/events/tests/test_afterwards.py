"""After it: report, photos, minutes and how many came; nothing of it before, and never how consent was given."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from quartierwerk.events import factories
from quartierwerk.events.enums import DocumentKind, Stage
from quartierwerk.events.event_page import afterwards, programme
from quartierwerk.events.models import Attendance, EventDocument, EventPhoto

from .conference import over, seen

pytestmark = pytest.mark.django_db


def document(event, kind, title, content=b"%PDF-1.7"):
    file = get_document_model().objects.create(title=title, file=ContentFile(content, name="datei.pdf"))
    return EventDocument.objects.create(event=event, kind=kind, document=file)


def photo(event, number=1, **values):
    image = get_image_model().objects.create(title="Foto", file=get_test_image_file(f"foto{number}.png"))
    words = {
        "alt": f"Bild {number}: eine lange Tafel",
        "consent_note": "schriftlich von Erna Beispiel",
        **values,
    }
    return EventPhoto.objects.create(event=event, image=image, sort_order=number, **words)


def admitted(event, people):
    place = factories.registration(event, size=people)
    Attendance.objects.create(registration=place, occurrence=event.occurrences.get(), people=people)


def context(event):
    return afterwards.context(seen(event), event.occurrences.first())


def html(event):
    return render_to_string("events/parts/afterwards.html", context(event))


@pytest.fixture
def counted(time_machine):
    """An event on which two parties were counted at the door, two hours after its end."""
    event = factories.event(capacity=80)
    admitted(event, 2)
    admitted(event, 3)
    time_machine.move_to(event.ends_at + timedelta(hours=2))
    return event


def test_before_it_nothing_is_told(site):
    event = factories.event(report="Es war schön.", attendance_told=62, asks_feedback=True)
    photo(event)
    document(event, DocumentKind.MINUTES, "Protokoll")

    assert html(event).strip() == ""


def test_afterwards_there_is_report_number_photos_and_minutes(site):
    event = over(report="Es war schön.\n\nDanke!", attendance_told=62)
    photo(event, caption="Die lange Tafel")
    document(event, DocumentKind.MINUTES, "Was beschlossen wurde")
    document(event, DocumentKind.SLIDES, "Zahlen")

    shown = html(event)

    for words in (
        "<p>Es war schön.</p>",
        "62 Menschen waren dabei.",
        "Die lange Tafel",
        "Was beschlossen wurde",
        "Protokoll",
        "Vortragsfolien",
    ):
        assert words in shown
    assert 'alt="Bild 1: eine lange Tafel"' in shown
    assert 'loading="lazy"' in shown


def test_how_consent_was_given_is_for_the_desk_only(site):
    event = over()
    photo(event)

    assert ("Erna Beispiel" in html(event), "schriftlich" in html(event)) == (False, False)


@pytest.mark.parametrize("missing", ["alt", "consent_note"])
def test_no_photo_without_its_words(site, missing):
    with pytest.raises(IntegrityError), transaction.atomic():
        photo(over(), **{missing: ""})


def test_photos_come_in_the_size_of_the_page(site):
    event = over()
    photo(event)

    [shown] = context(event)["photos"]

    assert (shown["image"].width <= 960, shown["image"].url.endswith(".webp")) == (True, True)


def test_the_door_counts_where_nobody_tells(counted):
    assert context(counted)["attendance"] == 5


def test_what_the_town_tells_goes_before_what_was_counted(counted):
    type(counted).objects.update(attendance_told=7)

    assert context(counted)["attendance"] == 7


def test_where_nobody_counted_no_number_is_shown():
    event = over(report="Es war schön.")

    assert context(event)["attendance"] is None
    assert "dabei." not in html(event)


def test_flyers_stand_there_before_it_and_minutes_only_afterwards(time_machine):
    event = factories.event()
    for kind in (
        DocumentKind.SLIDES,
        DocumentKind.MINUTES,
        DocumentKind.FLYER,
        DocumentKind.OTHER,
        DocumentKind.PROGRAMME,
    ):
        document(event, kind, str(kind.label))
    date = event.occurrences.get()
    found = programme.context(seen(event), date)

    assert [each["title"] for each in found["documents_before"]] == ["Einladung", "Sonstiges"]
    assert found["programme_files"][0]["title"] == "Programm"

    time_machine.move_to(event.ends_at + timedelta(minutes=1))
    assert [each["title"] for each in context(event)["documents_after"]] == ["Protokoll", "Vortragsfolien"]


def test_feedback_is_asked_for_where_the_event_asks(site):
    asking, silent = over(slug="fragt"), over(slug="still", asks_feedback=False)

    assert context(asking)["feedback_url"] == "/termine/fragt/rueckmeldung/"
    assert html(silent).strip() == ""


def test_a_cancelled_event_asks_nobody(site):
    event = over()
    type(event).objects.update(stage=Stage.CANCELLED, stage_reason="Sturm")

    assert context(event)["feedback_url"] == ""


def test_one_date_of_a_series_counts_for_itself(time_machine):
    event = factories.event(rule="FREQ=DAILY;COUNT=2", registers_for="date", capacity=10)
    first, second = event.occurrences.all()
    place = factories.registration(event, occurrence=first, size=2)
    Attendance.objects.create(registration=place, occurrence=first, people=2)
    time_machine.move_to(first.over_at + timedelta(minutes=1))

    assert afterwards.context(seen(event), first)["attendance"] == 2
    assert afterwards.context(seen(event), second) == {"is_over": False}


@pytest.mark.parametrize("number", [1, 3])
def test_more_photos_need_no_more_queries(site, number, django_assert_num_queries):
    event = over(report="Es war schön.")
    for each in range(number):
        photo(event, each)
        document(event, DocumentKind.MINUTES, f"Protokoll {each}")
    date = event.occurrences.get()
    afterwards.context(seen(event), date)  # the pictures are made
    event = seen(event)
    with django_assert_num_queries(4):  # documents, photos, their renditions, the door
        afterwards.context(event, date)


def test_an_invitation_goes_and_a_programme_stays():
    invitation, planned = over(slug="a"), over(slug="b")
    factories.AgendaItemFactory(event=planned)
    files = [
        programme.context(seen(event), event.occurrences.get())["programme_files"]
        for event in (invitation, planned)
    ]

    assert [len(found) for found in files] == [0, 2]
