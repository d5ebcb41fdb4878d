"""Comments with answers: moderated as the town wishes, official ones on top, never an address."""

import re

import pytest
from django.core.exceptions import ValidationError

from quartierwerk.needs import actions, factories
from quartierwerk.needs.enums import Complaint, Visibility
from quartierwerk.needs.models import AbuseReport, Comment, Need, NeedSettings
from quartierwerk.needs.together import queries, views
from quartierwerk.people.factories import PersonFactory
from quartierwerk.people.submission import new_token
from quartierwerk.testing.answers import text_of

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("site"),
    pytest.mark.urls("quartierwerk.needs.tests.together_urls"),
]


@pytest.fixture
def moderated_afterwards():
    NeedSettings.objects.update_or_create(defaults={"moderation": NeedSettings.Moderation.AFTER})


@pytest.fixture
def form(need):
    return f"/handlungsbedarfe/{need.reference}/kommentieren/"


@pytest.fixture
def typed():
    return {"text": "Die Bank fehlt mir auch.", "shown_name": "", "email": "", "form_token": new_token()}


def comment(need, text="Die Bank fehlt mir auch.", **values):
    written = actions.comment(need=need, text=text, **values)
    return written if values.get("by") else actions.show_comment(comment=written, by=None)


def test_a_comment_waits_where_the_town_looks_first(client, need, form, typed):
    answer = client.post(form, typed)
    written = Comment.objects.get()
    assert answer["Location"].endswith("/danke/kommentar/")
    assert (written.visibility, written.published_at) == (Visibility.WAITING, None)
    assert "Wir lesen ihn" in text_of(client.get(answer["Location"]))
    assert written.text not in text_of(client.get(need.get_absolute_url()))
    assert Need.objects.get().comment_count == 0


@pytest.mark.usefixtures("moderated_afterwards")
def test_a_comment_is_read_at_once_where_the_town_looks_afterwards(client, need, form, typed):
    answer = client.post(form, typed)
    written = Comment.objects.get()
    assert answer["Location"] == f"{need.get_absolute_url()}#kommentar-{written.pk}"
    page = text_of(client.get(need.get_absolute_url()))
    assert "Die Bank fehlt mir auch." in page
    assert "Ohne Namen" in page
    assert "1 Kommentar " in page


@pytest.mark.usefixtures("moderated_afterwards")
def test_a_name_is_shown_where_it_is_given_an_address_never(client, need, form, typed):
    client.post(form, {**typed, "shown_name": "Ayla M.", "email": "ayla.geheim@example.org"})
    page = client.get(need.get_absolute_url()).content.decode()
    assert "Ayla M." in page
    assert "ayla.geheim" not in page


def test_the_same_form_sent_twice_is_one_comment(client, form, typed):
    for _ in range(2):
        assert client.post(form, typed).status_code == 303
    assert Comment.objects.count() == 1


def test_the_same_words_under_two_needs_are_two_comments(client, form, typed):
    other = factories.public_need("Zu wenig Licht am Weg")
    said = {**typed, "email": "ayla@example.org"}
    client.post(form, said)
    client.post(f"/handlungsbedarfe/{other.reference}/kommentieren/", said)
    assert Comment.objects.count() == 2


def test_what_tells_about_somebody_is_pointed_out_and_kept_when_it_is_meant(client, form, typed):
    said = {**typed, "text": "Rufen Sie Herrn M. an: 0171 / 123 456 7"}
    answer = client.post(form, said)
    assert (answer.status_code, Comment.objects.count()) == (422, 0)
    assert "Telefonnummer „0171 / 123 456 7“" in text_of(answer)
    assert "Rufen Sie Herrn M. an" in answer.content.decode()
    assert client.post(form, {**said, "is_meant": "on"}).status_code == 303


def test_no_address_is_taken_as_a_name(client, form, typed):
    answer = client.post(form, {**typed, "shown_name": "ayla@example.org"})
    assert (answer.status_code, Comment.objects.count()) == (422, 0)


@pytest.mark.parametrize("text", ["", "   ", "x" * 2001])
def test_without_words_or_with_too_many_nothing_is_kept(client, form, typed, text):
    assert client.post(form, {**typed, "text": text}).status_code == 422
    assert not Comment.objects.exists()


def test_programs_fall_into_the_trap_and_too_many_are_told_so(client, form, typed, monkeypatch):
    assert client.post(form, {**typed, "homepage": "http://spam.example"}).status_code == 422
    monkeypatch.setattr(views, "COMMENTS_PER_HOUR", views.RateLimit("need-comments", per_hour=0))
    answer = client.post(form, typed)
    assert answer.status_code == 429
    assert "Die Bank fehlt mir auch." in answer.content.decode()


def test_answers_stand_below_their_comment_in_one_level(need):
    first = comment(need)
    answer = comment(need, "Mir auch.", answers=first)
    again = comment(need, "Und mir.", answers=answer)
    assert (answer.answers, again.answers) == (first, first)
    threads, has_more = queries.threads_of(need, 1)
    assert [(t.comment, t.answers) for t in threads] == [(first, [answer, again])]
    assert not has_more


def test_official_words_are_marked_and_on_top(client, need, carla):
    first = comment(need, "Wann kommt die Bank?")
    comment(need, "Ja, wann?", answers=first)
    comment(need, "Im Mai.", answers=first, by=carla)
    comment(need, "Wir haben eine bestellt.", by=carla)
    page = text_of(client.get(need.get_absolute_url()))
    words = ["Wir haben eine bestellt.", "Wann kommt die Bank?", "Im Mai.", "Ja, wann?"]
    places = [page.index(word) for word in words]
    assert places == sorted(places)
    assert page.count("Antwort der Stadt") == 2
    assert "Carla" not in page


