"""The public form: everybody can register, nothing typed is lost, nothing is told about others."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest

from quartierwerk.core import clock
from quartierwerk.core.models import Town
from quartierwerk.events import actions, factories, queries
from quartierwerk.events.enums import CameBy, Need, QuestionKind, State
from quartierwerk.events.factories import AgendaItemFactory, QuestionFactory, local
from quartierwerk.events.models import Occurrence, Registration
from quartierwerk.events.registration import views as views_registration
from quartierwerk.events.registration.forms import stamp
from quartierwerk.people.factories import ContactFactory, PersonFactory
from quartierwerk.people.models import Notification, Person
from quartierwerk.people.submission import new_token

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _hattingen(site, time_machine):
    time_machine.move_to(local(2026, 9, 1, 12), tick=False)
    town = Town.load()
    town.area_code, town.phone = "02324", "02324 204-0"
    town.save()


@pytest.fixture
def conference():
    return factories.event("Armutskonferenz", slug="konferenz", capacity=80, starts_at=local(2026, 10, 8, 16))


@pytest.fixture
def typed(conference):
    return {
        "name": "Erna Beispiel",
        "email": "erna@example.org",
        "party_size": "1",
        "form_token": new_token(),
        "shown_start": stamp(conference.starts_at),
        "seen_full": "",
    }


FORM = "/termine/konferenz/anmelden/"


def text_of(response):
    return re.sub(r"\s+", " ", response.content.decode())


def test_the_form_sets_no_cookie_is_kept_by_nobody_else_and_asks_for_no_account(client, conference):
    response = client.get(FORM)

    assert (response.status_code, response.cookies) == (200, {})
    assert response["Cache-Control"] == "private, no-cache"
    assert "no-store" in client.post(FORM, {"name": "Erna Meier"})["Cache-Control"]
    assert "Cookie" not in response.get("Vary", "")


def test_a_click_with_an_email_is_asked_to_confirm_by_the_mail(
    client, typed, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(FORM, typed)

    place = Registration.objects.get()
    assert (response.status_code, place.state) == (303, State.UNCONFIRMED)
    page = text_of(client.get(response["Location"]))
    assert "Wir haben Ihnen eine E-Mail geschickt" in page
    assert "Mittwoch, 2. September, 12 Uhr" in page
    assert [mail.to for mail in mailoutbox] == [["erna@example.org"]]


def test_the_page_after_sending_does_not_lead_past_the_mail(client, typed):
    """Who typed somebody else's address must not be able to confirm in their name."""
    response = client.post(FORM, typed)

    page = client.get(response["Location"]).content.decode()
    place = Registration.objects.get()
    assert (place.code in page, place.token in page, place.own_path in page) == (False, False, False)


@pytest.mark.parametrize(
    ("way", "sentence"),
    [
        ({"phone": "5552"}, "Wir rufen Sie an, um die Anmeldung zu bestätigen."),
        (
            {"street": "Weg 1", "postal_code": "45525", "city": "Hattingen"},
            "Wir bestätigen ihn mit einem Brief.",
        ),
        ({}, "Wir können Ihnen nicht Bescheid sagen"),
    ],
)
def test_any_way_or_none_is_enough_and_the_place_is_firm(client, typed, way, sentence):
    response = client.post(FORM, {**typed, "email": "", **way})

    place = Registration.objects.get()
    page = text_of(client.get(response["Location"]))
    assert (place.state, sentence in page, place.own_path in page) == (State.CONFIRMED, True, True)


def test_the_number_is_shown_in_groups_as_everywhere(client, typed):
    response = client.post(FORM, {**typed, "email": ""})

    place, page = Registration.objects.get(), text_of(client.get(response["Location"]))
    assert f"Ihre Anmeldenummer: <strong>{place.code[:4]} {place.code[4:]}</strong>" in page


