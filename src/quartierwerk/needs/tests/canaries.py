"""Which fields are private, and a canary in each of them: a word or number that stands nowhere else, so that wherever it
turns up something leaked."""

import re
import unicodedata
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count, product
from string import ascii_lowercase
from typing import Any

from django.apps import apps
from django.core.files.base import ContentFile
from django.db import models

from quartierwerk.needs.enums import PhotoState

from .pictures import jpeg

# Everybody may read it, where the thing it belongs to is public; else it is as private as the rest (`is_hidden`).
PUBLIC = "public"
# Nobody but the team, or the person alone: a canary is put in.
PRIVATE = "private"
# As private, but holds no word of its own to look for: a key of another row, a choice, a yes or no, a count.
WORDLESS = "wordless"

# Every field of every model that keeps what somebody said, or who it was. A new one belongs in here: decide.
FIELDS: dict[str, dict[str, str]] = {
    "needs.Need": {
        PUBLIC: "id reference kind title text language field latitude longitude place_name quarter venue is_outside "
        "map_x map_y map_cell shown_name event state visibility duplicate_of handed_to handed_to_contact received_at "
        "published_at answered_at last_answered_at ended_at changed_at support_count comment_count is_sample",
        PRIVATE: "submission_key hidden_because original_title original_text moderated_at told_longer_at "
        "asked_solved_at",
        WORDLESS: "person came_by taken_by assigned_to found_solved",
    },
    "needs.Entry": {PUBLIC: "id need kind state text at by_office", PRIVATE: "", WORDLESS: "by"},
    "needs.InternalNote": {PUBLIC: "", PRIVATE: "text at", WORDLESS: "id need by kind"},
    "needs.Photo": {
        PUBLIC: "id need alt width height order state",
        PRIVATE: "file thumbnail",
        WORDLESS: "is_blurred",
    },
    "needs.Comment": {
        PUBLIC: "id need answers text shown_name is_official visibility published_at at language",
        PRIVATE: "hidden_because moderated_at submission_key",
        WORDLESS: "person by",
    },
    "needs.Support": {PUBLIC: "", PRIVATE: "voter at", WORDLESS: "id need person"},
    "needs.Follow": {
        PUBLIC: "",
        PRIVATE: "started_at confirmed_at told_until",
        WORDLESS: "id need person frequency language",
    },
    "needs.CoDoer": {PUBLIC: "", PRIVATE: "says at submission_key", WORDLESS: "id need person"},
    "needs.AbuseReport": {
        PUBLIC: "",
        PRIVATE: "text at handled_at submission_key",
        WORDLESS: "id need comment reason handled_by",
    },
    "needs.Card": {PUBLIC: "", PRIVATE: "code batch printed_at scan", WORDLESS: "id quarter event need"},
    "needs.InboundMail": {
        PUBLIC: "",
        PRIVATE: "message_id sender_name sender subject text left_out received_at set_aside_at set_aside_because",
        WORDLESS: "id need",
    },
    "needs.MailAttachment": {PUBLIC: "", PRIVATE: "file name", WORDLESS: "id mail"},
    "needs.ApiKey": {
        PUBLIC: "",
        PRIVATE: "name operator digest created_at revoked_at",
        WORDLESS: "id created_by",
    },
    "needs.Open311Token": {PUBLIC: "", PRIVATE: "token", WORDLESS: "id need"},
    "needs.DailyMail": {PUBLIC: "", PRIVATE: "sent_on", WORDLESS: "id user is_wanted"},
    "needs.NeedSettings": {
        PUBLIC: "id moderation prefix answer_within_days ask_if_solved_after_days is_attacked",
        PRIVATE: "",
        WORDLESS: "",
    },
    "needs.StateWording": {PUBLIC: "id state language label explanation", PRIVATE: "", WORDLESS: ""},
    "needs.YearNumber": {PUBLIC: "year last", PRIVATE: "", WORDLESS: ""},
    "people.User": {
        PUBLIC: "",
        PRIVATE: "password last_login email name date_joined",
        WORDLESS: "id is_superuser is_active",
    },
    "people.RoleAssignment": {PUBLIC: "", PRIVATE: "", WORDLESS: "id user role everywhere"},
    "people.Person": {
        PUBLIC: "",
        PRIVATE: "name sounds folded email phone street postal_code city created_at",
        WORDLESS: "id user trusted_person preferred_channel language",
    },
    "people.Contact": {
        PUBLIC: "id name slug role department street postal_code city room phone mobile email office_hours photo is_public "
        "is_sample remark is_main order",
        PRIVATE: "",
        WORDLESS: "latest_revision",
    },
    "people.Consent": {
        PUBLIC: "",
        PRIVATE: "purpose text text_version given_at withdrawn_at",
        WORDLESS: "id person given_by",
    },
    "people.Message": {
        PUBLIC: "",
        PRIVATE: "submission_key text call_when about_url received_at answer closed_because answered_at",
        WORDLESS: "id kind person came_by taken_by about_type about_id state answered_by",
    },
    "people.Notification": {
        PUBLIC: "",
        PRIVATE: "subject body created_at due_on done_on result",
        WORDLESS: "id person channel about_type about_id done_by",
    },
    "people.Attempt": {PUBLIC: "", PRIVATE: "tried_on note", WORDLESS: "id notification by"},
    "core.AuditEntry": {
        PUBLIC: "",
        PRIVATE: "at verb target_id on_behalf_of details",
        WORDLESS: "id actor target_type",
    },
}
APPS = ("needs", "people")
_WORDLESS_TYPES = (models.ForeignKey, models.BooleanField, models.AutoField, models.IntegerField)


