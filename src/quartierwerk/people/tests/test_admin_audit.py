"""Administrators read who worked on persons and accounts."""

import pytest

from quartierwerk.core import audit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
REPORT = "/verwaltung/reports/bearbeitungen/"


@pytest.fixture
def entries(alex, mona):
    return audit.record("message answered", mona, by=mona, told=True), audit.record(
        "role given", mona, by=alex
    )


@pytest.fixture
def office(client, alex, settings, entries):
    settings.STAFF_SECOND_FACTOR = False
    client.force_login(alex)
    return client


def shown(response):
    return {entry.verb for entry in response.context["object_list"]} & {"message answered", "role given"}


def test_alex_reads_the_log_and_finds_it_in_the_menu(office):
    response = office.get(REPORT)
    assert (response.status_code, shown(response)) == (200, {"message answered", "role given"})
    assert "Bearbeitungen von Personen und Konten" in response.content.decode()
    assert REPORT in office.get("/verwaltung/").content.decode()


def test_it_is_filtered_by_verb_actor_and_date(office, mona, alex):
    assert shown(office.get(REPORT, {"verb": "message answered"})) == {"message answered"}
    assert shown(office.get(REPORT, {"actor": alex.pk})) == {"role given"}
    assert shown(office.get(REPORT, {"at_to": "2001-01-01"})) == set()


def test_actions_stand_there_in_words_and_an_unknown_one_as_it_was_kept(office):
    page = office.get(REPORT).content.decode()
    assert ">message answered<" not in page
    assert "beantwortet" in page
    assert "role given" in page
    assert '<option value="message answered">beantwortet</option>' in page


def test_it_comes_as_csv(office):
    response = office.get(REPORT, {"export": "csv", "verb": "message answered"})
    lines = b"".join(response.streaming_content).decode().splitlines()
    assert (lines[0].split(",")[:3], len(lines)) == (["Zeitpunkt", "Wer", "Vorgang"], 2)
    assert lines[1].split(",")[2] == "beantwortet"


@pytest.mark.parametrize("who", ["mona", "edda", "carla"])
def test_nobody_else_reads_it(office, who, request):
    office.force_login(request.getfixturevalue(who))
    assert office.get(REPORT).status_code in (302, 403)
    assert REPORT not in office.get("/verwaltung/").content.decode()