def test_without_any_way_the_name_is_kept_and_nobody_is_followed_up(client, typed):
    client.post(FORM, {**typed, "email": ""})

    assert Person.objects.get().name == "Erna Beispiel"
    assert not Notification.objects.filter(done_on=None).exists()


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [
        ({"name": " "}, "name", "Bitte nennen Sie Ihren Namen."),
        ({"phone": "keine"}, "phone", "Diese Nummer können wir nicht anrufen. Bitte schreiben Sie sie mit Vorwahl, zum Beispiel 02324 12345."),
        ({"street": "Weg 1", "city": "Hattingen"}, "postal_code", "Bitte geben Sie die Postleitzahl an."),
        ({"party_size": "0"}, "party_size", "Bitte melden Sie mindestens eine Person an."),
        ({"party_size": "7"}, "party_size", "Hier können sich höchstens 6 Personen auf einmal anmelden. Für größere Gruppen rufen Sie uns bitte an."),
        ({"party_size": "viele"}, "party_size", "Bitte schreiben Sie eine ganze Zahl, zum Beispiel 2."),
        ({"party_names": "Fritz"}, "party_names", "Sie nennen mehr Namen, als Personen kommen. Zählen Sie oben alle mit, auch sich selbst."),
        ({"homepage": "http://x.example"}, "homepage", "Dieses Feld muss leer bleiben; es hält Programme ab. Bitte löschen Sie den Inhalt."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_the_field_and_the_entries_are_kept(client, typed, change, field, sentence):
    response = client.post(FORM, {**typed, **change})

    assert (response.status_code, response.context["form"].errors) == (422, {field: [sentence]})
    assert "erna@example.org" in response.content.decode()
    assert (Registration.objects.count(), Person.objects.count()) == (0, 0)


def test_the_same_form_sent_twice_is_one_registration(client, typed):
    first, second = client.post(FORM, typed), client.post(FORM, typed)

    assert (first["Location"], Registration.objects.count()) == (second["Location"], 1)


def test_who_types_what_a_neighbour_typed_gets_a_registration_of_their_own(client, typed):
    """A page or a link of the neighbour's must never come out of it."""
    client.post(FORM, {**typed, "email": "", "phone": "02324 1234"})
    response = client.post(FORM, {**typed, "email": "", "phone": "02324 1234", "form_token": new_token()})

    first, second = Registration.objects.order_by("pk")
    page = client.get(response["Location"]).content.decode()
    assert (second.own_path in page, first.own_path in page) == (True, False)


def test_after_cancelling_one_can_register_anew_with_the_same_words(client, typed):
    client.post(FORM, typed)
    actions.cancel_registration(registration=Registration.objects.get())

    client.post(FORM, {**typed, "form_token": new_token()})

    assert [r.state for r in Registration.objects.order_by("pk")] == [State.CANCELLED, State.UNCONFIRMED]


def test_a_form_shown_for_one_event_is_not_taken_for_the_registration_of_another(client, typed, conference):
    other = factories.event(slug="fest", capacity=5, starts_at=conference.starts_at)
    client.post(FORM, typed)
    client.post("/termine/fest/anmelden/", typed)

    assert {r.event for r in Registration.objects.all()} == {conference, other}


def test_the_answer_is_the_same_whether_the_person_is_known_or_not(client, typed, erna):
    """Erna is known under this number; the page and its address have the same shape for a stranger."""
    known = client.post(FORM, {**typed, "email": "", "phone": "02324 1234"})
    unknown = client.post(FORM, {**typed, "email": "", "phone": "02324 9999", "form_token": new_token()})

    pages = [text_of(client.get(answer["Location"])) for answer in (known, unknown)]
    hidden = [
        re.sub(r"/anmeldung/[^\"]+|<strong>[0-9A-Z]{4} [0-9A-Z]{4}</strong>", "", page) for page in pages
    ]
    assert hidden[0] == hidden[1]


def test_nothing_personal_stands_in_the_address_after_sending(client, typed):
    from django.core import signing

    path = urlsplit(client.post(FORM, typed)["Location"]).path
    told = signing.loads(path.split("/")[3], salt="events.receipt")

    assert told == {"code": Registration.objects.get().code, "way": "email"}


def test_a_forged_receipt_is_not_found(client, conference):
    assert client.get("/anmeldung/eingegangen/abc:def/").status_code == 404


def test_too_many_from_one_address_wait_with_their_entries(client, typed, monkeypatch):
    limit = views_registration.RateLimit("registrations", per_hour=1)
    monkeypatch.setattr(views_registration, "REGISTRATIONS_PER_HOUR", limit)
    client.post(FORM, typed)
    response = client.post(FORM, {**typed, "name": "Fritz Beispiel"})

    assert (response.status_code, "Fritz Beispiel" in response.content.decode()) == (429, True)
    assert Registration.objects.count() == 1


def test_a_form_from_another_site_is_refused(client, typed):
    assert client.post(FORM, typed, HTTP_ORIGIN="https://boese.example").status_code == 403


# ------------------------------------------------------------------------------------------- what changed meanwhile
def _close(event):
    event.registration_closes_at = local(2026, 8, 31, 12)


def _open_later(event):
    event.registration_opens_at = local(2026, 9, 10, 8)


def _begin_earlier(event):
    event.starts_at, event.ends_at = local(2026, 8, 30, 16), local(2026, 8, 30, 18)


def _cancel(event):
    event.stage, event.stage_reason = "cancelled", "Krankheit"


def _take_no_registrations(event):
    event.registration_mode = "none"


def _cancel_what_is_open_to_all(event):
    _take_no_registrations(event)
    _cancel(event)


@pytest.mark.parametrize(
    ("happens", "sentence"),
    [
        (_close, "Die Anmeldung ist geschlossen. Bitte rufen Sie uns an; vielleicht geht noch etwas."),
        (_open_later, "Die Anmeldung beginnt am Donnerstag, 10. September, 8 Uhr."),
        (_begin_earlier, "Diese Veranstaltung ist vorbei."),
        (_cancel, "Diese Veranstaltung ist abgesagt. Eine Anmeldung ist nicht mehr möglich."),
        (
            _cancel_what_is_open_to_all,
            "Diese Veranstaltung ist abgesagt. Eine Anmeldung ist nicht mehr möglich.",
        ),
        (_take_no_registrations, "Für diese Veranstaltung brauchen Sie keine Anmeldung. Kommen Sie einfach."),
    ],
)
def test_what_happened_meanwhile_stands_on_top_with_the_entries_and_the_phone(
    client, typed, conference, happens, sentence
):
    happens(conference)
    conference.save()
    actions.keep_dates(event=conference)

    response, fresh = client.post(FORM, typed), client.get(FORM)

    assert (response.status_code, response.context["form"].non_field_errors()) == (422, [sentence])
    assert "erna@example.org" in response.content.decode()
    assert "02324 204-0" in response.content.decode()
    assert (fresh.status_code, fresh.context["form"], fresh.context["reason"]) == (200, None, sentence)


def test_a_moved_date_is_told_and_asked_once_more(client, typed, conference):
    conference.starts_at, conference.ends_at = local(2026, 10, 15, 17), local(2026, 10, 15, 19)
    conference.save()
    actions.keep_dates(event=conference)

    response = client.post(FORM, typed)

    assert (response.status_code, Registration.objects.count()) == (422, 0)
    assert (
        "sie beginnt jetzt am Donnerstag, 15. Oktober, 17 Uhr"
        in response.context["form"].non_field_errors()[0]
    )
    again = {**typed, "shown_start": response.context["form"]["shown_start"].value()}
    assert client.post(FORM, again).status_code == 303


def test_full_without_a_waiting_list_the_entries_are_kept(client, typed, conference):
    conference.capacity, conference.has_waiting_list = 1, False
    conference.save()
    factories.registration(conference)

    response, fresh = client.post(FORM, typed), client.get(FORM)

    sentence = (
        "Diese Veranstaltung ist inzwischen ausgebucht, und es gibt keine Warteliste. Bitte rufen Sie uns an."
    )
    assert (response.status_code, response.context["form"].non_field_errors()) == (422, [sentence])
    assert "erna@example.org" in response.content.decode()
    assert (fresh.context["form"], fresh.context["reason"]) == (None, sentence)


def test_a_full_event_says_before_sending_that_this_is_the_waiting_list(client, typed, conference):
    conference.capacity = 1
    conference.save()
    factories.registration(conference)

    page = client.get(FORM)
    shown = page.context["form"]["seen_full"].value()
    response = client.post(FORM, {**typed, "seen_full": shown})

    assert "Zurzeit ausgebucht: Sie kommen auf die Warteliste." in page.content.decode()
    after = text_of(client.get(response["Location"]))
    assert "Sie stehen auf der Warteliste" in after
    assert "waren nicht mehr genug Plätze frei" not in after


def test_who_lost_the_race_is_on_the_waiting_list_and_told_why(client, typed, conference):
    conference.capacity = 1
    conference.save()
    factories.registration(conference)

    response = client.post(FORM, typed)

    after = text_of(client.get(response["Location"]))
    assert "Als Ihre Anmeldung ankam, waren nicht mehr genug Plätze frei." in after
    assert "Wird ein Platz für Sie frei, schreiben wir Ihnen eine E-Mail." in after


def test_the_page_after_sending_follows_the_registration_when_a_place_is_offered(client, typed, conference):
    conference.capacity = 1
    conference.save()
    first = factories.registration(conference)
    response = client.post(FORM, {**typed, "email": "", "phone": "02324 1234"})
    actions.cancel_registration(registration=first)

    after = text_of(client.get(response["Location"]))
    assert "Für Sie ist ein Platz frei geworden" in after
    assert "Bitte sagen Sie uns, ob Sie kommen" in after


# ---------------------------------------------------------------------------------------------- series with own places
@pytest.fixture
def course():
    made = factories.event(
        "Handy-Kurs",
        slug="kurs",
        capacity=1,
        starts_at=local(2026, 9, 8, 10),
        rule="FREQ=WEEKLY;COUNT=3",
        registers_for="date",
        has_waiting_list=False,
    )
    full = made.occurrences.all()[0]
    factories.registration(made, occurrence=full)
    for day in made.occurrences.all():
        actions.refresh_availability(event=made, occurrence=day)
    return made


def test_each_date_is_offered_with_how_it_stands(client, course):
    page = client.get("/termine/kurs/anmelden/?datum=2026-09-15")

    dates = page.context["form"].fields["date"].choices
    assert [label for _, label in dates] == [
        "Dienstag, 8. September, 10 Uhr (ausgebucht)",
        "Dienstag, 15. September, 10 Uhr (nur noch wenige Plätze)",
        "Dienstag, 22. September, 10 Uhr (nur noch wenige Plätze)",
    ]
    radios = re.findall(r'<input type="radio"[^>]*name="date"[^>]*>', page.content.decode())
    assert ["disabled" in radio for radio in radios] == [True, False, False]
    assert ["checked" in radio for radio in radios] == [False, True, False]


def test_the_chosen_date_gets_the_registration(client, course, typed):
    day = course.occurrences.all()[1]
    typed |= {"date": stamp(day.starts_at)}

    assert client.post("/termine/kurs/anmelden/", typed).status_code == 303
    assert Registration.objects.latest("pk").occurrence == day


def test_without_a_date_one_is_asked_for(client, course, typed):
    response = client.post("/termine/kurs/anmelden/", typed)

    assert response.context["form"].errors == {"date": ["Bitte wählen Sie einen Termin."]}


@pytest.mark.parametrize("happens", ["cancelled", "moved", "over"])
def test_a_date_that_is_gone_meanwhile_is_told_and_others_are_offered(
    client, course, typed, happens, time_machine
):
    day = course.occurrences.all()[1]
    typed |= {"date": stamp(day.starts_at)}
    if happens == "cancelled":
        day.state = Occurrence.State.CANCELLED
    elif happens == "moved":
        day.starts_at, day.ends_at = day.starts_at + timedelta(days=1), day.ends_at + timedelta(days=1)
        day.over_at = day.ends_at
    else:
        time_machine.move_to(local(2026, 9, 16, 12), tick=False)
        typed["form_token"] = new_token()
    day.save()

    response = client.post("/termine/kurs/anmelden/", typed)

    sentence = (
        "Dieser Termin wurde inzwischen verlegt, fällt aus oder ist vorbei. Bitte wählen Sie einen anderen."
    )
    assert (response.status_code, response.context["form"].errors) == (422, {"date": [sentence]})
    assert "erna@example.org" in response.content.decode()


def test_a_date_that_was_filled_meanwhile_is_told_with_the_other_dates(client, course, typed):
    full = course.occurrences.all()[0]
    response = client.post("/termine/kurs/anmelden/", {**typed, "date": stamp(full.starts_at)})

    assert response.status_code == 422
    assert "ausgebucht" in response.context["form"].non_field_errors()[0]
    assert "/termine/kurs/anmelden/?datum=2026-09-22" in response.content.decode()


# ----------------------------------------------------------------------------------------------- workshops and questions
@pytest.fixture
def workshops(conference):
    two, four = local(2026, 10, 8, 14), local(2026, 10, 8, 16)
    kinds = [("Kochen", two, 1), ("Malen", two, None), ("Tanzen", four, 20)]
    return [
        AgendaItemFactory(
            event=conference, title=title, starts_at=at, ends_at=at + timedelta(hours=2), needs_choice=True, capacity=places
        )
        for title, at, places in kinds
    ]  # fmt: skip


def _slot(item):
    return f"workshop_{int(item.starts_at.timestamp())}"


def test_workshops_are_chosen_by_time_and_a_full_one_cannot_be(client, conference, workshops):
    cooking, _painting, dancing = workshops
    wish = actions.Wish(workshops=[cooking])
    factories.registration(conference, wish=wish)

    page = client.get(FORM)

    form = page.context["form"]
    assert [label for _, label in form.fields[_slot(cooking)].choices] == ["Kochen (voll)", "Malen", "keinen"]
    assert form.fields[_slot(dancing)].label == "Workshop um 16 Uhr"
    radio = re.search(rf'<input type="radio"[^>]*value="{cooking.pk}"[^>]*>', page.content.decode())[0]
    assert "disabled" in radio


def test_a_choice_is_asked_for_at_each_time_and_kept(client, typed, workshops):
    cooking, _painting, dancing = workshops
    missing = client.post(FORM, {**typed, _slot(cooking): cooking.pk})
    assert missing.context["form"].errors == {
        _slot(dancing): ["Bitte wählen Sie einen Workshop oder „keinen“."]
    }

    client.post(FORM, {**typed, _slot(cooking): cooking.pk, _slot(dancing): "none"})
    assert [item.title for item in Registration.objects.get().workshops.all()] == ["Kochen"]


def test_a_workshop_that_was_filled_meanwhile_is_told_and_the_entries_are_kept(
    client, typed, conference, workshops
):
    cooking, _painting, dancing = workshops
    factories.registration(conference, wish=actions.Wish(workshops=[cooking]))

    response = client.post(FORM, {**typed, _slot(cooking): cooking.pk, _slot(dancing): "none"})

    assert response.context["form"].non_field_errors() == [
        "„Kochen“ ist inzwischen voll. Bitte wählen Sie etwas anderes."
    ]
    assert Registration.objects.count() == 1


@pytest.fixture
def questions(conference):
    asked = [
        ("text", "", True), ("choice", "vegetarisch\nmit Fleisch", True), ("several", "Bus\nRad", False),
        ("number", "", False), ("date", "", False), ("yes_no", "", True),
    ]  # fmt: skip
    return [
        QuestionFactory(event=conference, kind=kind, choices=choices, is_required=required)
        for kind, choices, required in asked
    ]


def test_answers_of_every_kind_are_kept_as_plain_values_and_read_well(client, typed, questions):
    said = ["Musik", "vegetarisch", ["Bus", "Rad"], "2,50", "2027-03-14", "no"]
    typed |= {f"question_{q.pk}": value for q, value in zip(questions, said, strict=True)}

    assert client.post(FORM, typed).status_code == 303
    answers = Registration.objects.get().answers.all()
    assert {QuestionKind(a.question.kind): (a.value, a.words) for a in answers} == {
        QuestionKind.TEXT: ("Musik", "Musik"),
        QuestionKind.CHOICE: ("vegetarisch", "vegetarisch"),
        QuestionKind.SEVERAL: (["Bus", "Rad"], "Bus, Rad"),
        QuestionKind.NUMBER: ("2.5", "2,5"),
        QuestionKind.DATE: ("2027-03-14", "14. März 2027"),
        QuestionKind.YES_NO: (False, "Nein"),
    }


def test_what_must_be_answered_is_asked_for_and_the_rest_may_be_left_out(client, typed, questions):
    text, choice, _several, number, day, yes_no = questions
    wrong = {f"question_{number.pk}": "viele", f"question_{day.pk}": "morgen"}
    response = client.post(FORM, {**typed, **wrong})

    assert response.context["form"].errors == {
        f"question_{text.pk}": ["Bitte beantworten Sie diese Frage."],
        f"question_{choice.pk}": ["Bitte wählen Sie etwas aus."],
        f"question_{number.pk}": ["Bitte schreiben Sie eine Zahl, zum Beispiel 3."],
        f"question_{day.pk}": ["Bitte geben Sie ein Datum an, zum Beispiel 14.03.2027."],
        f"question_{yes_no.pk}": ["Bitte wählen Sie etwas aus."],
    }


def test_a_personal_question_says_so(client, conference):
    QuestionFactory(event=conference, text="Allergien?", is_personal=True)
    QuestionFactory(event=conference, text="Lieblingslied?", is_personal=False)

    asked = client.get(FORM).context["form"].question_fields()
    assert ["Persönlich" in field.help_text for field in asked] == [True, False]


def test_needs_are_voluntary_and_the_form_says_what_becomes_of_them(client, typed, conference):
    assert "Wir löschen es bald nach der Veranstaltung." in client.get(FORM).content.decode()

    client.post(FORM, {**typed, "needs": ["wheelchair", "lift"], "needs_note": "bitte vorn", "party_size": "2", "party_names": "Fritz Muster"})  # fmt: skip

    place = Registration.objects.get()
    assert (place.needs, place.needs_note) == ([Need.WHEELCHAIR, Need.LIFT], "bitte vorn")
    assert (place.party_size, place.party_names) == (2, ["Fritz Muster"])


def test_where_needs_are_not_asked_nothing_of_them_stands_there(client, conference):
    conference.asks_needs = False
    conference.save()

    assert "Gesundheit" not in client.get(FORM).content.decode()


def test_the_form_costs_a_fixed_number_of_queries(client, conference, workshops, django_assert_num_queries):
    client.get(FORM)
    with django_assert_num_queries(7):
        client.get(FORM)
    for n in range(3):
        AgendaItemFactory(event=conference, title=str(n), starts_at=local(2026, 10, 8, 18), needs_choice=True)
    with django_assert_num_queries(7):
        client.get(FORM)


def test_the_box_calls_the_contact_of_the_event(client, conference):
    conference.contact = ContactFactory(name="Gabi Muster", phone="02324 5552")
    conference.save()

    assert "02324 5552" in client.get(FORM).content.decode()


def test_a_draft_is_not_found(client, conference):
    conference.stage = "draft"
    conference.save()
    assert client.get(FORM).status_code == 404


def test_english_readers_register_in_english(client, typed):
    client.post("/en" + FORM, typed)
    assert Registration.objects.get().language == "en"


def test_a_large_group_that_staff_entered_may_still_change_the_rest(conference):
    group = factories.registration(conference, person=PersonFactory(), size=10, came_by=CameBy.PHONE)

    actions.change_registration(registration=group, wish=actions.Wish(party_size=9, needs_note="Kaffee"))

    assert queries.places_taken(conference) == 9
    assert clock.now() < conference.starts_at


def test_what_editors_wrote_is_marked_as_german_on_the_english_form(client, conference):
    conference.price = "kostenlos"
    conference.save()
    assert '<dt>Costs</dt><dd lang="de">kostenlos' in client.get(f"/en{FORM}").content.decode()