# ------------------------------------------------------------------------------------------------- the table and the models
def undecided(table: dict[str, dict[str, str]] = FIELDS) -> list[str]:
    """What stands in the models and not, or not once, in the table, and the other way round."""
    names = {*table, *(model._meta.label for app in APPS for model in apps.get_app_config(app).get_models())}
    return [problem for name in sorted(names) for problem in _undecided_in(name, table.get(name))]


def _undecided_in(name: str, decided: dict[str, str] | None) -> Iterator[str]:
    if decided is None:
        yield f"{name}: no field is decided about"
        return
    fields = {each.name: each for each in apps.get_model(name)._meta.concrete_fields}
    listed = [each for names in decided.values() for each in names.split()]
    yield from (f"{name}.{each}: public or private?" for each in fields if listed.count(each) != 1)
    yield from (f"{name}.{each}: there is no such field" for each in listed if each not in fields)
    wordless = (fields[each] for each in decided[WORDLESS].split() if each in fields)
    yield from (
        f"{name}.{each.name}: holds words, so it is private" for each in wordless if _holds_words(each)
    )


def _holds_words(each: models.Field) -> bool:
    is_wordless = each.choices or isinstance(each, _WORDLESS_TYPES) or each.name == "language"
    return not is_wordless


def is_hidden(row: models.Model) -> bool:
    """Whether the public sees nothing of this row, so that even its public fields are private."""
    need, own = getattr(row, "need", None), getattr(row, "visibility", "public")
    state = getattr(row, "state", "")
    if need is not None and need.visibility != "public":
        return True
    return own != "public" or state == PhotoState.DROPPED or not getattr(row, "is_public", True)


# ------------------------------------------------------------------------------------------------------------------ canaries
FIRST_DAY = date(1901, 1, 1)  # long before any need, event or person here
_PLANTED = re.compile(
    r"zqv[a-z]{5}|739[0-9]{5}|c0ffee00[0-9a-f-]{4,28}|\b19[0-3][0-9]-[01][0-9]-[0-3][0-9]\b"
)
_GERMAN_DAY = re.compile(r"\b([0-3]?[0-9])\. ?(\w+|[01]?[0-9]\.) ?(19[0-3][0-9])\b")
_APART = re.compile(r"(?<=\d)[\s/().\u2011\u2013-]+(?=\d)")
_MONTHS = (
    "januar februar märz april mai juni juli august september oktober november dezember".split()  # noqa: SIM905
)


