"""The programme as a file: it says everything, can be read aloud and by weak eyes, and is built once a change."""

import io
import json
import re

import page
import pytest
from django.core.cache import cache
from pypdf import PdfReader
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from quartierwerk.core import pdf
from quartierwerk.core.models import Town
from quartierwerk.events import factories
from quartierwerk.events.enums import DocumentKind, RegistrationMode, Stage
from quartierwerk.events.event_page import programme as part
from quartierwerk.events.feedback.pdf import feedback_sheet_pdf
from quartierwerk.events.programme import pdf as programme_pdf

from .conference import conference, local, over, seen
from .test_afterwards import document

pytestmark = pytest.mark.django_db
SMALLEST_LARGE_PRINT = 18
A4 = (595, 842)


@pytest.fixture(autouse=True)
def _before_it(time_machine):
    time_machine.move_to(local(2026, 9, 1, 12))


@pytest.fixture(autouse=True)
def town(site):
    town = Town.load()
    values = {
        "official_name": "Stadt Hattingen",
        "name": "Hattingen",
        "street": "Hüttenstraße 43",
        "postal_code": "45525",
        "city": "Hattingen",
        "phone": "02324 2040",
        "primary_colour": "#8a1c2b",
    }
    for field, value in values.items():
        setattr(town, field, value)
    town.save()
    return town


def reader(content):
    return PdfReader(io.BytesIO(content))


def words(content):
    """The whole text, hyphens at line ends joined again."""
    text = " ".join(each.extract_text() for each in reader(content).pages).replace("\xa0", " ")
    return " ".join(re.sub(r"[‐\xad-]\s*\n\s*", "", text).split())


def problems(content):
    """What keeps the file from PDF/UA-1."""
    result = page.validate_pdf_bytes(content, profile=page.ValidationProfile.PDF_UA_1)
    return [failure.message for failure in result.failures]


def sizes(content):
    """The sizes of all type that is printed, in points."""
    found = set()
    for each in reader(content).pages:
        each.extract_text(
            visitor_text=lambda text, cm, tm, _font, size: text.strip() and found.add(round(size * tm[0]))
        )
    return found


