"""“No private field in any public response”: a canary stands in every private field, and everything public is crawled."""

import re
from itertools import chain
from types import SimpleNamespace
from urllib.parse import urlencode

import pytest
from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from wagtail.models import Site

from quartierwerk.core import clock, share_cards
from quartierwerk.core.models import SearchEntry, SearchTerm, SearchWord, Town
from quartierwerk.core.rate_limits import RateLimit
from quartierwerk.needs import actions, factories
from quartierwerk.needs.enums import NoteKind
from quartierwerk.needs.intake import queries as concern_queries
from quartierwerk.needs.intake.concerns_pdf import concerns_pdf
from quartierwerk.needs.models import Card, Comment, MailAttachment, Need, Photo
from quartierwerk.needs.models.needs import NeedQuerySet
from quartierwerk.needs.pages import items, json_ld, listing, need_page, open_data, views
from quartierwerk.places.models import Quarter

from .canaries import FIELDS, PRIVATE, PUBLIC, WORDLESS, undecided
from .canary_town import built
from .crawling import Crawler, addresses
from .pictures import jpeg

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def kept(built_once, small_town):
    """Built once; the town of it stands in `kept.town`."""

    def build():
        small_town.replay()
        found.town = built()

    found = SimpleNamespace()
    found.recording = built_once(build, clock.now())
    return found


@pytest.fixture
def town(kept):
    kept.recording.replay()
    Site.clear_site_root_paths_cache()
    return kept.town


@pytest.fixture
def visitor(town):
    return Crawler(town.canaries.in_text)


def told(town, visitor):
    """What was found, with where it was planted."""
    return [f"{finding}, which is {town.canaries.planted[finding.canary]}" for finding in visitor.findings]


# --------------------------------------------------------------------------------------------------- what a visitor may try
def values(town, keys=None):
    """What stands in addresses: whatever a visitor could guess or find, public or not, and links whose signature is wrong.

    `keys` name a few of the needs, for what is only said in another language.
    """
    needs = [need for key, need in town.needs.items() if keys is None or key in keys]
    references = [need.reference for need in needs]
    slugs = ["wohnen", "treffpunkt", town.visit.slug, town.draft.slug, town.hidden_contact.slug]
    return {
        ("reference",): [*zip(references), ("HAT-1999-0001",), (references[0].lower().replace("-", " "),)],
        ("reference", "pk"): [(photo.need.reference, photo.pk) for photo in Photo.objects.filter(need__in=needs)],
        ("slug",): [*zip(slugs), *Quarter.objects.values_list("slug")],
        ("form",): [("xml",), ("json",), ("jsonp",)],
        ("code", "form"): [("wohnen", "xml"), ("wohnen", "json"), ("gibt-es-nicht", "json")],
        ("service_request_id", "form"): [(each, form) for each in references for form in ("xml", "json")],
        ("token", "form"): [("7b0a6a1e-9f4c-4c3c-8a52-0f3f4f2d7c11", "xml"), (town.open311_token, "json")],
        ("rest",): [("v2/gibt-es-nicht.json",), ("v2/requests.jsonp",)],
        ("token",): [(f"{references[0]}:falsch",), ("1:falsch",), ("x",)],
        ("receipt",): [("x",)],
        ("section",): [("needs",), ("pages",)],
        ("what",): [("kommentar",), ("folgen",), ("mitmachen",), ("beanstanden",)],
        ("_0",): [("",)],
    }  # fmt: skip


def every_address(town):
    """In German all of them; in English those that are not the same anyway, nor only for staff, of a few needs."""
    german = addresses(values(town), "de")
    english = addresses(values(town, ("open", "of_hidden", "moderator", "waiting")), "en")
    for_english = (
        found
        for pattern, found in english.items()
        if pattern.startswith("en/") and "schreibtisch" not in pattern
    )
    return chain(*german.values(), *for_english)


