"""The whole way home → Quartier → news → contact, by keyboard alone and without JavaScript."""

from urllib.parse import urlsplit

import pytest

from quartierwerk.people.models import Message

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def press_until(page, wanted: str) -> None:
    """Tab on until the link or button with this text has the focus."""
    for _ in range(120):
        page.keyboard.press("Tab")
        name = page.evaluate("(document.activeElement.innerText || '').trim()")
        if name == wanted:
            assert page.evaluate("document.activeElement.matches(':focus-visible')")
            return
    raise AssertionError(f"“{wanted}” cannot be reached with the tab key")


def heading(page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def type_and_send(page, words: str) -> None:
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "text":
            break
    page.keyboard.type(words)
    press_until(page, "Abschicken")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kontakt/danke/**")


@pytest.mark.parametrize("javascript", [True, False])
def test_from_home_to_quarter_news_and_contact_by_keyboard(open_page, hattingen, javascript):
    page = open_page(javascript=javascript)
    page.goto("/")
    for step, address in [
        ("Mein Quartier finden", "/mein-quartier/"),
        ("Bredenscheid/Stüter", "/mein-quartier/?quartier=bredenscheid-stueter"),
        (
            "Quartiersbesuch: Der Bürgermeister kommt nach Bredenscheid/Stüter",
            "/aktuelles/quartiersbesuch-buergermeister-2019/",
        ),
        ("Kontakt", "/kontakt/"),
        ("Gabriele Krefting", "/kontakt/gabriele-krefting/"),
        ("Nachricht schreiben", "/kontakt/gabriele-krefting/schreiben/"),
    ]:
        press_until(page, step)
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{address}")
    type_and_send(page, "Gibt es dort wieder einen Besuch?")
    assert heading(page) == "Danke, wir haben Ihre Nachricht"
    assert Message.objects.get(text="Gibt es dort wieder einen Besuch?").about.name == "Gabriele Krefting"


def test_the_skip_link_leads_to_the_content(page, hattingen):
    page.goto("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhalt"


@pytest.mark.parametrize("javascript", [True, False])
def test_a_place_typed_on_the_home_page_leads_to_its_quarter(open_page, hattingen, javascript):
    page = open_page(javascript=javascript)
    page.goto("/")
    page.get_by_label("Straße und Hausnummer oder Name eines Ortes").fill("Wichernsaal")
    page.keyboard.press("Enter")
    page.wait_for_url("**/mein-quartier/?quartier=bredenscheid-stueter")
    assert heading(page) == "Bredenscheid/Stüter"


def test_typing_an_address_offers_places_and_writes_nothing_into_a_url(page, hattingen):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/quartiere/")
    page.get_by_label("Straße und Hausnummer oder Name eines Ortes").press_sequentially("Wicher", delay=20)
    page.wait_for_selector("datalist option", state="attached")
    assert page.evaluate("document.querySelector('datalist option').value") == "Wichernsaal"
    assert len([url for url in asked if url.endswith("/quartiere/vorschlaege.json")]) == 1
    assert not any("Wicher" in url for url in asked)


def test_a_quarter_is_remembered_when_asked_for_and_forgotten_when_asked_for(page, hattingen):
    page.goto("/mein-quartier/?quartier=welper")
    page.get_by_role("button", name="Auf diesem Gerät merken").click()
    assert [cookie["name"] for cookie in page.context.cookies()] == ["quartier"]
    page.goto("/mein-quartier/")
    page.wait_for_url("**/mein-quartier/?quartier=welper")
    page.get_by_role("button", name="Vergessen").click()
    page.wait_for_url("**/mein-quartier/")
    assert page.context.cookies() == []


def test_the_position_is_asked_for_only_when_the_button_is_pressed(open_page, hattingen):
    page = open_page(geolocation={"latitude": 0, "longitude": 0}, permissions=["geolocation"])
    page.goto("/mein-quartier/")
    page.get_by_role("button", name="Meinen Standort verwenden").click()
    page.get_by_text("Ihr Standort liegt in keinem unserer Quartiere.").first.wait_for()
    assert urlsplit(page.url).query == ""
    assert page.context.cookies() == []


def test_without_javascript_no_position_is_offered(open_page, hattingen):
    page = open_page(javascript=False)
    page.goto("/mein-quartier/")
    assert page.get_by_role("button", name="Meinen Standort verwenden").count() == 0
    assert page.get_by_role("link", name="Welper", exact=True).count() == 1


def test_the_language_switch_stays_on_the_page(page, hattingen):
    page.goto("/mein-quartier/?quartier=welper")
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/mein-quartier/?quartier=welper")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert heading(page) == "Welper"