def structure(content):
    """The tags in reading order, headings with their level."""
    tags, waiting = [], [reader(content).trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting.extend(reversed(node))
        elif isinstance(node, dict):
            tags.append(node.get("/S"))
            waiting.append(node["/K"]) if "/K" in node and not isinstance(node["/K"], int) else None
    return [str(tag) for tag in tags if tag]


@pytest.fixture(params=["A4", "large print", "without programme", "sheet", "large sheet"])
def printed(request):
    if request.param == "without programme":
        return programme_pdf.programme_pdf(seen(factories.event(description="Kommen Sie vorbei.")))
    event = seen(conference(asks_feedback=True))
    large = "large" in request.param
    return (
        feedback_sheet_pdf(event, large=large)
        if "sheet" in request.param
        else programme_pdf.programme_pdf(event, large=large)
    )


# ------------------------------------------------------------------------------------------------------------- every file
def test_an_independent_checker_finds_it_accessible(printed):
    assert problems(printed) == []


def test_it_has_language_title_and_tags(printed):
    file = reader(printed)
    root = file.trailer["/Root"]

    assert root["/Lang"] == "de"
    assert bool(root["/MarkInfo"]["/Marked"])
    assert bool(root["/ViewerPreferences"]["/DisplayDocTitle"])
    assert file.metadata.title
    assert "/H1" in structure(printed)


def test_it_is_a4_and_every_page_is_numbered(printed):
    pages = reader(printed).pages
    assert {tuple(round(float(side)) for side in each.mediabox[2:]) for each in pages} == {A4}
    for number, each in enumerate(pages, start=1):
        assert f"Seite {number} von {len(pages)}" in each.extract_text()


def test_nothing_runs_over_the_edge_of_the_paper(printed):
    margin = 50  # points, a little less than the 20 mm of the sheet

    def check(text, cm, tm, _font, _size):
        if text.strip():
            x, y = (tm[4] * cm[i] + tm[5] * cm[i + 2] + cm[i + 4] for i in (0, 1))
            assert margin <= x <= A4[0] - margin
            assert 20 <= y <= A4[1] - 20

    for each in reader(printed).pages:
        each.extract_text(visitor_text=check)


# ---------------------------------------------------------------------------------------------------------- the programme
@pytest.mark.parametrize("large", [False, True])
def test_the_programme_says_everything_in_order(large):
    event = seen(conference(registration_closes_at=local(2026, 10, 1, 12)))
    text = words(programme_pdf.programme_pdf(event, large=large))

    wanted = [
        "Stadt Hattingen", "Konferenz", "3. Armutskonferenz", "Alt, arm, allein?",
        "Donnerstag, 8. Oktober 2026, 16 bis 19 Uhr", "Rathaus", "Großer Sitzungssaal", "Rathausplatz 1, 45525 Hattingen",
        "Stufenlos erreichbar: ja", "Induktive Höranlage: teilweise", "Gebärdensprache", "kostenlos",
        "Stadt Hattingen, Fachbereich Soziales und Wohnen",
        "Bitte melden Sie sich an.", "Bis: Donnerstag, 1. Oktober 2026", "Telefon: (02324) 204 5502", "Dana Muster",
    ]  # fmt: skip
    positions = [text.find(each) for each in wanted]
    assert -1 not in positions, [each for each in wanted if each not in text]
    assert positions == sorted(positions)
    for item in event.agenda.all():
        assert item.title in text
        assert all(person in text for person in item.people_lines)
    assert (
        text.index("16:15 bis 16:45 Uhr")
        < text.index("Grundsicherung im Alter")
        < text.index("Mara Beispiel")
    )
    assert "Zur gleichen Zeit" in text
    assert "Raum 4 · 12 Plätze" in text


def test_large_print_has_nothing_below_18_points():
    event = seen(conference(asks_feedback=True))

    assert min(sizes(programme_pdf.programme_pdf(event, large=True))) >= SMALLEST_LARGE_PRINT
    assert min(sizes(feedback_sheet_pdf(event, large=True))) >= SMALLEST_LARGE_PRINT
    assert min(sizes(programme_pdf.programme_pdf(event))) < SMALLEST_LARGE_PRINT


def test_in_large_print_a_page_is_full_and_workshops_stay_with_their_time():
    event = conference()
    pages = [
        each.extract_text() for each in reader(programme_pdf.programme_pdf(seen(event), large=True)).pages
    ]
    [at] = [text for text in pages if "Zur gleichen Zeit" in text]

    assert all(title in at for title in ("Nachbarn erreichen", "Gemeinsam am Tisch"))
    assert "Bitte melden Sie sich an." in pages[0]


def test_workshops_that_fill_more_than_a_page_say_their_time_on_each():
    event = conference()
    event.agenda.filter(needs_choice=True).update(description="Darum geht es hier in vielen Worten. " * 16)
    content = programme_pdf.programme_pdf(seen(event), large=True)
    pages = [each.extract_text() for each in reader(content).pages]
    with_workshops = [text for text in pages if "in vielen Worten" in text]

    assert len(with_workshops) > 1
    assert all("Zur gleichen Zeit" in text for text in with_workshops)
    assert problems(content) == []


def test_headings_follow_each_other_without_a_gap():
    event = conference(ends_at=local(2026, 10, 9, 19))
    event.agenda.filter(sort_order=6).update(starts_at=local(2026, 10, 9, 10), ends_at=local(2026, 10, 9, 11))

    levels = [
        int(tag[2])
        for tag in structure(programme_pdf.programme_pdf(seen(event)))
        if re.fullmatch(r"/H\d", tag)
    ]

    assert levels == [1, 2, 3, 4, 4, 4, 4, 4, 4, 3, 4]


def test_the_code_leads_to_the_page_of_the_event():
    data = programme_pdf._sheet(seen(conference()), Town.load())

    assert data["url"] == "http://testserver/termine/armutskonferenz/"
    assert data["url"] in data["url_alt"]


def test_long_words_are_hyphenated_and_a_long_text_runs_on():
    event = conference(title="Grundsicherungsleistungsempfängerinnenberatungsnachmittag in der Nachbarschaft")
    event.agenda.filter(sort_order=3).update(description="Ein langer Satz über alles. " * 300 + "Ende.")

    for large in (False, True):
        content = programme_pdf.programme_pdf(seen(event), large=large)
        assert "Ende." in words(content)
        assert problems(content) == []


def test_without_a_programme_it_is_an_invitation():
    event = factories.event(
        description="Wir trinken Kaffee.\n\nKuchen gibt es auch.", place_name="Im Hof", street="Hauptstraße 1",
    )  # fmt: skip
    text = words(programme_pdf.programme_pdf(seen(event)))

    assert "Kuchen gibt es auch." in text
    assert "Im Hof Hauptstraße 1" in text
    assert "Sie brauchen keine Anmeldung. Kommen Sie einfach." in text
    assert "Programm" not in text
    assert "Was brauchen Sie, um teilzunehmen? Rufen Sie uns an: 02324 2040" in text


def test_a_series_names_its_next_dates(time_machine):
    event = factories.event(starts_at=local(2026, 9, 3, 15), rule="FREQ=WEEKLY")
    time_machine.move_to(local(2026, 9, 12, 12))
    text = words(programme_pdf.programme_pdf(seen(event)))

    assert "10. September" not in text
    assert "Donnerstag, 17. September 2026, 15 bis 17 Uhr" in text
    assert "Weitere Termine stehen im Internet." in text


def test_a_cancelled_event_says_so_first():
    event = conference()
    type(event).objects.update(stage=Stage.CANCELLED, stage_reason="Die Heizung ist ausgefallen.")
    text = words(programme_pdf.programme_pdf(seen(event)))

    assert "Abgesagt: Die Heizung ist ausgefallen." in text
    assert "Bitte melden Sie sich an" not in text


def test_after_it_nobody_is_asked_to_register():
    text = words(programme_pdf.programme_pdf(seen(over(registration_mode=RegistrationMode.REQUIRED))))

    assert "nur mit Anmeldung" not in text


def test_a_hidden_contact_and_a_hidden_address_stay_hidden():
    event = conference(online_url="https://treff.example.org/raum", online_is_public=False)
    type(event.contact).objects.update(is_public=False)
    text = words(programme_pdf.programme_pdf(seen(event)))

    assert ("Dana Muster" in text, "204 5502" in text, "treff.example" in text) == (False, False, False)
    assert "Den Zugang bekommen Angemeldete." in text


def test_the_towns_logo_has_words(town):
    town.logo = get_image_model().objects.create(title="Wappen", file=get_test_image_file())
    town.save()
    content = programme_pdf.programme_pdf(seen(conference()))

    assert structure(content).count("/Figure") == 2  # the logo and the code
    assert problems(content) == []


def test_typed_text_is_no_markup_and_unknown_signs_are_left_out():
    event = factories.event('#panic("x") *fett* 🎉 <a> @b $x$', description="مرحبا Willkommen 你好 \\ [c]")
    text = words(programme_pdf.programme_pdf(seen(event)))

    assert '#panic("x") *fett*' in text
    assert "Willkommen" in text


def test_an_english_text_has_an_english_sheet():
    content = programme_pdf.programme_pdf(seen(conference(language="en")))

    assert reader(content).trailer["/Root"]["/Lang"] == "en"


# ------------------------------------------------------------------------------------------------------- address and size
def test_everybody_fetches_it_under_a_telling_name(client, town):
    conference()
    answer = client.get("/termine/armutskonferenz/programm.pdf")

    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer["Content-Disposition"] == 'inline; filename="programm-armutskonferenz.pdf"'
    assert answer.content.startswith(b"%PDF-")
    assert not answer.cookies


def test_whoever_has_it_already_is_told_so(client):
    conference()
    address = "/termine/armutskonferenz/programm-gross.pdf"
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("name", ["programm", "programm-gross"])
def test_nobody_fetches_the_programme_of_a_draft(client, carla, name):
    conference(stage=Stage.DRAFT)
    client.force_login(carla)

    assert client.get(f"/termine/armutskonferenz/{name}.pdf").status_code == 404
    assert client.get(f"/termine/nirgends/{name}.pdf").status_code == 404


def test_it_is_built_once_a_change(client, monkeypatch):
    cache.clear()
    event, built = conference(), []
    render = pdf.render
    monkeypatch.setattr(
        pdf, "render", lambda *given, **files: built.append(given[0]) or render(*given, **files)
    )

    for _ in range(3):
        client.get("/termine/armutskonferenz/programm.pdf")
    assert len(built) == 2  # A4 and large print

    event.agenda.filter(sort_order=0).update(title="Willkommen")
    assert "Willkommen" in words(client.get("/termine/armutskonferenz/programm.pdf").content)
    assert len(built) == 4


def test_the_same_words_give_the_same_bytes():
    event = conference()
    first = programme_pdf.programme_pdf(seen(event))
    cache.clear()

    assert programme_pdf.programme_pdf(seen(event)) == first


def test_the_size_that_is_told_is_that_of_the_file(client):
    event = conference()
    files = part.context(seen(event), event.occurrences.get())["programme_files"]

    assert [file["size"] for file in files] == [len(client.get(file["url"]).content) for file in files]


def test_the_towns_own_programme_stands_first():
    event = conference()
    document(event, DocumentKind.PROGRAMME, "Faltblatt zur Konferenz", b"%PDF-1.7 " + b"x" * 90)

    files = part.context(seen(event), event.occurrences.get())["programme_files"]

    assert [file["title"] for file in files] == [
        "Faltblatt zur Konferenz",
        "Programm zum Ausdrucken",
        "In großer Schrift",
    ]
    assert (files[0]["type"], files[0]["size"]) == ("PDF", 99)


def test_the_sheet_data_is_plain_json():
    assert json.dumps(programme_pdf._sheet(seen(conference()), Town.load()))