def asked_for(town):
    """Lists with every filter, also for what is not public, and things named in a query."""
    references = ",".join(need.reference for need in town.needs.values())
    for query in (
        f"service_request_id={references}&extensions=true",
        "extensions=true&page_size=1000",
        "status=closed&service_code=wohnen,sonstiges&extensions=1",
        "start_date=1901-01-01T00:00:00Z&end_date=1901-02-01T00:00:00Z",
        "jsonp=f&callback=f&status=x&page=0&start_date=1901-01-01T00:00:00Z",
    ):
        yield from (f"/open311/v2/requests.{form}?{query}" for form in ("xml", "json"))
    for need in town.needs.values():
        yield f"/handlungsbedarfe/handlungsbedarfe.csv?q={need.reference}"
        yield f"/suche/?q={need.reference}"
    of_some = [town.needs[key] for key in ("open", "moderator")]
    for comment in Comment.objects.filter(need__in=of_some).select_related("need"):
        page = comment.need.get_absolute_url()
        yield from (f"{page}kommentieren/?antwort={comment.pk}", f"{page}beanstanden/?kommentar={comment.pk}")
    for query in (
        "stand=received", "stand=withdrawn", "art=problem&feld=wohnen", "zeitraum=alle", "seite=99&sortierung=antwort",
        f"quartier={town.hidden_quarter.slug}", "ausschnitt=-180,-90,180,90&stufe=19",
    ):  # fmt: skip
        for page in (
            "",
            "karte/",
            "karte.json",
            "tabelle/",
            "handlungsbedarfe.csv",
            "handlungsbedarfe.geojson",
        ):
            yield f"/handlungsbedarfe/{page}?{query}"


def files(town):
    """Where files would be if their storage were served, and ways out of the folder that is."""
    rows = chain(Photo.objects.all(), Card.objects.exclude(scan=""), MailAttachment.objects.all())
    found = (getattr(row, name, None) for row in rows for name in ("file", "thumbnail", "scan"))
    names = [*town.originals, *(file.name for file in found if file)]
    yield from (f"/media/{name}" for name in names)
    yield from (f"/media/images/{way}/{names[0]}" for way in ("..", "%2e%2e", "..%2f../private"))


READ = (
    "/", "/en/", "/handlungsbedarfe/", "/en/handlungsbedarfe/karte/", "/handlungsbedarfe/karte.json", "/handlungsbedarfe/tabelle/",
    "/handlungsbedarfe/handlungsbedarfe.csv", "/handlungsbedarfe/handlungsbedarfe.geojson", "/handlungsbedarfe/datapackage.json",
    "/handlungsbedarfe/atom.xml", "/handlungsbedarfe/quartier/suedstadt/atom.xml", "/handlungsbedarfe/handlungsfeld/wohnen/atom.xml",
    "/open311/discovery.xml", "/open311/v2/services.json", "/open311/v2/services/wohnen.xml", "/open311/v2/requests.json",
    "/sitemap.xml", "/handlungsbedarfe/melden/", "/quartiere/suedstadt/", "/termine/", "/datenschutz/",
)  # fmt: skip


# ---------------------------------------------------------------------------------------------------------------- the tests
def test_every_field_is_decided_about():
    assert undecided() == []


def test_a_new_field_has_to_be_decided_about():
    """The table without one field, with one that is gone, with words among the wordless, and without a model."""
    decided = FIELDS["needs.CoDoer"] | {PRIVATE: "at submission_key phone"}
    assert undecided(FIELDS | {"needs.CoDoer": decided}) == [
        "needs.CoDoer.says: public or private?",
        "needs.CoDoer.phone: there is no such field",
    ]
    wordless = {PUBLIC: "", PRIVATE: "", WORDLESS: "id mail file name"}
    assert undecided(FIELDS | {"needs.MailAttachment": wordless}) == [
        "needs.MailAttachment.file: holds words, so it is private",
        "needs.MailAttachment.name: holds words, so it is private",
    ]
    without = {name: table for name, table in FIELDS.items() if name != "needs.Card"}
    assert undecided(without) == ["needs.Card: no field is decided about"]


def test_every_private_field_holds_a_canary(town):
    """So that no finding means nothing leaks, and not that nothing was there."""
    planted = {where.partition(" of ")[0] for where in town.canaries.planted.values()}
    private = {f"{model}.{name}" for model, decided in FIELDS.items() for name in decided[PRIVATE].split()}
    assert private - planted == set()


