"""The real form while programs send masses: devices calculate by themselves, nobody solves anything, nobody is kept out."""

import pytest
from django.core.cache import cache

from quartierwerk.core.models import Town
from quartierwerk.needs.enums import Visibility
from quartierwerk.needs.models import InternalNote, Need, NeedSettings
from quartierwerk.people.submission import new_token
from quartierwerk.testing.browser import axe

from .test_say_photos import picture

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("site", "attacked")]
FORM = "/handlungsbedarfe/melden/"
TITLE = "Am Ruhrufer fehlt eine Bank"


@pytest.fixture
def town_settings(site):
    cache.clear()
    Town.objects.update_or_create(defaults={"phone": "02324 204-0"})
    return NeedSettings.objects.create(prefix="HAT", moderation=NeedSettings.Moderation.AFTER)


@pytest.fixture
def attacked(town_settings):
    town_settings.is_attacked = True
    town_settings.save()


@pytest.fixture
def typed():
    return {"kind": "problem", "title": TITLE, "email": "ayla@example.org", "form_token": new_token()}


# -------------------------------------------------------------------------------------------------------- without a proof
def test_a_proof_that_is_none_is_refused_with_a_sentence_and_everything_typed_is_kept(client, typed):
    answer = client.post(FORM, {**typed, "proof": "gelogen", "photos": [picture()]})

    assert (answer.status_code, Need.objects.count()) == (422, 0)
    assert answer.context["form"].non_field_errors() == [
        "Gerade kommt sehr viel an. Bitte schicken Sie den Beitrag noch einmal ab; Ihr Text ist noch da."
    ]
    assert f'value="{TITLE}"' in answer.text
    assert 'value="ayla@example.org"' in answer.text
    assert len(answer.context["photos"]) == 1


def test_without_a_proof_it_arrives_and_people_look_at_it_first(client, typed):
    assert [client.post(FORM, typed).status_code for _ in range(2)] == [303, 303]
    assert Need.objects.get().visibility == Visibility.WAITING
    assert InternalNote.objects.get().text == "Ohne Rechenprobe geschickt, während sehr viel ankam."


def test_after_many_without_a_proof_the_telephone_is_left_and_everything_typed_is_kept(
    client, typed, settings
):
    settings.ATTACK_SUBMISSIONS = 1
    answers = [
        client.post(FORM, {**typed, "title": title, "photos": [picture()]}) for title in ("Bank", TITLE)
    ]

    assert ([answer.status_code for answer in answers], Need.objects.count()) == ([303, 422], 1)
    (sentence,) = answers[1].context["form"].non_field_errors()
    assert sentence.endswith("in einer Stunde noch einmal ab, oder rufen Sie uns an: 02324 204-0")
    assert f'value="{TITLE}"' in answers[1].text
    assert len(answers[1].context["photos"]) == 1


def test_without_javascript_it_is_said_what_happens_and_it_is_sent(open_page):
    page = open_page(width=360, javascript=False)
    page.goto(FORM)
    page.get_by_label("Worum geht es, in einem Satz?").fill(TITLE)
    told = page.locator("[data-proof] noscript").inner_text()
    assert "Ohne JavaScript lesen wir Ihren Beitrag, bevor er öffentlich wird." in told
    assert "02324 204-0" in told
    page.get_by_role("button", name="Abschicken").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Danke, Ihr Beitrag ist angekommen"
    assert Need.objects.get().visibility == Visibility.WAITING


# ---------------------------------------------------------------------------------------------------------- with a device
def said(page, title=TITLE):
    page.goto(FORM)
    page.get_by_label("Worum geht es, in einem Satz?").fill(title)


def to_the_end(page):
    for _ in range(4):
        page.get_by_role("button", name="Weiter", exact=True).click()


def sends(page):
    page.locator("[data-send]").click()
    page.wait_for_url("**/angekommen/**")


def is_proven():
    """Public at once, as this town wants it, and nothing noted."""
    need = Need.objects.get()
    return (need.is_public, need.notes.count()) == (True, 0)


def test_the_device_calculates_and_nobody_solves_anything(open_page):
    page = open_page(width=360, height=740, has_touch=True)
    said(page)
    page.keyboard.press("Enter")  # the next step; nothing is sent
    assert page.evaluate("document.activeElement.textContent") == "Wo ist es?"
    for _ in range(3):
        page.get_by_role("button", name="Weiter", exact=True).click()
    page.get_by_text("keine Angabe").first.wait_for()
    assert axe(page) == []
    sends(page)
    assert is_proven()


def test_who_waits_for_the_device_is_told_why(page):
    page.route("**/rechenprobe/", lambda route: None)  # never answers
    said(page)
    to_the_end(page)
    page.locator("[data-send]").click()
    page.get_by_text("Ihr Gerät rechnet kurz.").wait_for()
    assert axe(page) == []
    assert not Need.objects.exists()


def test_what_was_pointed_out_is_sent_with_a_proof_of_its_own(page):
    """Two of the same form: the first answer is no receipt, so the form comes anew, with another challenge."""
    said(page)
    to_the_end(page)
    page.evaluate("document.querySelector('[name=email]').value = 'ayla'")
    page.locator("[data-send]").click()
    page.get_by_role("heading", name="Bitte prüfen Sie Ihre Angaben").wait_for()
    page.get_by_label("E-Mail").fill("ayla@example.org")
    page.get_by_role("button", name="Weiter", exact=True).click()
    sends(page)
    assert is_proven()


def test_an_attack_that_begins_while_somebody_types_costs_them_one_more_press(page, town_settings, settings):
    town_settings.is_attacked = False
    town_settings.save()
    said(page)
    to_the_end(page)
    town_settings.is_attacked, settings.ATTACK_SUBMISSIONS = True, 0
    town_settings.save()
    page.locator("[data-send]").click()
    page.get_by_text("oder rufen Sie uns an: 02324 204-0").wait_for()
    assert page.get_by_label("Worum geht es").input_value() == TITLE
    to_the_end(page)
    sends(page)
    assert is_proven()
