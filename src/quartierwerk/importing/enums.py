"""Every fixed list of words of this app that is kept in the database."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CameBy(models.TextChoices):
    """How a text reached the desk."""

    PASTED = "pasted", pgettext_lazy("Ankündigung", "eingefügt")
    FILE = "file", _("Datei")
    PAGE = "page", _("Internetseite")
    FEED = "feed", _("Kalender oder Nachrichten eines Partners")
    OLD_SITE = "old_site", _("alte Website")


class State(models.TextChoices):
    """Where an announcement stands."""

    WAITING = "waiting", _("zu prüfen")
    TAKEN = "taken", _("übernommen")
    SET_ASIDE = "set_aside", _("zur Seite gelegt")


class Aside(models.TextChoices):
    """Why a text of an old site was put aside without anybody looking at it."""

    OVER = "over", _("alle Termine darin sind vorbei")
    OLD = "old", _("älter als ein Jahr und ohne Termin")
    EMPTY = "empty", _("weder Nachricht noch Termin")


class Part(models.TextChoices):
    """What an announcement is read into."""

    NEWS = "news", pgettext_lazy("Teil eines Textes", "Nachricht")
    EVENT = "event", pgettext_lazy("Teil eines Textes", "Termin")
    CONTACT = "contact", _("Ansprechperson")
    FIGURE = "figure", _("Zahl")


class Decision(models.TextChoices):
    """What becomes of one part."""

    PUBLISH = "publish", _("veröffentlichen")
    DRAFT = "draft", _("als Entwurf behalten")
    LEAVE_OUT = "leave_out", _("weglassen")
    THERE = "there", _("ist schon da")
    CANCEL = "cancel", _("die vorhandene absagen")
    MOVE = "move", _("die vorhandene verlegen")


MAKES_NEW = (Decision.PUBLISH, Decision.DRAFT)
ABOUT_A_KNOWN_EVENT = (Decision.THERE, Decision.CANCEL, Decision.MOVE)


class FeedKind(models.TextChoices):
    """What a partner's address turned out to hold."""

    CALENDAR = "calendar", _("Kalender")
    NEWS = "news", pgettext_lazy("Partnerquelle", "Nachrichten")


class ChangeState(models.TextChoices):
    """What became of a change that a partner's feed reports."""

    WAITING = "waiting", _("zu prüfen")
    TAKEN = "taken", _("übernommen")
    REFUSED = "refused", _("nicht übernommen")