def test_a_visitor_who_reads_everything_finds_no_canary(town, visitor, caplog):
    visitor.crawl([*every_address(town), *asked_for(town)])
    assert told(town, visitor) == []
    assert {visitor.asked[address] for address in READ} == {200}
    gone = {
        key: visitor.asked[f"/handlungsbedarfe/{need.reference}/"]
        for key, need in town.needs.items()
        if not need.is_public
    }
    assert gone == {"author": 410, "moderator": 410, "blocked": 410, "waiting": 404}
    assert set(visitor.asked.values()) <= {200, 301, 302, 400, 404, 405, 410}
    assert town.canaries.in_text(caplog.text) <= visitor.typed


def test_no_file_that_is_not_shown_has_an_address(town, visitor):
    assert {visitor.ask(address).status_code for address in files(town)} <= {400, 404}
    hidden = [photo for photo in Photo.objects.all() if photo.state == "dropped" or not photo.need.is_public]
    shown = [photo for photo in Photo.objects.all() if photo not in hidden]
    where = "/handlungsbedarfe/{0.need.reference}/fotos/{0.pk}/{1}".format
    assert {visitor.ask(where(photo, more)).status_code for photo in hidden for more in ("", "?klein=1")} == {
        404
    }
    assert {visitor.ask(where(photo, more)).status_code for photo in shown for more in ("", "?klein=1")} == {
        200
    }
    assert told(town, visitor) == []


def test_private_words_find_nothing(town, visitor):
    """One word of each private field: lists and search answer as to a word that stands nowhere."""
    nowhere = town.canaries.word("nowhere")
    words = {
        where.partition(" of ")[0]: word
        for word, where in town.canaries.planted.items()
        if word.startswith("zqv")
    }
    for address in (
        "/handlungsbedarfe/handlungsbedarfe.csv?q={}",
        "/suche/?q={}",
        "/handlungsbedarfe/tabelle/?q={}",
    ):
        nothing = visitor.ask(address.format(nowhere)).text_read
        for where, word in words.items():
            assert visitor.ask(address.format(word)).text_read.replace(word, nowhere) == nothing, where
    assert told(town, visitor) == []


def test_the_index_of_the_search_holds_no_canary(town):
    found_by = SearchWord.objects.filter(pk__in=SearchTerm.objects.values("word"))
    assert town.canaries.in_text(repr([*SearchEntry.objects.values(), *found_by.values()])) == set()


@pytest.mark.usefixtures("site")
def test_a_word_of_what_was_taken_away_is_not_proposed_for_a_similar_one(client):
    need = factories.public_need("Der Wirt Krummbichler betrügt")
    pages = [f"/{page}/?q=Krumbichler" for page in ("suche", "handlungsbedarfe")]
    assert ["Krummbichler" in client.get(page).content.decode() for page in pages] == [True, True]
    actions.remove(need=need, reason="Beleidigt.", by=None)
    assert ["Krummbichler" in client.get(page).content.decode() for page in pages] == [False, False]


# -------------------------------------------------------------------------------------------------------------------- sending
def pages_with_forms(town):
    """Of one open need, one that was said again, one whose first is gone, one that is gone; and of the town."""
    for key in ("open", "duplicate", "of_hidden", "moderator"):
        page = town.needs[key].get_absolute_url()
        yield from (f"{page}{verb}/" for verb in ("kommentieren", "folgen", "mitmachen", "beanstanden"))
        yield page.replace("handlungsbedarfe", "betrifft-mich")
        yield from (f"{page}kommentieren/?antwort={comment.pk}" for comment in town.needs[key].comments.all())
    yield from (
        "/handlungsbedarfe/melden/",
        "/en/handlungsbedarfe/melden/",
        "/kontakt/schreiben/",
        "/rueckmeldung/",
    )


def filled(fields, email):
    """What a visitor types into a form: the address of somebody the town knows, words, and the rest as it was shown."""
    typed = {
        "email": email,
        "phone": "02324 204-0",
        "name": "Ayla Muster",
        "homepage": "",
        "preferred_channel": "email",
    }
    return {name: typed.get(name, shown or "Die Bank wackelt") for name, shown in fields.items()}


