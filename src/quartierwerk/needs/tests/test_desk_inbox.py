"""What waits at the desk, in which order, for whom."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from quartierwerk.core import clock
from quartierwerk.needs import actions, factories, waiting
from quartierwerk.needs.enums import CameBy, Complaint, State
from quartierwerk.needs.models import Comment, InboundMail
from quartierwerk.people.factories import PersonFactory
from quartierwerk.places.factories import QuarterFactory
from quartierwerk.topics.factories import FieldOfActionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
DESK = "/schreibtisch/handlungsbedarfe/"


@pytest.fixture
def long_ago(time_machine):
    """Says something so many days before today."""
    today = clock.now()

    def said(title, days, make=factories.need, **values):
        time_machine.move_to(today - timedelta(days=days))
        need = make(title, **values)
        time_machine.move_to(today)
        return need

    return said


def titles(response):
    return [row["title"] for row in response.context["rows"]]


def listed(client, **chosen):
    return titles(client.get(DESK, chosen))


@pytest.mark.parametrize("who", ["ayla", "bernd", "edda", "anton", "fremder"])
def test_only_those_who_answer_residents_see_it(at_desk, request, who):
    factories.need("Geheime Worte")
    assert at_desk(request.getfixturevalue(who)).get(DESK).status_code == 403


@pytest.mark.parametrize("who", ["carla", "dieter", "mona", "alex"])
def test_managers_moderators_and_administrators_see_it(at_desk, request, who):
    factories.need("Mehr Bänke")
    assert listed(at_desk(request.getfixturevalue(who))) == ["Mehr Bänke"]


def test_a_visitor_signs_in_first(client):
    assert "/anmelden" in client.get(DESK)["Location"]


def test_the_oldest_stands_first_and_what_is_overdue_before_it(at_desk, mona, long_ago):
    long_ago("gestern", 1)
    long_ago("überfällig", 20)
    long_ago("vor drei Tagen", 3)
    long_ago("lange überfällig", 40)
    response = at_desk(mona).get(DESK)
    assert titles(response) == ["lange überfällig", "überfällig", "vor drei Tagen", "gestern"]
    assert [row["is_late"] for row in response.context["rows"]] == [True, True, False, False]


def test_what_is_answered_waits_no_longer(at_desk, mona, long_ago):
    need = long_ago("beantwortet", 20, factories.public_need)
    actions.move_on(need=need, state=State.PLANNED, by=mona)
    assert listed(at_desk(mona)) == []


def test_what_was_published_waits_for_an_answer(at_desk, mona):
    factories.public_need("Mehr Bänke")
    row = at_desk(mona).get(DESK).context["rows"][0]
    assert (row["what"], row["may_publish"]) == ("zu beantworten", False)


def test_what_is_public_and_was_added_to_is_to_be_seen(at_desk, mona):
    need = factories.public_need("Mehr Bänke")
    actions.add_words(need=need, words="Und Tische.")
    client = at_desk(mona)
    row = client.get(DESK).context["rows"][0]
    assert (row["what"], row["news"], row["publish"], row["may_publish"]) == (
        "anzusehen", "Ergänzung", "Gelesen", True,
    )  # fmt: skip
    page = client.get(row["url"])
    assert page.context["verbs"][0]["button"] == "Gelesen"
    assert "Und Tische." in page.content.decode()


def test_what_is_published_with_one_click_is_read_before(at_desk, mona):
    factories.need("Der Zaun", text="Er nimmt Licht.")
    row = at_desk(mona).get(DESK).context["rows"][0]
    assert (row["excerpt"], row["may_publish"], row["private"]) == ("Er nimmt Licht.", True, [])


def test_what_holds_private_details_is_not_published_with_one_click(at_desk, mona):
    need = factories.need("Der Zaun", text="Rufen Sie an: 0171 / 123 456 7")
    page = at_desk(mona).get(DESK)
    html = page.content.decode()
    assert page.context["rows"][0]["may_publish"] is False
    assert "Enthält: Telefonnummer" in html
    assert reverse("needs:desk_do", args=[need.reference, "freigeben"]) not in html


def test_a_line_tells_of_questions_and_answers(at_desk, mona):
    need = factories.public_need("Der Zaun", person=PersonFactory(mailed=True))
    client = at_desk(mona)

    def shown():
        row = client.get(DESK).context["rows"][0]
        badge = client.get(row["url"]).context["news"]
        assert badge == row["news"]
        return badge

    assert shown() == ""
    actions.ask_back(need=need, question="Welcher Zaun?", by=mona)
    assert shown() == "Rückfrage offen"
    actions.add_words(need=need, words="Der am Ufer.")
    assert shown() == "Antwort ist da"
    actions.add_words(need=need, words="Nein, der am Markt.")
    assert shown() == "Antwort ist da"
    actions.publish(need=need, by=mona)
    assert shown() == ""
    actions.add_words(need=need, words="Er ist aus Holz.")
    assert shown() == "Ergänzung"


def test_a_line_tells_that_it_is_not_solved(at_desk, mona, long_ago):
    need = long_ago("Der Zaun", 40, factories.public_need, person=PersonFactory(mailed=True))
    need = actions.move_on(need=need, state=State.DONE, reason="Steht.", by=mona)
    type(need).objects.filter(pk=need.pk).update(asked_solved_at=clock.now())
    actions.say_if_solved(need=need, solved=False, words="Er steht noch.")
    row = at_desk(mona).get(DESK).context["rows"][0]
    assert (row["news"], row["publish"]) == ("nicht gelöst, sagt wer es gemeldet hat", "Gelesen")


def test_a_duplicate_that_was_never_public_is_not_offered_for_publishing(at_desk, mona):
    need = factories.need("Der Zaun")
    actions.mark_duplicate(need=need, of=factories.public_need("Zaun"), by=mona)
    page = at_desk(mona).get(reverse("needs:desk_need", args=[need.reference]))
    assert "freigeben" not in [verb["key"] for verb in page.context["verbs"]]
    assert "wartet auf Freigabe" not in page.content.decode()
    with pytest.raises(ValidationError, match="schon gemeldet"):
        actions.publish(need=need, by=mona)


def test_comments_and_reports_wait_in_the_same_list(at_desk, mona):
    need = factories.public_need("Mehr Bänke")
    actions.move_on(need=need, state=State.PLANNED, by=mona)
    actions.comment(need=need, text="Das finde ich auch.")
    actions.complain(need=need, reason=Complaint.ADVERT, text="Werbung für Bänke")
    rows = at_desk(mona).get(DESK).context["rows"]
    assert [(row["what"], row["excerpt"]) for row in rows] == [
        ("Kommentar", "Das finde ich auch."),
        ("gemeldet", "Werbung: Werbung für Bänke"),
    ]
    assert [row["url"].rpartition("#")[2] for row in rows] == ["kommentare", "meldungen"]


def test_mails_wait_in_the_same_list(at_desk, mona, time_machine):
    now = clock.now()
    mail = InboundMail.objects.create(
        message_id="a@example.org", subject="Mehr Bänke", sender_name="Ayla Muster", text="Am Ufer fehlen sie.",
        received_at=now - timedelta(days=20),
    )  # fmt: skip
    factories.need("neu")
    client = at_desk(mona)
    rows = client.get(DESK).context["rows"]
    assert [(row["title"], row["what"], row["is_late"]) for row in rows] == [
        ("Mehr Bänke", "aufzunehmen", True),
        ("neu", "zu moderieren", False),
    ]
    assert rows[0]["url"] == mail.get_absolute_url()
    for chosen, shown in (
        ({"what": "mails"}, ["Mehr Bänke"]),
        ({"q": "ufer"}, ["Mehr Bänke"]),
        ({"channel": "email", "who": "nobody"}, ["Mehr Bänke"]),
        ({"channel": "card"}, []),
        ({"who": "mine"}, []),
        ({"what": "moderate"}, ["neu"]),
    ):
        assert listed(client, **chosen) == shown, chosen
    actions.set_mail_aside(mail=mail, reason="Werbung", by=mona)
    assert listed(client) == ["neu"]


def test_what_is_gone_waits_for_nobody(at_desk, mona):
    need = factories.public_need()
    actions.comment(need=need, text="Das finde ich auch.")
    actions.complain(need=need, reason=Complaint.INSULT)
    actions.remove(need=need, reason="Beleidigt.", by=mona)
    assert listed(at_desk(mona)) == []


def test_a_manager_of_named_quarters_sees_theirs_first(at_desk, dieter, long_ago):
    own = QuarterFactory(name="Welper")
    own.staff.add(dieter.roles.get())
    long_ago("woanders, überfällig", 30)
    long_ago("in Welper", 1, place=actions.Place(quarter=own))
    assert listed(at_desk(dieter)) == ["in Welper", "woanders, überfällig"]
    assert listed(at_desk(dieter), who="own") == ["in Welper"]


def test_it_is_narrowed_by_whom_where_what_and_how_it_came(at_desk, mona, carla):
    quarter, field = QuarterFactory(name="Welper"), FieldOfActionFactory()
    mine = factories.need("meiner", came_by=CameBy.CARD)
    actions.assign(need=mine, to=mona, by=mona)
    factories.need("in Welper", place=actions.Place(quarter=quarter))
    factories.need("Wohnen", field=field)
    public = factories.public_need("beantwortet")
    actions.move_on(need=public, state=State.IN_PROGRESS, by=carla)
    client = at_desk(mona)
    assert listed(client, who="mine") == ["meiner"]
    assert listed(client, who="nobody") == ["in Welper", "Wohnen"]
    assert listed(client, quarter=quarter.pk) == ["in Welper"]
    assert listed(client, field=field.pk) == ["Wohnen"]
    assert listed(client, channel="card") == ["meiner"]
    assert listed(client, state="in_progress") == ["beantwortet"]
    assert listed(client, state="all") == ["meiner", "in Welper", "Wohnen", "beantwortet"]


def test_what_waits_is_narrowed_by_its_kind(at_desk, mona):
    factories.need("neu")
    answered = factories.public_need("öffentlich")
    actions.comment(need=answered, text="Das finde ich auch.")
    client = at_desk(mona)
    assert listed(client, what="moderate") == ["neu"]
    assert listed(client, what="answer") == ["öffentlich"]
    assert listed(client, what="comments") == ["öffentlich"]
    assert listed(client, what="complaints") == []


def test_anything_unknown_falls_back_to_what_waits(at_desk, mona):
    factories.need("neu")
    assert listed(at_desk(mona), what="unsinn", quarter="x", state="y", page="z") == ["neu"]


def test_it_is_found_by_number_its_end_or_words(at_desk, mona):
    first, second = factories.need("Mehr Bänke am Ufer"), factories.need("Ampel am Bahnhof")
    client = at_desk(mona)
    assert listed(client, q=first.reference.lower()) == ["Mehr Bänke am Ufer"]
    assert listed(client, q=second.reference.rpartition("-")[2]) == ["Ampel am Bahnhof"]
    assert listed(client, q="2") == ["Ampel am Bahnhof"]
    assert listed(client, q="ufer bänke") == ["Mehr Bänke am Ufer"]


def test_everything_that_waits_is_counted(mona):
    need = factories.public_need()
    actions.comment(need=need, text="Das finde ich auch.")
    actions.complain(need=need, reason=Complaint.OTHER)
    factories.need()
    InboundMail.objects.create(message_id="a@example.org", subject="Mehr Bänke")
    assert waiting.counts(mona) == {
        "moderate": 1, "answer": 1, "late": 0, "comments": 1, "complaints": 1, "waits": 5, "mails": 1,
    }  # fmt: skip


def test_the_channels_are_counted(at_desk, mona):
    for way in (CameBy.FORM, CameBy.FORM, CameBy.CARD):
        factories.need(came_by=way)
    shown = at_desk(mona).get(DESK).context["channels"]
    assert [(way["key"], way["waits"], way["lately"]) for way in shown] == [("form", 2, 2), ("card", 1, 1)]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_for_one_and_for_three(at_desk, mona, number, django_assert_num_queries):
    for _ in range(number):
        need = factories.public_need(person=PersonFactory(), place=actions.Place(quarter=QuarterFactory()))
        actions.comment(need=need, text="Das finde ich auch.")
        actions.complain(need=need, reason=Complaint.OTHER)
        InboundMail.objects.create(message_id=need.reference, subject="Mehr Bänke")
    client = at_desk(mona)
    client.get(DESK)
    with django_assert_num_queries(26):
        client.get(DESK)


def test_the_desk_counts_what_waits_and_begins_a_new_one(at_desk, mona, long_ago):
    long_ago("überfällig", 20)
    page = at_desk(mona).get(reverse("people:desk")).content.decode()
    assert reverse("needs:desk_say") in page
    assert f'href="{DESK}"' in page
    assert "überfällig: 1" in page


def test_a_persons_page_shows_what_they_said_and_joined(at_desk, mona):
    ayla = PersonFactory(name="Ayla Muster")
    need = factories.public_need("Mehr Bänke", person=ayla)
    Comment.objects.create(need=need, text="Und Tische.", person=ayla)
    page = at_desk(mona).get(ayla.get_absolute_url()).content.decode()
    assert reverse("needs:desk_need", args=[need.reference]) in page
    assert "Kommentare: 1" in page
