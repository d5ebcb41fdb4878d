"""The desk's pages of events: who sees what, numbers, and what is done in somebody's name."""

from datetime import timedelta

import pytest
from django.urls import reverse

from quartierwerk.core import clock
from quartierwerk.core.audit import word_of
from quartierwerk.core.models import AuditEntry
from quartierwerk.events import actions, factories
from quartierwerk.events.desk import queries as desk_queries
from quartierwerk.events.enums import Promotion, QuestionKind, RegistersFor, Stage, State
from quartierwerk.events.models import Event, Organiser, Registration
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.models import Channel, Notification

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "no_second_factor")]
LIST = "/schreibtisch/termine/"


@pytest.fixture
def at_desk(client, carla):
    client.handler.enforce_csrf_checks = False
    client.force_login(carla)
    return client


@pytest.fixture
def conference():
    return factories.event("Armutskonferenz", capacity=80)


@pytest.fixture
def place(conference, erna):
    return factories.registration(conference, person=erna)


def page_of(thing):
    if isinstance(thing, Event):
        return reverse("events:desk_event", args=[thing.pk])
    return thing.get_absolute_url()


def do(client, name, registration, **values):
    return client.post(reverse(f"events:{name}", args=[registration.pk]), values)


class TestWhoSeesWhat:
    @pytest.mark.parametrize("who", ["carla", "mona", "alex"])
    def test_managers_see_everything(self, client, place, who, request):
        client.force_login(request.getfixturevalue(who))
        assert "Erna Beispiel" in client.get(page_of(place.event)).text
        assert client.get(page_of(place)).status_code == 200

    def test_an_editor_sees_the_event_and_no_names(self, client, edda, place):
        client.force_login(edda)
        page = client.get(page_of(place.event))
        assert (page.status_code, "Erna" in page.text, "page" in page.context) == (200, False, False)
        assert client.get(page_of(place)).status_code == 404
        assert "Armutskonferenz" in client.get(LIST).text

    def test_an_organiser_sees_the_own_event_only(self, client, bernd, place):
        own = factories.event("Vereinsabend", capacity=9)
        Organiser.objects.create(event=own, name="Verein", account=bernd)
        guest = factories.registration(own, person=PersonFactory(name="Gustav Gast", called=True))
        client.force_login(bernd)
        page = client.get(LIST).text
        assert ("Vereinsabend" in page, "Armutskonferenz" in page, "Meine Veranstaltungen" in page) == (
            True,
            False,
            True,
        )
        assert "Gustav Gast" in client.get(page_of(own)).text
        assert "02324 2040" in client.get(page_of(guest)).text
        assert [client.get(page_of(thing)).status_code for thing in (place.event, place)] == [404, 404]

    def test_an_organiser_does_not_get_the_rest_of_the_desk(self, client, bernd):
        Organiser.objects.create(event=factories.event(), name="Verein", account=bernd)
        client.force_login(bernd)
        assert [
            client.get(reverse(f"people:{name}")).status_code
            for name in ("desk", "desk_persons", "desk_contacts")
        ] == [403] * 3
        page = client.get(LIST).text
        assert "/schreibtisch/personen/" not in page
        assert 'href="/schreibtisch/"' not in page

    def test_an_account_that_was_named_organiser_without_any_role_reaches_its_event(
        self, client, fremder, conference
    ):
        Organiser.objects.create(event=conference, name="Frau Fremd", account=fremder)
        client.force_login(fremder)
        assert client.get(LIST).status_code == client.get(page_of(conference)).status_code == 200

    @pytest.mark.parametrize("who", ["ayla", "anton", "fremder"])
    def test_nobody_else_gets_in(self, client, place, who, request):
        client.force_login(request.getfixturevalue(who))
        assert [client.get(page).status_code for page in (LIST, page_of(place.event), page_of(place))] == [
            403
        ] * 3

    def test_visitors_are_sent_to_sign_in(self, client, place):
        assert {client.get(page).status_code for page in (LIST, page_of(place.event), page_of(place))} == {
            302
        }

    @pytest.mark.parametrize(
        "name", ["desk_change", "desk_confirm", "desk_cancel_registration", "desk_tell_again", "desk_note"]
    )
    @pytest.mark.parametrize(("who", "status"), [("bernd", 404), ("edda", 404), ("ayla", 403)])
    def test_what_somebody_may_not_see_they_may_not_change(self, client, place, name, who, status, request):
        client.handler.enforce_csrf_checks = False
        client.force_login(request.getfixturevalue(who))
        assert do(client, name, place, **{"note-note": "x"}).status_code == status
        place.refresh_from_db()
        assert (place.state, place.note) == (State.CONFIRMED, "")


