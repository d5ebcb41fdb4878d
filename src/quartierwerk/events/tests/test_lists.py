"""The list of those who registered: on paper, and as a table that a spreadsheet opens without running anything."""

import csv
import io
from datetime import UTC, date, datetime

import page
import pytest
from django.urls import reverse
from openpyxl import load_workbook
from pypdf import PdfReader

from quartierwerk.core import audit
from quartierwerk.events import actions, factories, spreadsheets
from quartierwerk.events.door import lists
from quartierwerk.events.enums import QuestionKind
from quartierwerk.events.factories import local
from quartierwerk.people.factories import PersonFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture(autouse=True)
def _the_day_before(time_machine):
    time_machine.move_to(datetime(2026, 10, 7, 8, tzinfo=UTC), tick=False)


@pytest.fixture
def conference():
    return factories.event("Konferenz", starts_at=local(2026, 10, 8, 16), capacity=20, room="Großer Saal")


@pytest.fixture
def today(conference):
    return conference.occurrences.get()


def named(conference, name, **values):
    return factories.registration(conference, person=PersonFactory(name=name), **values)


def table(occurrence):
    text = lists.csv_of(occurrence).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def sheet(occurrence):
    return load_workbook(io.BytesIO(lists.xlsx_of(occurrence))).active


def text_of(pdf):
    return " ".join(" ".join(part.extract_text().split()) for part in PdfReader(io.BytesIO(pdf)).pages)


def problems(pdf):
    result = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    return [failure.message for failure in result.failures]


# ------------------------------------------------------------------------------------------------------------------- paper
@pytest.mark.parametrize("large", [False, True])
def test_the_list_can_be_read_aloud_and_says_what_it_must(conference, today, large):
    wish = actions.Wish(
        party_size=2, party_names=["Karl Beispiel"], needs=["wheelchair"], needs_note="kommt mit Begleithund"
    )
    place = named(conference, "Dr. Anna von der Heide", wish=wish)

    pdf = lists.pdf_of(today, large=large)

    assert problems(pdf) == []
    text = text_of(pdf)
    for words in (
        "Konferenz", "Donnerstag, 8. Oktober 2026, 16 bis 18 Uhr", "Großer Saal", "Personen: 2, Anmeldungen: 1",
        "Heide, Dr. Anna von der", "mit Karl Beispiel", "Rollstuhl", "Begleithund", "Unterschrift", "Seite 1 von",
        "nach dem 15. Oktober 2026 vernichten", f"{place.code[:4]} {place.code[4:]}",
    ):  # fmt: skip
        assert words in text


def test_the_large_print_is_larger(conference, today):
    for number in range(20):
        named(conference, f"Person Nummer{number}")

    pages = [len(PdfReader(io.BytesIO(lists.pdf_of(today, large=large))).pages) for large in (False, True)]
    assert pages[0] < pages[1]


def test_the_waiting_list_stands_apart_in_its_order(conference, today):
    named(conference, "Zoe Zuerst", size=20)
    named(conference, "Wilma Wartet")
    named(conference, "Anna Auch")

    text = text_of(lists.pdf_of(today))
    order = [
        text.index(words)
        for words in ("Zuerst", "Warteliste", "Wartet", "Auch, Anna", "Ohne Anmeldung gekommen")
    ]
    assert order == sorted(order)


def test_typed_text_is_no_markup_on_paper(conference, today):
    named(conference, '#panic("x") *fett* $x$ <a>')

    assert '#panic("x") *fett* $x$' in text_of(lists.pdf_of(today))


def test_an_empty_list_says_so_and_has_lines_to_write_on(today):
    pdf = lists.pdf_of(today)

    assert problems(pdf) == []
    assert "Noch ist niemand angemeldet." in text_of(pdf)


def test_who_cancelled_stands_on_no_list(conference, today):
    actions.cancel_registration(registration=named(conference, "Uwe Abgesagt"))

    assert table(today) == []


# ----------------------------------------------------------------------------------------------------------------- tables
def test_a_german_excel_opens_the_table(conference, today):
    named(conference, "Ayşe Yılmaz", size=3)

    raw = lists.csv_of(today)

    assert raw.startswith(b"\xef\xbb\xbfNachname;Vorname, Titel;Personen;")
    (row,) = table(today)
    assert (row["Nachname"], row["Personen"], row["Stand"], row["Eingegangen"]) == (
        "Yılmaz", "3", "angemeldet", "07.10.2026 10:00",
    )  # fmt: skip


def test_no_contact_data_stand_in_it(conference, today):
    place = factories.registration(conference, person=PersonFactory(name="Ayla Muster", mailed=True))

    written = lists.csv_of(today).decode()
    assert place.person.email not in written
    assert "Muster" in written


HOSTILE = [
    "=cmd|'/c calc'!A0",
    "+49 1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1+1",
    "＝1+1",
    "\x00=1",
    "\n+1",
    "\u00a0=1",
]


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_looks_like_a_formula_is_text_in_the_csv(typed):
    assert spreadsheets.defused(typed).startswith("'")


