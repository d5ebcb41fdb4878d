"""“No private field in any public response”: a canary stands in every private field, and everything public is crawled."""

from itertools import chain

import pytest

from quartierwerk.core.models import SearchEntry, SearchWord
from quartierwerk.core.rate_limits import RateLimit
from quartierwerk.needs.models import Need, Photo
from quartierwerk.places.models import Quarter

from .canaries import undecided
from .canary_town import built
from .crawling import Crawler, addresses

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture
def town(carla):
    return built(carla)


@pytest.fixture
def visitor(town):
    return Crawler(town.canaries.in_text)


def values(town):
    """What stands in addresses: whatever a visitor could guess or find, public or not, and links whose signature is wrong."""
    needs = [*town.needs.values()]
    references = [need.reference for need in needs]
    slugs = ["wohnen", "treffpunkt", town.visit.slug, town.draft.slug, town.hidden_contact.slug]
    of_others = [needs[0].follows.first().token, f"{references[0]}:falsch", needs[0].comments.first().token, "x"]
    return {
        ("reference",): [*zip(references), ("HAT-1999-0001",), (references[0].lower().replace("-", " "),)],
        ("reference", "pk"): [(photo.need.reference, photo.pk) for photo in Photo.objects.select_related("need")],
        ("slug",): [*zip(slugs), *Quarter.objects.values_list("slug")],
        ("form",): [("xml",), ("json",), ("jsonp",)],
        ("code", "form"): [("wohnen", "xml"), ("wohnen", "json"), ("gibt-es-nicht", "json")],
        ("service_request_id", "form"): [(each, form) for each in references for form in ("xml", "json")],
        ("token", "form"): [("7b0a6a1e-9f4c-4c3c-8a52-0f3f4f2d7c11", "xml"), (town.open311_token, "json")],
        ("rest",): [("v2/gibt-es-nicht.json",), ("v2/requests.jsonp",)],
        ("token",): [*zip(of_others)],
        ("receipt",): [("x",)],
        ("what",): [("kommentar",), ("folgen",), ("mitmachen",), ("beanstanden",)],
        ("_0",): [("",)],
    }


def asked_for(town):
    """Lists with every filter, also with what is not public."""
    references = ",".join(need.reference for need in town.needs.values())
    for query in (
        f"service_request_id={references}&extensions=true",
        "extensions=true&page_size=1000",
        "status=closed&service_code=wohnen,sonstiges&extensions=1",
        "start_date=1901-01-01T00:00:00Z",
        "start_date=1901-01-01T00:00:00Z&end_date=1901-02-01T00:00:00Z",
        "jsonp=f&callback=f&status=x&page=0",
    ):
        yield from (f"/open311/v2/requests.{form}?{query}" for form in ("xml", "json"))
    for need in Need.objects.all():
        yield f"/handlungsbedarfe/karte.json?ausschnitt=7,51,8,52&stufe=19&q={need.reference}"
        yield f"/suche/?q={need.reference}"
    yield from (
        f"/handlungsbedarfe/{page}?{query}"
        for page in ("", "karte/", "karte.json", "tabelle/", "handlungsbedarfe.csv", "handlungsbedarfe.geojson")
        for query in ("stand=eingegangen", "stand=zurueckgezogen", "zeitraum=alle", "seite=99&sortierung=antwort",
                      f"quartier={town.hidden_quarter.slug}", "ausschnitt=-180,-90,180,90&stufe=19")  # fmt: skip
    )


def test_every_field_is_decided_about():
    assert undecided() == []


def test_a_visitor_who_reads_everything_finds_no_canary(town, visitor, caplog):
    import time
    t=time.time()
    every = [addresses(values(town), language) for language in ("de", "en")]
    visitor.crawl(chain(*every[0].values(), *every[1].values(), asked_for(town)))
    from collections import Counter
    print(len(visitor.asked), Counter(visitor.asked.values()), len(visitor.forms), time.time()-t)
    seen=set()
    for f in visitor.findings:
        c=f.split(": ")[1].split()[0]
        print(f, "|", town.canaries.planted[c])
    print(*visitor.asked.items(), sep="\n", file=open("/tmp/asked.txt","w"))
    assert visitor.findings == []
    assert town.canaries.in_text(caplog.text) <= visitor.typed