class TestTheList:
    def test_the_next_comes_first_with_its_numbers(self, at_desk):
        later = factories.event("Später", capacity=9, starts_at=clock.now() + timedelta(days=30))
        sooner = factories.event("Bald", capacity=2)
        factories.registration(sooner, size=2)
        factories.registration(sooner, size=3 - 1)
        rows = at_desk.get(LIST).context["rows"]
        assert [row["event"] for row in rows] == [sooner, later]
        assert (rows[0]["numbers"].taken, rows[0]["numbers"].waiting, rows[0]["status"]) == (
            2,
            2,
            "ausgebucht",
        )

    def test_past_ones_and_drafts_have_their_own_list(self, at_desk):
        factories.event("Kommt", capacity=9)
        factories.event("War", starts_at=clock.now() - timedelta(days=9))
        factories.event("Plan", stage=Stage.DRAFT)

        def titles(query):
            return sorted(row["event"].title for row in at_desk.get(LIST, query).context["rows"])

        assert titles({}) == ["Kommt", "Plan"]
        assert titles({"when": "past"}) == ["War"]
        assert titles({"when": "draft"}) == ["Plan"]
        assert titles({"when": "all"}) == ["Kommt", "Plan", "War"]
        assert titles({"when": "all", "q": "wa"}) == ["War"]
        assert titles({"when": "unsinn"}) == ["Kommt", "Plan"]

    def test_an_empty_list_says_so(self, at_desk):
        assert "Keine Veranstaltung gefunden." in at_desk.get(LIST).text


class TestWhatWaitsForStaff:
    def section(self, client):
        return next(s for s in client.get("/schreibtisch/").context["sections"] if s["title"] == "Termine")

    def test_an_offer_to_somebody_without_mail_waits(self, at_desk, conference):
        for person in (PersonFactory(called=True), PersonFactory(mailed=True)):
            place = factories.registration(conference, person=person)
            Registration.objects.filter(pk=place.pk).update(
                state=State.OFFERED, expires_at=clock.now() + timedelta(hours=5)
            )
        assert (self.section(at_desk)["count"], self.section(at_desk)["overdue"]) == (1, 1)

    def test_a_free_place_on_a_list_served_by_hand_waits_for_the_first_who_fits(self, at_desk):
        gathering = factories.event(capacity=2, promotion=Promotion.BY_HAND)
        held = [factories.registration(gathering) for _ in range(2)]
        first, _second = [factories.registration(gathering) for _ in range(2)]
        assert list(desk_queries.to_promote(at_desk.get(LIST).wsgi_request.user)) == []
        actions.cancel_registration(registration=held[0])
        assert list(desk_queries.to_promote(at_desk.get(LIST).wsgi_request.user)) == [first]
        assert self.section(at_desk)["count"] == 1
        [row] = at_desk.get(LIST).context["rows"]
        assert row["waits"] == 1

    def test_each_date_has_its_own_list(self, at_desk, carla):
        course = factories.event(
            capacity=1, rule="FREQ=WEEKLY", registers_for=RegistersFor.DATE, promotion=Promotion.BY_HAND
        )
        one, two = course.occurrences.all()[:2]
        held = factories.registration(course, occurrence=one)
        factories.registration(course, occurrence=two)
        factories.registration(course, occurrence=two)
        waits = factories.registration(course, occurrence=one)
        assert list(desk_queries.to_promote(carla)) == []
        actions.cancel_registration(registration=held)
        assert list(desk_queries.to_promote(carla)) == [waits]

    def test_an_organiser_is_not_told_of_others(self, bernd):
        gathering = factories.event(capacity=1, promotion=Promotion.BY_HAND)
        held = factories.registration(gathering)
        factories.registration(gathering)
        actions.cancel_registration(registration=held)
        assert desk_queries.waiting_for_staff(bernd) == {"open": 0, "late": 0}


