"""The desk's page of a need: everything about it, and every verb with its words, refusals and races."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from quartierwerk.core.models import AuditEntry
from quartierwerk.needs import actions, factories, rules
from quartierwerk.needs.actions import Place
from quartierwerk.needs.desk.words import marked
from quartierwerk.needs.enums import Complaint, Frequency, State, Visibility
from quartierwerk.needs.models import Need
from quartierwerk.people.factories import ContactFactory, PersonFactory
from quartierwerk.people.models import Notification
from quartierwerk.places.factories import QuarterFactory
from quartierwerk.topics.factories import FieldOfActionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


def page_url(need):
    return reverse("needs:desk_need", args=[need.reference])


def do(client, need, verb, *, seen=None, **typed):
    """Send the form of a verb as the page shows it."""
    data = {f"{verb}-{name}": value for name, value in typed.items()}
    data["seen"] = rules.seen_as(Need.objects.get(pk=need.pk)) if seen is None else seen
    return client.post(reverse("needs:desk_do", args=[need.reference, verb]), data)


def again(need):
    return Need.objects.get(pk=need.pk)


def offered(client, need):
    return [verb["key"] for verb in client.get(page_url(need)).context["verbs"]]


@pytest.fixture
def mailed():
    return PersonFactory(name="Ayla Muster", mailed=True)


def test_nobody_else_opens_it_or_does_anything(at_desk, edda):
    need = factories.need()
    client = at_desk(edda)
    assert client.get(page_url(need)).status_code == 403
    assert do(client, need, "freigeben").status_code == 403
    assert again(need).visibility == Visibility.WAITING


def test_everything_private_and_public_stands_on_it(at_desk, mona, mailed):
    need = factories.need("Herr Müller lügt", person=mailed, text="Rufen Sie an: 0171 / 123 456 7")
    actions.shorten(need=need, title="Der Zaun ist zu hoch", text="Er nimmt Licht.", by=mona)
    actions.note(need=need, text="Kennt den Nachbarn.", by=mona)
    page = at_desk(mona).get(page_url(need)).content.decode()
    for part in (
        "Der Zaun ist zu hoch", "Er nimmt Licht.", "Herr Müller lügt", "0171 / 123 456 7", "Kennt den Nachbarn.",
        mailed.email, mailed.get_absolute_url(), "Handlungsbedarf gekürzt",
    ):  # fmt: skip
        assert part in page


def test_what_tells_about_a_person_is_marked():
    pieces = marked("Rufen Sie 0171 / 123 456 7 an, oder a@example.org")
    assert [(piece.text, piece.kind) for piece in pieces] == [
        ("Rufen Sie ", ""),
        ("0171 / 123 456 7", "Telefonnummer"),
        (" an, oder ", ""),
        ("a@example.org", "E-Mail-Adresse"),
    ]


def test_the_moderator_is_told_of_private_details(at_desk, mona):
    need = factories.need(text="Der Wagen EN-AB 123 steht immer da.")
    assert at_desk(mona).get(page_url(need)).context["private_kinds"] == ["Kfz-Kennzeichen"]


def test_only_what_is_possible_is_offered(at_desk, mona, mailed):
    client = at_desk(mona)
    new = factories.need(person=mailed)
    assert offered(client, new) == [
        "freigeben", "rueckfrage", "kuerzen", "einordnen", "weitergeben", "zuweisen", "notiz", "entfernen", "sperren",
    ]  # fmt: skip
    public = factories.public_need()
    assert offered(client, public) == [
        "antworten", "kuerzen", "einordnen", "weitergeben", "zuweisen", "notiz", "offiziell", "entfernen", "sperren",
    ]  # fmt: skip
    done = actions.move_on(need=public, state=State.DONE, reason="Steht.", by=mona)
    assert offered(client, done)[:2] == ["oeffnen", "geloest"]
    gone = actions.remove(need=done, reason="Beleidigt.", by=mona)
    assert offered(client, gone) == ["freigeben", "zuweisen", "notiz"]


def test_it_is_published(at_desk, mona):
    need = factories.need()
    assert do(at_desk(mona), need, "freigeben")["Location"] == page_url(need)
    assert again(need).is_public


def test_from_the_list_it_goes_back_to_the_list_and_nowhere_else(at_desk, mona):
    client, (first, second) = at_desk(mona), (factories.need(), factories.need())
    url = reverse("needs:desk_do", args=[first.reference, "freigeben"])
    assert client.post(url, {"back": "/schreibtisch/handlungsbedarfe/?what=moderate"})["Location"].endswith(
        "?what=moderate"
    )
    url = reverse("needs:desk_do", args=[second.reference, "freigeben"])
    assert client.post(url, {"back": "https://woanders.example/"})["Location"] == page_url(second)


def test_an_answer_is_public_names_the_office_and_leaves_by_mail(
    at_desk, mona, mailed, mailoutbox, django_capture_on_commit_callbacks
):
    need = factories.public_need(person=mailed)
    said = {"state": "planned", "reason": "Der Bauhof kommt im Mai.", "by_office": "Tiefbauamt"}
    with django_capture_on_commit_callbacks(execute=True):
        do(at_desk(mona), need, "antworten", **said)
    entry = need.entries.last()
    assert (entry.state, entry.text, entry.by_office) == ("planned", "Der Bauhof kommt im Mai.", "Tiefbauamt")
    (mail,) = mailoutbox
    assert mail.to == [mailed.email]
    assert "Der Bauhof kommt im Mai.\n\nTiefbauamt" in mail.body


def test_an_end_without_a_reason_comes_back_with_what_was_typed(at_desk, mona):
    need = factories.public_need()
    response = do(at_desk(mona), need, "antworten", state="done", by_office="Tiefbauamt")
    assert response.status_code == 422
    page = response.content.decode()
    assert "Bitte begründen Sie das öffentlich." in page
    assert 'value="Tiefbauamt"' in page
    assert again(need).state == State.PUBLISHED


def test_the_office_of_an_account_is_that_of_its_contact(at_desk, carla):
    ContactFactory(email=carla.email.upper(), department="Fachbereich Soziales")
    form = at_desk(carla).get(page_url(factories.public_need())).context["verbs"][0]["form"]
    assert form["by_office"].value() == "Fachbereich Soziales"


def test_a_question_reaches_the_person_and_stays_as_a_note(at_desk, mona, mailed):
    need = factories.need(person=mailed)
    do(at_desk(mona), need, "rueckfrage", question="Welche Bank meinen Sie?")
    assert "Welche Bank meinen Sie?" in Notification.objects.filter(person=mailed).latest("pk").body
    assert (need.notes.get().kind, need.notes.get().text) == ("question", "Welche Bank meinen Sie?")


def test_it_is_shortened_with_the_first_words_kept(at_desk, mona):
    need = factories.need("Die Bank vom blöden Müller", text="Mist.")
    do(at_desk(mona), need, "kuerzen", title="Die Bank", text="")
    need = again(need)
    assert (need.title, need.text, need.original_title, need.original_text) == (
        "Die Bank", "", "Die Bank vom blöden Müller", "Mist.",
    )  # fmt: skip


def test_it_is_put_where_it_belongs_and_the_place_as_it_came_is_kept_for_the_team(at_desk, mona):
    need = factories.need(place=Place(name="bei Frau Müller, 02324 12345"))
    quarter, field, client = QuarterFactory(), FieldOfActionFactory(), at_desk(mona)
    where = {"kind": "idea", "field": field.pk, "quarter": quarter.pk, "place_name": "Bahnhofstraße"}
    assert do(client, need, "einordnen", **where).status_code == 302
    need = again(need)
    assert (need.kind, need.field, need.quarter, need.place_name) == ("idea", field, quarter, "Bahnhofstraße")
    assert need.notes.get().text == "Ort, wie er kam: bei Frau Müller, 02324 12345"
    assert do(client, need, "einordnen", **where).status_code == 422
    assert do(client, need, "einordnen", kind="idea", field="", quarter="", place_name="").status_code == 302


def test_it_is_handed_to_a_department_which_gets_only_public_words(
    at_desk, mona, mailed, mailoutbox, django_capture_on_commit_callbacks
):
    need = factories.public_need("Der Zaun", person=mailed, text="Er nimmt Licht.")
    yard = ContactFactory(department="Bauhof", email="bauhof@stadt.example")
    with django_capture_on_commit_callbacks(execute=True):
        do(at_desk(mona), need, "weitergeben", contact=yard.pk, to="", by_mail="on")
    assert again(need).handed_to == "Bauhof"
    (mail,) = mailoutbox
    assert mail.to == ["bauhof@stadt.example"]
    assert "Er nimmt Licht." in mail.body
    assert mailed.name not in mail.body
    assert mailed.email not in mail.body


def test_a_call_about_a_need_leads_to_its_page_at_the_desk(at_desk, mona):
    need = factories.need("Der Zaun", person=PersonFactory(phone="0171 1234567", preferred_channel="phone"))
    actions.ask_back(need=need, question="Welcher Zaun?", by=mona)
    call = Notification.objects.get()
    page = at_desk(mona).get(reverse("people:desk_notification", args=[call.pk])).content.decode()
    assert f'href="{page_url(need)}"' in page
    assert f'href="{need.get_absolute_url()}"' not in page


def test_a_mail_goes_nowhere_without_an_address(at_desk, mona):
    need, client = factories.public_need("Der Zaun"), at_desk(mona)
    silent = ContactFactory(department="Bauhof", email="")
    for chosen in ({"contact": silent.pk, "to": ""}, {"contact": "", "to": "Bürgerverein Welper"}):
        answer = do(client, need, "weitergeben", by_mail="on", **chosen)
        html = answer.content.decode()
        assert (answer.status_code, again(need).handed_to) == (422, "")
        assert "kennen wir keine E-Mail-Adresse" in html
    assert "Bürgerverein Welper" in html


def test_the_notice_names_to_whom_the_mail_goes(at_desk, mona):
    need, client = factories.public_need("Der Zaun"), at_desk(mona)
    yard = ContactFactory(name="Ayla Muster", department="Bauhof", email="bauhof@stadt.example")
    do(client, need, "weitergeben", contact=yard.pk, to="", by_mail="on")
    page = client.get(page_url(need)).content.decode()
    assert "Weitergegeben an Bauhof. Die E-Mail geht an Ayla Muster, bauhof@stadt.example." in page


def test_readers_see_the_role_of_a_contact_without_department_and_never_the_name(mona):
    need = factories.public_need("Der Zaun")
    person = ContactFactory(name="Ayla Muster", department="", role="Quartiersbüro", is_public=True)
    assert actions.hand_on(need=need, to="", contact=person, by=mona).handed_to == "Quartiersbüro"


def test_it_is_handed_to_an_organisation_and_readers_see_to_which(at_desk, client, mona):
    need = factories.public_need("Der Zaun")
    assert do(at_desk(mona), need, "weitergeben", contact="", to="").status_code == 422
    do(at_desk(mona), need, "weitergeben", contact="", to="Bürgerverein Welper")
    client.logout()
    page = client.get(need.get_absolute_url()).content.decode()
    assert "weitergegeben an Bürgerverein Welper" in page


def test_it_is_assigned_to_who_moderates_and_to_nobody_else(at_desk, mona, carla, edda):
    need, client = factories.need(), at_desk(mona)
    do(client, need, "zuweisen", to=carla.pk)
    assert again(need).assigned_to == carla
    assert do(client, need, "zuweisen", to=edda.pk).status_code == 422
    do(client, need, "zuweisen", to="")
    assert again(need).assigned_to is None


def test_an_official_comment_is_public_at_once_and_names_the_office(at_desk, mona):
    need = factories.public_need()
    do(at_desk(mona), need, "offiziell", text="Wir kommen am Montag.", office="Bauhof")
    comment = need.comments.get()
    assert (comment.is_official, comment.shown_name, comment.visibility) == (True, "Bauhof", "public")


def test_an_official_comment_answers_one_of_the_public_ones(at_desk, mona):
    need, client = factories.public_need(), at_desk(mona)
    asked, waits = (actions.comment(need=need, text=text) for text in ("Wann?", "Ungelesen"))
    actions.show_comment(comment=asked, by=mona)
    page = client.get(page_url(need), {"tun": "offiziell", "antwort": asked.pk})
    (verb,) = (verb for verb in page.context["verbs"] if verb["is_open"])
    assert (verb["key"], verb["form"]["answers"].value()) == ("offiziell", str(asked.pk))
    said = {"text": "Im Mai.", "office": "Bauhof"}
    assert do(client, need, "offiziell", answers=waits.pk, **said).status_code == 422
    assert do(client, need, "offiziell", answers=asked.pk, **said).status_code == 302
    assert need.comments.get(is_official=True).answers == asked


@pytest.mark.parametrize(("verb", "then"), [("entfernen", "moderator"), ("sperren", "blocked")])
def test_it_is_taken_away_with_a_reason_only(at_desk, mona, verb, then):
    need, client = factories.public_need(), at_desk(mona)
    assert do(client, need, verb, reason=" ").status_code == 422
    do(client, need, verb, reason="Beleidigt den Nachbarn.")
    need = again(need)
    assert (need.visibility, need.hidden_because) == (then, "Beleidigt den Nachbarn.")


def test_it_is_reopened_with_a_public_reason(at_desk, mona):
    need = actions.move_on(need=factories.public_need(), state=State.DONE, reason="Steht.", by=mona)
    do(at_desk(mona), need, "oeffnen", reason="Sie ist wieder kaputt.")
    need = again(need)
    assert (need.state, need.entries.last().text) == (State.IN_REVIEW, "Sie ist wieder kaputt.")


@pytest.mark.parametrize(("answer", "state"), [("yes", State.DONE), ("no", State.IN_REVIEW)])
def test_what_somebody_says_on_the_telephone_is_entered(at_desk, mona, erna, answer, state):
    need = actions.move_on(
        need=factories.public_need(person=erna), state=State.DONE, reason="Steht.", by=mona
    )
    do(at_desk(mona), need, "geloest", solved=answer, words="Sie wackelt.")
    need = again(need)
    assert (need.state, need.found_solved) == (state, answer == "yes")
    assert AuditEntry.objects.latest("pk").on_behalf_of == str(erna.pk)


@pytest.mark.parametrize(
    ("verb", "typed"),
    [
        ("freigeben", {}),
        ("entfernen", {"reason": "Werbung"}),
        ("kuerzen", {"title": "Kurz", "text": ""}),
        ("zuweisen", {"to": ""}),
    ],
)
def test_of_two_at_once_the_second_is_told_and_keeps_the_typed_words(at_desk, mona, carla, verb, typed):
    need = factories.need()
    seen = rules.seen_as(need)
    actions.assign(need=need, to=carla, by=carla)
    response = do(at_desk(mona), need, verb, seen=seen, **typed)
    assert response.status_code == 422
    assert "Carla hat diesen Beitrag gerade geändert." in response.content.decode()
    form = next(v["form"] for v in response.context["verbs"] if v["key"] == verb)
    assert form.data.get(f"{verb}-reason", "Werbung") == "Werbung"
    assert do(at_desk(mona), need, verb, **typed).status_code == 302  # having looked again


def test_a_note_and_a_question_do_not_mind_others(at_desk, mona, carla, mailed):
    need = factories.need(person=mailed)
    seen = rules.seen_as(need)
    actions.assign(need=need, to=carla, by=carla)
    assert do(at_desk(mona), need, "notiz", seen=seen, text="Gesehen.").status_code == 302


def test_where_nobody_is_known_to_have_changed_it_no_name_is_said(mona):
    need = factories.need()
    with (
        pytest.raises(ValidationError, match="hat sich gerade geändert"),
        actions.as_seen(need, "2020-01-01T00:00:00+00:00 "),
    ):
        pytest.fail("nothing is done")


def test_an_unknown_verb_is_not_found(at_desk, mona):
    assert do(at_desk(mona), factories.need(), "unsinn").status_code == 404


def test_the_page_leads_to_the_next_that_waits(at_desk, mona):
    first, second, third = (factories.need(f"Nr. {n}") for n in range(3))
    context = at_desk(mona).get(page_url(second)).context
    assert (context["before"], context["after"]) == (page_url(first), page_url(third))


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_the_same_with_more_on_it(
    at_desk, mona, mailed, picture, number, django_assert_num_queries
):
    photos = [(picture(), "Die Bank") for _ in range(number)]
    need = factories.public_need(person=mailed, photos=photos)
    for n in range(number):
        written = actions.comment(need=need, text=f"Kommentar {n}", person=PersonFactory())
        actions.complain(need=need, comment=written, reason=Complaint.OTHER)
        actions.note(need=need, text="Gesehen.", by=mona)
        actions.join_in(need=need, person=PersonFactory(), says="Ich streiche sie.")
        actions.support(need=need, voter=f"browser:{n}")
        actions.follow(need=need, person=PersonFactory(written_to=True), frequency=Frequency.LETTER, by=mona)
        actions.ask_back(need=need, question="Welche?", by=mona)
    client = at_desk(mona)
    client.get(page_url(need))
    with django_assert_num_queries(24):
        client.get(page_url(need))
