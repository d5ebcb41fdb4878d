from datetime import timedelta

import pytest
import time_machine
from django.conf import settings

from quartierwerk.core import clock
from quartierwerk.core.models import AuditEntry
from quartierwerk.people import actions
from quartierwerk.people.models import Role, User


def is_signed_in(visitor):
    return "_auth_user_id" in visitor.client.session


def test_opening_the_sign_in_page_sets_no_cookie_and_does_not_vary_by_one(visitor):
    for url in (
        "/konto/anmelden/",
        "/konto/registrieren/",
        "/konto/passwort/vergessen/",
        "/en/konto/anmelden/",
    ):
        response = visitor.get(url)
        assert (response.status_code, dict(response.cookies)) == (200, {})
        assert "Cookie" not in response.headers.get("Vary", "")


def test_ayla_signs_in_with_a_mailed_code(visitor, ayla):
    assert visitor.asks_for_code("Ayla@Example.org").url == "/konto/anmelden/code/"
    mail = visitor.mailoutbox[-1]
    assert mail.to == ["ayla@example.org"]
    assert mail.subject == f"{visitor.code()} ist Ihr Code zum Anmelden"
    response = visitor.types_code(visitor.code())
    assert (response.status_code, response.url) == (302, "/konto/")
    assert is_signed_in(visitor)
    assert "Sie sind angemeldet." in visitor.get("/konto/").content.decode()


def test_a_code_may_be_typed_with_blanks(visitor, ayla):
    visitor.asks_for_code(ayla.email)
    code = visitor.code()
    visitor.types_code(f" {code[:3]} {code[3:]}")
    assert is_signed_in(visitor)


def test_after_signing_in_the_visitor_returns_to_the_page_wanted(visitor, ayla):
    response = visitor.get("/konto/")
    assert response.url == "/konto/anmelden/?next=/konto/"
    response = visitor.post("/konto/anmelden/", {"login": ayla.email, "next": "/themen/"})
    assert response.url == "/konto/anmelden/code/?next=%2Fthemen%2F"
    response = visitor.post("/konto/anmelden/code/", {"code": visitor.code(), "next": "/themen/"})
    assert response.url == "/themen/"


def test_nobody_is_sent_to_another_site_after_signing_in(visitor, ayla):
    visitor.asks_for_code(ayla.email)
    response = visitor.post(
        "/konto/anmelden/code/", {"code": visitor.code(), "next": "https://evil.example/"}
    )
    assert response.url == "/konto/"


def test_a_wrong_code_is_said_at_the_field_and_stays_typed(visitor, ayla):
    visitor.asks_for_code(ayla.email)
    response = visitor.types_code("000000" if visitor.code() != "000000" else "111111")
    page = response.content.decode()
    assert response.status_code == 200
    assert "Dieser Code stimmt nicht." in page
    assert 'aria-invalid="true"' in page
    assert not is_signed_in(visitor)
    visitor.types_code(visitor.code())
    assert is_signed_in(visitor)


def test_after_five_wrong_codes_a_new_one_is_needed(visitor, ayla):
    visitor.asks_for_code(ayla.email)
    code = visitor.code()
    wrong = "000000" if code != "000000" else "111111"
    for _ in range(5):
        response = visitor.types_code(wrong)
    assert response.status_code == 302
    assert "zu viele Versuche" in visitor.get("/konto/anmelden/").content.decode()
    assert visitor.types_code(code).status_code == 410
    assert not is_signed_in(visitor)


@pytest.mark.parametrize("later", [timedelta(minutes=16), timedelta(minutes=40), timedelta(days=1)])
def test_an_expired_code_says_so_and_keeps_the_address(visitor, ayla, later):
    with time_machine.travel(clock.now(), tick=False) as clockwork:
        visitor.asks_for_code(ayla.email)
        token, code = visitor.opens("/konto/anmelden/code/"), visitor.code()
        clockwork.shift(later)
        response = visitor.client.post("/konto/anmelden/code/", token | {"code": code})
    page = response.content.decode()
    assert response.status_code == 410
    assert "Der Code gilt nicht mehr oder wurde schon benutzt." in page
    assert ('value="ayla@example.org"' in page) == (later < timedelta(hours=12))
    assert not is_signed_in(visitor)