class TestOneEvent:
    def test_needs_workshops_and_answers_are_added_up(self, at_desk):
        walk = factories.event(capacity=3)
        food = factories.QuestionFactory(
            event=walk, text="Essen?", kind=QuestionKind.CHOICE, choices="Fisch\nGemüse"
        )
        pots = factories.AgendaItemFactory(event=walk, title="Töpfern", needs_choice=True, capacity=5)
        wish = actions.Wish(
            party_size=2, needs=["lift", "diet"], workshops=[pots], answers={food.pk: "Fisch"}
        )
        factories.registration(walk, wish=wish)
        factories.registration(walk, wish=actions.Wish(needs=["lift"]))
        factories.registration(walk, wish=actions.Wish(needs=["lift"], answers={food.pk: "Fisch"}))  # waits
        context = at_desk.get(page_of(walk)).context
        assert context["needs"] == [("Fahrdienst: Ich möchte abgeholt werden", 2), ("besonderes Essen", 1)]
        assert context["workshops"] == [("Töpfern", 2, 5)]
        assert context["answers"] == [("Essen?", [("Fisch", 1)])]

    def test_registrations_are_listed_those_with_a_place_then_the_waiting_list_in_order(self, at_desk):
        gathering = factories.event(capacity=1)
        names = ["Erste", "Zweite", "Dritte"]
        for name in names:
            factories.registration(gathering, person=PersonFactory(name=name, called=True))
        assert [r.person.name for r in at_desk.get(page_of(gathering)).context["page"]] == names

    @pytest.mark.parametrize(
        ("query", "names"),
        [
            ({}, ["Eva Mayer", "Udo Klein"]),
            ({"q": "Meier"}, ["Eva Mayer"]),
            ({"q": "0232477"}, ["Udo Klein"]),
            ({"state": "confirmed"}, ["Eva Mayer", "Udo Klein"]),
            ({"state": "cancelled"}, ["Gero Weg"]),
            ({"state": "all", "q": "gero"}, ["Gero Weg"]),
        ],
    )
    def test_they_are_found_by_name_phone_and_state(self, at_desk, conference, query, names):
        for name, phone in (
            ("Eva Mayer", "+49232466"),
            ("Udo Klein", "+49232477"),
            ("Gero Weg", "+49232488"),
        ):
            kept = factories.registration(conference, person=PersonFactory(name=name, phone=phone))
        actions.cancel_registration(registration=kept)
        assert [r.person.name for r in at_desk.get(page_of(conference), query).context["page"]] == names

    def test_they_are_found_by_their_number(self, at_desk, place, conference):
        factories.registration(conference)
        code = f"{place.code[:4]} {place.code[4:].lower()}"
        assert list(at_desk.get(page_of(conference), {"q": code}).context["page"]) == [place]

    def test_dates_with_places_of_their_own_are_counted_apart(self, at_desk):
        course = factories.event(capacity=5, rule="FREQ=WEEKLY", registers_for=RegistersFor.DATE)
        one, two = course.occurrences.all()[:2]
        factories.registration(course, occurrence=two, size=3)
        page = at_desk.get(page_of(course), {"date": two.pk})
        assert [row["numbers"].taken for row in page.context["dates"][:2]] == [0, 3]
        assert len(page.context["page"].object_list) == 1
        assert list(at_desk.get(page_of(course), {"date": one.pk}).context["page"]) == []


