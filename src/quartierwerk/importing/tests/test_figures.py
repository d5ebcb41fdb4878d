"""Numbers from texts at the desk."""

from datetime import date

import pytest

from quartierwerk.core.models import AuditEntry
from quartierwerk.importing import factories
from quartierwerk.importing.enums import Decision, Part
from quartierwerk.importing.models import Figure, Result
from quartierwerk.importing.review.rows import link_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
PAGE = "/schreibtisch/uebernehmen/zahlen/"


def figure(**values: object) -> Figure:
    given = {
        "value": 54000.0,
        "unit": "Menschen",
        "sentence": "In der Musterstadt leben 54.000 Menschen.",
        "published_on": date(2026, 8, 31),
        "url": "https://www.example.org/bericht",
    }
    return Figure.objects.create(**{**given, **values})


def test_a_number_stands_with_its_sentence_day_and_source(at_desk, edda):
    figure()
    client = at_desk(edda)
    page = " ".join(client.get(PAGE).content.decode().split())
    assert [
        said
        for said in (
            "54.000 Menschen</th>",
            "In der Musterstadt leben",
            "31.08.2026",
            "https://www.example.org/bericht",
        )
        if said not in page
    ] == []


def test_a_number_leads_to_its_text_as_long_as_it_is_there(at_desk, edda):
    text = factories.announcement(title="Muster: Pressetext")
    figure(url="", announcement=text)
    page = at_desk(edda).get(PAGE).content.decode()
    assert f'<a href="{text.get_absolute_url()}">Nähcafé im Bürgerhaus</a>' in page


def test_a_number_whose_text_is_deleted_says_so(at_desk, edda):
    figure(url="", published_on=None, value=12.5, unit="%")
    client = at_desk(edda)
    page = client.get(PAGE).content.decode()
    assert ("ein Text, der gelöscht ist" in page, "12,5 %" in page) == (True, True)


def test_a_number_is_deleted(at_desk, edda):
    one = figure()
    client = at_desk(edda)
    client.post(f"{PAGE}{one.pk}/loeschen/")
    assert not Figure.objects.exists()
    assert AuditEntry.objects.get(verb="figure removed").details == {"value": 54000.0, "unit": "Menschen"}


def test_without_numbers_the_page_says_how_they_come(at_desk, edda):
    client = at_desk(edda)
    assert "Noch sind keine Zahlen gemerkt." in client.get(PAGE).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_as_many_queries_whatever_it_holds(at_desk, edda, count, django_assert_num_queries):
    for number in range(count):
        figure(sentence=f"Satz {number}")
    client = at_desk(edda)
    client.get(PAGE)
    with django_assert_num_queries(6):
        assert len(client.get(PAGE).context["page"]) == count


@pytest.mark.parametrize("who", ["ayla", "bernd"])
def test_only_the_towns_editors_may_see_and_delete(client, request, at_desk, who):
    one = figure()
    assert "/anmelden" in client.get(PAGE)["Location"]
    client = at_desk(request.getfixturevalue(who))
    assert (client.get(PAGE).status_code, client.post(f"{PAGE}{one.pk}/loeschen/").status_code) == (403, 403)
    assert Figure.objects.count() == 1


def test_a_number_that_was_kept_is_not_called_public(edda):
    """It is published nowhere."""
    result = Result(part=Part.FIGURE, decision=Decision.DRAFT)
    assert link_of(result, edda)["decision"] == "noch nicht öffentlich"
