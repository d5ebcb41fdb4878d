"""The page of a need: what was said, what became of it and by whom; what is gone says so, and what waits is not there."""

import json
import re
from datetime import UTC, datetime

import pytest

from quartierwerk.events import factories as events
from quartierwerk.needs import actions, factories
from quartierwerk.needs.actions import Place
from quartierwerk.needs.enums import PhotoState, State, Visibility
from quartierwerk.needs.models import Comment, Need, StateWording
from quartierwerk.needs.pages import json_ld
from quartierwerk.needs.tests.pictures import photo
from quartierwerk.people.factories import ContactFactory
from quartierwerk.places.factories import QuarterFactory, square
from quartierwerk.topics.factories import FieldOfActionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
HERE = "/handlungsbedarfe/"
QUERIES = 10  # one of them reads the town, which outside a test's transaction is remembered


@pytest.fixture(autouse=True)
def _in_november(time_machine):
    time_machine.move_to(datetime(2026, 11, 23, 11, tzinfo=UTC), tick=False)


@pytest.fixture
def welper():
    return QuarterFactory(name="Welper", slug="welper")


def page(client, need, language=""):
    return client.get(f"{language}{HERE}{need.reference}/")


def words(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def timeline(client, need):
    html = page(client, need).text.split('<ol class="qw-timeline"')[1].split("</ol>")[0]
    return [words(line.split(">", 1)[1]).strip() for line in html.split("<li")[1:]]


# --------------------------------------------------------------------------------------------------------------- what it shows
def test_it_shows_what_was_said_where_and_when_and_under_which_number(client, welper):
    wohnen = FieldOfActionFactory(name="Wohnen", slug="wohnen")
    need = factories.public_need(
        "Bank kaputt", text="Sie wackelt.\n\n<b>Sehr.</b>", place=Place(name="Am Ufer", quarter=welper), field=wohnen
    )  # fmt: skip
    answer = page(client, need)
    assert "<p>Sie wackelt.</p>\n\n<p>&lt;b&gt;Sehr.&lt;/b&gt;</p>" in answer.text
    assert answer.context["place"] == "Am Ufer, Welper"
    assert [(fact["term"], fact["value"], fact.get("url")) for fact in answer.context["facts"]] == [
        ("Handlungsfeld", "Wohnen", f"{HERE}?feld=wohnen"),
        ("Quartier", "Welper", "/quartiere/welper/"),
        ("Von", "ohne Namen", None),
        ("Nummer", need.reference, None),
    ]


def test_nobody_is_named_unless_they_asked_for_it(client, erna, mona):
    need = factories.need(person=erna, by=mona)
    actions.publish(need=need, by=mona)
    actions.assign(need=need, to=mona, by=mona)
    actions.note(need=need, text="Kanarie", by=mona)
    shown = page(client, need).text
    assert not [word for word in ("Erna", "4923241234", "Mona", "mona@", "Kanarie") if word in shown]
    Need.objects.update(shown_name="Erna B.")
    assert "Erna B." in page(client, need).text


def test_a_quarter_an_event_and_a_contact_who_are_not_public_are_not_shown(client, mona):
    hidden = QuarterFactory(name="Verborgen", slug="verborgen", is_public=False)
    draft = events.event("Geheimtermin", stage="draft")
    contact = ContactFactory(name="Geheimkontakt", is_public=False, department="Tiefbau")
    need = factories.need(place=Place(quarter=hidden))
    Need.objects.update(event=draft)
    actions.publish(need=need, by=mona)
    actions.hand_on(need=need, to="Tiefbau", contact=contact, by=mona)
    shown = page(client, need).text
    assert not [
        word
        for word in ("erborgen", "Geheimtermin", "Geheimkontakt", draft.slug, contact.slug)
        if word in shown
    ]
    assert "weitergegeben an Tiefbau" in words(shown)


def test_answers_stand_in_order_with_office_day_and_reason(client, mona, time_machine):
    need = factories.public_need()
    time_machine.move_to(
        datetime(2026, 12, 1, 23, 30, tzinfo=UTC), tick=False
    )  # in the town it is the 2nd already
    actions.move_on(need=need, state=State.PLANNED, reason="Im März.", by=mona, by_office="Stadtbetriebe")
    actions.hand_on(need=need, to="Bauhof", by=mona)
    time_machine.move_to(datetime(2027, 3, 20, 11, tzinfo=UTC), tick=False)
    actions.move_on(need=need, state=State.DONE, reason="Sie <steht>.", by=mona)
    assert timeline(client, need) == [
        "eingegangen 23. November 2026",
        "veröffentlicht 23. November 2026",
        "geplant 2. Dezember 2026 · Stadtbetriebe · Antwort Im März.",
        "weitergegeben an Bauhof 2. Dezember 2026 · Stadt Musterstadt",
        "erledigt 20. März 2027 · Stadt Musterstadt · Antwort Sie &lt;steht&gt;.",
    ]
    assert page(client, need).text.count("qw-timeline__entry--answer") == 2
    assert "Mona" not in page(client, need).text


def test_what_was_shortened_shows_that_and_not_what_it_was(client, mona):
    need = factories.public_need("Herr Kanarie parkt falsch", text="Kanarie wohnt Nr. 7.")
    actions.shorten(need=need, title="Falsch geparkt", text="", by=mona)
    assert "von der Moderation gekürzt 23. November 2026" in timeline(client, need)[-1]
    assert "Kanarie" not in page(client, need).text


def test_who_said_it_and_finds_it_unsolved_is_no_official_answer_and_the_words_are_for_the_team(
    client, mona, erna
):
    need = factories.public_need(person=erna)
    actions.move_on(need=need, state=State.DONE, reason="Repariert.", by=mona)
    actions.say_if_solved(need=need, solved=False, words="Sie wackelt noch.")
    assert timeline(client, need)[-1] == "Rückmeldung: Noch nicht gelöst. 23. November 2026"
    assert "Sie wackelt noch." not in page(client, need).text


def test_the_town_explains_its_words_in_the_language_of_the_reader(client):
    for language, text in (("de", "Jemand kümmert sich."), ("en", "Somebody sees to it.")):
        StateWording.objects.create(
            state=State.PUBLISHED, language=language, label=f"x-{language}", explanation=text
        )
    need = factories.public_need()
    german, english = page(client, need).text, page(client, need, "/en").text
    assert ("Jemand kümmert sich." in german, "Somebody sees to it." in german) == (True, False)
    assert ("Jemand kümmert sich." in english, "Somebody sees to it." in english) == (False, True)


def test_official_comments_are_marked_and_what_waits_there_is_not_shown(client):
    need = factories.public_need()
    public = {"need": need, "visibility": Visibility.PUBLIC}
    Comment.objects.create(text="Bei uns auch.", shown_name="Ute", **public)
    Comment.objects.create(text="Wir sehen es uns an.", is_official=True, **public)
    Comment.objects.create(text="Kanarie", need=need)
    actions.count_again(need)
    shown = words(page(client, need).text)
    assert re.search(r"Antwort der Stadt.{0,40}Stadt Musterstadt.{0,40}Wir sehen es uns an\.", shown)
    assert "2 Kommentare" in shown
    assert "Kanarie" not in shown


def test_what_was_said_twice_leads_to_the_first_and_the_first_names_it(client, mona):
    first, again = factories.public_need("Bank"), factories.public_need("Noch eine Bank")
    actions.mark_duplicate(need=again, of=first, by=mona)
    shown = page(client, again).text
    assert (
        f'href="{HERE}{first.reference}/"'
        in shown.split("Das wurde schon gemeldet")[1].split("Was daraus wurde")[0]
    )
    named = page(client, first).text.split("Das haben auch andere gemeldet")[1].split("</section>")[0]
    assert f'href="{HERE}{again.reference}/"' in named
    actions.remove(need=first, reason="Werbung", by=mona)
    gone = page(client, again).text
    assert "Das wurde schon gemeldet" not in gone
    assert first.reference not in gone


# --------------------------------------------------------------------------------------------------------------------- photos
def test_photos_are_there_while_they_are_shown_and_the_need_is_public(client, mona):
    need = factories.need(photos=[(photo(), "Die Bank"), (photo(), "")])
    first, second = need.photos.all()
    address = f"{HERE}{need.reference}/fotos/{first.pk}/"
    assert client.get(address).status_code == 404
    actions.publish(need=need, by=mona)
    shown = page(client, need).text
    assert f'<img src="{address}?klein=1" alt="Die Bank"' in shown
    assert 'alt="Foto 2, ohne Beschreibung"' in shown
    for way in ("", "?klein=1"):
        picture = client.get(address + way)
        assert (picture.status_code, picture["Content-Type"]) == (200, "image/jpeg")
        assert (
            b"Ruhrufer geheim" not in picture.getvalue() or way == ""
        )  # cleaned where it comes in, not here
    assert client.get(f"{HERE}{factories.public_need().reference}/fotos/{first.pk}/").status_code == 404
    second.state = PhotoState.DROPPED
    second.save()
    assert f"/fotos/{second.pk}/" not in page(client, need).text
    assert client.get(f"{HERE}{need.reference}/fotos/{second.pk}/").status_code == 404
    actions.remove(need=need, reason="Werbung", by=mona)
    assert client.get(address).status_code == 404
    assert client.get(f"{address}?klein=1").status_code == 404


# -------------------------------------------------------------------------------------------------- other spellings, what is gone
@pytest.mark.parametrize("typed", ["hat-2026-0001", "HAT 2026 0001", " hat 2026 0001 ", "Hat-2026-0001"])
def test_a_number_typed_from_paper_leads_to_the_page(client, typed):
    need = factories.public_need()
    Need.objects.update(reference="HAT-2026-0001")
    answer = client.get(f"{HERE}{typed}/")
    assert (answer.status_code, answer["Location"]) == (301, f"{HERE}HAT-2026-0001/")
    actions.remove(need=need, reason="Werbung", by=None)
    assert client.get(f"{HERE}{typed}/", follow=True).status_code == 410


@pytest.mark.parametrize(
    "typed",
    ["HAT-2026-9999", "x", "%00", "HAT-2026-0001%00", "-" * 2000, "%F0%9F%98%80", "..%2F..", "1%27--"],
)
def test_what_is_no_number_is_not_found(client, typed):
    factories.public_need()
    for path in ("", "bild.png", "ort.geojson", "fotos/1/"):
        assert client.get(f"{HERE}{typed}/{path}").status_code == 404


def test_what_is_gone_says_who_took_it_away_and_not_why(client, mona):
    ends = {
        "author": lambda need: actions.take_back(need=need),
        "moderator": lambda need: actions.remove(need=need, reason="Kanarie", by=mona),
        "blocked": lambda need: actions.remove(need=need, reason="Kanarie", by=mona, blocked=True),
    }
    told = {}
    for name, end in ends.items():
        need = factories.public_need("Kanarie Titel", text="Kanarie", place=Place(51.4, 7.2, "Kanarie"))
        end(need)
        answer = page(client, need)
        assert (answer.status_code, "Kanarie" in answer.text, "Mona" in answer.text) == (410, False, False)
        told[name] = answer.context["title"]
        for path in ("bild.png", "ort.geojson"):
            assert client.get(f"{HERE}{need.reference}/{path}").status_code == 404
    assert told == {
        "author": "Dieser Beitrag wurde zurückgezogen",
        "moderator": "Dieser Beitrag wurde von der Moderation entfernt",
        "blocked": "Dieser Beitrag ist gesperrt",
    }


def test_what_waits_is_not_there_in_any_spelling(client):
    need = factories.need("Kanarie")
    for typed in (need.reference, need.reference.lower()):
        answer = client.get(f"{HERE}{typed}/")
        assert (answer.status_code, "Kanarie" in answer.text) == (404, False)


# ------------------------------------------------------------------------------------------------------ what machines are told
def test_search_engines_and_messengers_are_told_one_address_and_what_it_says(client, welper):
    need = factories.public_need('Bank "kaputt" & <alt>', text="Sie wackelt.", place=Place(quarter=welper))
    shown = client.get(f"{HERE}{need.reference}/?eben=quatsch&kommentare=2").text
    address = f"http://testserver{HERE}{need.reference}/"
    assert f'<link rel="canonical" href="{address}">' in shown
    for name, content in {
        "og:title": "Bank &quot;kaputt&quot; &amp; &lt;alt&gt;",
        "og:url": address,
        "og:description": "Problem, veröffentlicht: Sie wackelt.",
    }.items():
        assert f'<meta property="{name}" content="{content}">' in shown
    assert 'property="og:image"' in shown


def test_the_share_card_is_a_picture_of_the_title(client):
    need = factories.public_need()
    answer = client.get(f"{HERE}{need.reference}/bild.png")
    assert answer.status_code == 302
    picture = client.get(answer["Location"])
    assert (picture.status_code, picture["Content-Type"]) == (200, "image/png")


def everything(welper):
    need = factories.public_need(
        "</script><script>alert(1)</script>",
        text="Sie & <!-- wackelt.",
        place=Place(51.4, 7.2, "Am Ufer", welper),
    )
    Need.objects.update(shown_name="Ute B.", support_count=3, comment_count=1)
    need.refresh_from_db()
    return need


def test_json_ld_tells_what_the_page_says_and_nothing_can_leave_the_script(client, welper, erna):
    need = everything(welper)
    Need.objects.update(person=erna)
    scripts = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', page(client, need).text, re.DOTALL
    )
    told = [json.loads(script) for script in scripts]
    assert told[-1] == {
        "@context": "https://schema.org",
        "@type": "DiscussionForumPosting",
        "identifier": need.reference,
        "headline": "</script><script>alert(1)</script>",
        "text": "Sie & <!-- wackelt.",
        "url": f"http://testserver{HERE}{need.reference}/",
        "inLanguage": "de",
        "datePublished": "2026-11-23T12:00:00+01:00",
        "dateModified": "2026-11-23T12:00:00+01:00",
        "author": {"@type": "Person", "name": "Ute B."},
        "contentLocation": {
            "@type": "Place",
            "name": "Am Ufer",
            "geo": {"@type": "GeoCoordinates", "latitude": 51.4, "longitude": 7.2},
        },
        "commentCount": 1,
        "interactionStatistic": {
            "@type": "InteractionCounter",
            "interactionType": {"@type": "AgreeAction"},
            "userInteractionCount": 3,
        },
    }