@pytest.mark.parametrize("is_too_much", [False, True])
def test_no_answer_to_a_form_shows_a_canary(town, visitor, monkeypatch, is_too_much):
    monkeypatch.setattr(RateLimit, "is_exceeded", lambda *_: is_too_much)
    visitor.crawl(pages_with_forms(town), follow=False)
    email, forms = town.needs["open"].person.email, dict(visitor.forms)
    for address, fields in forms.items():
        wrong = [] if is_too_much else [{}, fields, dict.fromkeys(fields, "x" * 5_000)]
        for data in (filled(fields, email), *wrong):
            visitor.send(address, data)
    assert told(town, visitor) == []
    kinds = set(
        "kommentieren folgen mitmachen beanstanden melden betrifft-mich schreiben rueckmeldung".split()
    )
    assert {kind for kind in kinds if any(kind in address for address in forms)} == kinds


@pytest.mark.parametrize("method", ["post", "put", "delete", "head", "options"])
def test_no_answer_to_another_method_shows_a_canary(town, visitor, method):
    for addresses_ in addresses(values(town)).values():
        for address in addresses_[:2]:
            visitor.ask(address, method=method)
    assert told(town, visitor) == []


@pytest.mark.parametrize("form", ["xml", "json"])
def test_no_answer_to_another_program_shows_a_canary(town, visitor, form):
    """Also not to one that has a key, and sends the address of somebody the town knows."""
    known = town.needs["open"].person
    sent = {
        "service_code": "wohnen",
        "address_string": "Markt",
        "description": "Bank kaputt",
        "api_key": town.api_key,
    }
    for data in (
        {},
        sent | {"api_key": "x"},
        sent | {"lat": "x", "service_code": "x"},
        sent,
        sent | {"email": known.email},
    ):
        visitor.ask(
            f"/open311/v2/requests.{form}",
            method="post",
            data=urlencode(data),
            content_type="application/x-www-form-urlencoded",
        )
    assert told(town, visitor) == []


# ------------------------------------------------------------------------------------------------------- with a private link
def test_who_holds_a_private_link_reads_only_their_own(town, visitor):
    for need in Need.objects.all():
        visitor.ask(need.own_path)
        entries = [
            f"needs.Entry.{name} of {entry.pk}"
            for entry in need.entries.all()
            for name in ("text", "by_office", "at")
        ]
        photos = [f"needs.Photo.alt of {photo.pk}" for photo in need.photos.all()]
        between_us = need.notes.exclude(kind=NoteKind.NOTE)
        questions = [
            f"needs.InternalNote.{name} of {note.pk}" for note in between_us for name in ("text", "at")
        ]
        own = (
            "title",
            "text",
            "original_title",
            "original_text",
            "place_name",
            "shown_name",
            "handed_to",
            "hidden_because",
        )
        allow(
            visitor,
            town,
            [*questions, *entries, *photos, *(f"needs.Need.{name} of {need.pk}" for name in own)],
        )
        for comment in need.comments.all():
            visitor.ask(reverse("needs:own_comment", args=[comment.token]))
            allow(visitor, town, [f"needs.Comment.text of {comment.pk}"])
        for follow in need.follows.all():
            visitor.ask(reverse("needs:following", args=[follow.token]))
            visitor.ask(reverse("needs:unsubscribe", args=[follow.token]))
    assert told(town, visitor) == []


def allow(visitor, town, own):
    """Forget the findings that are the holder's own words."""
    visitor.findings = [each for each in visitor.findings if town.canaries.planted[each.canary] not in own]


def test_a_link_opens_nothing_else(town, visitor):
    """The signature of one kind of page, and a number behind another's signature, are wrong everywhere."""
    need, other = town.needs["open"], town.needs["waiting"]
    follow, comment = need.follows.first(), need.comments.first()
    tokens = {
        "own": need.token,
        "following": follow.token,
        "unsubscribe": follow.token,
        "own_comment": comment.token,
    }
    for name, own in tokens.items():
        forged = f"{other.reference}:{own.rpartition(':')[2]}"
        for token in {forged, *tokens.values()} - {own}:
            assert visitor.ask(reverse(f"needs:{name}", args=[token])).status_code == 404, (name, token)
    assert told(town, visitor) == []


