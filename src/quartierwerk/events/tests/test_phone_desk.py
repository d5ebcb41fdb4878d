"""The phone desk: whoever calls, writes or comes by is registered by staff, by the same rule as everybody."""

import json
import uuid

import pytest
from django.urls import reverse

from quartierwerk.core.models import AuditEntry
from quartierwerk.events import factories
from quartierwerk.events.enums import CameBy, QuestionKind, RegistersFor, Stage, State
from quartierwerk.events.models import Organiser, Registration
from quartierwerk.people import actions as people_actions
from quartierwerk.people import notifications
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.models import Channel, Notification, Person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "no_second_factor")]
DESK = "/schreibtisch/termine/anmelden/"


@pytest.fixture
def at_desk(client, carla):
    client.handler.enforce_csrf_checks = False
    client.force_login(carla)
    return client


@pytest.fixture
def conference():
    return factories.event("Armutskonferenz", capacity=80)


def said(event, person=None, **values):
    return {
        "submission_key": str(uuid.uuid4()),
        "person": person.pk if person else "",
        "termin": str(event.pk),
        "party_size": "1",
        "came_by": "phone",
        "told": "now",
        **values,
    }


def test_a_known_caller_is_registered_with_party_needs_and_note(at_desk, carla, erna, conference):
    answer = at_desk.post(
        DESK,
        said(
            conference,
            erna,
            party_size="2",
            party_names="Karl Beispiel",
            needs=["wheelchair"],
            note="Sitzt vorn.",
        ),
    )

    place = Registration.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"{DESK}?fertig={place.pk}")
    assert (place.person, place.state, place.party_size, place.party_names) == (
        erna,
        State.CONFIRMED,
        2,
        ["Karl Beispiel"],
    )
    assert (place.needs, place.note, place.came_by, place.taken_by) == (
        ["wheelchair"],
        "Sitzt vorn.",
        CameBy.PHONE,
        carla,
    )


def test_every_step_is_on_record_with_who_did_it_and_for_whom(at_desk, carla, erna, conference):
    at_desk.post(DESK, said(conference, erna))
    entry = AuditEntry.objects.get(verb="registered")
    assert (entry.actor, entry.on_behalf_of) == (carla, str(erna.pk))
    page = at_desk.get(Registration.objects.get().get_absolute_url()).text
    assert "angemeldet, Carla" in page


def test_what_was_said_on_the_phone_is_no_call_to_make(at_desk, erna, conference):
    at_desk.post(DESK, said(conference, erna, told="now"))
    call = Notification.objects.get()
    assert (call.channel, call.done_on is not None, call.result) == (Channel.PHONE, True, "Gleich gesagt.")


@pytest.mark.parametrize(
    ("told", "channel", "contact"),
    [
        ("letter", Channel.LETTER, {"street": "Weg 1", "postal_code": "45525", "city": "Hattingen"}),
        ("email", Channel.EMAIL, {"email": "Erna@example.org"}),
        ("phone", Channel.PHONE, {}),
    ],
)
def test_the_confirmation_goes_the_way_that_was_agreed(at_desk, erna, conference, told, channel, contact):
    at_desk.post(DESK, said(conference, erna, told=told, **contact))
    [waiting] = Notification.objects.all()
    assert (waiting.channel, waiting.done_on) == (channel, None)
    erna.refresh_from_db()
    assert (erna.preferred_channel, erna.street, erna.email) == (
        Channel.PHONE,
        contact.get("street", ""),
        contact.get("email", "").lower(),
    )


def test_a_confirmation_by_mail_leaves_at_once(
    at_desk, erna, conference, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        at_desk.post(DESK, said(conference, erna, told="email", email="erna@example.org"))
    assert [mail.to for mail in mailoutbox] == [["erna@example.org"]]


def test_a_mail_that_was_not_wished_does_not_leave(
    at_desk, conference, mailoutbox, django_capture_on_commit_callbacks
):
    karl = PersonFactory(name="Karl Mail", mailed=True)
    with django_capture_on_commit_callbacks(execute=True):
        at_desk.post(DESK, said(conference, karl, told="now"))
    assert (mailoutbox, Notification.objects.get().done_on is not None) == ([], True)


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ("letter", "Für einen Brief fehlt die Anschrift."),
        ("email", "Für eine E-Mail fehlt die Adresse."),
    ],
)
def test_a_way_without_its_address_is_refused_and_the_entries_stay(at_desk, erna, conference, told, reason):
    answer = at_desk.post(DESK, said(conference, erna, told=told, party_size="3", note="Kommt später."))
    assert (answer.status_code, Registration.objects.count()) == (422, 0)
    assert reason in answer.text and 'value="3"' in answer.text and "Kommt später." in answer.text


