"""Why an address could not be read: a closed list, each with its sentence."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Reason(StrEnum):
    """Kept by name at a feed (`Feed.problem`), so names stay."""

    NO_ADDRESS = "no_address"
    SCHEME = "scheme"
    PORT = "port"
    USER_INFO = "user_info"
    ODD_HOST = "odd_host"
    UNKNOWN_HOST = "unknown_host"
    NOT_PUBLIC = "not_public"
    REDIRECTS = "redirects"
    NOT_REACHED = "not_reached"
    CERTIFICATE = "certificate"
    TOO_SLOW = "too_slow"
    TOO_LARGE = "too_large"
    PACKED = "packed"
    KIND = "kind"
    NOT_FOUND = "not_found"
    FORBIDDEN = "forbidden"
    BUSY = "busy"
    FAILED = "failed"
    ODD_ANSWER = "odd_answer"
    ROBOTS = "robots"


SENTENCES: dict[Reason, str | Promise] = {
    Reason.NO_ADDRESS: _(
        "Das ist keine Internetadresse. Bitte kopieren Sie sie ganz, mit https:// am Anfang."
    ),
    Reason.SCHEME: _("Nur Adressen, die mit https:// oder http:// beginnen, werden gelesen."),
    Reason.PORT: _("Diese Adresse nennt einen ungewöhnlichen Anschluss (Port). Er wird nicht gelesen."),
    Reason.USER_INFO: _("In dieser Adresse stehen Zugangsdaten. Bitte nehmen Sie die Adresse ohne sie."),
    Reason.ODD_HOST: _("Der Name in dieser Adresse ist ungewöhnlich geschrieben und wird nicht gelesen."),
    Reason.UNKNOWN_HOST: _("Diese Adresse gibt es nicht. Bitte vergleichen Sie die Schreibweise."),
    Reason.NOT_PUBLIC: _("Diese Adresse liegt nicht im öffentlichen Internet und wird nicht gelesen."),
    Reason.REDIRECTS: _("Die Adresse leitet immer weiter. Bitte nehmen Sie die, bei der der Browser endet."),
    Reason.NOT_REACHED: _("Unter dieser Adresse antwortet gerade niemand."),
    Reason.CERTIFICATE: _("Die Verbindung ist nicht sicher: Das Zertifikat der Adresse stimmt nicht."),
    Reason.TOO_SLOW: _("Die Antwort hat zu lange gedauert."),
    Reason.TOO_LARGE: _("Was unter dieser Adresse liegt, ist zu groß (mehr als 10 MB)."),
    Reason.PACKED: _("Die Antwort ist so verpackt, dass sie sich nicht öffnen lässt."),
    Reason.KIND: _("Was unter dieser Adresse liegt, ist keine Seite mit Text, sondern etwas anderes."),
    Reason.NOT_FOUND: _("Unter dieser Adresse ist nichts (mehr) zu finden."),
    Reason.FORBIDDEN: _("Diese Adresse ist nur nach Anmeldung zu lesen."),
    Reason.BUSY: _("Die Gegenseite bittet um eine Pause. Bitte versuchen Sie es später noch einmal."),
    Reason.FAILED: _("Die Gegenseite meldet einen Fehler. Bitte versuchen Sie es später noch einmal."),
    Reason.ODD_ANSWER: _("Die Antwort der Gegenseite ist nicht zu verstehen."),
    Reason.ROBOTS: _(
        "Wer diese Seite betreibt, möchte nicht, dass Programme sie lesen (robots.txt). "
        "Bitte kopieren Sie den Text und fügen Sie ihn ein."
    ),
}


def sentence(reason: Reason) -> str:
    return str(SENTENCES[reason])