def test_only_staff_speak_for_the_town(client, form, typed, ayla):
    client.force_login(ayla, backend="django.contrib.auth.backends.ModelBackend")
    client.handler.enforce_csrf_checks = False
    client.post(form, {**typed, "is_official": "on", "by": ayla.pk})
    assert not Comment.objects.get().is_official


def test_staff_do_so_at_the_desk(at_desk, need, form, typed, carla):
    asked = comment(need)
    client, desk = at_desk(carla), f"/schreibtisch/handlungsbedarfe/{need.reference}/?tun=offiziell"
    assert client.get(f"{form}?antwort={asked.pk}")["Location"] == f"{desk}&antwort={asked.pk}#tun-offiziell"
    assert client.post(form, typed)["Location"] == f"{desk}&antwort=#tun-offiziell"
    assert Comment.objects.count() == 1


def test_nobody_answers_what_is_gone_or_stands_elsewhere(client, need, form):
    other = comment(factories.public_need("Zu wenig Licht am Weg"))
    assert client.get(f"{form}?antwort={other.pk}").status_code == 404
    assert client.get(f"{form}?antwort=99999999999999999999").status_code == 404
    waiting = actions.comment(need=need, text="Noch nicht gelesen")
    with pytest.raises(ValidationError, match="nicht mehr da"):
        actions.comment(need=need, text="Doch", answers=waiting)


def test_who_gave_an_address_takes_it_back_by_the_link_of_the_mail(
    client, need, form, typed, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        client.post(form, {**typed, "email": "ayla@example.org"})
    [mail] = mailoutbox
    assert (mail.to, "Die Bank fehlt" in mail.body) == (["ayla@example.org"], False)
    link = re.search(r"http\S+(/mein-kommentar/\S+/)", mail.body)[1]
    actions.show_comment(comment=Comment.objects.get(), by=None)
    assert "Kommentar zurückziehen" in text_of(client.get(link))
    assert Comment.objects.get().is_public  # reading the link changed nothing

    assert client.post(link).status_code == 303
    assert Comment.objects.get().visibility == Visibility.REMOVED_BY_AUTHOR
    assert Need.objects.get().comment_count == 0
    assert client.post(link).status_code == 422


def test_a_link_that_is_none_leads_nowhere(client):
    assert client.get("/mein-kommentar/7:falsch/").status_code == 404


def test_what_is_gone_leaves_a_line_where_somebody_answered(client, need, carla):
    removed, withdrawn, alone = (comment(need, f"Weg {n}") for n in range(3))
    for gone in (removed, withdrawn):
        comment(need, "Antwort darauf", answers=gone)
    actions.hide_comment(comment=removed, reason="Beleidigung", by=carla)
    actions.withdraw_comment(comment=withdrawn)
    actions.withdraw_comment(comment=alone)
    page = text_of(client.get(need.get_absolute_url()))
    assert "von der Moderation entfernt" in page
    assert page.count("wurde zurückgezogen") == 1
    assert not re.search(r"Weg \d", page)
    assert "Beleidigung" not in page
    assert Need.objects.get().comment_count == 2


def test_nothing_is_taken_away_without_a_reason(need, carla):
    with pytest.raises(ValidationError, match="Grund"):
        actions.hide_comment(comment=comment(need), reason=" ", by=carla)


def test_what_the_author_took_back_leaves_no_report_open(need):
    gone = comment(need)
    actions.complain(need=need, comment=gone, reason=Complaint.INSULT)
    about_need = actions.complain(need=need, reason=Complaint.OTHER)
    actions.withdraw_comment(comment=gone)
    assert list(AbuseReport.objects.filter(handled_at=None)) == [about_need]
    actions.take_back(need=need)
    assert not AbuseReport.objects.filter(handled_at=None).exists()


def test_what_the_author_took_back_nobody_shows_again(need, carla):
    gone = actions.withdraw_comment(comment=comment(need))
    with pytest.raises(ValidationError, match="nicht mehr zeigen"):
        actions.show_comment(comment=gone, by=carla)


def test_long_threads_are_read_page_by_page(client, need, monkeypatch):
    monkeypatch.setattr(queries, "THREADS_A_PAGE", 2)
    for number in range(3):
        comment(need, f"Kommentar Nummer {number}")
    first, second = (
        text_of(client.get(f"{need.get_absolute_url()}{query}")) for query in ("", "?kommentare=2")
    )
    assert ("Nummer 1" in first, "Nummer 2" in first, "Weitere Kommentare" in first) == (True, False, True)
    assert ("Nummer 2" in second, "Frühere Kommentare" in second) == (True, True)


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_with_comments_costs_the_same_queries(client, need, number, django_assert_num_queries):
    for _ in range(number):
        comment(need, "Antwort", answers=comment(need))
    client.get(need.get_absolute_url())
    with django_assert_num_queries(5):
        client.get(need.get_absolute_url())


def test_the_form_is_kept_by_nobody_else(client, form, typed):
    page = client.get(form)
    assert (page.cookies, page["Cache-Control"]) == ({}, "private, no-cache")
    assert "no-store" in client.post(form, {**typed, "text": ""})["Cache-Control"]


def test_erasing_a_person_takes_the_name_off_and_leaves_the_words(need):
    from quartierwerk.people.actions import erase_person
    from quartierwerk.people.privacy import export

    ayla = PersonFactory(name="Ayla Muster", mailed=True)
    written = comment(need, person=ayla, shown_name="Ayla Muster")
    assert export(ayla)["needs"]["comments"][0]["text"] == written.text
    erase_person(person=ayla)
    written.refresh_from_db()
    assert (written.person, written.shown_name, written.text) == (None, "", "Die Bank fehlt mir auch.")
