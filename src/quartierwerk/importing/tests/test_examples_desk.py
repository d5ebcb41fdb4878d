"""Examples at the desk: looked over, deleted, given away; `make score` reads what was given away."""

import importlib.util
import json
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from quartierwerk.core import clock, privacy
from quartierwerk.core.models import AuditEntry
from quartierwerk.importing.examples.differences import differences
from quartierwerk.importing.examples.making import example_of
from quartierwerk.importing.extract import extract
from quartierwerk.importing.labels import as_labels
from quartierwerk.importing.models import Announcement, Example

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
PAGE = "/schreibtisch/uebernehmen/lernbeispiele/"
FILE = "/schreibtisch/uebernehmen/lernbeispiele.jsonl"
TEXT = "Lesung mit Uwe Quast\nAm 6. Mai 2026 um 19 Uhr in der Bücherei. Tel. 02324 204-5551."
TODAY = date(2026, 4, 1)
ROOT = next((up for up in Path(__file__).resolve().parents if (up / "tools/score.py").is_file()), None)


def example(text: str = TEXT, **changes: object) -> Example:
    announcement = Announcement(text=text, read_on=TODAY, published_on=date(2026, 3, 30))
    read = as_labels("", extract(text, TODAY))["events"]
    corrected = [{**read[0], **changes}]
    fields = example_of(announcement=announcement, read=read, corrected=corrected, persons=[])
    return Example.objects.create(**fields)


def test_the_text_is_shown_without_its_persons_and_beside_what_was_corrected(at_desk, edda):
    example(start="2026-05-06T19:30")
    client = at_desk(edda)
    answer = client.get(PAGE)
    row = answer.context["shown"][0]
    assert [(each.field, each.before, each.after) for each in row["differences"]] == [
        ("Beginn", "06.05.2026 19:00", "06.05.2026 19:30")
    ]
    page = answer.content.decode()
    assert "Lesung mit Kim Muster" in page
    assert [canary for canary in ("Quast", "204-5551") if canary in page] == []


def test_a_learning_example_goes_after_two_years():
    old, young = example(), example(f"{TEXT} Noch eine.")
    Example.objects.filter(pk=old.pk).update(made_at=clock.now() - timedelta(days=731))
    assert {each.key: count for each, count in privacy.delete_expired()}["import_examples"] == 1
    assert list(Example.objects.all()) == [young]


def test_what_nobody_changed_is_not_called_right(at_desk, edda):
    example()
    page = at_desk(edda).get(PAGE).content.decode()
    assert "<p>Nichts geändert.</p>" in page
    assert "war richtig gelesen" not in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_as_many_queries_whatever_it_holds(at_desk, edda, count, django_assert_num_queries):
    for number in range(count):
        example(f"{TEXT} Nummer {number}.")
    client = at_desk(edda)
    client.get(PAGE)
    with django_assert_num_queries(QUERIES):
        assert len(client.get(PAGE).context["shown"]) == count


QUERIES = 7


def test_without_examples_the_page_says_how_they_come(at_desk, edda):
    client = at_desk(edda)
    assert "Noch gibt es keine Lernbeispiele." in client.get(PAGE).content.decode()


def test_an_example_is_deleted(at_desk, edda):
    one, other = example(), example(f"{TEXT} Zwei.")
    client = at_desk(edda)
    client.post(f"{PAGE}{one.pk}/loeschen/")
    assert list(Example.objects.all()) == [other]
    assert AuditEntry.objects.get(verb="example removed").actor == edda


def test_all_are_loaded_as_json_lines_the_oldest_first(at_desk, edda):
    first, second = example(), example(f"{TEXT} Zwei.", title="Uwe Quast liest")
    client = at_desk(edda)
    answer = client.get(FILE)
    lines = [json.loads(line) for line in b"".join(answer.streaming_content).decode().splitlines()]
    assert lines[0] == {
        "id": f"example-{first.pk}",
        "text": first.text,
        "published": "2026-03-30",
        "ref_date": "2026-04-01",
        "events": first.labels,
        "tags": [],
    }
    assert (lines[1]["id"], lines[1]["tags"]) == (f"example-{second.pk}", ["corrected"])
    assert lines[1]["events"][0]["title"] == "Kim Muster liest"
    assert AuditEntry.objects.get(verb="examples exported").details == {"count": 2}


@pytest.mark.parametrize("way", [PAGE, FILE])
def test_only_the_towns_editors_may_see_them(client, at_desk, ayla, anton, bernd, way):
    assert "/anmelden" in client.get(way)["Location"]
    for stranger in (ayla, anton, bernd):
        client = at_desk(stranger)
        assert client.get(way).status_code == 403


@pytest.mark.parametrize("who", ["ayla", "bernd"])
def test_only_the_towns_editors_may_delete(request, at_desk, who):
    one = example()
    client = at_desk(request.getfixturevalue(who))
    assert client.post(f"{PAGE}{one.pk}/loeschen/").status_code == 403
    assert Example.objects.count() == 1


def test_the_command_writes_the_same_lines(tmp_path):
    one = example()
    out = StringIO()
    call_command("export_examples", stdout=out)
    call_command("export_examples", tmp_path / "out.jsonl", stdout=StringIO())
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == out.getvalue()
    assert json.loads(out.getvalue())["text"] == one.text
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("export_examples", tmp_path / "nirgends" / "out.jsonl")


def test_make_score_reads_them(tmp_path, capfd):
    if ROOT is None:
        pytest.skip("the tools are not beside the installed package")
    spec = importlib.util.spec_from_file_location("score", ROOT / "tools/score.py")
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    example(start="2026-05-06T19:30")
    call_command("export_examples", tmp_path / "out.jsonl", stdout=StringIO())
    assert tool.main([str(tmp_path / "out.jsonl"), "--show"]) == 0
    said = capfd.readouterr().out
    if "nothing was measured" in said:
        pytest.skip("the program that scores does not lie beside the project")
    assert "time 2026-05-06T19:00 for 2026-05-06T19:30" in said
    assert tool.main([str(tmp_path / "fehlt.jsonl")]) == 1


def event(title, start="2026-05-06T19:00", **more):
    return {"title": title, "start": start, **more}


def told(read, corrected):
    return [(each.title, each.field, each.before, each.after) for each in differences(read, corrected)]


def test_what_was_no_event_and_what_was_missed_are_told_whole():
    assert told([event("Lesung"), event("Frist", "2026-05-01")], [event("Lesung"), event("Ball", None)]) == [
        ("Ball", "Titel", "Frist", "Ball"),
        ("Ball", "Beginn", "01.05.2026", "–"),
    ]
    assert told([event("Lesung"), event("Frist", "2026-05-01")], [event("Lesung")]) == [
        ("Frist", "", "01.05.2026", "kein Termin")
    ]
    assert told([], [event("Ball")]) == [("Ball", "", "nicht erkannt", "ergänzt")]


def test_words_stand_for_codes():
    read, right = (
        event("Ball", registration="tickets", phones=[]),
        event("Ball", registration="required", phones=["1", "2"]),
    )
    assert told([read], [right]) == [
        ("Ball", "Telefon", "–", "1, 2"),
        ("Ball", "Anmeldung", "mit Karten", "erforderlich"),
    ]