def test_a_code_counts_once(visitor, mailoutbox, ayla):
    visitor.signs_in(ayla)
    code = visitor.code()
    visitor.post("/konto/abmelden/", {})
    assert not is_signed_in(visitor)
    response = visitor.types_code(code)
    assert response.status_code == 410
    assert not is_signed_in(visitor)


def test_a_new_code_can_be_sent_and_the_old_one_is_void(visitor, ayla):
    visitor.asks_for_code(ayla.email)
    old = visitor.code()
    assert visitor.post("/konto/anmelden/code/", {"action": "resend"}).status_code == 302
    new = visitor.code()
    assert len(visitor.mailoutbox) == 2
    if old != new:
        visitor.types_code(old)
        assert not is_signed_in(visitor)
    visitor.types_code(new)
    assert is_signed_in(visitor)


def test_an_unknown_address_gets_the_same_page_and_a_mail_without_a_code(visitor, ayla):
    known = visitor.asks_for_code(ayla.email)
    other = type(visitor)(visitor.mailoutbox)
    unknown = other.asks_for_code("niemand@example.org")
    assert (unknown.status_code, unknown.url) == (known.status_code, known.url)
    assert visitor.mailoutbox[-1].to == ["niemand@example.org"]
    assert visitor.mailoutbox[-1].subject == "Zu dieser Adresse gibt es kein Konto"
    page, other_page = visitor.get(known.url).content.decode(), other.get(known.url).content.decode()
    assert "ayla@example.org geschickt" in page
    assert "niemand@example.org geschickt" in other_page


def test_a_blocked_account_cannot_sign_in(visitor, ayla, alex):
    actions.change_account(user=ayla, email=ayla.email, name=ayla.name, is_active=False, by=alex)
    visitor.asks_for_code(ayla.email)
    assert visitor.mailoutbox[-1].subject == "Zu dieser Adresse gibt es kein Konto"


@pytest.mark.parametrize("typed", ["", "ayla", "ayla@", "ayla @example.org"])
def test_a_broken_address_is_said_at_the_field_and_stays_typed(visitor, typed):
    response = visitor.asks_for_code(typed)
    page = response.content.decode()
    assert response.status_code == 200
    assert 'aria-invalid="true"' in page
    assert f'value="{typed}"' in page or not typed
    assert visitor.mailoutbox == []
    assert dict(response.cookies) == {}


def test_a_password_signs_in_as_well(visitor, ayla):
    ayla.set_password("ein langer Satz")
    ayla.save()
    actions.keep_sample_password(user=ayla, password="ein langer Satz")
    response = visitor.post("/konto/anmelden/", {"login": ayla.email, "password": "ein langer Satz"})
    assert response.status_code == 302
    assert is_signed_in(visitor)


def test_a_wrong_password_is_answered_with_a_way_out_and_never_shown_again(visitor, ayla):
    actions.keep_sample_password(user=ayla, password="ein langer Satz")
    page = visitor.post("/konto/anmelden/", {"login": ayla.email, "password": "falsch-123"}).content.decode()
    assert "Lassen Sie das Feld leer, dann schicken wir Ihnen einen Code." in page
    assert 'value="ayla@example.org"' in page
    assert "falsch-123" not in page
    assert "<details open>" in page


