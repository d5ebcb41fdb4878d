"""The public form: everybody can say something, nothing typed is lost, what is private is pointed out."""

import re
from datetime import timedelta

import pytest

from quartierwerk.core import clock
from quartierwerk.core.models import Town
from quartierwerk.needs import factories, rules
from quartierwerk.needs.enums import CameBy, Kind, State
from quartierwerk.needs.models import Need, NeedSettings
from quartierwerk.needs.say import limits, looking_over, views
from quartierwerk.needs.suggesting import Similar, Suggestion
from quartierwerk.people.models import Notification, Person
from quartierwerk.people.submission import new_token
from quartierwerk.places.factories import QuarterFactory, VenueFactory
from quartierwerk.topics.models import FieldOfAction

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
FORM = "/handlungsbedarfe/melden/"


@pytest.fixture(autouse=True)
def _hattingen():
    town = Town.load()
    town.area_code, town.phone = "02324", "02324 204-0"
    town.save()
    NeedSettings.objects.create(prefix="HAT")


@pytest.fixture
def typed():
    return {"kind": "problem", "title": "Am Ruhrufer fehlt eine Bank", "form_token": new_token()}


@pytest.fixture
def bench(monkeypatch):
    """A public need that the search for similar ones finds, whatever is typed."""
    need = factories.public_need("Mehr Bänke an der Ruhr")
    monkeypatch.setattr(
        looking_over, "similar_to", lambda *_args, **_where: [Similar(need, ["beide nennen „Bank“"])]
    )
    return need


def text_of(response):
    return re.sub(r"\s+", " ", response.content.decode())