@pytest.mark.slow
def test_typescript_finds_nothing_wrong_with_the_types_of_json_ld(type_check, welper):
    whole, bare = everything(welper), factories.public_need()
    source = "import type { DiscussionForumPosting, WithContext } from 'schema-dts';\n" + "".join(
        f"export const n{number}: WithContext<DiscussionForumPosting> = {json.dumps(json_ld.of_need(need))};\n"
        for number, need in enumerate((whole, bare))
    )
    assert type_check(source) == ""
    assert "error TS" in type_check(source.replace('"headline"', '"headlines"'))


def test_german_words_on_an_english_page_say_that_they_are_german(client, mona, welper):
    need = factories.public_need("Die Bank", text="Sie wackelt.", place=Place(quarter=welper))
    actions.move_on(need=need, state=State.PLANNED, reason="Im März.", by=mona)
    shown = page(client, need, "/en").text
    assert re.search(r'<h1[^>]* lang="de"[^>]*>Die Bank</h1>', shown)
    assert re.search(r'lang="de">(<div class="qw-prose">)?<p>Sie wackelt.</p>', shown)
    assert re.search(r'lang="de"><p>Im März.</p>', shown)
    assert 'lang="de"><p>' not in page(client, need).text
    english = factories.public_need("The bench")
    Need.objects.filter(pk=english.pk).update(language="en")
    assert re.search(r'<h1[^>]* lang="en"[^>]*>The bench</h1>', page(client, english).text)