# ------------------------------------------------------------------------------------------------------ leaks that are found
def public_forgets_its_filter(patch, town):
    patch(NeedQuerySet, "public", lambda self: self.all())


def a_list_shows_the_first_words(patch, town):
    patch(
        listing, "as_item", lambda need, labels: items.as_item(need, labels) | {"teaser": need.original_text}
    )


def a_file_names_whoever_sees_to_it(patch, town):
    patch(open_data, "_VALUES", (*open_data._VALUES, "assigned_to__email"))
    row = open_data._row
    patch(open_data, "_row", lambda found, page: row(found, page) | {"text": found["assigned_to__email"]})


def a_phone_number_is_written_with_blanks(patch, town):
    patch(json_ld, "_place", lambda need: {"telephone": " / ".join(re.findall("..?", need.person.phone))})


def _explain_by(patch, words):
    """Let the page of a need say this where it explains the state."""
    context = need_page.context
    patch(need_page, "context", lambda need: context(need) | {"state_explanation": words(need)})


def a_day_is_written_in_words(patch, town):
    _explain_by(patch, lambda need: date_format(need.supports.first().at, "DATE_FORMAT"))


def a_header_holds_a_key(patch, town):
    key = str(town.needs["open"].submission_key).upper()
    patch(views, "render", lambda *parts, **more: _with_header(render(*parts, **more), key))


def _with_header(response, key):
    response.headers["X-Key"] = key
    return response


def a_photo_keeps_what_the_camera_hid(patch, town):
    word = town.canaries.word("what the camera hid")
    patch(
        views,
        "private_answer",
        lambda file, shown_as: HttpResponse(jpeg(place=word), content_type="image/jpeg"),
    )


def a_photo_comes_under_the_name_of_its_file(patch, town):
    patch(views, "private_answer", lambda file, shown_as: FileResponse(file.open("rb")))


def a_share_card_draws_what_was_shortened(patch, town):
    _explain_by(patch, lambda _: share_cards.card(town.needs["shortened"].original_title, Town.load()).url)


def a_pdf_holds_what_is_hidden(patch, town):
    patch(concern_queries, "concerns_of", lambda event: Need.objects.filter(pk=town.needs["blocked"].pk))
    patch(
        views,
        "render",
        lambda *_, **__: HttpResponse(concerns_pdf(town.visit), content_type="application/pdf"),
    )


PAGE, PHOTO = "/handlungsbedarfe/{need}/", "/handlungsbedarfe/{need}/fotos/{photo}/"


@pytest.mark.parametrize(
    ("leak", "address"),
    [
        (public_forgets_its_filter, "/handlungsbedarfe/tabelle/"),
        (a_list_shows_the_first_words, "/handlungsbedarfe/"),
        (a_file_names_whoever_sees_to_it, "/handlungsbedarfe/handlungsbedarfe.geojson"),
        (a_phone_number_is_written_with_blanks, PAGE),
        (a_day_is_written_in_words, PAGE),
        (a_header_holds_a_key, PAGE),
        (a_photo_keeps_what_the_camera_hid, PHOTO),
        (a_photo_comes_under_the_name_of_its_file, PHOTO),
        (a_share_card_draws_what_was_shortened, PAGE),
        (a_pdf_holds_what_is_hidden, PAGE),
    ],
)
def test_a_leak_is_found(town, visitor, monkeypatch, leak, address):
    need = town.needs["open"]
    visitor.ask(address := address.format(need=need.reference, photo=need.photos.first().pk))
    assert told(town, visitor) == []
    leak(monkeypatch.setattr, town)
    visitor.ask(address)
    assert visitor.findings


def test_what_only_links_lead_to_is_read(town, visitor, monkeypatch):
    """A photo stands in no list of addresses; from the list of needs the crawler comes to it."""
    a_photo_comes_under_the_name_of_its_file(monkeypatch.setattr, town)
    visitor.within = "/handlungsbedarfe/"
    visitor.crawl([visitor.within])
    assert {finding.where for finding in visitor.findings} == {"headers"}
