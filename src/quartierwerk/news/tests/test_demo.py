"""The demo town's news: every fact of the town's own page, in our own words, and samples marked as such."""

from datetime import date

import pytest
import time_machine as clockwork
from django.utils.html import strip_tags

from quartierwerk.core import clock
from quartierwerk.core.demo import TownFolder
from quartierwerk.news import demo
from quartierwerk.news.models import NewsPage
from quartierwerk.people.factories import ContactFactory
from quartierwerk.places.factories import QuarterFactory
from quartierwerk.topics import demo as topics_demo

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def loaded(built_once, small_town):
    def load():
        small_town.replay()
        _load()

    return built_once(load, at=clock.now())


def _load():
    QuarterFactory(name="Bredenscheid/Stüter", slug="bredenscheid-stueter")
    ContactFactory(name="Daniela Lotz", slug="daniela-lotz", phone="(02324) 204 5502")
    folder = TownFolder.named("hattingen")
    topics_demo.load(folder)
    demo.load(folder)


@pytest.fixture
def town(loaded, db):
    loaded.replay()
    return TownFolder.named("hattingen")


def text(client, slug: str) -> str:
    return " ".join(strip_tags(client.get(f"/aktuelles/{slug}/").content.decode()).split())


@pytest.mark.parametrize(
    "fact",
    [
        "3. Hattinger Armutskonferenz",
        "23. September 2019",
        "Dienstag, 8. Oktober 2019, 16 bis 19 Uhr",
        "Großer Sitzungssaal des Rathauses",
        "Zum ersten Mal stehen Seniorinnen und Senioren im Mittelpunkt",
        "steigt stetig",
        "im Durchschnitt sind sie alt",
        "750 Personen",
        "424 Euro im Monat",
        "Altersarmut und Alterseinsamkeit",
        "Handlungsstrategie",
        "Träger, Institutionen und Ehrenamtliche",
        "alle Bürgerinnen und Bürger der Stadt",
        "wie man Nachbarinnen und Nachbarn erreicht",
        "Stefanie Berkermann leitet den Fachbereich Soziales und Wohnen",
        "„Unerreichbaren“",
        "Strategien mit konkreten Zielvereinbarungen",
        "Gabriele Krefting",
        "ein Auftakt",
        "miteinander Projekte entwickeln",
        "Programm",
        "Daniela Lotz",
        "(02324) 204 5502",
    ],
)
def test_the_conference_on_poverty_stands_there_with_every_fact(client, town, fact):
    assert fact in text(client, "armutskonferenz-2019")


@pytest.mark.parametrize(
    "fact",
    [
        "Quartiersbesuch",
        "20. September 2019",
        "Montag, 23. September 2019, 17.30 Uhr",
        "Bredenscheid/Stüter",
        "Bürgermeister Dirk Glaser",
        "Wichernsaal der Evangelischen Kirche",
        "Johannessegenerstr. 35",
        "Bürgerverein Bredenscheid/Stüter e.V.",
        "gerade gegründet",
        "Fragen und Anliegen des Quartiers",
    ],
)
def test_the_visit_of_the_mayor_stands_there_with_every_fact(client, town, fact):
    assert fact in text(client, "quartiersbesuch-buergermeister-2019")


def test_both_announcements_are_found_in_their_year(client, town):
    items = client.get("/aktuelles/?jahr=2019").context["items"]
    assert [item["date"] for item in items] == [date(2019, 9, 23), date(2019, 9, 20)]


def test_the_visit_is_news_of_its_quarter(client, town):
    urls = [
        i["url"] for i in client.get("/aktuelles/?quartier=bredenscheid-stueter&jahr=2019").context["items"]
    ]
    assert urls == ["/aktuelles/quartiersbesuch-buergermeister-2019/"]


def test_every_recent_item_is_marked_as_a_sample(client, town):
    recent = NewsPage.objects.filter(date__year__gt=2019)
    assert recent
    for item in recent:
        assert item.title.startswith("Beispiel: ")
        assert "Der Termin ist erfunden." in text(client, item.slug)


def test_loading_again_changes_nothing_not_even_what_an_editor_wrote(town):
    item = NewsPage.objects.get(slug="armutskonferenz-2019")
    item.teaser = "Von der Redaktion"
    item.save_revision().publish()
    before = list(NewsPage.objects.values_list("pk", "slug", "date", "latest_revision"))
    with clockwork.travel(date(2030, 1, 1)):
        demo.load(town)
    assert list(NewsPage.objects.values_list("pk", "slug", "date", "latest_revision")) == before


def test_every_item_has_a_revision_to_go_back_to(town):
    assert all(item.latest_revision_id for item in NewsPage.objects.all())


def test_the_second_town_has_samples_of_its_own(client, site):
    folder = TownFolder.named("flensburg")
    topics_demo.load(folder)
    demo.load(folder)
    assert {item.title for item in NewsPage.objects.all()} == {
        "Beispiel: Ein Fest am Wasser",
        "Beispiel: Wo fehlt eine Bank?",
    }
