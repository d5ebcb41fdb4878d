"""Paper cards: printed with a code each, returned, entered in seconds; one card is one need."""

import io
import uuid

import page
import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from pypdf import PdfReader

from quartierwerk.core.models import Town
from quartierwerk.core.private_files import private_storage
from quartierwerk.events import codes
from quartierwerk.events import factories as event_factories
from quartierwerk.needs import actions, factories, queries
from quartierwerk.needs.actions import Said
from quartierwerk.needs.enums import CameBy
from quartierwerk.needs.intake.cards_pdf import cards_pdf, form_url
from quartierwerk.needs.models import Card, Need
from quartierwerk.people import privacy
from quartierwerk.people.models import Person
from quartierwerk.places.factories import QuarterFactory
from quartierwerk.testing.answers import content_of

from .pictures import pdf_file, photo

pytestmark = pytest.mark.django_db
CARDS = "/schreibtisch/handlungsbedarfe/karten/"


@pytest.fixture
def card(carla, site):
    return Card.objects.get(batch=actions.print_cards(number=1, by=carla))


def written(**values):
    return {"submission_key": str(uuid.uuid4()), "title": "Mehr Bänke im Park", "kind": "idea", **values}


def test_each_card_has_a_code_of_its_own(carla):
    batch = actions.print_cards(number=50, by=carla)
    assert len({card.code for card in Card.objects.filter(batch=batch)}) == 50


def test_staff_print_cards_for_a_quarter(desk, site, carla):
    quarter = QuarterFactory(name="Welper")
    answer = desk(carla).post(CARDS, {"number": "3", "quarter": quarter.pk})
    batch = Card.objects.first().batch
    assert answer["Location"] == f"{CARDS}?neu={batch}"
    file = desk(carla).get(f"{CARDS}auflage/{batch}.pdf")
    assert (file["Content-Type"], file.content[:5]) == ("application/pdf", b"%PDF-")
    assert desk(carla).get(CARDS).context["page"].object_list[0]["printed"] == 3


@pytest.mark.parametrize("number", ["0", "201", "viele"])
def test_nobody_prints_none_or_a_forest(desk, site, carla, number):
    assert desk(carla).post(CARDS, {"number": number}).status_code == 422
    assert Card.objects.count() == 0


