"""What the buttons and notices of the review say, by what is there."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, npgettext

from quartierwerk.events.series.recurrence import zone

from ..enums import Decision, Part, State
from ..models import Announcement, Result

BOTH = gettext_lazy("%(news)s und %(events)s")


def news_and_events(news: int, events: int) -> str:
    """`Nachricht und 2 Termine`, `3 Nachrichten`; "" for nothing."""
    if news and events:
        return BOTH % {"news": news_in_words(news), "events": events_in_words(events)}
    return news_in_words(news) if news else events_in_words(events) if events else ""


def news_in_words(number: int) -> str:
    return npgettext("was daraus wird", "Nachricht", "%(n)d Nachrichten", number) % {"n": number}


def events_in_words(number: int) -> str:
    return npgettext("was daraus wird", "Termin", "%(n)d Termine", number) % {"n": number}


def main_button(
    published: tuple[int, int], kept: tuple[int, int] = (0, 0), changes: Mapping[str, int] | None = None
) -> str:
    """What it does, and nothing left unsaid; `published` and `kept` as drafts: how many news and events."""
    made = ((_("%s veröffentlichen"), published), (_("%s als Entwurf sichern"), kept))
    parts = [words % things for words, number in made if (things := news_and_events(*number))]
    parts += [_change(kind, number) for kind in CHANGES if (number := (changes or {}).get(kind, 0))]
    return capfirst(_joined(parts)) or _("Text ablegen")


CHANGES = ("cancel", "whole", "move", "contact")  # in the order of the button; see `board.Board.changes`


def _change(kind: str, number: int) -> str:
    words = {
        "cancel": ngettext("Termin absagen", "%(n)d Termine absagen", number),
        "whole": ngettext("ganze Reihe absagen", "%(n)d ganze Reihen absagen", number),
        "move": ngettext("Termin verlegen", "%(n)d Termine verlegen", number),
        "contact": ngettext("Ansprechperson anlegen", "%(n)d Ansprechpersonen anlegen", number),
    }
    return words[kind] % {"n": number}


def _many(kind: str) -> str:
    """The figure is filled in by the script."""
    return _change(kind, 2).replace("2", "%(n)d", 1)


def _joined(parts: Sequence[str]) -> str:
    """`Nachricht veröffentlichen, Termin absagen und Termin verlegen`."""
    if len(parts) < 2:
        return "".join(parts)
    return BOTH % {"news": ", ".join(parts[:-1]), "events": parts[-1]}


def already(announcement: Announcement) -> str:
    """Who was faster, and when; "" while it waits."""
    if announcement.state == State.WAITING or announcement.decided_at is None:
        return ""
    at = timezone.localtime(announcement.decided_at, zone())
    said = {
        "who": announcement.decided_by or _("Jemand"),
        "day": date_format(at, "SHORT_DATE_FORMAT"),
        "hour": date_format(at, "TIME_FORMAT"),
    }
    if announcement.state == State.TAKEN:
        return _("%(who)s hat diesen Text am %(day)s um %(hour)s Uhr schon übernommen.") % said
    return _("%(who)s hat diesen Text am %(day)s um %(hour)s Uhr zur Seite gelegt.") % said


def to_check(number: int) -> str:
    return ngettext("%(n)d Angabe bitte prüfen", "%(n)d Angaben bitte prüfen", number) % {"n": number}


def doubts(number: int) -> str:
    """In the head of a part."""
    return ngettext("%(n)d Zweifel", "%(n)d Zweifel", number) % {"n": number}


def left_out(number: int) -> str:
    """ "" for none."""
    if not number:
        return ""
    return ngettext(
        "Ein Teil ist weggelassen; warum, steht bei ihm.",
        "%(n)d Teile sind weggelassen; warum, steht bei jedem.",
        number,
    ) % {"n": number}


def only_events(number: int) -> str:
    return ngettext("Nur den Termin veröffentlichen", "Nur die %(n)d Termine veröffentlichen", number) % {
        "n": number
    }


def only_news(number: int) -> str:
    return ngettext(
        "Nur die Nachricht veröffentlichen", "Nur die %(n)d Nachrichten veröffentlichen", number
    ) % {"n": number}


def made(results: Iterable[Result]) -> str:
    """The notice afterwards: `Veröffentlicht: Nachricht und 2 Termine. Als Entwurf: Termin.`"""
    rows = list(results)
    said = {
        Decision.PUBLISH: _("Veröffentlicht: %s."),
        Decision.DRAFT: _("Als Entwurf gesichert: %s."),
        Decision.CANCEL: _("Abgesagt: %s."),
        Decision.MOVE: _("Verlegt: %s."),
    }
    sentences = []
    for decision, sentence in said.items():
        of = [row.part for row in rows if row.decision == decision]
        things = news_and_events(of.count(Part.NEWS), of.count(Part.EVENT))
        if things:
            sentences.append(sentence % things)
    return " ".join(sentences)


def for_script() -> dict[str, str]:
    """What the script writes on the main button when a choice changes; the figures are filled in there."""
    return {
        "news-one": news_in_words(1),
        "news-many": npgettext("was daraus wird", "Nachricht", "%(n)d Nachrichten", 2),
        "events-one": events_in_words(1),
        "events-many": npgettext("was daraus wird", "Termin", "%(n)d Termine", 2),
        "both": str(BOTH),
        "publish": _("%s veröffentlichen"),
        "keep": _("%s als Entwurf sichern"),
        **{f"{kind}-one": _change(kind, 1) for kind in CHANGES},
        **{f"{kind}-many": _many(kind) for kind in CHANGES},
        "else": _("Text ablegen"),
        "hour": _("%s Uhr"),
        "check-one": to_check(1),
        "check-many": to_check(2).replace("2", "%(n)d", 1),
        "check-none": _("Alles Zweifelhafte ist geprüft"),
        "doubt-one": doubts(1),
        "doubt-many": doubts(2).replace("2", "%(n)d", 1),
        "checked": _("geprüft"),
        "filled": _("ausgefüllt"),
        "none-chosen": _("keine Auswahl"),
    }