# ---------------------------------------------------------------------------------------------------------------- map, cost, cookies
def test_there_is_a_map_where_there_is_ground_under_the_point(client, settings):
    bare = factories.public_need(place=Place(51.4, 7.2, quarter=QuarterFactory(boundary=None)))
    with_outline = factories.public_need(
        place=Place(51.4, 7.2, quarter=QuarterFactory(boundary=square(7.19, 51.39)))
    )
    assert ["data-map" in page(client, need).text for need in (bare, with_outline)] == [False, True]
    settings.MAP_TILES_URL = "https://tiles.example/{z}/{x}/{y}.png"
    assert "data-map" in page(client, bare).text


@pytest.mark.parametrize("many", [1, 3])
def test_however_much_happened_the_database_is_asked_as_often(
    client, mona, welper, many, django_assert_num_queries
):
    need = factories.need(
        place=Place(51.4, 7.2, quarter=welper), field=FieldOfActionFactory(), photos=[(photo(), "")] * many
    )
    actions.publish(need=need, by=mona)
    for number in range(many):
        actions.move_on(
            need=need, state=(State.IN_REVIEW, State.PLANNED, State.IN_REVIEW)[number], reason="Ja.", by=mona
        )
        actions.mark_duplicate(need=factories.public_need("Auch"), of=need, by=mona)
        Comment.objects.create(need=need, text="Auch.", visibility=Visibility.PUBLIC)
    page(client, need)
    with django_assert_num_queries(QUERIES):
        page(client, need)


def test_reading_sets_no_cookie_and_varies_by_none(client):
    answer = page(client, factories.public_need())
    assert (dict(answer.cookies), "cookie" in answer.headers.get("Vary", "").lower()) == ({}, False)
    assert client.post(answer.request["PATH_INFO"]).status_code == 405
