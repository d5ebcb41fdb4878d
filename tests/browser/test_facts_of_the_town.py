"""Every fact of the town's own page stands in the running site, where a person would look for it.

The town's page is the source of the whole system; its facts are listed here as data, not in its words.
"""

import re

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HOME, MANAGER = "/", "/kontakt/gabriele-krefting/"
CONFERENCE, VISIT = "/aktuelles/armutskonferenz-2019/", "/aktuelles/quartiersbesuch-buergermeister-2019/"

FACTS = {
    HOME: [
        # the welcome, and what the site is for
        "Quartiersentwicklung",
        "Stadt Hattingen",
        "Willkommen",
        "Hattinger Stadtteilen",
        "Themen, Projekte und Aktivitäten",
        "Wohnumfeld",
        "Ihrem Quartier",
        # the questions of the invitation
        "Gibt es in Ihrem Quartier Handlungsbedarf?",
        "Soll sich bei Ihnen etwas ändern?",
        "etwas verbessern",
        "Anstoß",
        "Möchten Sie sich engagieren",
        "MitmacherInnen",
        "Dann sind Sie hier richtig",
        # who works together, and on what
        "Quartiersentwicklerin arbeitet eng mit den Bürgerinnen und Bürgern zusammen",
        "aus vielen Berufen",
        "planen sie neue Ideen und setzen sie um",
        "Wohnen",
        "Sich versorgen",
        "Sich einbringen",
        "Gemeinschaft erleben",
        "Packen wir es an!",
        # whom to call
        "Gabriele Krefting",
        "(02324) 204-5552",
        "0176 12043317",
        # the town itself
        "Postfach 80 04 56",
        "45504 Hattingen",
        "+49 (2324) 20 40",
        "Impressum",
        "Datenschutz",
    ],
    MANAGER: [
        "Quartiersentwicklerin",
        "Gabriele Krefting",
        "Fachbereich 50 Soziales und Wohnen",
        "Hüttenstraße 43",
        "45525 Hattingen",
        "(02324) 204-5552",
        "0176 12043317",
        "Nachricht schreiben",
    ],
    "/kontakt/": [
        "Gabriele Krefting",
        "Daniela Lotz",
        "(02324) 204-5502",
        "Stefanie Berkermann",
        "Fachbereichsleiterin",
        "Dirk Glaser",
        "Bürgermeister",
    ],
    "/aktuelles/": [
        "3. Hattinger Armutskonferenz",
        "23. September 2019",
        "Quartiersbesuch",
        "20. September 2019",
    ],
    CONFERENCE: [
        "3. Hattinger Armutskonferenz",
        "23. September 2019",
        "Dienstag, 8. Oktober",
        "16 bis 19 Uhr",
        "Großer Sitzungssaal des Rathauses",
        # why: older people for the first time, and the figures
        "Zum ersten Mal stehen Seniorinnen und Senioren im Mittelpunkt",
        "steigt stetig",
        "im Durchschnitt sind sie alt",
        "750 Personen",
        "Grundsicherung",
        "424 Euro im Monat",
        "Altersarmut und Alterseinsamkeit",
        "Öffentlichkeit",
        "Handlungsstrategie",
        # for whom, and what they take home
        "Träger",
        "Institutionen",
        "Ehrenamtliche",
        "alle Bürgerinnen und Bürger",
        "wie man Nachbarinnen und Nachbarn erreicht",
        "„Unerreichbaren“",
        "Stefanie Berkermann",
        "Fachbereich Soziales und Wohnen",
        # what is to come of it
        "Vorträgen und Diskussionen",
        "konkreten Zielvereinbarungen",
        "Gabriele Krefting",
        "Auftakt",
        "Projekte entwickeln",
        # how to come
        "PDF",
        "Daniela Lotz",
        "(02324) 204 5502",
    ],
    VISIT: [
        "20. September 2019",
        "Montag, 23. September",
        "17.30 Uhr",
        "Bürgermeister Dirk Glaser",
        "Bredenscheid/Stüter",
        "Wichernsaal der Evangelischen Kirche",
        "Johannessegenerstr. 35",
        "Bürgerverein Bredenscheid/Stüter e.V.",
        "stellt sich an diesem Abend vor",
        "Fragen und Anliegen des Quartiers",
    ],
    "/orte/wichernsaal/": [
        "Wichernsaal",
        "Evangelischen Kirche",
        "Johannessegenerstr. 35",
        "Bredenscheid/Stüter",
    ],
    "/mein-quartier/?quartier=bredenscheid-stueter": ["Quartiersbesuch", "Wichernsaal", "Gabriele Krefting"],
    "/impressum/": ["Stadt Hattingen", "Postfach 80 04 56, 45504 Hattingen", "+49 (2324) 20 40"],
}

CALLS = {
    HOME: {"tel:+4923242045552", "tel:+4917612043317", "tel:+4923242040"},
    MANAGER: {"tel:+4923242045552", "tel:+4917612043317"},
    CONFERENCE: {"tel:+4923242045502"},
}


def shown(page) -> str:
    """What a reader sees, with plain spaces."""
    return re.sub(r"[\s\u00a0\u00ad]+", " ", page.locator("body").inner_text())


def test_every_fact_of_the_towns_page_is_found_where_a_person_would_look(page, hattingen):
    missing = []
    for path, facts in FACTS.items():
        page.goto(path)
        text = shown(page)
        missing += [f"{path}: {fact}" for fact in facts if fact not in text]
    assert missing == []


def test_every_number_of_the_towns_page_can_be_called_with_one_touch(page, hattingen):
    missing = []
    for path, numbers in CALLS.items():
        page.goto(path)
        offered = {link.get_attribute("href") for link in page.locator('a[href^="tel:"]').all()}
        missing += [f"{path}: {number}" for number in numbers - offered]
    assert missing == []


def test_each_field_of_action_has_a_page_of_its_own(page, hattingen):
    for name in ("Wohnen", "Sich versorgen", "Sich einbringen", "Gemeinschaft erleben"):
        page.goto(HOME)
        page.locator("main").get_by_role("link", name=name, exact=True).click()
        assert page.get_by_role("heading", level=1).inner_text() == name


def test_the_english_home_page_is_english(page, hattingen):
    page.goto("/en/")
    text = shown(page)
    german = [
        word
        for word in ("Willkommen", "Mein Quartier", "Leichte Sprache", "Rückmeldung", "Alle Nachrichten")
        if word in text
    ]
    assert german == []
    assert "Welcome to your neighbourhood!" in text