class TestOneRegistration:
    def test_an_offered_place_is_accepted_on_the_phone(self, at_desk, carla, erna):
        gathering = factories.event(capacity=1)
        held = factories.registration(gathering)
        place = factories.registration(gathering, person=erna)
        actions.cancel_registration(registration=held)
        do(at_desk, "desk_confirm", place, **{"confirm-told": "now"})
        place.refresh_from_db()
        assert place.state == State.CONFIRMED
        assert AuditEntry.objects.get(verb="registration confirmed").on_behalf_of == str(erna.pk)
        assert not Notification.objects.filter(person=erna, done_on=None).exists()

    def test_it_is_called_off_with_a_reason(self, at_desk, carla, place):
        do(at_desk, "desk_cancel_registration", place, **{"cancel-reason": "krank", "cancel-told": "now"})
        place.refresh_from_db()
        assert (place.state, place.ended_because) == (State.CANCELLED, "krank")
        page = at_desk.get(page_of(place)).text
        assert "abgemeldet, Carla" in page and "krank" in page

    def test_what_ended_is_not_revived(self, at_desk, place):
        actions.cancel_registration(registration=place)
        page = at_desk.get(page_of(place))
        refused = do(at_desk, "desk_confirm", place, **{"confirm-told": "now"})
        assert (refused.status_code, page.context["not_confirmable"] in refused.text) == (422, True)
        place.refresh_from_db()
        assert place.state == State.CANCELLED

    def test_it_is_changed_as_the_person_says(self, at_desk, place):
        url = reverse("events:desk_change", args=[place.pk])
        assert at_desk.get(url).context["form"].initial["party_size"] == 1
        assert (
            at_desk.post(
                url, {"party_size": "9", "needs": ["lift"], "needs_note": "Haustür links"}
            ).status_code
            == 302
        )
        place.refresh_from_db()
        assert (place.party_size, place.needs, place.needs_note) == (9, ["lift"], "Haustür links")

    def test_it_does_not_grow_beyond_the_room_and_keeps_what_was_typed(self, at_desk, erna):
        place = factories.registration(factories.event(capacity=2), person=erna)
        answer = at_desk.post(
            reverse("events:desk_change", args=[place.pk]), {"party_size": "3", "needs_note": "Taub"}
        )
        assert (answer.status_code, 'value="3"' in answer.text) == (422, True)
        place.refresh_from_db()
        assert place.party_size == 1

    def test_the_confirmation_is_sent_again_by_letter(self, at_desk, conference):
        karl = PersonFactory(name="Karl Brief", written_to=True)
        place = factories.registration(conference, person=karl)
        do(at_desk, "desk_tell_again", place, **{"again-told": "letter"})
        open_ones = Notification.objects.filter(person=karl, done_on=None)
        assert [n.channel for n in open_ones] == [Channel.LETTER]
        assert AuditEntry.objects.filter(verb="registration told again").count() == 1

    def test_a_way_that_would_not_arrive_is_not_offered(self, at_desk, place):
        form = at_desk.get(page_of(place)).context["again_form"]
        assert [value for value, _label in form.fields["told"].choices] == ["phone"]
        assert do(at_desk, "desk_tell_again", place, **{"again-told": "letter"}).status_code == 422

    def test_a_note_is_kept(self, at_desk, place):
        do(at_desk, "desk_note", place, **{"note-note": "Rollator am Eingang"})
        assert "Rollator am Eingang" in at_desk.get(page_of(place)).text

    def test_a_registration_without_a_name_has_a_page_too(self, at_desk, conference):
        place = factories.registration(conference)
        Registration.objects.update(person=None)
        assert "ohne Namen" in at_desk.get(page_of(place)).text


@pytest.mark.parametrize("number", [1, 3])
class TestQueryCounts:
    def test_the_list(self, at_desk, number, django_assert_num_queries):
        for _ in range(number):
            factories.registration(factories.event(capacity=3))
        at_desk.get(LIST)
        with django_assert_num_queries(10):
            at_desk.get(LIST)

    def test_one_event(self, at_desk, conference, number, django_assert_num_queries):
        for _ in range(number):
            factories.registration(conference)
        at_desk.get(page_of(conference))
        with django_assert_num_queries(20):
            at_desk.get(page_of(conference))

    def test_one_registration(self, at_desk, place, number, django_assert_num_queries):
        for _ in range(number):
            actions.note_registration(registration=place, note="x", by=None)
        at_desk.get(page_of(place))
        with django_assert_num_queries(13):
            at_desk.get(page_of(place))


