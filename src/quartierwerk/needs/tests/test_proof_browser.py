"""The proof of work in a browser: nobody notices more than a moment, and without JavaScript a need arrives, too."""

import uuid
from importlib import import_module

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.template import engines
from django.urls import path

from quartierwerk.core.models import Town
from quartierwerk.needs.models import NeedSettings
from quartierwerk.needs.say import guards
from quartierwerk.testing.browser import appears, axe

PAGE = """{% extends "core/base.html" %}{% block title %}Probe{% endblock %}{% block content %}<h1>Probe</h1>
<form method="post" class="qw-form"><label for="titel">Titel</label><input id="titel" name="titel">
{% include "needs/say/proof.html" with needs_proof=needs_proof proof_phone=town.phone only %}
<button type="submit" name="weiter" value="ja" class="kern-btn kern-btn--primary"><span class="kern-label">Abschicken</span></button></form>{% endblock %}
{% block scripts %}{% include "needs/say/proof_script.html" with needs_proof=needs_proof only %}{% endblock %}"""


def _try(request):
    """A form as short as can be, with the guard in it."""
    if request.method == "POST":
        verdict = guards.check(request, uuid.uuid4())
        words = [
            verdict.refusal or ("zuerst angesehen" if verdict.looked_at_first else "gerechnet"),
            *(request.POST.get(name) for name in ("titel", "weiter")),
        ]
        return HttpResponse(f"<!doctype html><title>x</title><p id=ergebnis>{', '.join(words)}</p>")
    page = engines["django"].from_string(PAGE)
    return HttpResponse(page.render({"needs_proof": guards.proof_needed(request)}, request))


urlpatterns = [path("probe/", _try), *import_module(settings.ROOT_URLCONF).urlpatterns]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site"), pytest.mark.urls(__name__)]


@pytest.fixture
def attacked(live_server):
    Town.objects.update_or_create(defaults={"phone": "02324 204-0"})
    NeedSettings.objects.create(is_attacked=True)


def send(page):
    page.goto("/probe/")
    page.get_by_label("Titel").fill("Bank kaputt")
    page.get_by_role("button", name="Abschicken").click()
    page.locator("#ergebnis").wait_for()
    return page.locator("#ergebnis").inner_text()


@pytest.mark.usefixtures("attacked")
def test_the_device_calculates_and_the_form_goes_out_by_itself(page):
    assert send(page) == "gerechnet, Bank kaputt, ja"


@pytest.mark.usefixtures("attacked")
def test_who_waits_is_told_why(page):
    page.route("**/rechenprobe/", lambda route: None)  # never answers
    page.goto("/probe/")
    page.get_by_label("Titel").fill("Bank kaputt")
    page.keyboard.press("Enter")
    status = page.get_by_role("status")
    status.wait_for()
    assert "Ihr Gerät rechnet kurz" in status.inner_text()
    assert axe(page) == []


@pytest.mark.usefixtures("attacked")
def test_where_calculating_fails_it_is_sent_all_the_same(page):
    page.route("**/rechenprobe/", lambda route: route.fulfill(status=503))
    assert send(page) == "zuerst angesehen, Bank kaputt, ja"


@pytest.mark.usefixtures("attacked")
def test_without_javascript_it_is_sent_and_the_telephone_stands_there(open_page):
    page = open_page(width=360, javascript=False)
    page.goto("/probe/")
    assert appears(page.get_by_role("link", name="02324 204-0", exact=True).first)
    page.get_by_label("Titel").fill("Bank kaputt")
    page.get_by_role("button", name="Abschicken").click()
    assert page.locator("#ergebnis").inner_text() == "zuerst angesehen, Bank kaputt, ja"


def test_on_a_quiet_day_the_form_has_no_script_and_asks_for_nothing(page, live_server):
    page.goto("/probe/")
    assert page.locator("script[src*='proof']").count() == 0
    assert page.locator("[name=proof]").count() == 0
    assert send(page) == "gerechnet, Bank kaputt, ja"
