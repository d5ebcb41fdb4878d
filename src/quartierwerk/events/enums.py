"""Every fixed list of words of this app, with the groups that rules speak of."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from quartierwerk.people.models import Channel


class Kind(models.TextChoices):
    """What sort of event it is."""

    CONFERENCE = "conference", _("Konferenz")
    VISIT = "visit", _("Quartiersbesuch")
    MEETING = "meeting", _("Treffen")
    TALK = "talk", _("Vortrag")
    WORKSHOP = "workshop", _("Workshop")
    COURSE = "course", _("Kurs")
    CONSULTATION = "consultation", _("Sprechstunde")
    WALK = "walk", _("Rundgang")
    FEAST = "feast", _("Fest")
    OTHER = "other", pgettext_lazy("Veranstaltung", "Sonstiges")


class Stage(models.TextChoices):
    """What editors decided about an event. What readers see follows from it and the clock: `Status`."""

    DRAFT = "draft", _("Entwurf")
    PUBLISHED = "published", _("veröffentlicht")
    CANCELLED = "cancelled", _("abgesagt")


PUBLIC_STAGES = (Stage.PUBLISHED, Stage.CANCELLED)


class Status(models.TextChoices):
    """How an event or one of its dates stands now; told by `rules.status`."""

    DRAFT = "draft", _("Entwurf")
    ANNOUNCED = "announced", _("angekündigt")
    OPEN = "open", _("Anmeldung möglich")
    ELSEWHERE = "elsewhere", _("Anmeldung beim Veranstalter")
    FULL = "full", _("ausgebucht")
    CANCELLED = "cancelled", _("abgesagt")
    MOVED = "moved", _("verlegt")
    OVER = "over", _("vorbei")


class RegistrationMode(models.TextChoices):
    NONE = "none", _("Ohne Anmeldung")
    ASKED = "asked", _("Um Anmeldung wird gebeten")
    REQUIRED = "required", _("Nur mit Anmeldung")
    ELSEWHERE = "elsewhere", _("Anmeldung beim Veranstalter")  # who organises it keeps the list


OWN_LIST = (RegistrationMode.ASKED, RegistrationMode.REQUIRED)  # these are registered for here


class RegistersFor(models.TextChoices):
    """What one registration of a series is for."""

    WHOLE = "whole", _("für die ganze Reihe")
    DATE = "date", _("für jeden Termin einzeln")


class Availability(models.TextChoices):
    """How many places are left, as the public is told; exact numbers are for staff."""

    MANY = "many", _("Plätze frei")
    FEW = "few", _("nur noch wenige Plätze")
    NONE = "none", _("ausgebucht")


class Promotion(models.TextChoices):
    """Who offers a freed place to the first on the waiting list."""

    AUTOMATIC = "automatic", _("von selbst, der Reihe nach")
    BY_HAND = "by_hand", _("von Hand")


class State(models.TextChoices):
    """Where a registration stands; drawn in docs/events.md."""

    UNCONFIRMED = "unconfirmed", _("wartet auf Bestätigung")
    CONFIRMED = "confirmed", _("angemeldet")
    WAITING = "waiting", _("auf der Warteliste")
    OFFERED = "offered", _("Platz angeboten")
    CANCELLED = "cancelled", _("abgemeldet")
    LAPSED = "lapsed", _("verfallen")


HOLDING = (State.UNCONFIRMED, State.CONFIRMED, State.OFFERED)  # these keep a place
DATED = (State.UNCONFIRMED, State.OFFERED)  # these lapse at `expires_at`
ACTIVE = (*HOLDING, State.WAITING)
ENDED = (State.CANCELLED, State.LAPSED)


class CameBy(models.TextChoices):
    """How a registration reached the town; all but the form were entered by staff."""

    FORM = "form", _("Formular")
    PHONE = "phone", _("Anruf")
    LETTER = "letter", _("Brief oder Karte")
    VISIT = "visit", _("persönlich")
    EMAIL = "email", _("E-Mail")
    WALK_IN = "walk_in", _("an der Tür")


class Told(models.TextChoices):
    """How somebody who is registered by staff gets the confirmation."""

    NOW = "now", _("gerade gesagt, am Telefon oder hier")
    BY_LETTER = "letter", _("Brief")
    BY_EMAIL = "email", _("E-Mail")
    BY_PHONE = "phone", _("Anruf, später")
    USUAL = "usual", _("wie sonst auch")

    @property
    def channel(self) -> Channel:
        """The way a notification goes; what was said is a call that is done."""
        ways = {Told.BY_LETTER: Channel.LETTER, Told.BY_EMAIL: Channel.EMAIL}
        return ways.get(self, Channel.PHONE)


class Need(models.TextChoices):
    """What somebody needs in order to take part; health data in the sense of Art. 9 DSGVO, always voluntary."""

    WHEELCHAIR = "wheelchair", _("Platz für Rollstuhl oder Rollator")
    SIGN_LANGUAGE = "sign_language", _("Gebärdensprache")
    HEARING = "hearing", _("Höranlage oder Platz vorn")
    INTERPRETER = "interpreter", _("Übersetzung in eine andere Sprache")
    LIFT = "lift", _("Fahrdienst: Ich möchte abgeholt werden")
    CHILDCARE = "childcare", _("Kinderbetreuung")
    DIET = "diet", _("besonderes Essen")


class AgendaKind(models.TextChoices):
    WELCOME = "welcome", _("Begrüßung")
    TALK = "talk", _("Vortrag")
    DISCUSSION = "discussion", _("Diskussion")
    WORKSHOP = "workshop", _("Workshop")
    BREAK = "break", _("Pause")
    CLOSING = "closing", _("Abschluss")
    OTHER = "other", _("Programmpunkt")


class QuestionKind(models.TextChoices):
    TEXT = "text", _("Text")
    CHOICE = "choice", _("Eine Auswahl")
    SEVERAL = "several", _("Mehrere Auswahlen")
    NUMBER = "number", pgettext_lazy("Frage", "Zahl")
    DATE = "date", pgettext_lazy("Frage", "Datum")
    YES_NO = "yes_no", _("Ja oder Nein")


QUESTIONS_WITH_CHOICES = (QuestionKind.CHOICE, QuestionKind.SEVERAL)


class DocumentKind(models.TextChoices):
    PROGRAMME = "programme", _("Programm")
    MINUTES = "minutes", _("Protokoll")
    SLIDES = "slides", _("Vortragsfolien")
    FLYER = "flyer", _("Einladung")
    OTHER = "other", pgettext_lazy("Dokument", "Sonstiges")
