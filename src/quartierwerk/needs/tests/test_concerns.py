"""Concerns of a visit: collected before, on the screen and on paper during it, answered in public after it."""

import io
import uuid
from datetime import timedelta

import page
import pytest
from pypdf import PdfReader

from quartierwerk.core import clock
from quartierwerk.events import factories as event_factories
from quartierwerk.events.enums import Kind as EventKind
from quartierwerk.needs import actions
from quartierwerk.needs.actions import Said
from quartierwerk.needs.enums import CameBy, Kind, State, Visibility
from quartierwerk.needs.intake.concerns_pdf import concerns_pdf
from quartierwerk.needs.models import Need

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture
def visit():
    return event_factories.event("Besuch im Quartier", kind=EventKind.VISIT)


def desk_url(event):
    return f"/schreibtisch/termine/{event.slug}/anliegen/"


def concern(event, title="Wann kommt der Zebrastreifen?", **values):
    return actions.say(said=Said(title, kind=Kind.CONCERN), event=event, **values)


def test_before_a_visit_everybody_is_asked_on_its_page(client, visit):
    text = client.get(visit.get_absolute_url()).text
    assert f"/handlungsbedarfe/melden/?termin={visit.slug}" in text


@pytest.mark.parametrize("kind", [EventKind.COURSE, EventKind.FEAST])
def test_nobody_is_asked_at_a_feast(client, kind):
    event = event_factories.event("Tanztee", kind=kind)
    assert "?termin=" not in client.get(event.get_absolute_url()).text


def test_the_form_knows_the_visit_and_the_concern_belongs_to_it(client, visit):
    url = f"/handlungsbedarfe/melden/?termin={visit.slug}"
    page_ = client.get(url)
    assert "Für den Termin „Besuch im Quartier“" in page_.text
    token = page_.context["form"]["form_token"].value()
    words = {
        "kind": "concern",
        "title": "Wann kommt der Zebrastreifen?",
        "termin": visit.slug,
        "form_token": token,
    }
    answer = client.post("/handlungsbedarfe/melden/", words)
    assert answer.status_code == 303
    assert (Need.objects.get().event, Need.objects.get().came_by) == (visit, CameBy.FORM)


def test_a_visit_nobody_knows_is_no_error(client):
    assert client.get("/handlungsbedarfe/melden/?termin=gibt-es-nicht&karte=%00").status_code == 200


def test_after_it_nobody_is_asked_and_the_answers_are_linked(client, carla, visit, time_machine):
    need = actions.publish(need=concern(visit), by=carla)
    time_machine.move_to(clock.now() + timedelta(days=400))
    actions.move_on(need=need, state=State.DONE, reason="Er ist da.", by=carla)
    text = client.get(visit.get_absolute_url()).text
    assert "?termin=" not in text
    assert f'href="{need.get_absolute_url()}"' in text
    assert "erledigt" in text


def test_a_state_has_the_colour_of_the_list(client, carla, visit):
    need = actions.publish(need=concern(visit), by=carla)
    actions.move_on(need=need, state=State.PLANNED, reason="Im Mai.", by=carla)
    section = client.get(visit.get_absolute_url()).text.partition('aria-labelledby="anliegen"')[2]
    badge = section.partition("</section>")[0].partition('class="kern-badge')[2]
    assert badge.startswith(" kern-badge--info")
    assert "geplant" in badge


def test_what_nobody_has_looked_at_is_not_on_the_page_and_not_on_the_screen(desk, client, carla, visit):
    concern(visit, "Geheime Beschwerde")
    assert "Geheime Beschwerde" not in client.get(visit.get_absolute_url()).text
    assert "Geheime Beschwerde" not in desk(carla).get(f"{desk_url(visit)}bildschirm/").text
    assert "Geheime Beschwerde" in desk(carla).get(desk_url(visit)).text


def test_what_is_said_aloud_is_public_at_once_without_a_name(desk, client, carla, visit):
    desk(carla).post(
        desk_url(visit),
        {"submission_key": str(uuid.uuid4()), "title": "Wo bleibt die Bank?", "name": "Erna Beispiel"},
    )
    need = Need.objects.get()
    assert (need.kind, need.came_by, need.event, need.visibility, need.person.name, need.taken_by) == (
        Kind.CONCERN,
        CameBy.EVENT,
        visit,
        Visibility.PUBLIC,
        "Erna Beispiel",
        carla,
    )
    for answer in (client.get(visit.get_absolute_url()), desk(carla).get(f"{desk_url(visit)}bildschirm/")):
        assert "Wo bleibt die Bank?" in answer.text
        assert "Erna Beispiel" not in answer.text


def test_said_twice_by_a_double_click_it_is_one(desk, carla, visit):
    words = {"submission_key": str(uuid.uuid4()), "title": "Wo bleibt die Bank?"}
    for _ in range(2):
        desk(carla).post(desk_url(visit), words)
    assert Need.objects.count() == 1


def test_an_empty_concern_is_told(desk, carla, visit):
    answer = desk(carla).post(desk_url(visit), {"submission_key": str(uuid.uuid4()), "title": ""})
    assert (answer.status_code, Need.objects.count()) == (422, 0)


def test_the_list_on_paper_can_be_read_aloud_and_names_nobody(carla, visit, erna):
    for number in range(12):
        factories_need = actions.say(
            said=Said(f"Frage Nummer {number}", text="Ein Absatz.\n\nNoch einer."), event=visit, person=erna
        )
    assert factories_need.event == visit
    file = concerns_pdf(visit)
    assert [
        f.message for f in page.validate_pdf_bytes(file, profile=page.ValidationProfile.PDF_UA_1).failures
    ] == []
    text = " ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(file)).pages)
    assert "12. Frage Nummer 11" in text
    assert "noch nicht öffentlich" in text
    assert "Erna" not in text


def test_an_empty_list_says_so(desk, carla, visit):
    assert "Bisher hat niemand ein Anliegen genannt." in desk(carla).get(desk_url(visit)).text
    file = desk(carla).get(f"{desk_url(visit)}anliegen.pdf").content
    assert "Bisher hat niemand" in PdfReader(io.BytesIO(file)).pages[0].extract_text()


def test_what_was_removed_is_nowhere(desk, client, carla, visit):
    need = actions.publish(need=concern(visit), by=carla)
    actions.remove(need=need, reason="Beleidigung", by=carla)
    for url in (visit.get_absolute_url(), desk_url(visit), f"{desk_url(visit)}bildschirm/"):
        assert "Zebrastreifen" not in desk(carla).get(url).text


def test_the_desk_of_the_event_leads_there(desk, carla, edda, visit):
    assert desk_url(visit) in desk(carla).get(f"/schreibtisch/termine/{visit.pk}/").text


def test_only_the_team_sees_the_lists(desk, client, edda, visit):
    for url in (desk_url(visit), f"{desk_url(visit)}bildschirm/", f"{desk_url(visit)}anliegen.pdf"):
        assert client.get(url).status_code == 302
        assert desk(edda).get(url).status_code == 403


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_of_a_visit_asks_as_often_however_many_concerns(
    client, carla, visit, number, django_assert_num_queries
):
    for each in range(number):
        actions.publish(need=concern(visit, f"Frage {each}"), by=carla)
    client.get(visit.get_absolute_url())
    with django_assert_num_queries(14):  # four of them read the town, which is remembered outside of tests
        client.get(visit.get_absolute_url())
