"""The list of those who registered: on paper with a column to sign, and as a table for Excel.

Contact data do not stand in it; what somebody typed is text, never a formula.

openpyxl is imported where it is used: with numpy it takes 40 MB, which a worker that only reads pages does not need.
"""

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from quartierwerk.core import clock, pdf
from quartierwerk.core.models import Town

from ..enums import ACTIVE, HOLDING, CameBy, QuestionKind, State
from ..models import Attendance, Occurrence, Question, Registration
from ..rules import door as door_rules
from ..spreadsheets import Value, csv_file, printable
from ..words import when, where
from .attendance import expected_at
from .surnames import Sorted, sorted_name

BLANK_LINES = 8  # on paper, for who comes unannounced


@dataclass(frozen=True)
class Column:
    """`value(row)` is a number, a date, a moment in the town's time, text or None; `width` in characters."""

    title: str
    value: Callable[["Row"], Value]
    width: int = 14


@dataclass(frozen=True)
class Row:
    registration: Registration
    name: Sorted
    attendance: Attendance | None


# ---------------------------------------------------------------------------------------------------------- what it says
def rows_of(occurrence: Occurrence) -> list[Row]:
    """Those with a place by surname, then the waiting list in its order; four queries, however many they are."""
    found = expected_at(occurrence).filter(state__in=ACTIVE).order_by("queued_at", "pk")
    admitted = {a.registration_id: a for a in Attendance.objects.filter(occurrence=occurrence).order_by()}
    rows = [Row(r, sorted_name(r.name), admitted.get(r.pk)) for r in _with_choices(found)]
    holding = [row for row in rows if row.registration.state in HOLDING]
    waiting = [row for row in rows if row.registration.state == State.WAITING]
    return [*sorted(holding, key=lambda row: (row.name.key, row.registration.pk)), *waiting]


def _with_choices(rows: QuerySet[Registration]) -> QuerySet[Registration]:
    return rows.select_related("person").prefetch_related("workshop_places__item", "answers")


def companions(registration: Registration) -> str:
    names = registration.party_names if registration.person else registration.party_names[1:]
    return ", ".join(name for name in names if name)


def needs(registration: Registration) -> str:
    return "; ".join([*registration.needs_labels, *filter(None, [registration.needs_note])])


def workshops(registration: Registration) -> str:
    return "; ".join(str(place.item) for place in registration.workshop_places.all())


def answer(registration: Registration, question: Question) -> Value:
    """Typed as the question asks; what does not fit its kind stays text."""
    value = next((a.value for a in registration.answers.all() if a.question_id == question.pk), None)
    if value in (None, "", []):
        return None
    if isinstance(value, bool):
        return _("ja") if value else _("nein")
    if isinstance(value, list):
        return "; ".join(str(each) for each in value)
    return _typed(str(value), question.kind)


def _typed(text: str, kind: str) -> Value:
    try:
        if kind == QuestionKind.NUMBER:
            number = Decimal(text.replace(",", "."))
            return int(number) if number == number.to_integral_value() else float(number)
        if kind == QuestionKind.DATE:
            return date.fromisoformat(text)
    except (InvalidOperation, ValueError, OverflowError):
        pass
    return text


def columns_of(occurrence: Occurrence) -> list[Column]:
    """The columns of the table: the questions of this event each have one, workshops where there are any."""
    columns = [
        Column(_("Nachname"), lambda row: row.name.surname, 20),
        Column(_("Vorname, Titel"), lambda row: row.name.rest, 20),
        Column(_("Personen"), lambda row: row.registration.party_size, 10),
        Column(_("Begleitung"), lambda row: companions(row.registration), 28),
        Column(_("Stand"), lambda row: str(row.registration.get_state_display()), 16),
        Column(_("Bedarf"), lambda row: needs(row.registration), 40),
    ]
    if occurrence.event.agenda.filter(needs_choice=True).exists():
        columns.append(Column(_("Workshops"), lambda row: workshops(row.registration), 32))
    columns += [_question_column(question) for question in occurrence.event.questions.all()]
    return [
        *columns,
        Column(_("Anmeldenummer"), lambda row: row.registration.shown_code, 15),
        Column(_("Gekommen als"), lambda row: str(CameBy(row.registration.came_by).label), 16),
        Column(_("Eingegangen"), lambda row: _local(row.registration.created_at), 17),
        Column(
            _("Eingelassen"), lambda row: _local(row.attendance.admitted_at) if row.attendance else None, 17
        ),
        Column(_("Gekommen (Personen)"), lambda row: row.attendance.people if row.attendance else None, 12),
    ]