def test_the_form_sets_no_cookie_and_is_kept_by_nobody_else(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        response = client.get(FORM)

    assert (response.status_code, response.cookies) == (200, {})
    assert response["Cache-Control"] == "private, no-cache"
    assert "no-store" in client.post(FORM, {"title": "x"})["Cache-Control"]
    assert "Cookie" not in response.get("Vary", "")


def test_one_sentence_is_enough(client, typed):
    response = client.post(FORM, typed)

    need = Need.objects.get()
    assert (response.status_code, need.title, need.kind) == (303, typed["title"], Kind.PROBLEM)
    assert (need.came_by, need.state, need.person, need.shown_name) == (
        CameBy.FORM,
        State.RECEIVED,
        None,
        "",
    )
    assert response.cookies == {}
    page = text_of(client.get(response["Location"]))
    assert need.reference in page
    assert need.own_path in page
    assert "Wir antworten innerhalb von 14 Tagen" in page
    assert "Sie haben weder E-Mail noch Telefon noch Anschrift angegeben." in page


@pytest.mark.parametrize(
    ("way", "sentence"),
    [
        ({"email": "erna@example.org"}, "Die Antwort kommt per E-Mail."),
        ({"phone": "5552"}, "Wir rufen Sie an."),
        (
            {"street": "Weg 1", "postal_code": "45525", "city": "Hattingen"},
            "Wir schreiben Ihnen einen Brief.",
        ),
    ],
)
def test_any_way_back_is_enough_also_without_a_name(client, typed, way, sentence):
    response = client.post(FORM, {**typed, **way})

    need = Need.objects.select_related("person").get()
    assert need.person.name == "Ohne Namen"
    assert sentence in text_of(client.get(response["Location"]))


def test_whoever_leaves_an_address_is_told_that_it_arrived_and_nothing_typed_is_repeated(client, typed):
    client.post(FORM, {**typed, "name": "Erna Beispiel", "email": "erna@example.org"})

    told = Notification.objects.get()
    assert (Need.objects.get().reference in told.subject, "Bank" in told.body) == (True, False)


def test_a_name_is_public_only_where_that_was_asked_for(client, typed):
    client.post(FORM, {**typed, "name": "Erna Beispiel"})
    client.post(FORM, {**typed, "title": "Noch etwas", "name": "Erna Beispiel", "name_is_public": "on"})

    assert list(Need.objects.order_by("pk").values_list("shown_name", flat=True)) == ["", "Erna Beispiel"]


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [
        ({"title": " "}, "title", "Bitte sagen Sie in einem Satz, worum es geht."),
        ({"title": "ab"}, "title", "Bitte sagen Sie in einem Satz, worum es geht."),
        ({"title": "a" * 121}, "title", "Der Titel ist zu lang. Bitte kürzen Sie ihn auf 120 Zeichen."),
        ({"text": "a" * 4001}, "text", "Der Text ist zu lang. Bitte kürzen Sie ihn auf 4000 Zeichen."),
        ({"kind": "witz"}, "kind", "Bitte wählen Sie eines davon."),
        ({"email": "erna"}, "email", "Diese E-Mail-Adresse stimmt nicht. Sie sieht so aus: name@beispiel.de"),
        ({"name_is_public": "on"}, "name", "Bitte nennen Sie den Namen, der öffentlich stehen soll."),
        (
            {"homepage": "x"},
            "homepage",
            "Dieses Feld muss leer bleiben; es hält Programme ab. Bitte löschen Sie den Inhalt.",
        ),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_the_words_are_kept(client, typed, change, field, sentence):
    response = client.post(FORM, {**typed, "phone": "5552", **change})

    assert (response.status_code, response.context["form"].errors) == (422, {field: [sentence]})
    assert 'value="5552"' in response.content.decode()
    assert (Need.objects.count(), Person.objects.count()) == (0, 0)


def test_line_breaks_count_as_one_letter_each(client, typed):
    assert client.post(FORM, {**typed, "text": "a\r\n" * 2000}).status_code == 303
    assert len(Need.objects.get().text) == 3999


def test_the_same_form_sent_twice_is_one_need(client, typed):
    first, second = client.post(FORM, typed), client.post(FORM, typed)

    reference = Need.objects.get().reference
    assert {page.status_code for page in (first, second)} == {303}
    assert all(reference in text_of(client.get(page["Location"])) for page in (first, second))


def test_too_many_from_one_address_are_told_and_the_words_are_kept(client, typed, monkeypatch):
    monkeypatch.setattr(views.limits, "NEEDS_PER_HOUR", limits.RateLimit("needs-test", per_hour=1))
    client.post(FORM, typed)
    response = client.post(FORM, {**typed, "title": "Noch eine Bank"})

    assert (response.status_code, Need.objects.count()) == (429, 1)
    assert "Noch eine Bank" in response.content.decode()


def test_a_form_that_was_open_for_days_is_sent_with_a_second_press(client, typed, time_machine):
    time_machine.move_to(clock.now() + timedelta(hours=25))
    first = client.post(FORM, typed)

    assert first.status_code == 422
    assert first.context["form"].non_field_errors() == [
        "Das Formular war lange offen. Bitte schicken Sie es noch einmal ab."
    ]
    assert f'value="{typed["title"]}"' in first.text
    fresh = first.context["form"]["form_token"].value()
    assert client.post(FORM, {**typed, "form_token": fresh}).status_code == 303


def test_without_its_token_a_form_is_asked_once_more(client, typed):
    response = client.post(FORM, {**typed, "form_token": "erfunden"})
    assert response.context["form"].non_field_errors() == ["Bitte schicken Sie das Formular noch einmal ab."]
    assert (response.status_code, Need.objects.count()) == (422, 0)


def test_advertising_that_is_sent_at_once_is_asked_again(client, typed):
    response = client.post(FORM, {**typed, "text": "Kaufen Sie https://shop.example"})

    assert (response.status_code, Need.objects.count()) == (422, 0)
    assert "Das ging sehr schnell." in response.content.decode()


# ------------------------------------------------------------------------------------------------------ pointed out once
def test_private_details_are_marked_before_sending_and_can_be_sent_nonetheless(client, typed):
    words = {**typed, "text": "Rufen Sie <b>Herrn M.</b> an: 0171 1234567. Sein Wagen ist EN-AB 123."}
    first = client.post(FORM, words)

    page = text_of(first)
    assert (first.status_code, Need.objects.count()) == (422, 0)
    assert "&lt;b&gt;Herrn M.&lt;/b&gt; an: <mark>0171 1234567</mark>." in page
    assert "<mark>EN-AB 123</mark>" in page
    assert "(Telefonnummer, Kfz-Kennzeichen)" in page
    assert "Trotzdem abschicken" in page

    seen = " ".join(first.context["over"].keys)
    assert client.post(FORM, {**words, "seen": seen}).status_code == 303
    assert Need.objects.get().text == words["text"]


def test_other_private_details_are_pointed_out_again(client, typed):
    seen = " ".join(client.post(FORM, {**typed, "text": "Tel. 0171 1234567"}).context["over"].keys)
    response = client.post(FORM, {**typed, "text": "Tel. 0171 7654321", "seen": seen})

    assert (response.status_code, Need.objects.count()) == (422, 0)


@pytest.mark.usefixtures("quarter_with_boundary")
def test_a_pin_outside_the_town_is_told_and_can_still_be_sent(client, typed):
    far = {**typed, "latitude": "48.1", "longitude": "11.5"}
    first = client.post(FORM, far)

    assert (first.status_code, rules.outside_town() in text_of(first)) == (422, True)
    assert client.post(FORM, {**far, "seen": "outside"}).status_code == 303
    need = Need.objects.get()
    assert (need.is_outside, need.latitude, need.longitude) == (True, 48.1, 11.5)


def test_without_boundaries_a_pin_on_the_other_side_of_the_earth_is_told_too(client, typed):
    QuarterFactory(latitude=51.4, longitude=7.18)
    far = {**typed, "latitude": "-35.3", "longitude": "149.1"}
    first = client.post(FORM, far)

    assert (first.status_code, rules.outside_town() in text_of(first)) == (422, True)
    assert client.post(FORM, {**far, "seen": "outside"}).status_code == 303
    assert Need.objects.get().is_outside


def test_similar_needs_are_shown_once_instead_of_a_duplicate(client, typed, bench):
    first = client.post(FORM, typed)

    page = text_of(first)
    assert (first.status_code, Need.objects.count()) == (422, 1)
    assert "Vielleicht hat das schon jemand gesagt." in page
    assert "beide nennen „Bank“" in page
    assert f'form="betrifft" formaction="/betrifft-mich/{bench.reference}/"' in page
    assert client.post(FORM, {**typed, "seen": "similar"}).status_code == 303


def test_what_was_told_is_not_looked_for_again_and_stays_told(client, typed, bench, monkeypatch):
    monkeypatch.setattr(looking_over, "similar_to", lambda *_args, **_where: pytest.fail("was told already"))
    again = client.post(FORM, {**typed, "text": "Tel. 0171 1234567", "seen": "similar"})

    assert (again.status_code, "similar" in again.context["over"].keys) == (422, True)
    seen = " ".join(again.context["over"].keys)
    assert client.post(FORM, {**typed, "text": "Tel. 0171 1234567", "seen": seen}).status_code == 303


# ----------------------------------------------------------------------------------------------------------------- where
def test_a_pin_leads_to_its_quarter(client, typed, quarter_with_boundary):
    quarter, (latitude, longitude) = quarter_with_boundary
    client.post(FORM, {**typed, "latitude": str(latitude), "longitude": str(longitude)})

    need = Need.objects.get()
    assert (need.quarter, need.latitude, need.is_outside) == (quarter, latitude, False)


def test_the_name_of_a_venue_leads_to_the_venue_its_point_and_its_quarter(client, typed):
    quarter = QuarterFactory(name="Südstadt")
    library = VenueFactory(name="Stadtbibliothek", quarter=quarter, latitude=51.4, longitude=7.18)
    client.post(FORM, {**typed, "place_name": "stadtbibliothek"})

    need = Need.objects.get()
    assert (need.venue, need.quarter, need.latitude) == (library, quarter, 51.4)
    assert need.place_name == "stadtbibliothek"


def test_words_nobody_knows_are_kept_as_they_were_written_and_the_chosen_quarter_counts(client, typed):
    quarter = QuarterFactory()
    client.post(FORM, {**typed, "place_name": "hinter der alten Linde", "quarter": quarter.pk})

    need = Need.objects.get()
    assert (need.place_name, need.quarter, need.venue) == ("hinter der alten Linde", quarter, None)


@pytest.mark.parametrize(
    "point", [("nan", "7"), ("abc", "7"), ("51", ""), ("91", "7"), ("inf", "7"), ("51", "181")]
)
def test_a_pin_that_makes_no_sense_is_no_pin(client, typed, point):
    assert client.post(FORM, {**typed, "latitude": point[0], "longitude": point[1]}).status_code == 303
    assert not Need.objects.get().has_point


def test_a_link_from_a_quarter_or_a_venue_already_says_where(client):
    quarter, venue = QuarterFactory(), VenueFactory(name="Stadtbibliothek")
    page = client.get(FORM, {"quartier": quarter.slug, "ort": venue.slug}).content.decode()

    assert f'<option value="{quarter.pk}" selected>' in page
    assert 'value="Stadtbibliothek"' in page


@pytest.mark.parametrize("nonsense", ["gibt-es-nicht", "\x00", "²", "a" * 5000])
def test_what_nobody_would_type_breaks_nothing(client, nonsense):
    words = {"title": nonsense, "text": nonsense, "place_name": nonsense, "quarter": nonsense}
    assert client.get(FORM, {"quartier": nonsense, "ort": nonsense}).status_code == 200
    for part in ("aehnlich/", "ort/", "ansehen/"):
        assert client.post(FORM + part, words).status_code == 200
    assert client.post(FORM, {**words, "field": nonsense, "seen": nonsense}).status_code == 422


# ------------------------------------------------------------------------------------------------------- field of action
@pytest.fixture
def housing(monkeypatch):
    field = FieldOfAction.objects.create(name="Wohnraum", slug="wohnraum")
    monkeypatch.setattr(looking_over, "fields_for", lambda *_words: [Suggestion(field, ["Wohnung"])])
    return field


def test_whoever_chooses_no_field_gets_the_suggested_one(client, typed, housing):
    client.post(FORM, typed)
    assert Need.objects.get().field == housing


def test_the_chosen_field_wins_over_the_suggested_one(client, typed, housing):
    other = FieldOfAction.objects.create(name="Anderes", slug="anderes")
    client.post(FORM, {**typed, "field": other.pk})
    assert Need.objects.get().field == other


# ------------------------------------------------------------------------------------------------- parts for the browser
def test_while_typing_similar_needs_and_a_field_are_suggested(client, bench, housing):
    response = client.post(f"{FORM}aehnlich/", {"title": "Bänke am Ufer", "text": ""})

    page = text_of(response)
    assert (response.status_code, response.cookies) == (200, {})
    assert bench.title in page
    assert f'data-suggestion="{housing.pk}"' in page
    assert "Unser Vorschlag: Wohnraum, wegen „Wohnung“." in page
    assert bench.title not in text_of(client.post(f"{FORM}aehnlich/", {"title": "Bän"}))


def test_the_similar_needs_link_to_what_is_public_and_name_nobody(
    client, bench, django_assert_max_num_queries
):
    with django_assert_max_num_queries(10):
        page = text_of(client.post(f"{FORM}aehnlich/", {"title": "Bänke am Ufer"}))
    assert bench.get_absolute_url() in page


def test_the_quarter_of_a_place_is_told_while_it_is_chosen(client, quarter_with_boundary):
    quarter, (latitude, longitude) = quarter_with_boundary
    here = text_of(client.post(f"{FORM}ort/", {"latitude": latitude, "longitude": longitude}))
    outside = text_of(client.post(f"{FORM}ort/", {"latitude": "48.1", "longitude": "11.5"}))

    assert f"Das liegt im Quartier {quarter.name}." in here
    assert rules.outside_town() in outside


def test_the_last_look_shows_what_is_public_and_what_is_not(client, typed):
    page = text_of(
        client.post(f"{FORM}ansehen/", {**typed, "name": "Erna Beispiel", "email": "e@example.org"})
    )

    assert "Am Ruhrufer fehlt eine Bank" in page
    assert "Name, nicht öffentlich" in page
    assert "per E-Mail: e@example.org" in page
    assert not Need.objects.exists()


def test_the_last_look_names_the_kind_and_both_the_place_and_the_pin(client, typed):
    placed = {**typed, "kind": "idea", "place_name": "Ruhrufer", "latitude": "51.4", "longitude": "7.18"}
    page = text_of(client.post(f"{FORM}ansehen/", placed))
    assert "<dd>Idee <a" in page
    assert "<dd>Ruhrufer, mit Stelle auf der Karte <a" in page
    only = text_of(client.post(f"{FORM}ansehen/", {**placed, "place_name": ""}))
    assert "<dd>Stelle auf der Karte <a" in only
    assert "<dd>keine Angabe <a" in text_of(client.post(f"{FORM}ansehen/", typed))


def test_the_last_look_marks_a_field_that_was_only_suggested(client, typed, housing):
    chosen = {**typed, "field": housing.pk}
    marked = f"{housing.name} (Vorschlag, änderbar)"
    assert marked in text_of(client.post(f"{FORM}ansehen/", typed))
    assert marked in text_of(client.post(f"{FORM}ansehen/", {**chosen, "suggested": housing.pk}))
    assert marked not in text_of(client.post(f"{FORM}ansehen/", chosen))


def test_without_a_way_back_the_last_look_tells_where_the_answer_will_stand(client, typed):
    page = text_of(client.post(f"{FORM}ansehen/", typed))
    days = NeedSettings.load().answer_within_days
    assert "Wir können Ihnen keine Nachricht schicken, denn Sie haben keinen Weg angegeben." in page
    assert f"Die Antwort steht innerhalb von {days} Tagen auf der Seite Ihres Beitrags." in page


def test_the_last_look_says_what_is_wrong(client, typed):
    page = text_of(client.post(f"{FORM}ansehen/", {**typed, "email": "erna"}))
    assert '<a class="kern-link" href="#id_email">E-Mail – Diese E-Mail-Adresse stimmt nicht.' in page


def test_a_receipt_that_nobody_signed_leads_nowhere(client):
    assert client.get(f"{FORM}angekommen/erfunden/").status_code == 404
