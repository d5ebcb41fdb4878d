"""Joining in as people do: on a phone, without script, by keyboard, in the dark, with long words."""

import re

import pytest

from quartierwerk.needs import actions, factories
from quartierwerk.needs.models import AbuseReport, CoDoer, Comment, Follow, Need, NeedSettings
from quartierwerk.people.factories import PersonFactory, UserFactory
from quartierwerk.testing.browser import appears, axe

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("site"),
    pytest.mark.urls("quartierwerk.needs.tests.together_urls"),
]

LONG = "Rheinischwestfälischeverkehrsinfrastrukturmodernisierungsgesellschaft"


@pytest.fixture
def need():
    NeedSettings.objects.create(prefix="HAT")
    return factories.public_need(
        "Die Bank am Ufer ist kaputt", text="Seit Wochen fehlt die Lehne. (Erfundenes Beispiel)"
    )


@pytest.fixture
def talked_about(need):
    """Comments with answers, one gone, official words, helpers, and a number."""
    staff = UserFactory()

    def said(text, **values):
        return actions.show_comment(comment=actions.comment(need=need, text=text, **values), by=None)

    first = said("Mein Vater kann dort nicht mehr sitzen.\n\nWann kommt die neue?", shown_name="Ayla M.")
    said(f"Zuständig ist die {LONG}.", answers=first)
    actions.comment(need=need, text="Der Bauhof stellt sie im Mai auf.", answers=first, by=staff)
    gone = said("Unsinn!")
    said("Bitte freundlich bleiben.", answers=gone, shown_name=LONG)
    actions.hide_comment(comment=gone, reason="Beleidigung", by=staff)
    actions.comment(need=need, text="Danke für die vielen Hinweise. Wir haben die Bank bestellt.", by=staff)
    actions.join_in(need=need, person=PersonFactory())
    for number in range(14):
        actions.support(need=need, voter=f"browser:{number}")
    need.refresh_from_db()
    return need


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def link_in(mail, way):
    return re.search(rf"http\S+?(/{way}/\S+/)", mail.body)[1]


@pytest.mark.parametrize("javascript", [True, False])
def test_somebody_presses_the_button_and_thinks_again(need, open_page, javascript):
    page = open_page(width=360, javascript=javascript)
    page.goto(need.get_absolute_url())
    assert page.context.cookies() == []
    page.get_by_role("button", name="Betrifft mich auch").click()
    page.get_by_text("Danke, Sie sind mitgezählt.").wait_for()
    assert page.url.endswith("#betrifft-mich")
    assert appears(page.get_by_role("heading", name="Betrifft Sie das auch?"))
    assert Need.objects.get().support_count == 1
    assert {cookie["path"] for cookie in page.context.cookies()} == {"/betrifft-mich/", "/en/betrifft-mich/"}

    page.goto(need.get_absolute_url())  # everybody's page again
    page.get_by_role("link", name="Schon gedrückt?").click()
    page.get_by_text("Sie sind mitgezählt.").wait_for()
    assert axe(page) == [] if javascript else True
    page.get_by_role("button", name="Zurücknehmen").click()
    page.get_by_text("Sie sind nicht mehr mitgezählt.").wait_for()
    assert Need.objects.get().support_count == 0


def test_the_other_pages_never_see_the_key(need, page):
    page.goto(need.get_absolute_url())
    page.get_by_role("button", name="Betrifft mich auch").click()
    page.get_by_text("Danke, Sie sind mitgezählt.").wait_for()
    with page.expect_request(re.compile("/handlungsbedarfe/")) as asked:
        page.goto(need.get_absolute_url())
    assert "cookie" not in asked.value.all_headers()