def _question_column(question: Question) -> Column:
    return Column(question.text, lambda row: answer(row.registration, question), 24)


def _local(at: datetime) -> datetime:
    return timezone.localtime(at).replace(tzinfo=None, microsecond=0)


# -------------------------------------------------------------------------------------------------------------- CSV, XLSX
def csv_of(occurrence: Occurrence) -> bytes:
    columns = columns_of(occurrence)
    rows = ([column.value(row) for column in columns] for row in rows_of(occurrence))
    return csv_file([[column.title for column in columns], *rows])


def xlsx_of(occurrence: Occurrence) -> bytes:
    """Typed cells, the first line stays in view, columns as wide as what stands in them."""
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    columns = columns_of(occurrence)
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Anmeldungen"))
    sheet.freeze_panes = "B2"
    for number, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.append([_cell(sheet, column.title, head=True) for column in columns])
    rows = rows_of(occurrence)
    for row in rows:
        sheet.append([_cell(sheet, column.value(row)) for column in columns])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: Any, value: Value, *, head: bool = False) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    if isinstance(value, str):
        value = printable(value)
    cell = WriteOnlyCell(sheet, value)  # type: ignore[arg-type]  # the stubs forget dates
    if isinstance(value, str):
        cell.data_type = "s"  # openpyxl would take “=…” for a formula
    elif isinstance(value, datetime):
        cell.number_format = "DD.MM.YYYY HH:MM"
    elif isinstance(value, date):
        cell.number_format = "DD.MM.YYYY"
    if head:
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    return cell


# ------------------------------------------------------------------------------------------------------------- for print
def pdf_of(occurrence: Occurrence, *, large: bool = False) -> bytes:
    """A4 across, PDF/UA-1, in German for the town hall; `large` in large print."""
    with translation.override("de"):
        rows = rows_of(occurrence)
        waiting = [row for row in rows if row.registration.state == State.WAITING]
        with_place = rows[: len(rows) - len(waiting)]
        return pdf.render(
            "registration_list",
            {
                "title": _("Anmeldungen: %s") % occurrence.event.title,
                "language": "de",
                "is_large": large,
                "town": {"name": Town.load().official_name or "Quartierwerk"},
                "event": occurrence.event.title,
                "facts": _facts(occurrence, with_place),
                "destroy": _("Enthält Namen: bitte nicht liegen lassen und nach dem %s vernichten.")
                % date_format(door_rules.destroy_list_after(occurrence), "DATE_FORMAT"),
                "page_of": _("Seite {page} von {pages}"),
                "order": _(
                    "Nach Nachnamen sortiert; „Dr.“, „von“, „van“, „de“ zählen nicht mit, ä gilt als ae."
                ),
                "head": [
                    _("Name"),
                    pgettext("Spalte", "Pers."),
                    _("Bedarf und Workshop"),
                    pgettext("Spalte", "Nummer"),
                    _("Unterschrift"),
                ],
                "rows": [_line(row) for row in with_place],
                "waiting_title": _("Warteliste, der Reihe nach"),
                "waiting": [_line(row) for row in waiting],
                "blank_title": _("Ohne Anmeldung gekommen"),
                "blank": BLANK_LINES,
                "empty": _("Noch ist niemand angemeldet."),
            },
        )


def _facts(occurrence: Occurrence, rows: Iterable[Row]) -> list[str]:
    parties = [row.registration.party_size for row in rows]
    people = sum(parties)
    at = when.of(occurrence.event, occurrence, with_year=True)
    count = _("Personen: %(people)d, Anmeldungen: %(parties)d") % {"people": people, "parties": len(parties)}
    event = occurrence.event
    place = where.short(event)
    printed = _("Stand: %s") % date_format(timezone.localtime(clock.now()), "SHORT_DATETIME_FORMAT")
    return [part for part in (at, place, count, printed) if part]


def _line(row: Row) -> dict[str, Any]:
    registration = row.registration
    return {
        "surname": row.name.surname or _("ohne Namen"),
        "rest": row.name.rest,
        "companions": _("mit %s") % names if (names := companions(registration)) else "",
        "people": registration.party_size,
        "needs": [part for part in (needs(registration), workshops(registration)) if part],
        "code": registration.shown_code,
        "is_in": _in_words(row.attendance),
    }


def _in_words(attendance: Attendance | None) -> str:
    return _("eingelassen %s") % when.minute(attendance.admitted_at) if attendance else ""
