"""No cookie before anybody signs in, and no forged form ever."""

import re
from importlib import import_module

import pytest
from django.conf import settings as site_settings
from django.http import Http404, HttpResponse
from django.test import Client
from django.urls import path

from quartierwerk.core.middleware import NoZeroBytes, PrivateWithSession
from quartierwerk.settings.installation import _make_writable

HERE, ELSEWHERE = {"Origin": "http://testserver"}, {"Origin": "https://evil.example"}


def write(request):
    """Stands for any form: says what arrived and who sent it."""
    return HttpResponse(f"{request.user.is_authenticated} {request.POST.get('text', '')}")


site_urls = import_module(site_settings.ROOT_URLCONF)
urlpatterns = [path("schreiben/", write), *site_urls.urlpatterns]
handler403 = site_urls.handler403


@pytest.fixture
def written(settings, db):
    settings.ROOT_URLCONF = __name__
    return Client(enforce_csrf_checks=True)


def sign_in(client, user):
    """With a token cookie, as the sign-in leaves one; returns the token."""
    client.force_login(user)
    page = client.get("/konto/").content.decode()
    return re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]


def test_a_visitor_reads_without_cookie_and_nothing_varies_by_one(site, client):
    for url in ("/", "/aktuelles/", "/kontakt/", "/en/", "/gibt-es-nicht/"):
        response = client.get(url)
        assert dict(response.cookies) == {}
        assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.parametrize(
    "origin", [{}, HERE, HERE | {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}]
)
def test_a_form_of_this_site_is_taken_without_any_cookie(written, origin):
    response = written.post("/schreiben/", {"text": "Hallo"}, headers=origin)
    assert (response.status_code, response.content) == (200, b"False Hallo")
    assert dict(response.cookies) == {}


