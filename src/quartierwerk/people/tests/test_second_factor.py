import re
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp

from quartierwerk.core import clock
from quartierwerk.people.middleware import StaffSecondFactor


def secret_on(page):
    return re.search(r'<code id="totp-secret">([A-Z2-7]+)</code>', page)[1]


def app_code(secret):
    counter = next(totp.yield_hotp_counters_from_time())
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


def sets_up_an_app(visitor):
    secret = secret_on(visitor.get("/konto/zweiter-faktor/app/").content.decode())
    token = visitor.get("/konto/").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', token)[1]
    response = visitor.client.post(
        "/konto/zweiter-faktor/app/", {"code": app_code(secret), "csrfmiddlewaretoken": token}
    )
    assert response.url == "/konto/zweiter-faktor/ersatzcodes/"
    return secret


@pytest.mark.parametrize("url", ["/verwaltung/", "/verwaltung/pages/", "/schreibtisch/"])
def test_staff_without_second_factor_are_led_to_its_set_up(visitor, carla, url):
    visitor.signs_in(carla)
    response = visitor.get(url)
    assert (response.status_code, response.url) == (302, "/konto/zweiter-faktor/")
    assert "brauchen Sie einen zweiten Faktor" in visitor.get(response.url).content.decode()


def test_the_english_desk_is_guarded_as_well(visitor, carla):
    visitor.signs_in(carla)
    assert visitor.get("/en/schreibtisch/").url == "/en/konto/zweiter-faktor/"


@pytest.mark.parametrize("who", ["mona", "carla", "edda", "anton", "alex"])
def test_every_member_of_staff_needs_it(visitor, request, who):
    visitor.signs_in(request.getfixturevalue(who))
    assert visitor.get("/verwaltung/").url == "/konto/zweiter-faktor/"


def test_an_association_writes_its_drafts_without_one(visitor, bernd, site):
    visitor.signs_in(bernd)
    assert visitor.get("/verwaltung/").status_code == 200


def test_the_public_site_asks_nobody(visitor, carla, site):
    visitor.signs_in(carla)
    assert visitor.get("/kontakt/").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_whoever_sets_up_an_app_may_go_on_at_once(visitor, carla, site):
    visitor.signs_in(carla)
    sets_up_an_app(visitor)
    assert visitor.mailoutbox[-1].subject == "Zweiter Faktor eingeschaltet"
    assert "/verwaltung/" in visitor.get("/konto/zweiter-faktor/ersatzcodes/").content.decode()
    assert visitor.get("/verwaltung/").status_code == 200


def test_the_next_sign_in_asks_for_the_app(visitor, carla, site):
    visitor.signs_in(carla)
    secret = sets_up_an_app(visitor)
    visitor.post("/konto/abmelden/", {})
    response = visitor.signs_in(carla)
    assert response.url == "/konto/anmelden/zweiter-faktor/"
    assert "_auth_user_id" not in visitor.client.session
    wrong = visitor.post(response.url, {"code": "000000"})
    assert "Dieser Code stimmt nicht." in wrong.content.decode()
    with time_machine.travel(clock.now() + timedelta(minutes=1)):  # a code counts once
        visitor.post(response.url, {"code": app_code(secret)})
    assert visitor.get("/verwaltung/").status_code == 200


def test_a_spare_code_helps_once(visitor, carla):
    visitor.signs_in(carla)
    sets_up_an_app(visitor)
    spare = carla.authenticator_set.get(type="recovery_codes").wrap().get_unused_codes()[0]
    for worked in (True, False):
        visitor.post("/konto/abmelden/", {})
        visitor.signs_in(carla)
        visitor.post("/konto/anmelden/zweiter-faktor/", {"code": spare})
        assert ("_auth_user_id" in visitor.client.session) == worked
        visitor.client.cookies.clear()


def test_a_session_that_did_not_use_the_factor_must_prove_it_first(visitor, carla, site):
    visitor.signs_in(carla)
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(carla, secret)  # set up elsewhere, after this session began
    response = visitor.get("/verwaltung/pages/")
    assert response.url == "/konto/bestaetigen/app/?next=%2Fverwaltung%2Fpages%2F"
    back = visitor.post(response.url, {"code": app_code(secret), "next": "/verwaltung/pages/"})
    assert back.url == "/verwaltung/pages/"
    assert visitor.get("/verwaltung/").status_code == 200


def test_the_demo_may_do_without(visitor, carla, site, settings):
    settings.STAFF_SECOND_FACTOR = False
    visitor.signs_in(carla)
    assert visitor.get("/verwaltung/").status_code == 200


def test_secrets_are_not_readable_in_the_database(visitor, carla):
    visitor.signs_in(carla)
    secret = sets_up_an_app(visitor)
    kept = Authenticator.objects.get(type="totp").data["secret"]
    assert secret not in kept


def test_a_visitor_without_session_costs_the_middleware_no_query(rf, django_assert_num_queries, db):
    from django.contrib.auth.models import AnonymousUser

    request = rf.get("/verwaltung/")
    request.user = AnonymousUser()
    with django_assert_num_queries(0):
        assert StaffSecondFactor(lambda _: "weiter")(request) == "weiter"


def test_the_way_to_a_passkey_begins_with_a_challenge_and_a_token(visitor, ayla):
    page = visitor.get("/konto/anmelden/").content.decode()
    assert 'data-options-url="/konto/anmelden/passkey/"' in page
    assert "<script>" not in page
    answer = visitor.get("/konto/anmelden/passkey/", headers={"Accept": "application/json"})
    assert answer.json()["request_options"]["publicKey"]["rpId"] == "testserver"
    assert "csrftoken" in answer.cookies
    response = visitor.client.post(
        "/konto/anmelden/passkey/", {"credential": "{}", "csrfmiddlewaretoken": answer.json()["token"]}
    )
    assert response.url == "/konto/anmelden/"
    assert "Mit diesem Passkey hat es nicht geklappt" in visitor.get(response.url).content.decode()


def test_a_lost_challenge_is_no_server_error(visitor):
    assert visitor.client.post("/konto/anmelden/passkey/", {"credential": "kaputt"}).status_code == 302
    assert visitor.get("/konto/anmelden/passkey/").url == "/konto/anmelden/"


def test_all_pages_about_keys_open(visitor, ayla):
    visitor.signs_in(ayla)
    for url in ("zweiter-faktor/", "zweiter-faktor/app/", "schluessel/", "schluessel/neu/"):
        assert visitor.get(f"/konto/{url}").status_code == 200
    sets_up_an_app(visitor)
    for url in ("zweiter-faktor/", "zweiter-faktor/app/ausschalten/", "zweiter-faktor/ersatzcodes/neu/"):
        assert visitor.get(f"/konto/{url}").status_code == 200
    with time_machine.travel(clock.now() + timedelta(minutes=10)):  # the confirmation is over
        asked = visitor.get("/konto/zweiter-faktor/app/ausschalten/")
        assert asked.url.startswith("/konto/bestaetigen/app/")
        assert visitor.get(asked.url).status_code == 200
