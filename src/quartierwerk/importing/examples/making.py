"""A text and the events in it become a labelled example that names nobody."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from ..extract import Gazetteer, extract
from ..extract.layout import Layout
from ..extract.letters import around
from ..extract.reading import Reading, read
from ..extract.stretches import Stretches
from ..extract.text import Text
from ..extract.withheld import withheld
from ..models import Announcement
from .names import name_changes
from .numbers import account_digits, covered_number, number_changes, subscriber
from .persons import Persons, persons
from .placed import changed
from .standins import StandIns

Labels = list[dict[str, Any]]
_AS_THEY_ARE = frozenset(
    "start end start_time end_time doors registration registration_required registration_deadline recurrence status "
    "moved_from warnings".split()
)
_PIECE = 7  # digits by which a piece of an account is known
_PLACES = ("place", "street_address", "venue", "quarter")


def example_of(
    *, announcement: Announcement, read: Labels, corrected: Labels, persons: Iterable[str]
) -> dict[str, Any]:
    """Fields of `Example`; `read` and `corrected` in the form of `labels.as_labels(…)["events"]`.

    `persons`: names that are known to be in it. Names, numbers, e-mail addresses, accounts, private pages, ages and
    birthdays of persons are replaced by samples of the same form, in the text and in both lists alike; what is not for
    the public is not kept at all.
    """
    cover = Cover(announcement.text, announcement.read_on, persons, [*read, *corrected])
    return {
        "text": cover.text,
        "published_on": announcement.published_on,
        "read_on": announcement.read_on,
        "labels": cover.labels(corrected),
        "read": cover.labels(read),
        "is_corrected": read != corrected,
    }


class Cover:
    """Everything that is replaced in one text, and the same in its labels."""

    def __init__(self, text: str, today: date, known: Iterable[str], labels: Labels) -> None:
        said = [value for label in labels for value in _strings(label)]
        self._today = today
        self._standins = StandIns("\n".join([text, *said]))
        self._places = sorted({label[key] for label in labels for key in _PLACES if label.get(key)}, key=len)[
            ::-1
        ]
        text = told(text, today)
        reading = self._read(text)
        self._signed = Stretches(list(around(Layout(Text(text))).hidden))
        self._accounts = account_digits(reading)
        self._persons = self._named(text, reading, [*known, *_contacts(labels)])
        self._subscribers = sorted(
            {
                subscriber(number)
                for number in [
                    *(mention.phone.value.written for mention in reading.phones),
                    *(number for label in labels for number in label.get("phones") or []),
                ]
            },
            key=len,
        )[::-1]
        self.text = self._covered(reading, self._signed)

    def labels(self, labels: Labels) -> Labels:
        return [{key: self._value(key, value) for key, value in label.items()} for label in labels]

    def _read(self, text: str) -> Reading:
        return read(Text(text), self._today, Gazetteer(), is_whole=True)

    def _named(self, text: str, reading: Reading, known: list[str]) -> Persons:
        draft = extract(text, self._today)
        known += [contact.name.value for contact in draft.contacts]
        known += [event.contact.value for event in draft.events if event.contact]
        return persons(reading, known)

    def _value(self, key: str, value: Any) -> Any:
        if key in _AS_THEY_ARE or not value:
            return value
        if isinstance(value, list):
            return [self._value(key, each) for each in value if not self._is_of_an_account(str(each))]
        return self._said(key, value) if isinstance(value, str) else value

    def _said(self, key: str, value: str) -> str:
        match key:
            case "phones":
                return covered_number(value, self._standins)
            case "phones_e164":
                return self._e164(value)
            case "emails":
                return self._standins.email(value)
        return self._covered(self._read(value))

    def _is_of_an_account(self, number: str) -> bool:
        """A piece of an account that was read as a telephone number; the sample account reads as none."""
        digits = "".join(filter(str.isdigit, number))[-_PIECE:]
        return len(digits) == _PIECE and any(digits in account for account in self._accounts)

    def _e164(self, number: str) -> str:
        """Ends with the same digits as the number that was written."""
        end = next((each for each in self._subscribers if each and number.endswith(each)), None)
        if end is None:
            return covered_number(number, self._standins)
        return number[: -len(end)] + self._standins.digits(end)

    def _covered(self, reading: Reading, signed: Stretches | None = None) -> str:
        changes = number_changes(reading, self._standins)
        changes += name_changes(reading, self._persons, self._standins, self._places, signed)
        return changed(reading.text, changes)


def told(text: str, today: date) -> str:
    """Without what is not for the public: of that no word is kept. The number of lines stays."""
    given = Text(text)
    pieces, last = [], 0
    page = Layout(given)
    for start, end in withheld(page, today, around(page).hidden).hidden:
        span = given.span(start, end)
        before = given.raw[last : span.start]
        is_within = given.raw[span.end : span.end + 1] in ("", "\n", " ", ".", ",")
        pieces += [
            before.rstrip(" ") if is_within else before,
            "\n" * given.raw.count("\n", span.start, span.end),
        ]
        last = span.end
    return "".join([*pieces, given.raw[last:]])


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [each for inner in value.values() for each in _strings(inner)]
    return [each for inner in value for each in _strings(inner)] if isinstance(value, list) else []


def _contacts(labels: Labels) -> list[str]:
    return [label["contact"] for label in labels if label.get("contact")]
