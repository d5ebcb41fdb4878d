from .aftermath import EventDocument, EventPhoto, Feedback
from .events import Audience, Event, Organiser
from .occurrences import Occurrence
from .programme import AgendaItem, Question
from .registrations import Answer, Attendance, Registration, WorkshopPlace

__all__ = [
    "AgendaItem",
    "Answer",
    "Attendance",
    "Audience",
    "Event",
    "EventDocument",
    "EventPhoto",
    "Feedback",
    "Occurrence",
    "Organiser",
    "Question",
    "Registration",
    "WorkshopPlace",
]