def test_the_sheet_can_be_read_aloud_and_holds_two_cards_a_page(carla):
    Town.objects.update_or_create(
        pk=Town.load().pk,
        defaults={
            "official_name": "Stadt Musterstadt",
            "street": "Rathausplatz 1",
            "postal_code": "12345",
            "city": "Musterstadt",
        },
    )
    quarter = QuarterFactory(name="Niederwenigern-Oberstüter-Winz-Baak")
    actions.print_cards(number=5, by=carla, quarter=quarter)
    cards = list(Card.objects.order_by("code"))
    file = cards_pdf(cards)
    assert [
        f.message for f in page.validate_pdf_bytes(file, profile=page.ValidationProfile.PDF_UA_1).failures
    ] == []
    pages = [" ".join(sheet.extract_text().split()) for sheet in PdfReader(io.BytesIO(file)).pages]
    assert len(pages) == 3
    assert [codes.in_groups(card.code) in pages[number // 2] for number, card in enumerate(cards)] == [
        True
    ] * 5
    assert all("Rathausplatz 1" in sheet and "Art. 6 Abs. 1" in sheet for sheet in pages)


def test_a_card_for_an_event_names_it(carla):
    visit = event_factories.event("Besuch der Bürgermeisterin")
    actions.print_cards(number=1, by=carla, event=visit)
    text = PdfReader(io.BytesIO(cards_pdf(list(Card.objects.all())))).pages[0].extract_text()
    assert "Besuch der Bürgermeisterin" in text


def test_the_picture_leads_to_the_form_with_the_code(card):
    assert form_url(card).endswith(f"/handlungsbedarfe/melden/?karte={card.code}")


def test_who_scans_the_picture_enters_the_own_card_and_nobody_enters_it_again(client, desk, carla, card):
    form = client.get(f"/handlungsbedarfe/melden/?karte={card.code.lower()}")
    assert codes.in_groups(card.code) in form.text
    token = form.context["form"]["form_token"].value()
    words = {"kind": "idea", "title": "Mehr Bänke im Park", "karte": card.code, "form_token": token}
    assert client.post("/handlungsbedarfe/melden/", words).status_code == 303
    need = Need.objects.get()
    assert (need.came_by, need.card, need.taken_by) == (CameBy.CARD, card, None)
    assert desk(carla).post(f"{CARDS}{card.code}/", written()).status_code == 422
    again = client.post("/handlungsbedarfe/melden/", {**words, "title": "Noch etwas"})
    assert (again.status_code, Need.objects.count()) == (303, 2)
    assert Need.objects.get(title="Noch etwas").came_by == CameBy.FORM


def test_the_code_leads_to_the_short_form_however_it_is_typed(desk, carla, card):
    typed = codes.in_groups(card.code).lower()
    assert desk(carla).get(CARDS, {"code": typed})["Location"] == f"{CARDS}{card.code}/"
    answer = desk(carla).get(CARDS, {"code": "FALSCH22"})
    assert (answer.status_code, "Diesen Code gibt es nicht." in answer.text) == (422, True)


def test_a_card_becomes_a_need_of_its_quarter_and_event(desk, site, carla):
    quarter, visit = QuarterFactory(name="Welper"), event_factories.event("Besuch")
    card = Card.objects.get(batch=actions.print_cards(number=1, by=carla, quarter=quarter, event=visit))
    desk(carla).post(f"{CARDS}{card.code}/", written(name="Erna Beispiel", phone="02324 5511"))
    need = Need.objects.get()
    assert (need.came_by, need.quarter, need.event, need.card) == (CameBy.CARD, quarter, visit, card)
    assert (need.person.name, need.person.phone) == ("Erna Beispiel", "+4923245511")


def test_one_card_is_one_need(desk, carla, card):
    desk(carla).post(f"{CARDS}{card.code}/", written())
    again = desk(carla).post(f"{CARDS}{card.code}/", written(title="Noch etwas"))
    assert (again.status_code, Need.objects.count()) == (422, 1)
    text = desk(carla).get(f"{CARDS}{card.code}/").text
    assert f"Sie hat die Nummer {Need.objects.get().reference}" in text


def test_a_refused_card_leaves_nobody_behind(carla, card):
    actions.enter_card(card=card, said=Said("Mehr Bänke"), by=carla)
    with pytest.raises(ValidationError):
        actions.enter_card(card=card, said=Said("Noch etwas"), by=carla)
    assert (Need.objects.count(), Person.objects.count()) == (1, 0)


@pytest.mark.parametrize(("scan", "ending"), [(pdf_file, "pdf"), (photo, "jpg")])
def test_the_scan_is_for_the_team_only(desk, client, carla, edda, card, scan, ending):
    desk(carla).post(f"{CARDS}{card.code}/", written(scan=scan()))
    card.refresh_from_db()
    assert card.scan.name.startswith("needs-scans/")
    assert card.scan.name.endswith(f".{ending}")
    assert "karte" not in card.scan.name
    answer = desk(carla).get(f"{CARDS}{card.code}/scan/")
    assert (answer.status_code, answer["X-Content-Type-Options"]) == (200, "nosniff")
    assert "no-store" in answer["Cache-Control"]
    assert b"Ruhrufer geheim" not in content_of(answer)
    assert client.get(f"{CARDS}{card.code}/scan/").status_code == 302
    assert desk(edda).get(f"{CARDS}{card.code}/scan/").status_code == 403
    assert client.get(f"/media/{card.scan.name}").status_code == 404


def test_a_scan_lies_outside_of_the_public_uploads(card):
    assert card._meta.get_field("scan").deconstruct()[3]["storage"] is private_storage
    assert private_storage() is not default_storage


def test_a_scan_can_follow_and_be_replaced(desk, carla, card, django_capture_on_commit_callbacks):
    desk(carla).post(f"{CARDS}{card.code}/", written())
    desk(carla).post(f"{CARDS}{card.code}/scan-dazu/", {"scan": pdf_file()})
    card.refresh_from_db()
    first = card.scan.name
    with django_capture_on_commit_callbacks(execute=True):
        desk(carla).post(f"{CARDS}{card.code}/scan-dazu/", {"scan": photo()})
    card.refresh_from_db()
    assert card.scan.name != first
    assert not card.scan.storage.exists(first)


def test_what_only_pretends_to_be_a_scan_is_refused(desk, carla, card):
    fake = pdf_file()
    fake.file = io.BytesIO(b"<script>alert(1)</script>")
    answer = desk(carla).post(f"{CARDS}{card.code}/", written(scan=fake))
    assert (answer.status_code, Need.objects.count()) == (422, 0)


def test_who_is_erased_leaves_no_handwriting(desk, carla, card, django_capture_on_commit_callbacks):
    desk(carla).post(f"{CARDS}{card.code}/", written(name="Erna Beispiel", scan=pdf_file()))
    card.refresh_from_db()
    name, storage = card.scan.name, card.scan.storage
    with django_capture_on_commit_callbacks(execute=True):
        privacy.erase(card.need.person)
    card.refresh_from_db()
    assert (card.scan.name, storage.exists(name)) == ("", False)


def test_every_channel_is_counted(carla, card):
    actions.enter_card(card=card, said=Said("Mehr Bänke"), by=carla)
    for way in (CameBy.FORM, CameBy.PHONE, CameBy.PHONE):
        factories.need(came_by=way)
    counted = queries.counted_by_channel()
    assert {way: number for way, number in counted.items() if number} == {
        CameBy.CARD: 1,
        CameBy.FORM: 1,
        CameBy.PHONE: 2,
    }
    assert set(counted) == set(CameBy)


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_as_often_however_many_batches(desk, site, carla, number, django_assert_num_queries):
    for _ in range(number):
        actions.print_cards(number=2, by=carla)
    browser = desk(carla)
    browser.get(CARDS)
    with django_assert_num_queries(8):
        browser.get(CARDS)