class TestThePersonsPage:
    def test_it_lists_the_registrations_and_leads_to_the_phone_desk(self, at_desk, place, erna):
        page = at_desk.get(erna.get_absolute_url()).text
        assert f'<a href="{place.get_absolute_url()}">Armutskonferenz</a>' in page
        assert f"/schreibtisch/termine/anmelden/?person={erna.pk}" in page

    def test_it_says_that_there_is_none(self, at_desk, erna):
        assert "Keine Anmeldung." in at_desk.get(erna.get_absolute_url()).text

    def test_past_ones_are_there_too_as_long_as_they_are_kept(
        self, at_desk, carla, place, erna, time_machine
    ):
        time_machine.move_to(place.event.ends_at + timedelta(days=30))
        at_desk.force_login(carla)
        assert "Armutskonferenz" in at_desk.get(erna.get_absolute_url()).text


class TestWhatIsOffered:
    """The page of an event offers the steps that would not be refused."""

    def test_withdrawing_only_while_nobody_is_registered(self, at_desk, conference, erna):
        url = reverse("events:desk_withdraw", args=[conference.pk])
        assert url in at_desk.get(page_of(conference)).text
        factories.registration(conference, person=erna)
        page = at_desk.get(page_of(conference)).text
        assert url not in page
        assert reverse("events:desk_cancel", args=[conference.pk]) in page

    def test_neither_moving_nor_cancelling_once_it_is_over(self, at_desk, carla, conference, time_machine):
        time_machine.move_to(conference.ends_at + timedelta(days=1))
        at_desk.force_login(carla)
        page = at_desk.get(page_of(conference)).text
        assert "/verlegen/" not in page
        assert "/absagen/" not in page

    @pytest.mark.parametrize("registers_for", [RegistersFor.WHOLE, RegistersFor.DATE])
    def test_each_date_of_a_series_is_moved_and_cancelled_by_itself(self, at_desk, registers_for):
        series = factories.event("Tanztee", rule="FREQ=WEEKLY;COUNT=3", registers_for=registers_for)
        page = at_desk.get(page_of(series)).text
        for date in series.occurrences.all():
            assert reverse("events:desk_move_date", args=[date.pk]) in page
            assert reverse("events:desk_cancel_date", args=[date.pk]) in page
        assert reverse("events:desk_move", args=[series.pk]) not in page

    def test_an_editor_without_names_has_them_too(self, client, edda):
        series = factories.event("Tanztee", rule="FREQ=WEEKLY;COUNT=3")
        client.force_login(edda)
        assert "/schreibtisch/termine/tag/" in client.get(page_of(series)).text


def test_a_whole_day_has_no_hour(at_desk):
    feast = factories.event("Fest", all_day=True)
    assert "00:00" not in at_desk.get(LIST).text + at_desk.get(page_of(feast)).text


def test_organisers_without_a_role_at_the_desk_are_led_to_their_events(client, bernd, conference):
    Organiser.objects.create(event=conference, name="Verein", account=bernd)
    client.force_login(bernd)
    page = client.get("/konto/").text
    assert f'href="{LIST}"' in page
    assert 'href="/schreibtisch/"' not in page


@pytest.mark.parametrize(
    "recorded", ["admitted", "admission undone", "walked in", "reminded", "asked for feedback"]
)
def test_the_history_speaks_the_readers_language(recorded):
    assert word_of(recorded) != recorded


@pytest.mark.parametrize(("who", "sees_it"), [("carla", True), ("edda", False)])
def test_a_caller_is_registered_from_the_first_page_of_the_desk(client, who, sees_it, request):
    client.force_login(request.getfixturevalue(who))

    assert (
        f'href="{reverse("events:desk_register")}"' in client.get("/schreibtisch/").content.decode()
    ) is sees_it
