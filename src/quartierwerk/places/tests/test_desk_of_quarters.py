"""A manager of named quarters answers what is about these quarters, and what belongs to nobody."""

import uuid

import pytest

from quartierwerk.people import actions, addressees
from quartierwerk.people.queries import messages_for
from quartierwerk.places.factories import QuarterFactory

pytestmark = pytest.mark.django_db


def test_dieter_answers_for_his_quarter_only(dieter, carla):
    welper, mitte = QuarterFactory(slug="welper"), QuarterFactory(slug="mitte")
    welper.staff.add(dieter.roles.get())
    own, other, free = (
        actions.receive_message(submission_key=uuid.uuid4(), kind="message", name="Erna", about=about)
        for about in (welper, mitte, None)
    )
    assert list(messages_for(dieter)) == [own, free]
    assert list(messages_for(carla)) == [own, other, free]


def test_people_write_about_a_quarter(site, client):
    quarter = QuarterFactory(name="Welper", slug="welper")
    assert addressees.write_url(quarter) == "/kontakt/schreiben/quartier/welper/"
    assert "An: Welper" in client.get("/kontakt/schreiben/quartier/welper/").content.decode()
    assert client.get("/kontakt/schreiben/quartier/nirgends/").status_code == 404
