"""What the grammar says of its doubts, in the reader's language; `extract` is pure and keeps the sentences in German."""

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..extract.draft import Doubt, DoubtKind

DOUBTS: dict[DoubtKind, str | Promise] = {
    DoubtKind.NOT_FOR_PUBLIC: _("Nicht für die Öffentlichkeit gedacht? Diese Worte sind weggelassen."),
    DoubtKind.PRIVATE: _("Privat? Diese Angaben sind weggelassen."),
    DoubtKind.PERHAPS_PRIVATE: _("Vielleicht eine private Nummer: Darf sie auf der Seite stehen?"),
    DoubtKind.EMBARGO: _("Sperrfrist: Vorher soll das nicht erscheinen."),
    DoubtKind.ALL_INTERNAL: _("Der ganze Text ist als nicht öffentlich gekennzeichnet."),
    DoubtKind.SENSITIVE: _(
        "Der Text handelt von Privatem einer Person. Er ist nicht zum Veröffentlichen vorgesehen."
    ),
    DoubtKind.NOT_GERMAN: _(
        "Gelesen wird nur Deutsch. Aus diesem Text ist nichts nach Vermutung übernommen."
    ),
    DoubtKind.MINUTES: _("Das ist ein Protokoll; als Nachricht ist es nicht vorgesehen."),
    DoubtKind.WEEKDAY_CONFLICT: _("Wochentag und Datum passen nicht zusammen."),
    DoubtKind.RELATIVE_CONFLICT: _("„Heute“ oder „morgen“ und das Datum passen nicht zusammen."),
    DoubtKind.YEAR_GUESSED: _("Das Jahr steht nicht im Text."),
    DoubtKind.YEAR_FROM_WEEKDAY: _("Das Jahr steht nicht im Text; es folgt aus dem Wochentag."),
    DoubtKind.MONTH_GUESSED: _(
        "Der Monat steht nicht beim Tag; er folgt aus dem Zusammenhang und dem Wochentag."
    ),
    DoubtKind.RELATIVE_DATE: _("Das Datum ist aus dem Wochentag und dem Tag der Meldung errechnet."),
    DoubtKind.NO_SUCH_DATE: _("Dieses Datum gibt es nicht."),
    DoubtKind.MIDNIGHT: _("Um 24 Uhr beginnt schon der nächste Tag."),
    DoubtKind.NO_DATE: _("Im Text steht kein Datum."),
    DoubtKind.NO_TIME: _("Im Text steht keine Uhrzeit."),
    DoubtKind.TIME_INHERITED: _("Die Uhrzeit steht bei einem anderen Termin."),
    DoubtKind.TIME_AMBIGUOUS: _("Morgens oder abends? Die Uhrzeit ist als Wort geschrieben."),
    DoubtKind.IN_THE_PAST: _("Der Termin liegt in der Vergangenheit."),
    DoubtKind.WEEKLY_GUESSED: _("Jede Woche oder nur in dieser? Das steht nicht im Text."),
    DoubtKind.PAUSES: _("Die Reihe macht Pause. Bitte tragen Sie diese Tage als Ausnahmen ein."),
    DoubtKind.EXTRA_DAY: _(
        "Ein Tag kommt hinzu oder liegt anders. Bitte legen Sie ihn als eigene Veranstaltung an."
    ),
    DoubtKind.PLACE_UNKNOWN: _("Der Ort ist noch nicht im Verzeichnis."),
    DoubtKind.ADDRESS_CONFLICT: _("Im Text steht eine andere Adresse als im Verzeichnis."),
    DoubtKind.ADDRESS_TOLD: _("Hier steht die Adresse aus dem Text; im Verzeichnis steht eine andere."),
    DoubtKind.PLACE_OF_HOST: _("Im Text steht kein Ort; das ist das Haus, das einlädt."),
    DoubtKind.AREA_CODE_ADDED: _("Die Vorwahl steht nicht im Text; sie ist die der Stadt."),
    DoubtKind.PHONE_INCOMPLETE: _("Der Telefonnummer fehlt die Vorwahl."),
    DoubtKind.PHONE_ODD: _("Diese Telefonnummer gibt es so vermutlich nicht."),
    DoubtKind.EMAIL_MISSING: _("Eine E-Mail-Adresse ist angekündigt, aber nicht lesbar."),
    DoubtKind.EMAIL_DISGUISED: _("Die E-Mail-Adresse ist verschleiert geschrieben, zum Beispiel mit (at)."),
    DoubtKind.TICKETS: _("Karten: Bitte sehen Sie nach, ob in der Beschreibung steht, wo es sie gibt."),
    DoubtKind.TITLE_GUESSED: _("Der Titel ist aus dem Satz gebildet."),
    DoubtKind.TOO_LONG: _("Der Text ist sehr lang; die Angaben am Ende wurden nicht gelesen."),
}


# Of the whole text or of words in it, whatever part they stand at; they come first.
ABOUT_THE_PUBLIC = frozenset(
    {
        DoubtKind.NOT_FOR_PUBLIC,
        DoubtKind.PRIVATE,
        DoubtKind.EMBARGO,
        DoubtKind.ALL_INTERNAL,
        DoubtKind.MINUTES,
        DoubtKind.SENSITIVE,
    }
)
# Of such a text nothing is chosen to be published.
ABOUT_ALL_OF_IT = frozenset({DoubtKind.ALL_INTERNAL, DoubtKind.SENSITIVE})
LEFT_OUT = frozenset({DoubtKind.NOT_FOR_PUBLIC, DoubtKind.PRIVATE})
_QUOTED, _WHOLE = 90, 400  # letters


def with_its_words(doubt_: Doubt, text: str, *, is_whole: bool = False) -> str:
    """“Privat? Diese Angaben sind weggelassen. „IBAN DE12 …“”; all the words, as far as they are not very many."""
    said = quoted(doubt_, text, _WHOLE if is_whole else _QUOTED)
    return f"{doubt(doubt_)} „{said}“" if said else doubt(doubt_)


def quoted(doubt_: Doubt, text: str, most: int = _QUOTED) -> str:
    """Its words on one line, of so many letters; "" where it has none."""
    words = text[doubt_.span.start : doubt_.span.end].strip(" ,;\n") if doubt_.span else ""
    return Truncator(" ".join(words.split())).chars(most)


def doubt(doubt_: Doubt) -> str:
    if doubt_.kind == DoubtKind.WEEKDAY_CONFLICT and doubt_.day:
        said = {"day": date_format(doubt_.day, "DATE_FORMAT"), "weekday": date_format(doubt_.day, "l")}
        return gettext("Wochentag und Datum passen nicht zusammen: Der %(day)s ist ein %(weekday)s.") % said
    return str(DOUBTS[doubt_.kind])
