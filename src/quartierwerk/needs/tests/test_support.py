"""“Betrifft mich auch”: once for each person, honestly counted, without an account, without JavaScript."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from quartierwerk.core import clock
from quartierwerk.core.page_cache import may_keep
from quartierwerk.needs import actions, factories
from quartierwerk.needs.models import Need, Support
from quartierwerk.needs.together import support_views
from quartierwerk.people.factories import PersonFactory
from quartierwerk.testing.answers import text_of

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("site"),
    pytest.mark.urls("quartierwerk.needs.tests.together_urls"),
]


@pytest.fixture
def button(need):
    return f"/betrifft-mich/{need.reference}/"


@pytest.fixture
def signed_in(settings):
    settings.STAFF_SECOND_FACTOR = False

    def browser(user, client=None):
        client = client or Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return browser


def count():
    return Need.objects.get().support_count


def test_the_first_click_gets_a_key_is_counted_and_returns_to_its_place(client, need, button):
    first = client.post(button)
    assert (first.status_code, first["Location"], count()) == (307, f"{button}?mit-cookie", 0)

    second = client.post(first["Location"])
    assert (second.status_code, count()) == (303, 1)
    assert re.fullmatch(
        rf"/handlungsbedarfe/{need.reference}/\?eben=[\w:-]+#betrifft-mich", second["Location"]
    )
    page = text_of(client.get(second["Location"]))
    assert "Danke, Sie sind mitgezählt." in page
    assert "Ein Mensch sagt: Das betrifft mich auch." in page


def test_the_number_names_everybody_who_pressed_the_reader_among_them(client, need):
    Need.objects.filter(pk=need.pk).update(support_count=39)
    page = text_of(client.get(need.get_absolute_url()))
    assert "39 Menschen sagen: Das betrifft mich auch." in page


def test_the_cookie_goes_to_the_button_only_and_says_nothing_but_a_number(client, button):
    cookies = client.post(button).cookies.values()

    assert [(c.key, c["path"]) for c in cookies] == [
        ("betrifft_mich", "/betrifft-mich/"),
        ("betrifft_mich", "/en/betrifft-mich/"),
    ]
    assert len({c.value for c in cookies}) == 1
    assert all((c["httponly"], c["samesite"], c["max-age"]) == (True, "Lax", 31536000) for c in cookies)


def test_the_page_of_the_need_sets_no_cookie_and_is_kept_for_everybody(client, need):
    page = client.get(need.get_absolute_url())
    assert page.cookies == {}
    assert may_keep("200 OK", list(page.items()))
    assert "Cookie" not in page.get("Vary", "")


def test_the_same_browser_is_counted_once_also_in_another_language(client, need, button):
    client.post(client.post(button)["Location"])
    client.post(button)
    client.post(f"/en{button}")
    assert count() == 1


def test_what_is_kept_is_a_digest(client, button):
    client.post(client.post(button)["Location"])
    kept = Support.objects.get()
    key = next(iter(client.cookies.values())).value
    assert re.fullmatch(r"browser:[0-9a-f]{48}", kept.voter)
    assert (key in kept.voter, kept.person) == (False, None)


def test_two_browsers_are_two(button):
    for _ in range(2):
        browser = Client()
        browser.post(browser.post(button)["Location"])
    assert count() == 2


def test_a_browser_without_cookies_is_told_why_it_is_not_counted(need, button):
    answer = Client().post(f"{button}?mit-cookie")
    assert (answer.status_code, count()) == (422, 0)
    assert "nimmt keine Cookies an" in text_of(answer)


def test_it_can_be_taken_back(client, need, button):
    client.post(client.post(button)["Location"])
    answer = client.post(button, {"zuruecknehmen": "ja"})
    assert (answer.status_code, count()) == (303, 0)
    assert "Sie sind nicht mehr mitgezählt" in text_of(client.get(answer["Location"]))


def test_the_page_of_ones_own_knows_how_it_stands_and_is_kept_by_nobody(client, button):
    assert "nicht mitgezählt" in text_of(client.get(button))
    client.post(client.post(button)["Location"])
    page = client.get(button)
    assert "Sie sind mitgezählt." in text_of(page)
    assert "no-store" in page["Cache-Control"]


def test_an_address_that_is_passed_on_thanks_nobody(client, button, time_machine):
    told = client.post(client.post(button)["Location"])["Location"]
    time_machine.move_to(clock.now() + timedelta(minutes=3))
    assert "Danke" not in text_of(Client().get(told))


def test_the_words_of_another_need_say_nothing_here(client, button):
    other = factories.public_need("Zu wenig Licht am Weg")
    query = client.post(client.post(button)["Location"])["Location"].partition("?")[2]
    assert "Danke" not in text_of(client.get(f"{other.get_absolute_url()}?{query}"))


def test_an_account_is_counted_by_its_person(ayla, need, button, signed_in):
    person = PersonFactory(name="Ayla Muster", user=ayla)
    browser = signed_in(ayla)
    for _ in range(2):
        assert browser.post(button).status_code == 303
    assert [row.voter for row in Support.objects.all()] == [f"person:{person.pk}"]
    assert "Danke, Sie sind mitgezählt." in text_of(browser.get(need.get_absolute_url()))


def test_an_account_whose_person_nobody_knows_is_counted_once(ayla, button, signed_in):
    browser = signed_in(ayla)
    for _ in range(2):
        browser.post(button)
    assert [row.voter for row in Support.objects.all()] == [f"account:{ayla.pk}"]


def test_who_clicked_before_signing_in_is_not_counted_again(ayla, button, signed_in):
    person = PersonFactory(user=ayla)
    browser = Client()
    browser.post(browser.post(button)["Location"])
    signed_in(ayla, browser).post(button)
    assert [row.voter for row in Support.objects.all()] == [f"person:{person.pk}"]
    assert count() == 1


def test_who_was_counted_twice_is_counted_once_again(need):
    ayla = PersonFactory()
    for voter in ("browser:1", f"person:{ayla.pk}"):
        actions.support(need=need, voter=voter)
    actions.support(need=need, voter=f"person:{ayla.pk}", person=ayla, known_as="browser:1")
    assert count() == 1


def test_who_said_it_cannot_add_themselves(ayla, signed_in):
    need = factories.public_need(person=PersonFactory(name="Ayla Muster", user=ayla))
    browser = signed_in(ayla)
    page = browser.get(need.get_absolute_url())
    assert "Das haben Sie selbst gemeldet." in text_of(page)
    assert f'action="/betrifft-mich/{need.reference}/"' not in page.content.decode()
    assert browser.post(f"/betrifft-mich/{need.reference}/").status_code == 422
    with pytest.raises(ValidationError, match="selbst gemeldet"):
        actions.support(need=need, voter=f"person:{need.person_id}", person=need.person)


def test_who_said_the_other_one_is_not_one_more_when_they_are_joined(carla):
    ayla = PersonFactory()
    need, of = factories.public_need(), factories.public_need("Bank defekt", person=ayla)
    actions.support(need=need, voter=f"person:{ayla.pk}", person=ayla)
    actions.mark_duplicate(need=need, of=of, by=carla)
    assert Need.objects.get(pk=of.pk).support_count == 0


def test_one_address_cannot_drive_the_number_up(button):
    answers = []
    for _ in range(support_views.PER_NEED + 1):
        browser = Client()
        answers.append(browser.post(browser.post(button)["Location"]).status_code)
    assert answers == [303] * support_views.PER_NEED + [429]
    assert count() == support_views.PER_NEED


def test_a_made_up_key_is_no_key(need, button):
    browser = Client()
    browser.cookies["betrifft_mich"] = "1"
    assert browser.post(button).status_code == 307


def test_a_duplicate_sends_to_the_first(client, carla, need, button):
    first = factories.public_need("Bank defekt")
    actions.mark_duplicate(need=need, of=first, by=carla)
    answer = client.post(client.post(button)["Location"])
    assert answer.status_code == 422
    assert first.reference in text_of(answer)
    assert "Betrifft mich auch" not in text_of(client.get(need.get_absolute_url()))


def test_what_is_not_public_has_no_button(client):
    assert client.get(f"/betrifft-mich/{factories.need().reference}/").status_code == 404


def test_another_site_cannot_press_it(client, button):
    answer = client.post(button, headers={"origin": "https://fremd.example", "sec-fetch-site": "cross-site"})
    assert answer.status_code == 403


def test_the_privacy_page_names_the_cookie(client):
    page = text_of(client.get("/datenschutz/"))
    assert "betrifft_mich" in page
    assert "„Betrifft mich auch“" in page


def test_a_reader_costs_few_queries(client, need, django_assert_num_queries):
    client.get(need.get_absolute_url())
    with django_assert_num_queries(4):  # the need, the town, who helps, comments
        client.get(need.get_absolute_url())
