"""What is read out of a text: values, each beside the words it came from. No behaviour."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, order=True)
class Span:
    """Characters start … end (exclusive) of the text as it was given."""

    start: int
    end: int


class DoubtKind(StrEnum):
    """Why somebody should look at a value; the values are sentences to show."""

    NOT_FOR_PUBLIC = "Nicht für die Öffentlichkeit gedacht? Diese Worte sind weggelassen."
    PRIVATE = "Privat? Diese Angaben sind weggelassen."
    PERHAPS_PRIVATE = "Vielleicht eine private Nummer: Darf sie auf der Seite stehen?"
    EMBARGO = "Sperrfrist: Vorher soll das nicht erscheinen."
    ALL_INTERNAL = "Der ganze Text ist als nicht öffentlich gekennzeichnet."
    SENSITIVE = "Der Text handelt von Privatem einer Person. Er ist nicht zum Veröffentlichen vorgesehen."
    NOT_GERMAN = "Gelesen wird nur Deutsch. Aus diesem Text ist nichts nach Vermutung übernommen."
    MINUTES = "Das ist ein Protokoll; als Nachricht ist es nicht vorgesehen."
    WEEKDAY_CONFLICT = "Wochentag und Datum passen nicht zusammen."
    RELATIVE_CONFLICT = "„Heute“ oder „morgen“ und das Datum passen nicht zusammen."
    YEAR_GUESSED = "Das Jahr steht nicht im Text."
    YEAR_FROM_WEEKDAY = "Das Jahr steht nicht im Text; es folgt aus dem Wochentag."
    MONTH_GUESSED = "Der Monat steht nicht beim Tag; er folgt aus dem Zusammenhang und dem Wochentag."
    RELATIVE_DATE = "Das Datum ist aus dem Wochentag und dem Tag der Meldung errechnet."
    NO_SUCH_DATE = "Dieses Datum gibt es nicht."
    MIDNIGHT = "Um 24 Uhr beginnt schon der nächste Tag."
    NO_DATE = "Im Text steht kein Datum."
    NO_TIME = "Im Text steht keine Uhrzeit."
    TIME_INHERITED = "Die Uhrzeit steht bei einem anderen Termin."
    TIME_AMBIGUOUS = "Morgens oder abends? Die Uhrzeit ist als Wort geschrieben."
    IN_THE_PAST = "Der Termin liegt in der Vergangenheit."
    WEEKLY_GUESSED = "Jede Woche oder nur in dieser? Das steht nicht im Text."
    PAUSES = "Die Reihe macht Pause. Bitte tragen Sie diese Tage als Ausnahmen ein."
    EXTRA_DAY = "Ein Tag kommt hinzu oder liegt anders. Bitte legen Sie ihn als eigene Veranstaltung an."
    PLACE_UNKNOWN = "Der Ort ist noch nicht im Verzeichnis."
    ADDRESS_CONFLICT = "Im Text steht eine andere Adresse als im Verzeichnis."
    ADDRESS_TOLD = "Hier steht die Adresse aus dem Text; im Verzeichnis steht eine andere."
    PLACE_OF_HOST = "Im Text steht kein Ort; das ist das Haus, das einlädt."
    AREA_CODE_ADDED = "Die Vorwahl steht nicht im Text; sie ist die der Stadt."
    PHONE_INCOMPLETE = "Der Telefonnummer fehlt die Vorwahl."
    PHONE_ODD = "Diese Telefonnummer gibt es so vermutlich nicht."
    EMAIL_MISSING = "Eine E-Mail-Adresse ist angekündigt, aber nicht lesbar."
    EMAIL_DISGUISED = "Die E-Mail-Adresse ist verschleiert geschrieben, zum Beispiel mit (at)."
    TICKETS = "Karten: Bitte sehen Sie nach, ob in der Beschreibung steht, wo es sie gibt."
    TITLE_GUESSED = "Der Titel ist aus dem Satz gebildet."
    TOO_LONG = "Der Text ist sehr lang; die Angaben am Ende wurden nicht gelesen."


@dataclass(frozen=True)
class Doubt:
    """`day`: until when it holds, where that is said; of a weekday that does not fit, the day it is about."""

    kind: DoubtKind
    span: Span | None = None
    day: date | None = None

    @property
    def sentence(self) -> str:
        return self.kind.value


@dataclass(frozen=True)
class Value(Generic[T]):
    """One value; `spans`: the words that say so (empty: concluded from the whole); confidence 0…1."""

    value: T
    spans: tuple[Span, ...] = ()
    confidence: float = 1.0
    doubts: tuple[Doubt, ...] = ()


class Registration(StrEnum):
    REQUIRED = "required"
    REQUESTED = "requested"
    TICKETS = "tickets"
    NOT_NEEDED = "not_needed"
    UNSPECIFIED = "unspecified"


class Status(StrEnum):
    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"  # its day does not hold, no other is known: schema.org EventPostponed
    MOVED = "moved"  # this is its new day: schema.org EventRescheduled


@dataclass(frozen=True)
class Phone:
    """`e164` is empty where no area code is known. `full`: with the area code or the beginning that stands at the number
    before it (“02324 204-5501 oder 204-5502”), without “App. 12”; empty where that is just what is written."""

    written: str
    e164: str = ""
    full: str = ""


@dataclass(frozen=True)
class EventDraft:
    """One date of one event. `start`: a datetime, a date where no time is stated, None where no date can be
    derived; then `start_time` and `end_time` may be there. `recurrence`: “weekly:TU,FR”, “biweekly:WE”,
    “monthly:2TH”, “monthly:-1TH”, “daily:”. `summary`: one or two sentences, 300 characters at most; `description`:
    paragraphs. `registration_how`: the words that say by which way. `capacity`: how
    many may come. `dates`: how many dates a series has. `news`: which of the draft's news speaks of it.
    `excluded`: days on which the series does not take place."""

    span: Span
    title: Value[str]
    summary: Value[str] | None = None
    description: tuple[Value[str], ...] = ()
    start: Value[datetime | date] | None = None
    end: Value[datetime | date] | None = None
    start_time: Value[time] | None = None
    end_time: Value[time] | None = None
    doors: Value[time] | None = None
    place: Value[str] | None = None
    street_address: Value[str] | None = None
    venue: Value[str] | None = None
    quarter: Value[str] | None = None
    contact: Value[str] | None = None
    phones: tuple[Value[Phone], ...] = ()
    emails: tuple[Value[str], ...] = ()
    links: tuple[Value[str], ...] = ()
    registration: Value[Registration] = field(default_factory=lambda: Value(Registration.UNSPECIFIED))
    registration_how: Value[str] | None = None
    registration_deadline: Value[date] | None = None
    capacity: Value[int] | None = None
    price: Value[str] | None = None
    dates: Value[int] | None = None
    recurrence: Value[str] | None = None
    excluded: tuple[Value[date], ...] = ()
    status: Value[Status] = field(default_factory=lambda: Value(Status.SCHEDULED))
    moved_from: Value[date] | None = None
    news: int = 0
    doubts: tuple[Doubt, ...] = ()

    @property
    def all_doubts(self) -> tuple[Doubt, ...]:
        """Those of the event and of each of its values, in the order of the form."""
        found = list(self.doubts)
        for value in vars(self).values():
            for each in value if isinstance(value, tuple) else (value,):
                if isinstance(each, Value):
                    found += [doubt for doubt in each.doubts if doubt not in found]
        return tuple(found)


@dataclass(frozen=True)
class NewsDraft:
    span: Span
    title: Value[str]
    teaser: Value[str] | None
    body: tuple[Value[str], ...]
    published: Value[date] | None = None


@dataclass(frozen=True)
class ContactDraft:
    """Somebody the text names as the person to ask. `role` as written, such as “Quartiersentwicklerin”."""

    name: Value[str]
    role: Value[str] | None = None
    street_address: Value[str] | None = None
    phones: tuple[Value[Phone], ...] = ()
    emails: tuple[Value[str], ...] = ()


@dataclass(frozen=True)
class FigureDraft:
    """A number about people of the town, with its sentence; offered to the indicators."""

    value: Value[float]
    unit: str
    sentence: str


@dataclass(frozen=True)
class Draft:
    news: tuple[NewsDraft, ...] = ()
    events: tuple[EventDraft, ...] = ()
    contacts: tuple[ContactDraft, ...] = ()
    figures: tuple[FigureDraft, ...] = ()
    doubts: tuple[Doubt, ...] = ()