@dataclass
class Canaries:
    """What was planted: the canary and where (`needs.Need.original_text of 3`)."""

    planted: dict[str, str] = field(default_factory=dict)
    _signatures: list[str] = field(default_factory=list)
    _words: Iterator[str] = field(
        default_factory=lambda: (
            "zqv" + "".join(five) for five in product(reversed(ascii_lowercase), repeat=5)
        )
    )
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))
    _days: Iterator[int] = field(default_factory=lambda: count(1))

    def word(self, where: str) -> str:
        return self._kept(next(self._words), where)

    def digits(self, where: str) -> str:
        """Eight digits in a row."""
        return self._kept(str(73_900_000 + next(self._numbers)), where)

    def key(self, where: str) -> uuid.UUID:
        made = uuid.UUID(f"c0ffee00-0000-4000-8000-{next(self._numbers):012d}")
        self._kept(made.hex, where)
        return made

    def day(self, where: str) -> date:
        made = FIRST_DAY + timedelta(days=next(self._days))
        self._kept(made.isoformat(), where)
        return made

    def signature(self, token: str, where: str) -> None:
        """What makes a private link: `HAT-2026-0001:signature`."""
        self._signatures.append(self._kept(token.rpartition(":")[2], where))

    def _kept(self, canary: str, where: str) -> str:
        self.planted[canary] = where
        return canary

    def in_text(self, text: str) -> set[str]:
        """The canaries in it, however written: in capitals, with blanks between digits, as a German date."""
        text = unicodedata.normalize("NFKC", text)
        small = text.lower()
        found = {match.replace("-", "") if "ffee" in match else match for match in _PLANTED.findall(small)}
        found |= {match for match in _PLANTED.findall(_APART.sub("", small)) if match.startswith("739")}
        found |= {*_days(small)}
        found |= {signature for signature in self._signatures if signature in text}
        return found & self.planted.keys()


def _days(text: str) -> Iterator[str]:
    for day, month, year in _GERMAN_DAY.findall(text):
        number = month.rstrip(".")
        known = int(number) if number.isdigit() else _MONTHS.index(month) + 1 if month in _MONTHS else 0
        yield f"{year}-{known:02d}-{int(day):02d}"


# ------------------------------------------------------------------------------------------------------------------ planting
def plant(canaries: Canaries, row: models.Model) -> None:
    """Fill every private field of one row, past the actions and rules."""
    label = row._meta.label
    names = FIELDS[label][PRIVATE].split() + (FIELDS[label][PUBLIC].split() if is_hidden(row) else [])
    values = {}
    for each in row._meta.concrete_fields:
        if each.name in names and _can_be_filled(each):
            values[each.name] = _value(canaries, row, each, f"{label}.{each.name} of {row.pk}")
    type(row)._base_manager.filter(pk=row.pk).update(**values)


def _can_be_filled(each: models.Field) -> bool:
    return not (
        each.primary_key or each.choices or each.generated or isinstance(each, _WORDLESS_TYPES)
    ) and each.name not in ("reference", "language", "prefix", "slug")


def _value(canaries: Canaries, row: models.Model, each: models.Field, where: str) -> Any:
    for kind, made in _VALUES:
        if isinstance(each, kind):
            return made(canaries, row, each, where)
    raise AssertionError(f"No canary is known for {where}, a {type(each).__name__}.")


def _text(canaries: Canaries, row: models.Model, each: models.Field, where: str) -> str:
    if each.name == "phone":
        return f"+49{canaries.digits(where)}"
    if each.name == "password":
        return f"md5${canaries.word(where)}$"
    return canaries.word(where)


def _moment(canaries: Canaries, row: models.Model, each: models.Field, where: str) -> datetime:
    day = canaries.day(where)
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def _file(canaries: Canaries, row: models.Model, each: models.Field, where: str) -> str:
    """A file with a canary in its name, and another in what a camera hides in it; a public one is clean inside."""
    stored = getattr(row, each.name)
    name = f"needs/2026/{canaries.word(where)}.jpg"
    if stored and not is_hidden(row):
        with stored.open("rb") as clean:
            return each.storage.save(name, ContentFile(clean.read()))
    return each.storage.save(name, ContentFile(jpeg(place=canaries.word(f"inside of {where}"))))


_Made = Callable[[Canaries, models.Model, models.Field, str], Any]
_VALUES: tuple[tuple[type[models.Field], _Made], ...] = (
    (models.FileField, _file),
    (models.EmailField, lambda canaries, _row, _field, where: f"{canaries.word(where)}@example.org"),
    (models.JSONField, lambda canaries, _row, _field, where: {"said": canaries.word(where)}),
    (models.UUIDField, lambda canaries, _row, _field, where: canaries.key(where)),
    (models.DateTimeField, _moment),
    (models.DateField, lambda canaries, _row, _field, where: canaries.day(where)),
    (models.FloatField, lambda canaries, _row, _field, where: float(f"51.{canaries.digits(where)}")),
    (models.TextField, _text),
    (models.CharField, _text),
)
