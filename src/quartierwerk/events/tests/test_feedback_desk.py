"""Feedback at the desk: who sees it, how it is counted, and sheets of paper typed in one after the other."""

import csv
import io
import re
import uuid

import pytest
from django.core.exceptions import ValidationError

from quartierwerk.core import audit
from quartierwerk.events import actions, factories
from quartierwerk.events.feedback.pdf import feedback_sheet_pdf
from quartierwerk.events.models import Feedback, Organiser

from .conference import over
from .test_programme_pdf import problems, words

pytestmark = pytest.mark.django_db
PAGES = ["rueckmeldungen/", "rueckmeldungen.csv", "rueckmeldebogen.pdf", "rueckmeldebogen-gross.pdf"]


@pytest.fixture
def cafe(site):
    return over(slug="cafe")


@pytest.fixture
def at_desk(client, carla, settings):
    settings.STAFF_SECOND_FACTOR = False
    client.handler.enforce_csrf_checks = False
    client.force_login(carla)
    return client


def address(event, page=PAGES[0]):
    return f"/schreibtisch/termine/{event.pk}/{page}"


def sheet(**answers):
    return {"rating": "", "liked": "", "wished": "", "submission_key": str(uuid.uuid4()), **answers}


# --------------------------------------------------------------------------------------------------------------- who sees
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("carla", 200), ("dieter", 200), ("mona", 200), ("alex", 200), ("bernd", 200),
        ("ayla", 404), ("edda", 404), ("anton", 404), ("fremder", 404),
    ],
)  # fmt: skip
def test_managers_and_the_events_organisers_see_it(client, cafe, bernd, settings, request, who, status, page):
    settings.STAFF_SECOND_FACTOR = False
    actions.give_feedback(event=cafe, rating=1, liked="Geheimer Text")
    Organiser.objects.create(event=cafe, name="Bürgerverein", account=bernd)
    client.force_login(request.getfixturevalue(who))
    answer = client.get(address(cafe, page))

    assert answer.status_code == status
    assert status == 200 or "Geheimer" not in answer.content.decode()


def test_an_organiser_of_another_event_sees_nothing(client, cafe, bernd):
    Organiser.objects.create(event=over(slug="anderes"), name="Bürgerverein", account=bernd)
    client.handler.enforce_csrf_checks = False
    client.force_login(bernd)

    assert [client.get(address(cafe, page)).status_code for page in PAGES] == [404] * 4
    assert client.post(address(cafe), sheet(rating="1")).status_code == 404
    assert Feedback.objects.count() == 0


@pytest.mark.parametrize("page", PAGES)
def test_visitors_are_sent_to_sign_in(client, cafe, page):
    answer = client.get(address(cafe, page))

    assert (answer.status_code, "/konto/" in answer["Location"] or "login" in answer["Location"]) == (
        302,
        True,
    )


# ---------------------------------------------------------------------------------------------------------- what came back
def test_the_summary_counts_every_rating(at_desk, cafe):
    for rating in (5, 5, 4, 1, None):
        actions.give_feedback(event=cafe, rating=rating, liked="" if rating else "Kuchen")
    shown = at_desk.get(address(cafe)).content.decode()

    assert "5 Rückmeldungen, im Mittel 3,8 von 5" in " ".join(shown.split())
    rows = re.findall(
        r'row" class="kern-table__header">([^<]+)</th><td[^>]*>(\d+)</td><td[^>]*>(\d+) %', shown
    )
    widths = re.findall(r'<rect width="(\d+)"', shown)
    assert rows == [
        ("sehr gut", "2", "50"), ("gut", "1", "25"), ("geht so", "0", "0"), ("nicht so gut", "0", "0"), ("gar nicht gut", "1", "25"),
    ]  # fmt: skip
    assert widths == ["160", "80", "0", "0", "80"]
    assert "Kuchen" in shown


def test_texts_without_ratings_have_no_bars(at_desk, cafe):
    actions.give_feedback(event=cafe, rating=None, wished="Mehr Tee")
    shown = at_desk.get(address(cafe)).content.decode()

    assert ("1 Rückmeldung" in shown, "qw-bar" in shown, "Mehr Tee" in shown) == (True, False, True)


def test_typed_text_is_no_markup(at_desk, cafe):
    actions.give_feedback(event=cafe, rating=None, liked="<script>alert(1)</script>", wished="<b>x</b>")
    shown = at_desk.get(address(cafe)).content.decode()

    assert ("<script>alert" in shown, "<b>x" in shown) == (False, False)


@pytest.mark.parametrize("number", [1, 3])
def test_more_feedback_needs_no_more_queries(at_desk, cafe, number, django_assert_num_queries):
    for each in range(number):
        actions.give_feedback(event=cafe, rating=each + 1, liked=f"Text {each}")
    at_desk.get(address(cafe))
    with django_assert_num_queries(12):
        at_desk.get(address(cafe))


def test_the_table_opens_in_a_spreadsheet_and_runs_nothing(at_desk, cafe):
    actions.give_feedback(
        event=cafe, rating=5, liked='=HYPERLINK("https://boese.example")', wished="  @SUM(1)"
    )
    actions.give_feedback(event=cafe, rating=None, liked='Kuchen; Tee\n"gut"', wished="-1")
    answer = at_desk.get(address(cafe, PAGES[1]))
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))

    assert answer["Content-Disposition"] == 'attachment; filename="rueckmeldungen-cafe.csv"'
    assert rows[0] == [
        "Tag",
        "Gekommen als",
        "Note (5 ist die beste)",
        "Wie hat es Ihnen gefallen?",
        "Was war gut?",
        "Was sollen wir anders machen?",
    ]
    assert rows[1][1:] == ["Formular", "5", "sehr gut", '\'=HYPERLINK("https://boese.example")', "'@SUM(1)"]
    assert rows[2][1:] == ["Formular", "", "", 'Kuchen; Tee\n"gut"', "'-1"]


