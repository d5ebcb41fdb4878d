"""On a page in another language, what the town wrote says in which language it is (WCAG 3.1.2)."""

import re

import pytest

from quartierwerk.core.long_words import with_soft_hyphens
from quartierwerk.events import actions, factories
from quartierwerk.events.actions import Wish
from quartierwerk.events.enums import AgendaKind, QuestionKind, Stage
from quartierwerk.events.factories import AgendaItemFactory, QuestionFactory, local

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _hattingen(site, time_machine):
    time_machine.move_to(local(2026, 9, 1, 12), tick=False)


@pytest.fixture
def conference():
    return factories.event(
        "Armutskonferenz", slug="konferenz", capacity=80, starts_at=local(2026, 10, 8, 16), largest_party=2
    )


def read(client, path):
    return re.sub(r"\s+", " ", client.get(path).content.decode())


def test_questions_their_hints_and_their_choices_are_marked(client, conference):
    QuestionFactory(
        event=conference, text="Wie kommen Sie?", help_text="Wegen der Räder.", kind=QuestionKind.CHOICE,
        choices="Mit dem Rad\nZu Fuß",
    )  # fmt: skip

    english, german = (read(client, f"{prefix}/termine/konferenz/anmelden/") for prefix in ("/en", ""))

    for words in ("Wie kommen Sie?", "Wegen der Räder.", "Mit dem Rad", "Zu Fuß"):
        assert f'<span lang="de">{words}</span>' in english
        assert words in german
    assert '<span lang="de">' not in german


def test_the_hint_of_a_question_is_text_and_no_markup(client, conference):
    QuestionFactory(event=conference, text="Frage <1>?", help_text="<b>wichtig</b>")

    page = read(client, "/termine/konferenz/anmelden/")

    assert "&lt;b&gt;wichtig&lt;/b&gt;" in page
    assert "Frage &lt;1&gt;?" in page


def test_workshops_are_marked_but_not_how_full_they_are(client, conference):
    AgendaItemFactory(
        event=conference, title="Wohnen", room="Saal 2", kind=AgendaKind.WORKSHOP, capacity=2, needs_choice=True,
        starts_at=local(2026, 10, 8, 17),
    )  # fmt: skip

    assert '<span lang="de">Wohnen, Saal 2</span> (only a few places left)' in read(
        client, "/en/termine/konferenz/anmelden/"
    )


def test_an_error_names_its_question_in_the_language_of_the_question(client, conference):
    QuestionFactory(event=conference, text="Wie kommen Sie?", is_required=True)

    response = client.post("/en/termine/konferenz/anmelden/", {"name": "Erna"})

    assert '"><span lang="de">Wie kommen Sie?</span> – ' in response.content.decode()


def test_the_reason_of_a_cancelled_event_is_marked_within_its_sentence(client, conference):
    conference.stage, conference.stage_reason = Stage.CANCELLED, "Wasserschaden & Umbau"
    conference.save()

    assert '<p>Reason: <span lang="de">Wasserschaden &amp; Umbau</span></p>' in read(
        client, "/en/termine/konferenz/"
    )
    assert "<p>Grund: Wasserschaden &amp; Umbau</p>" in read(client, "/termine/konferenz/")


def test_ones_own_page_marks_workshops_questions_and_reasons(client, conference):
    question = QuestionFactory(
        event=conference, text="Wie kommen Sie?", kind=QuestionKind.CHOICE, choices="Zu Fuß"
    )
    workshop = AgendaItemFactory(
        event=conference, title="Wohnen", kind=AgendaKind.WORKSHOP, needs_choice=True
    )
    registration = factories.registration(
        conference, wish=Wish(party_size=1, workshops=[workshop], answers={question.pk: "Zu Fuß"})
    )

    path = f"/en{registration.own_path}"
    page = read(client, path)

    assert '<dt><span lang="de">Wie kommen Sie?</span></dt><dd lang="de">Zu Fuß</dd>' in page
    assert '<dd lang="de">Wohnen</dd>' in page

    conference.stage, conference.stage_reason = Stage.CANCELLED, "Wasserschaden"
    conference.save()
    assert '<span lang="de">Wasserschaden</span>' in read(client, path)


def test_what_people_wrote_themselves_claims_no_language(client, conference):
    question = QuestionFactory(event=conference, text="Was noch?", kind=QuestionKind.TEXT)
    registration = factories.registration(
        conference, wish=Wish(party_size=1, answers={question.pk: "See you"})
    )

    assert "<dd>See you</dd>" in read(client, f"/en{registration.own_path}")


def test_rooms_of_the_programme_are_marked(client, conference):
    AgendaItemFactory(event=conference, title="Begrüßung", room="Großer Saal")

    assert re.search(
        r'<span lang="de"><svg[^>]*>.{,400}?</svg> Großer Saal</span>', read(client, "/en/termine/konferenz/")
    )


def test_the_heading_of_a_narrowed_list_marks_what_is_german_in_it(client, conference):
    audience = factories.AudienceFactory(name="Ältere Menschen", slug="aeltere")
    conference.audiences = [audience]
    conference.save()

    page = read(client, "/en/termine/?fuer=aeltere")

    assert '<h1>Events: <span lang="de">Ältere Menschen</span></h1>' in page
    assert "<title>Events: Ältere Menschen" in page


def test_a_partners_frame_marks_titles_but_not_what_we_say_about_them(client, conference):
    conference.stage, conference.stage_reason = Stage.CANCELLED, "Wasserschaden"
    conference.save()
    actions.keep_dates(event=conference)

    page = read(client, "/en/termine/eingebettet/")

    assert '<h2 class="qw-event__title" lang="de">' in page
    assert '<div lang="de">' not in page


@pytest.mark.parametrize(
    ("word", "seams"),
    [
        ("Nachbarschaftsfrühstück", "Nachbarschafts|frühstück"),
        ("Seniorenbegegnungsstätte", "Senioren|begegnungs|stätte"),
        ("Gedächtnistraining", "Gedächtnis|training"),
        ("Nachbarinnentreffen", "Nachbarinnentreffen"),
        ("Jugendlichentreff", "Jugendlichentreff"),
        ("Sommerfest", "Sommerfest"),
        ("Administration", "Administration"),
    ],
)
def test_long_words_may_break_at_their_seams(word, seams):
    assert with_soft_hyphens(f"Zum {word}!") == f"Zum {seams}!".replace("|", "\u00ad")


def test_a_german_file_says_so_and_what_stands_only_in_german(client, conference):
    QuestionFactory(event=conference, text="Wie kommen Sie?")
    english, german = (read(client, f"{prefix}/termine/konferenz/") for prefix in ("/en", ""))

    assert re.search(r'<a class="qw-document" href="[^"]+\.pdf" hreflang="de" download>', english)
    assert english.count("(PDF, German, ") == 2
    assert "hreflang" not in german.partition("<main")[2]
    assert "(PDF, Deutsch" not in german

    told = "Workshops und Fragen zu dieser Veranstaltung gibt es bisher nur auf Deutsch."
    forms = [client.get(f"{prefix}/termine/konferenz/anmelden/") for prefix in ("/en", "")]
    assert [answer.context["only_german"] for answer in forms] == [True, False]
    assert told not in forms[1].content.decode()


def test_a_form_without_workshops_and_questions_says_nothing_of_them(client, conference):
    assert client.get("/en/termine/konferenz/anmelden/").context["only_german"] is False