def test_everything_is_reached_by_keyboard(need, page):
    page.goto(need.get_absolute_url())
    button = page.get_by_role("button", name="Betrifft mich auch")
    for _ in range(60):
        page.keyboard.press("Tab")
        if button.evaluate("button => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.get_by_text("Danke, Sie sind mitgezählt.").wait_for()
    page.goto(f"/handlungsbedarfe/{need.reference}/folgen/")
    page.get_by_label("E-Mail").focus()
    page.keyboard.type("ayla@example.org")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Bitte sehen Sie in Ihr Postfach").wait_for()
    assert Follow.objects.get().frequency == "daily"


@pytest.mark.parametrize("javascript", [True, False])
def test_a_comment_with_a_telephone_number_is_meant_before_it_is_kept(need, open_page, javascript):
    page = open_page(width=360, javascript=javascript)
    page.goto(need.get_absolute_url())
    page.get_by_role("link", name="Kommentar schreiben").click()
    page.get_by_label("Ihr Kommentar").fill("Der Bauhof hat die 02324 204 5552.")
    page.get_by_role("button", name="Abschicken").click()
    page.get_by_role("alert").get_by_text("Telefonnummer „02324 204 5552“").wait_for()
    assert not Comment.objects.exists()
    page.get_by_label("Das soll so öffentlich stehen.").check()
    page.get_by_role("button", name="Abschicken").click()
    page.get_by_role("heading", name="Danke für Ihren Kommentar").wait_for()
    assert Comment.objects.count() == 1
    assert page.context.cookies() == []


@pytest.mark.parametrize("javascript", [True, False])
def test_somebody_follows_confirms_and_has_enough(need, open_page, mailoutbox, javascript):
    page = open_page(width=360, javascript=javascript)
    page.goto(need.get_absolute_url())
    page.get_by_role("link", name="Beitrag folgen").click()
    page.get_by_label("E-Mail").fill("ayla@example.org")
    page.get_by_role("button", name="Beitrag folgen").click()
    page.get_by_role("heading", name="Bitte sehen Sie in Ihr Postfach").wait_for()

    link = link_in(mailoutbox[-1], "folgen")
    page.goto(link)
    assert axe(page) == [] if javascript else True
    page.get_by_role("button", name="Ja, ich möchte Nachrichten").click()
    page.get_by_text("Bestätigt.").wait_for()
    assert Follow.objects.get().confirmed_at
    page.get_by_label("Wie oft?").select_option("daily")
    page.get_by_role("button", name="Ändern").click()
    page.get_by_text("Geändert.").wait_for()
    assert Follow.objects.get().frequency == "daily"
    assert axe(page) == [] if javascript else True
    page.get_by_role("link", name="Alle Nachrichten beenden").click()
    page.get_by_role("button", name="Alle Nachrichten beenden").click()
    page.get_by_role("heading", name="Sie bekommen keine Nachrichten mehr").wait_for()
    assert not Follow.objects.exists()


def test_somebody_offers_a_hand_and_somebody_objects(talked_about, open_page):
    page = open_page(width=360, javascript=False)
    page.goto(talked_about.get_absolute_url())
    page.get_by_role("link", name="Ich mache mit").click()
    page.get_by_label("Ihr Name").fill("Ayla Muster")
    page.get_by_role("button", name="Ich mache mit").click()
    page.get_by_text("Bitte sagen Sie uns, wie wir Sie erreichen").first.wait_for()
    page.get_by_label("Telefon").fill("02324 12345")
    page.get_by_role("button", name="Ich mache mit").click()
    page.get_by_role("heading", name="Schön, dass Sie mitmachen").wait_for()
    assert CoDoer.objects.filter(person__phone="+49232412345").exists()

    page.goto(talked_about.get_absolute_url())
    page.get_by_role("link", name=re.compile("^Beanstanden")).first.click()
    page.get_by_label("Werbung").check()
    page.get_by_role("button", name="Beanstanden").click()
    page.get_by_role("heading", name="Danke für den Hinweis").wait_for()
    assert AbuseReport.objects.get().comment is not None


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_stands_in_anybodys_way(talked_about, open_page, width, scheme):
    page = open_page(width=width, colour_scheme=scheme)
    base = talked_about.get_absolute_url()
    answered = talked_about.comments.filter(is_official=True).first()
    for path in (
        base,
        f"{base}kommentieren/?antwort={answered.pk}",
        f"{base}mitmachen/",
        f"{base}folgen/",
        f"{base}beanstanden/",
        f"{base}danke/kommentar/",
        f"/betrifft-mich/{talked_about.reference}/",
    ):
        page.goto(path)
        assert (path, axe(page), fits(page)) == (path, [], True)
