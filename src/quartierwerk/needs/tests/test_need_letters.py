"""The letter for who has no e-mail: the answer, and the facts of the need; never anything private of others."""

import io

import pytest
from pypdf import PdfReader

from quartierwerk.needs import actions, factories
from quartierwerk.needs.enums import State
from quartierwerk.people import letters
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.models import Channel, Notification

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture
def answered(mona):
    erna = PersonFactory(name="Erna Beispiel", written_to=True)
    need = factories.public_need(
        "Die Bank am Ufer ist morsch", person=erna, place=actions.Place(name="Ruhrufer")
    )
    return actions.move_on(
        need=need, state=State.PLANNED, reason="Der Bauhof kommt im Mai.", by=mona, by_office="Tiefbauamt"
    )


def text_of(pdf):
    return "\n".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(pdf)).pages)


def test_the_answer_stands_on_the_list_for_today(answered):
    told = Notification.objects.get(about_id=answered.pk, channel=Channel.LETTER)
    assert (told.done_on, told.due_on is not None) == (None, True)


def test_the_letter_carries_answer_office_and_facts(answered, mona):
    pdf = letters.letters_pdf([Notification.objects.latest("pk")], by=mona)
    text = " ".join(text_of(pdf).split())
    for part in (
        "Erna Beispiel", "Der Bauhof kommt im Mai.", "Tiefbauamt",
        f"{answered.reference}: Die Bank am Ufer ist morsch", "Wo: Ruhrufer", "Stand: geplant",
    ):  # fmt: skip
        assert part in text
    assert answered.token not in text  # a follower may get a letter, too


def test_what_is_not_public_has_no_picture_that_leads_nowhere(answered, mona):
    actions.remove(need=answered, reason="Doch nicht.", by=mona)
    told = Notification.objects.latest("pk")
    assert letters._enclosures[type(answered)](told.about).picture == b""
    assert "Doch nicht." in text_of(letters.letters_pdf([told], by=mona))


def test_the_page_of_the_need_leads_to_the_letter(at_desk, mona, answered):
    page = at_desk(mona).get(f"/schreibtisch/handlungsbedarfe/{answered.reference}/")
    (item,) = page.context["mailings"]
    assert at_desk(mona).get(item["letter_url"])["Content-Type"] == "application/pdf"