def test_too_many_requests_for_codes_are_answered_with_a_sentence(visitor, ayla):
    answers = [type(visitor)(visitor.mailoutbox).asks_for_code(ayla.email) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [302, 302, 302, 200, 200]
    assert "zu viele Versuche" in answers[-1].content.decode()
    assert len(visitor.mailoutbox) == 3


def test_too_many_sign_ins_from_one_place_are_answered_with_429(visitor):
    statuses = {visitor.client.post("/konto/anmelden/", {"login": ""}).status_code for _ in range(31)}
    assert statuses == {200, 429}


def test_signing_out_needs_a_post(visitor, ayla):
    visitor.signs_in(ayla)
    assert visitor.get("/konto/abmelden/").status_code == 200
    assert is_signed_in(visitor)
    assert visitor.post("/konto/abmelden/", {}).url == "/"
    assert not is_signed_in(visitor)


def test_somebody_new_signs_up_by_mail_and_is_a_resident(visitor):
    response = visitor.post("/konto/registrieren/", {"email": "Neu@Example.org"})
    assert response.url == "/konto/e-mail/code/"
    assert visitor.mailoutbox[-1].subject == f"{visitor.code()} ist Ihr Bestätigungscode"
    response = visitor.post("/konto/e-mail/code/", {"code": visitor.code()})
    assert (response.status_code, response.url) == (302, "/konto/")
    user = User.objects.get(email="neu@example.org")
    assert user.role_names == {Role.RESIDENT}
    assert not user.is_staff
    assert not user.has_usable_password()
    assert [entry.verb for entry in AuditEntry.objects.filter(actor=user)] == [
        "role granted",
        "account signed up",
    ]


def test_signing_up_twice_tells_only_the_owner_of_the_address(visitor, ayla):
    response = visitor.post("/konto/registrieren/", {"email": ayla.email})
    assert response.url == "/konto/e-mail/code/"
    assert visitor.mailoutbox[-1].subject == "Sie haben schon ein Konto"
    assert f"{settings.BASE_URL}/konto/anmelden/" in visitor.mailoutbox[-1].body
    assert User.objects.count() == 1
    assert "Wir haben einen Code an ayla@example.org geschickt" in visitor.get(response.url).content.decode()


def test_an_expired_confirmation_leads_back_to_a_new_code(visitor):
    with time_machine.travel(clock.now(), tick=False) as clockwork:
        visitor.post("/konto/registrieren/", {"email": "neu@example.org"})
        token, code = visitor.opens("/konto/e-mail/code/"), visitor.code()
        clockwork.shift(timedelta(minutes=20))
        response = visitor.client.post("/konto/e-mail/code/", token | {"code": code})
        assert response.status_code == 410
        assert 'value="neu@example.org"' in response.content.decode()
        visitor.asks_for_code("neu@example.org")
        visitor.types_code(visitor.code())
    assert is_signed_in(visitor)


def test_a_forgotten_password_is_replaced_by_code(visitor, ayla):
    actions.keep_sample_password(user=ayla, password="ein langer Satz")
    assert visitor.post("/konto/passwort/vergessen/", {"email": ayla.email}).status_code == 302
    visitor.post("/konto/passwort/vergessen/code/", {"code": visitor.code()})
    new = {"password1": "noch ein langer Satz", "password2": "noch ein langer Satz"}
    assert visitor.post("/konto/passwort/vergessen/neu/", new).status_code == 302
    ayla.refresh_from_db()
    assert ayla.check_password("noch ein langer Satz")


def test_english_speakers_get_english_words_and_mails(visitor, ayla):
    page = visitor.post("/en/konto/anmelden/", {"login": ""}).content.decode()
    assert '<html lang="en"' in page
    visitor.post("/en/konto/anmelden/", {"login": ayla.email})
    assert visitor.mailoutbox[-1].subject == f"{visitor.code()} is your code to sign in"


def test_the_old_address_for_asking_a_code_leads_to_the_one_sign_in_page(visitor):
    assert (
        visitor.get("/konto/anmelden/code-anfordern/?next=/themen/").url == "/konto/anmelden/?next=/themen/"
    )