def test_an_unknown_caller_becomes_a_person(at_desk, carla, conference):
    at_desk.post(DESK, said(conference, name="Uta  Neu", phone="02324 5511"))
    person = Person.objects.get()
    assert (person.name, person.phone, person.preferred_channel) == ("Uta Neu", "+4923245511", Channel.PHONE)
    assert Registration.objects.get().person == person
    assert AuditEntry.objects.get(verb="person created").actor == carla


def test_a_new_person_who_wants_letters_gets_letters(at_desk, conference):
    address = {"street": "Weg 1", "postal_code": "45525", "city": "Hattingen"}
    at_desk.post(DESK, said(conference, name="Uta Neu", phone="02324 5511", told="letter", **address))
    assert Person.objects.get().preferred_channel == Channel.LETTER
    assert Notification.objects.get().channel == Channel.LETTER


def test_nobody_is_kept_where_there_was_no_place(at_desk):
    full = factories.event(capacity=1, has_waiting_list=False)
    factories.registration(full)
    answer = at_desk.post(DESK, said(full, name="Uta Neu", phone="02324 5511"))
    assert (answer.status_code, Person.objects.filter(name="Uta Neu").count()) == (422, 0)
    assert "ausgebucht" in answer.text and "Uta Neu" in answer.text


def test_what_was_cancelled_meanwhile_says_so_and_keeps_the_entries(at_desk, conference):
    type(conference).objects.update(stage=Stage.CANCELLED, stage_reason="Sturm")
    answer = at_desk.post(DESK, said(conference, name="Uta Neu", phone="02324 5511", note="Kommt mit Hund."))
    assert (answer.status_code, Registration.objects.count()) == (422, 0)
    assert "Diese Veranstaltung ist abgesagt." in answer.text
    assert "Uta Neu" in answer.text and "Kommt mit Hund." in answer.text


def test_without_a_name_nobody_is_registered(at_desk, conference):
    answer = at_desk.post(DESK, said(conference, phone="02324 5511"))
    assert answer.status_code == 422
    assert answer.context["form"].errors == {"name": ["Bitte schreiben Sie, wer anruft."]}


def test_the_same_screen_sent_twice_is_one_registration(at_desk, conference):
    words = said(conference, name="Uta Neu", phone="02324 5511")
    assert at_desk.post(DESK, words)["Location"] == at_desk.post(DESK, words)["Location"]
    assert (Registration.objects.count(), Person.objects.count(), Notification.objects.count()) == (1, 1, 1)


def test_the_result_says_the_code_to_read_aloud(at_desk, erna, conference):
    page = at_desk.post(DESK, said(conference, erna), follow=True)
    place = Registration.objects.get()
    assert page.context["done"]["code"] == f"{place.code[:4]} {place.code[4:]}"
    assert "Angemeldet</p>" in page.text and "<strong>Erna Beispiel</strong>, Armutskonferenz" in page.text
    assert 'name="q"' in page.text and "autofocus" in page.text


def test_the_result_says_the_place_on_the_waiting_list(at_desk, erna):
    full = factories.event("Lesung", capacity=1)
    for _ in range(3):
        factories.registration(full)
    page = at_desk.post(DESK, said(full, erna), follow=True)
    assert "Warteliste, Platz 3</p>" in page.text and "<strong>Erna Beispiel</strong>, Lesung" in page.text


def test_a_possible_double_is_hinted(at_desk, erna, conference):
    page = at_desk.post(DESK, said(conference, name="E. Beispiel", phone=erna.phone), follow=True)
    assert "Vielleicht dieselbe Person" in page.text and "Erna Beispiel" in page.text


def test_a_card_is_entered_on_the_same_screen(at_desk, conference):
    page = at_desk.get(f"{DESK}?termin={conference.pk}&weg=letter")
    assert (page.context["form"]["came_by"].value(), page.context["form"]["told"].value()) == (
        "letter",
        "letter",
    )
    address = {"street": "Weg 1", "postal_code": "45525", "city": "Hattingen"}
    at_desk.post(DESK, said(conference, name="Uta Karte", came_by="letter", told="letter", **address))
    assert Registration.objects.get().came_by == CameBy.LETTER


def test_who_wrote_a_card_was_not_told_on_the_phone(at_desk, erna, conference):
    answer = at_desk.post(DESK, said(conference, erna, came_by="letter", told="now"))
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["told"])


def test_own_questions_and_workshops_are_answered_on_the_same_screen(at_desk, erna):
    walk = factories.event("Rundgang", capacity=20)
    question = factories.QuestionFactory(
        event=walk, text="Essen?", kind=QuestionKind.CHOICE, choices="Fisch\nGemüse"
    )
    workshop = factories.AgendaItemFactory(event=walk, title="Töpfern", needs_choice=True, capacity=5)
    at_desk.post(
        DESK, said(walk, erna, **{f"question_{question.pk}": "Fisch", "workshop_any": [workshop.pk]})
    )
    place = Registration.objects.get()
    assert [a.value for a in place.answers.all()] == ["Fisch"]
    assert list(place.workshops.all()) == [workshop]


