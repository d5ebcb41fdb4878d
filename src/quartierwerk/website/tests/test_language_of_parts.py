"""German texts inside English pages are marked, so that a screen reader pronounces them as German (WCAG 3.1.2)."""

import re
from html.parser import HTMLParser

import pytest
from django.core.management import call_command
from django.test import Client

from quartierwerk.core.demo import TownFolder

pytestmark = pytest.mark.django_db

PAGES = [
    "",
    "aktuelles/",
    "quartiere/",
    "quartiere/welper/",
    "kontakt/",
    "kontakt/gabriele-krefting/",
    "themen/",
]
PAGES += ["orte/", "orte/holschentor/", "suche/?q=Welper", "mein-quartier/?quartier=welper"]
VOID = {"meta", "link", "img", "br", "input", "path", "hr", "source", "wbr", "use", "circle", "rect"}
GERMAN = re.compile(
    r"[äöüß]|\b(?:der|die|das|und|ein|eine|für|mit|ist|wir|im|am|Quartier\w*|Stadt\w*)\b", re.IGNORECASE
)
NAMES = re.compile(r"Deutsch|Stadt Hattingen|“quartier”|Quartiers?entwicklung|Quartierwerk|\bdie\b")


class Texts(HTMLParser):
    """Every text of the body with the language that is in force where it stands."""

    def __init__(self):
        super().__init__()
        self.languages, self.found = [("", "")], []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.languages.append((tag, dict(attrs).get("lang") or self.languages[-1][1]))

    def handle_endtag(self, tag):
        while tag not in VOID and len(self.languages) > 1 and self.languages.pop()[0] != tag:
            pass

    def handle_data(self, data):
        tags = {tag for tag, _ in self.languages}
        if data.strip() and not tags & {"script", "style", "head", "footer"}:
            self.found.append((self.languages[-1][1], " ".join(data.split())))


def texts(path):
    response = Client().get(f"/en/{path}", follow=True)
    assert response.status_code == 200
    parser = Texts()
    parser.feed(response.content.decode())
    return parser.found


@pytest.fixture
def hattingen(site):
    call_command("load_town", "hattingen")


def written_by_the_town():
    """Names and sentences of the town's own data."""
    folder = TownFolder.named("hattingen")
    kept = set()
    for app in ("places", "people", "news", "topics"):
        data = folder.read(app)
        for rows in (data.get("quarters"), data.get("venues"), data.get("contacts"), data.get("news")):
            for row in rows or []:
                kept |= {row[key] for key in ("name", "summary", "role", "department") if row.get(key)}
    return kept


def test_german_content_in_english_pages_says_that_it_is_german(hattingen):
    own, unmarked = written_by_the_town(), []
    for path in PAGES:
        for language, text in texts(path):
            rest = NAMES.sub("", text)
            if language == "en" and (GERMAN.search(rest) or text in own):
                unmarked.append((path, text))
    assert unmarked == []


def test_the_interface_is_not_called_german(hattingen):
    german = [text for path in PAGES for language, text in texts(path) if language == "de"]
    english = re.compile(r"\b(?:Office hours|Write|Search|All news|News|Contact|Phone|the|of)\b")
    assert [text for text in german if english.search(text)] == []
    assert len(german) > 100


def test_on_a_german_page_nothing_needs_to_be_marked(hattingen):
    html = Client().get("/quartiere/welper/").content.decode()
    assert 'lang="de"' not in html.split("<main")[1]