@pytest.mark.parametrize(
    "origin",
    [
        ELSEWHERE,
        {"Origin": "null"},
        {"Origin": "http://testserver.evil.example"},
        {"Origin": "https://testserver"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        HERE | {"Sec-Fetch-Site": "cross-site"},
    ],
)
def test_a_form_of_another_site_is_refused_and_nothing_of_it_comes_back(written, origin):
    response = written.post("/schreiben/", {"text": "Unterschoben"}, headers=origin)
    assert response.status_code == 403
    assert b"Unterschoben" not in response.content
    assert dict(response.cookies) == {}


def test_whoever_is_signed_in_needs_the_token(written, ayla):
    token = sign_in(written, ayla)
    assert written.post("/schreiben/", {"text": "ohne"}, headers=HERE).status_code == 403
    assert written.post("/schreiben/", {"text": "falsch", "csrfmiddlewaretoken": "x" * 64}).status_code == 403
    response = written.post("/schreiben/", {"text": "mit", "csrfmiddlewaretoken": token}, headers=HERE)
    assert (response.status_code, response.content) == (200, b"True mit")


def test_a_signed_in_visitor_is_protected_from_other_sites_even_with_a_token(written, ayla):
    token = sign_in(written, ayla)
    response = written.post("/schreiben/", {"text": "x", "csrfmiddlewaretoken": token}, headers=ELSEWHERE)
    assert response.status_code == 403


def test_a_session_cookie_alone_is_not_a_token(written):
    written.cookies["sessionid"] = "irgendetwas"
    assert written.post("/schreiben/", {"text": "x"}, headers=HERE).status_code == 403


def test_a_lost_token_gives_the_typed_text_back_to_be_sent_again(written, ayla):
    sign_in(written, ayla)
    response = written.post("/schreiben/", {"text": "Mein <langer> Brief"}, headers=HERE)
    page = response.content.decode()
    assert response.status_code == 403
    assert 'name="text" value="Mein &lt;langer&gt; Brief"' in page
    assert 'action="/schreiben/"' in page
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
    again = written.post(
        "/schreiben/", {"text": "Mein <langer> Brief", "csrfmiddlewaretoken": token}, headers=HERE
    )
    assert again.content == b"True Mein <langer> Brief"


@pytest.mark.parametrize(
    "origin", [{}, ELSEWHERE, {"Referer": "https://evil.example/"}, {"Sec-Fetch-Site": "cross-site"}]
)
def test_a_foreign_form_against_somebody_signed_in_gets_no_page_with_a_token(written, ayla, origin):
    sign_in(written, ayla)
    response = written.post("/schreiben/", {"text": "Unterschoben"}, headers=origin)
    assert response.status_code == 403
    assert b"Unterschoben" not in response.content
    assert b"csrfmiddlewaretoken" not in response.content


def test_passwords_codes_and_keys_never_come_back(written, ayla):
    sign_in(written, ayla)
    secrets = {
        "password": "geheim-1",
        "oldpassword": "geheim-2",
        "password1": "geheim-3",
        "neues_passwort": "geheim-4",
        "code": "geheim-5",
        "credential": "geheim-6",
        "csrfmiddlewaretoken": "geheim-7",
    }
    page = written.post("/schreiben/", secrets | {"text": "Brief"}, headers=HERE).content.decode()
    assert "Brief" in page
    assert "geheim" not in page


def test_messages_travel_in_a_cookie_of_their_own_and_only_then_pages_vary(client, ayla, site):
    token = sign_in(client, ayla)
    response = client.post("/konto/abmelden/", {"csrfmiddlewaretoken": token})
    assert response.cookies["messages"].value
    shown = client.get("/kontakt/")
    assert "Sie sind abgemeldet." in shown.content.decode()
    assert "Cookie" in shown.headers["Vary"]
    after = client.get("/kontakt/")
    assert "Sie sind abgemeldet." not in after.content.decode()


def test_public_pages_allow_no_inline_script_and_the_admin_does(client, site):
    assert "script-src 'self';" in client.get("/kontakt/").headers["Content-Security-Policy"]
    assert "'unsafe-inline'" in client.get("/verwaltung/").headers["Content-Security-Policy"]


def test_no_cache_keeps_what_somebody_with_a_session_gets(site, client, ayla):
    client.force_login(ayla)
    for url, status in (("/", 200), ("/konto/", 200), ("/schreibtisch/", 403), ("/gibt-es-nicht/", 404)):
        response = client.get(url)
        assert (response.status_code, response["Cache-Control"]) == (status, "private, no-store")


def test_a_refused_form_of_somebody_signed_in_is_not_kept_either(written, ayla):
    sign_in(written, ayla)
    response = written.post("/schreiben/", {"text": "Hallo"})
    assert (response.status_code, response["Cache-Control"]) == (403, "private, no-store")


def test_a_visitor_without_session_is_not_told_to_forget(site, client):
    assert "no-store" not in client.get("/").headers.get("Cache-Control", "")


def test_the_files_of_the_program_may_be_kept_by_everybody(rf, settings):
    request = rf.get(f"{settings.STATIC_URL}core/core.css")
    request.COOKIES[settings.SESSION_COOKIE_NAME] = "x"
    kept = HttpResponse(headers={"Cache-Control": "max-age=60, public"})
    assert PrivateWithSession(lambda _request: kept)(request)["Cache-Control"] == "max-age=60, public"


def test_the_data_folder_is_for_its_owner_alone(tmp_path):
    _make_writable(tmp_path / "daten")
    assert (tmp_path / "daten").stat().st_mode & 0o777 == 0o700


def test_a_zero_byte_in_an_address_is_not_found_before_anything_is_looked_for(rf):
    refuse = NoZeroBytes(write).process_view
    assert refuse(rf.get("/handlungsbedarfe/HAT-2026-0001/"), write, (), {}) is None
    with pytest.raises(Http404):
        refuse(rf.get("/handlungsbedarfe/HAT-2026-0001%00/"), write, (), {})
