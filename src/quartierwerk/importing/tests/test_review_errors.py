"""What is refused leads to its field, and the field is seen: nothing that is wrong is folded away. All samples."""

import pytest
from lxml import html

from quartierwerk.events import factories as event_factories
from quartierwerk.events.factories import local
from quartierwerk.importing import factories
from quartierwerk.importing.tests.reviewing import decide
from quartierwerk.places.factories import QuarterFactory
from quartierwerk.testing.browser import appears

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
COMING = factories.TEXT.replace("2026", "2036")
DATES = "\n".join(
    f"{day}. Oktober 2036, {hour} Uhr: Treffen {day}"
    for day, hour in zip(range(6, 12), range(10, 16), strict=True)
)
LIST = f"Treffen im Bürgerhaus\n\n{DATES}\n"  # a list is folded


@pytest.fixture(autouse=True)
def quarter():
    return QuarterFactory(name="Südstadt")


def shown(tree, name):
    """Whether the field is there and in nothing that is folded."""
    [field] = tree.xpath(f'//*[@id="{name}"]')
    return all("open" in each.attrib for each in field.iterancestors("details"))


def refused(browser, text=COMING, **changed):
    answer = decide(browser, factories.announcement(text), **changed)
    assert answer.status_code == 422
    return html.fromstring(answer.content.decode())


def links(tree):
    return [
        each.get("href").lstrip("#") for each in tree.xpath('//*[contains(@class, "qw-error-summary")]//a')
    ]


WRONG = [
    ({"start_day": ""}, "start_day"),
    ({"title": ""}, "title"),
    ({"postal_code": "1" * 11}, "postal_code"),
    ({"city": "x" * 81}, "city"),
    ({"online_url": "keine Adresse"}, "online_url"),
    ({"end_day": "gestern"}, "end_day"),
    ({"repeats": "other"}, "other_rule"),
    ({"repeats": "daily", "count": "0"}, "count"),
    ({"repeats": "daily", "last_day": "2036-10-01"}, "last_day"),
    ({"repeats": "weekly", "weekdays": ["XX"]}, "weekdays"),
    ({"exceptions": "irgendwann"}, "exceptions"),
    ({"quarters": ["0"]}, "quarters"),
    ({"decision": "there", "known": ""}, "known"),
]


@pytest.mark.parametrize("text", [COMING, LIST])
@pytest.mark.parametrize(("changed", "field"), WRONG)
def test_each_refusal_leads_to_its_field_and_that_is_seen(browser, text, changed, field):
    tree = refused(browser, text, **{f"e0_{name}": value for name, value in changed.items()})
    assert any(link.startswith(f"id_e0-{field}") for link in links(tree))
    assert all(shown(tree, link) for link in links(tree))


@pytest.mark.parametrize("day", ["2036-10-06", ""])
def test_everything_that_is_missing_is_told_at_once(browser, day):
    nothing = dict.fromkeys(
        ("title", "summary", "start_time", "end_time", "venue", "place_name", "street"), ""
    )
    tree = refused(browser, **{f"e0_{name}": value for name, value in nothing.items()}, e0_start_day=day)
    fields = {"title", "summary", "start_time", "venue", *([] if day else ["start_day"])}
    order = [
        f"id_e0-{name}" for name in ("title", "start_day", "start_time", "venue", "summary") if name in fields
    ]
    assert links(tree) == order
    assert not tree.xpath("//*[@data-missing]")  # once is enough
    assert all(shown(tree, link) for link in links(tree))


def missing(browser, text=COMING, **changed):
    """Before it is pressed: where each line leads."""
    board = decide(browser, factories.announcement(text), "look", **changed).context["board"]
    return {each["url"]: each["sentence"] for each in board.doubts if each["is_missing"]}


def test_before_it_is_pressed_too(browser):
    assert missing(browser) == {}
    nothing = {"e0_title": "", "e0_venue": "", "e0_place_name": "", "e0_street": "", "n0_teaser": ""}
    assert missing(browser, **nothing) == {
        "#id_e0-title": "Es fehlt: Titel",
        "#id_e0-venue": "Es fehlt: Ort",
        "#id_n0-teaser": "Es fehlt: Anreißer",
    }


def test_of_what_is_not_made_nothing_is_missing_and_a_draft_needs_no_place(browser):
    empty = {"e0_venue": "", "e0_place_name": "", "e0_street": ""}
    assert missing(browser, **empty, e0_decision="draft") == {}
    assert missing(browser, **empty, e0_title="", e0_decision="leave_out") == {}


def test_a_text_that_says_no_place_and_no_hour_says_so_in_one_line_each(browser):
    board = browser.get(
        factories.announcement("Lesekreis\n\nDer Lesekreis ist am 6. Oktober 2036.").get_absolute_url()
    ).context["board"]
    said = {(each["url"], each["sentence"]) for each in board.doubts}
    assert {("#id_e0-venue", "Es fehlt: Ort"), ("#id_e0-start_time", "Es fehlt: Beginn")} <= said
    assert not {"Im Text steht kein Ort.", "Im Text steht keine Uhrzeit."} & {each for _url, each in said}


def test_a_change_lacks_its_reason_before_it_is_pressed(browser):
    event_factories.event("Lesekreis", starts_at=local(2036, 10, 6, 18))
    [text] = ["Der Lesekreis am 6. Oktober 2036 um 18 Uhr fällt aus."]
    assert missing(browser, text) == {"#id_e0-reason": "Es fehlt: Grund"}


def test_the_address_that_a_missing_place_asks_for_is_seen(browser):
    tree = refused(browser, e0_venue="", e0_place_name="", e0_street="")
    assert links(tree) == ["id_e0-venue"]
    assert shown(tree, "id_e0-venue")
    assert shown(tree, "id_e0-online_url")


def test_and_the_whole_day_that_a_missing_hour_asks_for(browser):
    tree = refused(browser, e0_start_time="", e0_end_time="")
    assert shown(tree, "id_e0-start_time")
    assert shown(tree, "id_e0-all_day")


def test_each_doubt_leads_to_something_that_is_there(browser):
    event_factories.event("Nähcafé im Bürgerhaus", starts_at=local(2036, 10, 6, 15))
    text = factories.announcement(
        f"{factories.TEXT.replace('2026', '2036')}\n\nBitte nicht veröffentlichen: Uwe Muster zieht aus."
    )
    answer = browser.get(text.get_absolute_url())
    tree = html.fromstring(answer.content.decode())
    urls = [each["url"].lstrip("#") for each in answer.context["board"].doubts]
    assert urls
    assert all(tree.xpath(f'//*[@id="{url}"]') for url in urls)


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("javascript", [True, False])
def test_on_a_phone_the_link_leads_into_the_folded_part(edda, desk_page, javascript):
    page = desk_page(edda, width=360, height=740, javascript=javascript)
    page.goto(factories.announcement(LIST).get_absolute_url())
    page.locator("#termin-2 > summary").click()
    page.locator("#id_e1-title").fill("")
    page.locator("[data-publish-button]").click()
    page.locator('.qw-error-summary a[href="#id_e1-title"]').click()
    assert appears(page.locator("#id_e1-title"))