# --------------------------------------------------------------------------------------------------------------- on paper
def test_a_sheet_is_typed_in_and_the_next_one_is_offered(at_desk, carla, cafe):
    answer = at_desk.post(address(cafe), sheet(rating="2", wished="Mehr Tee"), follow=True)

    kept = Feedback.objects.get()
    assert (kept.rating, kept.wished, kept.came_by, kept.entered_by) == (2, "Mehr Tee", "paper", carla)
    assert audit.entries_about(kept).get().actor == carla
    shown = answer.content.decode()
    assert "1 Bogen ist eingetragen." in shown
    assert "autofocus" in shown


def test_a_sheet_sent_twice_is_kept_once(at_desk, cafe):
    same = sheet(rating="2")
    for _ in range(2):
        at_desk.post(address(cafe), same)

    assert Feedback.objects.count() == 1


def test_an_empty_sheet_is_refused(at_desk, cafe):
    answer = at_desk.post(address(cafe), sheet())

    assert (answer.status_code, Feedback.objects.count()) == (422, 0)
    assert "Bitte beantworten Sie mindestens eine Frage." in answer.content.decode()


def test_paper_counts_also_where_the_page_asks_nobody(at_desk, site):
    event = over(asks_feedback=False)

    assert at_desk.post(address(event), sheet(rating="3")).status_code == 302


def test_before_it_begins_nothing_can_be_typed_in(at_desk, site):
    event = factories.event()
    shown = at_desk.get(address(event)).content.decode()

    assert "Die Veranstaltung hat noch nicht begonnen." in shown
    assert "<textarea" not in shown
    assert at_desk.post(address(event), sheet(rating="3")).status_code == 422
    assert Feedback.objects.count() == 0


@pytest.mark.parametrize("large", [False, True])
def test_the_sheet_asks_the_same_questions(cafe, large):
    content = feedback_sheet_pdf(cafe, large=large)
    text = words(content)

    asked = [
        "1. Wie hat es Ihnen gefallen?",
        "sehr gut",
        "gar nicht gut",
        "2. Was war gut?",
        "3. Was sollen wir anders machen?",
    ]
    assert [each for each in asked if each not in text] == []
    assert "testserver/termine/cafe/rueckmeldung" in text.replace(" ", "")
    assert problems(content) == []


def test_the_size_of_the_sheet_is_true(at_desk, cafe):
    shown = at_desk.get(address(cafe)).content.decode()
    sizes = re.findall(r"\(PDF, ([\d,]+)\s(KB|kB)\)", shown)
    real = [len(at_desk.get(address(cafe, page)).content) / 1024 for page in PAGES[2:]]

    assert [float(size.replace(",", ".")) for size, _ in sizes] == pytest.approx(real, abs=0.06)


# ---------------------------------------------------------------------------------------------------- a sheet is taken back
@pytest.fixture
def mistyped(cafe, carla):
    return actions.give_feedback(event=cafe, rating=1, liked="Suppe", by=carla)


def take_back(sheet, event=None):
    return address(event or sheet.event, f"rueckmeldungen/{sheet.pk}/loeschen/")


def test_a_mistyped_sheet_is_asked_about_and_then_counts_no_more(at_desk, cafe, mistyped, carla):
    actions.give_feedback(event=cafe, rating=5)
    assert take_back(mistyped) in at_desk.get(address(cafe)).content.decode()
    question = at_desk.get(take_back(mistyped)).content.decode()
    assert "Suppe" in question
    assert Feedback.objects.count() == 2

    answer = at_desk.post(take_back(mistyped), follow=True)

    assert "Der Bogen ist gelöscht." in answer.content.decode()
    assert (answer.context["summary"]["total"], answer.context["summary"]["on_paper"]) == (1, 0)
    entry = audit.AuditEntry.objects.get(verb="feedback taken back")
    assert (entry.actor, entry.target_id, entry.details) == (carla, str(mistyped.pk), {"event": cafe.pk})
    assert at_desk.post(take_back(mistyped)).status_code == 404


def test_what_somebody_said_by_the_form_stays(at_desk, cafe):
    own = actions.give_feedback(event=cafe, rating=1, liked="Alles schlecht")

    assert take_back(own) not in at_desk.get(address(cafe)).content.decode()
    assert at_desk.post(take_back(own)).status_code == 404
    with pytest.raises(ValidationError, match="jemand selbst"):
        actions.take_back_sheet(sheet=own, by=None)
    assert Feedback.objects.get() == own


def test_a_sheet_is_taken_back_only_where_it_belongs_and_by_whom_may_see_it(client, at_desk, mistyped, edda):
    assert at_desk.post(take_back(mistyped, over(slug="anderes"))).status_code == 404
    client.force_login(edda)
    assert client.post(take_back(mistyped)).status_code == 404
    client.logout()
    assert client.post(take_back(mistyped)).status_code == 302
    assert Feedback.objects.get() == mistyped