def test_where_each_date_counts_the_date_is_chosen(at_desk, erna):
    course = factories.event("Gymnastik", capacity=2, rule="FREQ=WEEKLY", registers_for=RegistersFor.DATE)
    first, second = course.occurrences.all()[:2]
    factories.registration(course, occurrence=first, size=2)
    offered = at_desk.get(DESK).context["offers"]
    assert [(o["key"], o["free"]) for o in offered[:2]] == [
        (f"{course.pk}-{first.pk}", "ausgebucht"),
        (f"{course.pk}-{second.pk}", "2 von 2 Plätzen frei"),
    ]
    at_desk.post(DESK, said(course, erna, termin=f"{course.pk}-{second.pk}"))
    assert Registration.objects.get(person=erna).occurrence == second


@pytest.mark.parametrize("choice", ["", "x", "1-x", "999", "999-1", "-3"])
def test_a_choice_that_is_none_asks_again(at_desk, erna, choice):
    answer = at_desk.post(DESK, said(factories.event(capacity=3), erna, termin=choice))
    assert (answer.status_code, Registration.objects.count()) == (200, 0)


@pytest.mark.parametrize(
    "values",
    [{"stage": Stage.DRAFT}, {"registration_mode": "none"}],
)
def test_what_takes_nobody_is_not_offered(at_desk, values):
    factories.event(**({"capacity": 5} | values))
    assert at_desk.get(DESK).context["offers"] == []


def test_what_else_is_open_for_the_caller_stands_beside(at_desk, erna, conference):
    people_actions.receive_message(
        submission_key=uuid.uuid4(), kind="message", name=erna.name, phone=erna.phone, text="Die Bank."
    )
    notifications.notify(person=erna, subject="Ihre Bank", body="Sie steht wieder.")
    factories.registration(factories.event("Tanztee", capacity=9), person=erna)
    page = at_desk.get(f"{DESK}?person={erna.pk}&termin={conference.pk}").text
    assert "Tanztee" in page and "Ihre Bank" in page and "Nachrichten, die warten" in page
    assert "Diese Person steht hier schon" not in page


def test_who_is_registered_already_is_pointed_out(at_desk, erna, conference):
    factories.registration(conference, person=erna)
    assert (
        "Diese Person steht hier schon" in at_desk.get(f"{DESK}?person={erna.pk}&termin={conference.pk}").text
    )


class TestWithoutJavaScript:
    def test_a_person_is_found_in_a_step_of_its_own(self, at_desk, erna, conference):
        page = at_desk.get(f"{DESK}?q=baispil&termin={conference.pk}").text
        assert f"?person={erna.pk}&amp;termin={conference.pk}" in page

    def test_an_event_is_found_in_a_step_of_its_own(self, at_desk, erna, conference):
        factories.event("Tanztee", capacity=9)
        page = at_desk.get(f"{DESK}?person={erna.pk}&wofuer=konf")
        assert [o["title"] for o in page.context["offers"]] == ["Armutskonferenz"]

    def test_what_was_searched_becomes_the_new_persons_name(self, at_desk, conference):
        page = at_desk.get(f"{DESK}?q=Uta+Neu&termin={conference.pk}")
        assert "Niemand gefunden" in page.text
        assert page.context["form"]["name"].value() == "Uta Neu"


class TestSearchWhileTyping:
    def results(self, client, url, words):
        return json.loads(client.get(reverse(url), {"q": words}).content)["results"]

    def test_persons_with_what_tells_them_apart(self, at_desk, erna):
        assert self.results(at_desk, "events:desk_find_person", "Beispil") == [
            {"id": str(erna.pk), "title": "Erna Beispiel", "detail": "02324 1234"}
        ]

    def test_events_with_free_places_in_numbers(self, at_desk, conference):
        factories.registration(conference, size=3)
        [found] = self.results(at_desk, "events:desk_find_event", "armut")
        assert found["title"] == "Armutskonferenz" and found["detail"].endswith("77 von 80 Plätzen frei")

    def test_a_day_finds_its_dates(self, at_desk):
        factories.event("Advent", capacity=5, starts_at=factories.local(2027, 10, 8, 16))
        factories.event("Ostern", capacity=5, starts_at=factories.local(2027, 3, 8, 16))
        assert [f["title"] for f in self.results(at_desk, "events:desk_find_event", "8.10.")] == ["Advent"]

    def test_nothing_of_it_is_cached(self, at_desk):
        assert "no-store" in at_desk.get(reverse("events:desk_find_person"), {"q": "er"})["Cache-Control"]