@pytest.mark.parametrize("typed", ["Müller-Lüdenscheidt", "3", "a=b", "", "Zimmer 4 + 5"])
def test_harmless_text_stays_as_it_was_typed(typed):
    assert spreadsheets.defused(typed) == typed


def test_a_hostile_name_answer_and_question_run_nothing(conference, today):
    question = factories.QuestionFactory(event=conference, text="=HYPERLINK(1)")
    wish = actions.Wish(needs_note='@x;"y"\nz', answers={question.pk: "=1+1"}, party_names=["+1"])
    named(conference, "Eva =SUM(A1)", wish=wish)

    (row,) = table(today)
    assert [row["Nachname"], row["'=HYPERLINK(1)"], row["Begleitung"], row["Bedarf"]] == [
        "'=SUM(A1)", "'=1+1", "'+1", "'@x;\"y\"\nz",
    ]  # fmt: skip
    assert {cell.data_type for line in sheet(today).iter_rows() for cell in line} <= {"s", "n", "d"}
    assert "=SUM(A1)" in [cell.value for cell in sheet(today)[2]]


def test_cells_are_numbers_dates_and_text_as_the_questions_ask(conference, today):
    asked = {
        QuestionKind.NUMBER: "1,5",
        QuestionKind.DATE: "1950-03-02",
        QuestionKind.YES_NO: True,
        QuestionKind.SEVERAL: ["Kaffee", "Tee"],
        QuestionKind.TEXT: "2026",
    }
    questions = {
        kind: factories.QuestionFactory(
            event=conference,
            kind=kind,
            text=str(kind),
            choices="Kaffee\nTee" if kind == QuestionKind.SEVERAL else "",
        )
        for kind in asked
    }
    named(
        conference,
        "Erna Beispiel",
        size=2,
        wish=actions.Wish(party_size=2, answers={questions[k].pk: v for k, v in asked.items()}),
    )

    first, second = ([cell.value for cell in line] for line in sheet(today).iter_rows(max_row=2))
    said = dict(zip(first, second, strict=True))

    assert [said[str(kind)] for kind in asked] == [1.5, datetime(1950, 3, 2), "ja", "Kaffee; Tee", "2026"]  # noqa: DTZ001
    assert (said["Personen"], said["Eingegangen"]) == (2, datetime(2026, 10, 7, 10))  # noqa: DTZ001
    assert lists._typed("31.2.", QuestionKind.DATE) == "31.2."
    assert lists._typed("1950-03-02", QuestionKind.DATE) == date(1950, 3, 2)


def test_the_first_line_stays_in_view_and_columns_are_wide_enough(conference, today):
    named(conference, "Erna Beispiel")

    found = sheet(today)
    assert found.freeze_panes == "B2"
    assert found.column_dimensions["A"].width == 20
    assert found.auto_filter.ref == "A1:K2"


def test_workshops_have_a_column_where_there_are_any(conference, today):
    talk = factories.AgendaItemFactory(event=conference, title="Wohnen", needs_choice=True)
    named(conference, "Erna Beispiel", wish=actions.Wish(workshops=[talk]))

    assert [row["Workshops"] for row in table(today)] == ["Wohnen"]


def test_control_characters_break_no_file(conference, today):
    named(conference, "Eva\x0b Muster")

    assert sheet(today)["A2"].value == "Muster"


@pytest.mark.parametrize("number", [1, 3])
def test_a_table_asks_the_database_a_few_times_however_long_it_is(
    conference, today, number, django_assert_num_queries
):
    for _ in range(number):
        factories.registration(conference)

    with django_assert_num_queries(6):
        lists.csv_of(today)


# -------------------------------------------------------------------------------------------------------------- downloads
@pytest.mark.parametrize(
    ("kind", "starts"), [("pdf", b"%PDF"), ("pdf?gross", b"%PDF"), ("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK")]
)
def test_who_takes_a_list_is_kept(client, settings, conference, carla, kind, starts):
    settings.STAFF_SECOND_FACTOR = False
    client.force_login(carla)

    found = client.get(f"/schreibtisch/termine/{conference.pk}/einlass/anmeldungen.{kind}")

    assert found.content.startswith(starts)
    entry = audit.entries_about(conference).get(verb="registration list downloaded")
    assert (entry.actor, entry.details) == (carla, {"format": kind.partition("?")[0]})
    assert f"anmeldungen-{conference.slug}-2026-10-08" in found.headers["Content-Disposition"]
    assert "no-store" in found.headers["Cache-Control"]


@pytest.mark.parametrize("who", ["edda", "fremder", "anton"])
def test_nobody_else_gets_a_list(client, settings, conference, request, who):
    settings.STAFF_SECOND_FACTOR = False
    client.force_login(request.getfixturevalue(who))
    address = reverse("events:door_list", args=[conference.pk, "csv"])

    assert client.get(address).status_code == 404
    assert not audit.entries_about(conference).filter(verb="registration list downloaded").exists()
