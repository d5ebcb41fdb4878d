"""A text comes in, and what somebody decided about its parts is done."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from quartierwerk.core.models import AuditEntry
from quartierwerk.events import factories as event_factories
from quartierwerk.events.enums import Stage
from quartierwerk.events.factories import local
from quartierwerk.events.models import Event
from quartierwerk.importing import actions, factories
from quartierwerk.importing.actions import ContactSaid, EventSaid, FigureSaid, NewsSaid, Said
from quartierwerk.importing.enums import Decision, Part, State
from quartierwerk.importing.models import Announcement, Example, Figure
from quartierwerk.importing.queries import same_events
from quartierwerk.news.models import NewsPage
from quartierwerk.people.models import Contact
from quartierwerk.places.factories import QuarterFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_september")]

NEWS = {"title": "Nähcafé", "teaser": "Wir nähen.", "paragraphs": ["Wir nähen.", "Kommen Sie <gern>."]}


@pytest.fixture
def text():
    return factories.announcement(published_on=date(2026, 8, 31))


def written(title: str = "Nähcafé", **values):
    def write() -> Event:
        event = Event(
            title=title,
            slug="naehcafe",
            summary="Wir nähen.",
            starts_at=local(2026, 10, 6, 15),
            place_name="Bürgerhaus",
            **values,
        )
        event.save()
        return event

    return write


def take(text, by, **said):
    return actions.take(announcement=text, said=Said(**said), by=by)


def test_news_and_event_are_published_and_belong_together(text, edda, news_index):
    quarter = QuarterFactory(name="Südstadt")
    news = NewsSaid(Decision.PUBLISH, {**NEWS, "quarters": [quarter]})
    take(text, edda, news=[news], events=[EventSaid(Decision.PUBLISH, written(), news=0)])
    item, event = NewsPage.objects.get(), Event.objects.get()
    assert (item.live, item.date, event.stage) == (True, date(2026, 8, 31), Stage.PUBLISHED)
    assert list(event.news.all()) == [item]
    assert list(item.quarters.all()) == [quarter]
    assert "Kommen Sie &lt;gern&gt;." in item.body.render_as_block()


def test_a_draft_is_seen_by_nobody(text, edda, news_index):
    take(text, edda, news=[NewsSaid(Decision.DRAFT, NEWS)], events=[EventSaid(Decision.DRAFT, written())])
    assert (NewsPage.objects.get().live, Event.objects.get().stage) == (False, Stage.DRAFT)


def test_what_is_left_out_makes_nothing_and_is_remembered(text, edda, news_index):
    results = take(text, edda, news=[NewsSaid(Decision.LEAVE_OUT)], events=[EventSaid(Decision.LEAVE_OUT)])
    assert (NewsPage.objects.count(), Event.objects.count()) == (0, 0)
    assert [(each.part, each.decision) for each in results] == [
        (Part.NEWS, Decision.LEAVE_OUT),
        (Part.EVENT, Decision.LEAVE_OUT),
    ]


def test_a_new_person_to_ask_stands_at_the_event(text, edda):
    person = ContactSaid(Decision.PUBLISH, {"name": "Uta Muster", "role": "Quartiersentwicklerin"})
    take(text, edda, contacts=[person], events=[EventSaid(Decision.PUBLISH, written(), contact=0)])
    assert Event.objects.get().contact == Contact.objects.get(slug="uta-muster")


def test_a_figure_is_kept_for_the_indicators_with_its_sentence(text, edda):
    take(text, edda, figures=[FigureSaid(Decision.PUBLISH, 23.0, "%", "23 Prozent sind über 65.")])
    figure = Figure.objects.get()
    assert (figure.value, figure.sentence, figure.published_on) == (
        23.0,
        "23 Prozent sind über 65.",
        date(2026, 8, 31),
    )


def test_an_event_that_is_there_is_cancelled_with_the_reason(text, edda):
    event = event_factories.event("Nähcafé", starts_at=local(2026, 10, 6, 15))
    take(text, edda, events=[EventSaid(Decision.CANCEL, known=event, reason="Krankheit")])
    event.refresh_from_db()
    assert (event.stage, event.stage_reason) == (Stage.CANCELLED, "Krankheit")


def test_an_event_that_is_there_is_moved(text, edda):
    event = event_factories.event("Nähcafé", starts_at=local(2026, 10, 6, 15))
    move = {"starts_at": local(2026, 10, 13, 15), "ends_at": None}
    take(text, edda, events=[EventSaid(Decision.MOVE, known=event, reason="Krankheit", move=move)])
    event.refresh_from_db()
    assert event.starts_at == local(2026, 10, 13, 15)


def test_a_decision_about_a_known_event_names_it(text, edda):
    with pytest.raises(ValidationError, match="Bitte wählen Sie die Veranstaltung"):
        take(text, edda, events=[EventSaid(Decision.CANCEL, reason="Krankheit")])


def test_what_one_part_refuses_undoes_all(text, edda, news_index):
    without_place = written()
    with pytest.raises(ValidationError):
        take(
            text,
            edda,
            news=[NewsSaid(Decision.PUBLISH, NEWS)],
            events=[EventSaid(Decision.PUBLISH, without_place), EventSaid(Decision.THERE)],
        )
    text.refresh_from_db()
    assert (NewsPage.objects.count(), Event.objects.count(), text.state) == (0, 0, State.WAITING)


def test_a_text_is_taken_over_once(text, edda):
    take(text, edda)
    with pytest.raises(ValidationError, match="schon übernommen"):
        take(text, edda)


def test_a_correction_is_kept_as_an_example(text, edda):
    example = {
        "text": "…",
        "read_on": date(2026, 9, 1),
        "labels": [{"title": "Nähcafé"}],
        "read": [],
        "is_corrected": True,
    }
    take(text, edda, example=example)
    assert Example.objects.get().labels == [{"title": "Nähcafé"}]


def test_a_text_is_set_aside_and_brought_back(text, edda):
    actions.set_aside(announcement=text, by=edda)
    with pytest.raises(ValidationError, match="liegt zur Seite"):
        take(text, edda)
    actions.bring_back(announcement=text, by=edda)
    text.refresh_from_db()
    assert (text.state, text.decided_at) == (State.WAITING, None)


def test_only_what_lies_aside_is_brought_back(text, edda):
    with pytest.raises(ValidationError, match="liegt nicht zur Seite"):
        actions.bring_back(announcement=text, by=edda)


def test_the_same_words_are_one_text_however_they_are_set(text):
    again, is_new = actions.give(given=actions.Given(factories.TEXT.upper().replace("\n", "  \n")))
    assert (again, is_new, Announcement.objects.count()) == (text, False, 1)


@pytest.mark.parametrize(
    ("words", "reason"), [(" \n", "Der Text ist leer"), ("a" * 1_000_001, "Der Text ist zu lang")]
)
def test_a_text_that_cannot_be_read_is_refused(words, reason):
    with pytest.raises(ValidationError, match=reason):
        factories.announcement(words)


def test_nothing_of_a_text_stands_in_the_audit_log(text, edda):
    take(text, edda)
    assert "Muster" not in str(list(AuditEntry.objects.values_list("details", flat=True)))


def test_an_event_of_the_same_day_with_nearly_the_same_title_may_be_the_same():
    there = event_factories.event("Das Nähcafé im Bürgerhaus", starts_at=local(2026, 10, 6, 15))
    event_factories.event("Kochkurs", starts_at=local(2026, 10, 6, 15))
    event_factories.event("Nähcafé", starts_at=local(2026, 10, 7, 15))
    assert same_events("Nähcafé", local(2026, 10, 6, 18)) == [there]