class TestWhoMay:
    @pytest.mark.parametrize("who", ["carla", "mona", "alex"])
    def test_the_desk_registers_for_every_event(self, client, conference, who, request):
        client.force_login(request.getfixturevalue(who))
        assert len(client.get(DESK).context["offers"]) == 1
        assert client.get(reverse("events:desk_find_person"), {"q": "er"}).status_code == 200

    @pytest.mark.parametrize("who", ["ayla", "bernd", "anton", "edda", "fremder"])
    def test_nobody_else_does(self, client, conference, who, request):
        client.force_login(request.getfixturevalue(who))
        pages = [DESK, reverse("events:desk_find_person") + "?q=er", reverse("events:desk_find_event")]
        assert [client.get(page).status_code for page in pages] == [403, 403, 403]
        assert client.post(DESK, said(conference, name="X")).status_code == 403

    def test_visitors_are_sent_to_sign_in(self, client):
        assert client.get(DESK)["Location"].startswith("/konto/")

    def test_an_organiser_registers_for_the_own_event_and_looks_nobody_up(
        self, client, bernd, erna, conference
    ):
        own = factories.event("Vereinsabend", capacity=9)
        Organiser.objects.create(event=own, name="Verein", account=bernd)
        client.handler.enforce_csrf_checks = False
        client.force_login(bernd)
        page = client.get(f"{DESK}?q=beispiel")
        assert [o["title"] for o in page.context["offers"]] == ["Vereinsabend"]
        assert "Erna Beispiel" not in page.text
        assert client.get(f"{DESK}?person={erna.pk}").status_code == 404
        assert client.get(reverse("events:desk_find_person"), {"q": "er"}).status_code == 403
        assert client.post(DESK, said(conference, name="Uta Neu")).status_code == 200
        assert Registration.objects.count() == 0
        client.post(DESK, said(own, name="Uta Neu", phone="02324 5511"))
        assert Registration.objects.get().taken_by == bernd


@pytest.mark.parametrize("number", [1, 3])
class TestQueryCounts:
    def test_the_screen(self, at_desk, erna, number, django_assert_num_queries):
        for n in range(number):
            factories.registration(factories.event(f"Termin {n}", capacity=5), person=erna)
        chosen = f"{DESK}?person={erna.pk}&termin={Registration.objects.first().event_id}"
        at_desk.get(chosen)
        with django_assert_num_queries(16):
            at_desk.get(chosen)

    def test_search_while_typing(self, at_desk, number, django_assert_num_queries):
        PersonFactory.create_batch(number, name="Erna Beispiel")
        for n in range(number):
            factories.event(f"Erntedank {n}", capacity=5)
        with django_assert_num_queries(5):
            at_desk.get(reverse("events:desk_find_person"), {"q": "beispiel"})
        with django_assert_num_queries(5):
            at_desk.get(reverse("events:desk_find_event"), {"q": "ernte"})


def test_more_events_than_are_shown_are_told(at_desk):
    for number in range(8):
        factories.event(f"Treff {number}", capacity=9)
    url = reverse("events:desk_find_event")
    assert at_desk.get(url).json()["more"] == ""
    assert "Es gibt noch mehr" not in at_desk.get(DESK).text

    factories.event("Tanztee", capacity=9)
    assert at_desk.get(url).json()["more"].startswith("Es gibt noch mehr.")
    assert len(at_desk.get(url).json()["results"]) == 8
    assert "Es gibt noch mehr." in at_desk.get(DESK).text
    assert at_desk.get(url, {"q": "Tanz"}).json()["more"] == ""


@pytest.mark.parametrize(("told", "word"), [("letter", "Noch zu schreiben"), ("phone", "Noch anzurufen")])
def test_after_registering_it_says_which_letter_or_call_is_due(at_desk, conference, told, word):
    known = PersonFactory(name="Karl Brief", written_to=True, phone="+4923241234")
    page = at_desk.post(DESK, said(conference, known, told=told), follow=True).text

    due = Notification.objects.get(done_on=None)
    assert f"{word}, bis" in page
    assert f'href="{reverse("people:desk_notification", args=[due.pk])}"' in page
    assert (reverse("people:desk_letter_pdf", args=[due.pk]) in page) == (told == "letter")


def test_told_at_once_nothing_is_due(at_desk, erna, conference):
    page = at_desk.post(DESK, said(conference, erna), follow=True).text

    assert ("Noch anzurufen, bis" in page, "Noch zu schreiben, bis" in page) == (False, False)


def test_a_refused_new_person_still_stands_there_as_chosen(at_desk, conference):
    answer = at_desk.post(DESK, said(conference, name="Berta Neu", told="letter"))

    assert answer.status_code == 422
    assert "<strong>Berta Neu</strong><br>wird neu eingetragen" in answer.text
    assert "Zu einer neuen Person gibt es noch nichts." in answer.text
