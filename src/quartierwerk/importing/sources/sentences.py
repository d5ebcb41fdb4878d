"""Everything reading a file may have to say to a person: closed lists, translated where they are shown."""

from enum import StrEnum


def gettext_noop(sentence: str) -> str:
    """Marks a sentence for the translators; `source_words` asks for the translation."""
    return sentence


class Reason(StrEnum):
    """Why something given cannot be read, and what to do; the values are sentences to show, filled in with `said`."""

    EMPTY = gettext_noop("Die Datei ist leer. Bitte wählen Sie eine andere.")
    TOO_BIG = gettext_noop(
        "Die Datei ist zu groß. Möglich sind höchstens %(most)s; bitte kopieren Sie den Text hier hinein."
    )
    TEXT_TOO_LONG = gettext_noop(
        "Der Text ist zu lang. Möglich sind höchstens %(most)s Zeichen; bitte geben Sie ihn in Teilen."
    )
    TOO_MUCH_WORK = gettext_noop(
        "Die Datei ist zu groß oder zu verschachtelt, um sie zu lesen. Bitte kopieren Sie den Text hier hinein."
    )
    BROKEN = gettext_noop(
        "Die Datei ist beschädigt. Bitte speichern Sie sie neu oder kopieren Sie den Text hier hinein."
    )
    NO_TEXT = gettext_noop("In der Datei steht kein Text.")
    UNKNOWN = gettext_noop(
        "Diese Art von Datei können wir nicht lesen. Möglich sind Text, HTML, Word (.docx), OpenDocument (.odt), PDF und "
        "E-Mail (.eml)."
    )
    OWN_ENTITIES = gettext_noop(
        "Diese Seite hat eine Form, die wir nicht lesen (XML mit eigenen Regeln). Bitte öffnen Sie sie im Browser und kopieren "
        "Sie den Text hier hinein."
    )
    OLD_WORD = gettext_noop(
        "Das ist eine Word-Datei alter Art (.doc). Bitte öffnen Sie sie in Word und speichern Sie sie als .docx."
    )
    RICH_TEXT = gettext_noop(
        "Das ist eine RTF-Datei. Bitte öffnen Sie sie in Word oder Writer und speichern Sie sie als .docx."
    )
    SPREADSHEET = gettext_noop(
        "Das ist eine Tabelle. Bitte kopieren Sie die Zeilen, um die es geht, hier hinein."
    )
    SLIDES = gettext_noop("Das ist eine Präsentation. Bitte speichern Sie sie als PDF.")
    IMAGE = gettext_noop(
        "Das ist ein Bild. Wir lesen keine Schrift aus Bildern; bitte schreiben Sie den Text ab."
    )
    SCAN = gettext_noop(
        "Dieses PDF ist ein Scan ohne Text. Bitte fragen Sie nach der Datei, aus der es entstand, oder schreiben Sie den Text ab."
    )
    PASSWORD = gettext_noop(
        "Die Datei ist mit einem Passwort geschützt. Bitte speichern Sie sie ohne Passwort."
    )
    OUTLOOK = gettext_noop(
        "Das ist eine Nachricht aus Outlook (.msg). Bitte speichern Sie sie als .eml oder kopieren Sie den Text hier hinein."
    )
    CALENDAR = gettext_noop("Das ist eine Kalenderdatei. Bitte kopieren Sie Titel, Zeit und Ort hier hinein.")
    ARCHIVE = gettext_noop(
        "Das ist ein Archiv mit mehreren Dateien. Bitte packen Sie es aus und wählen Sie eine davon."
    )
    FOREIGN_OFFICE = gettext_noop(
        "Diese Datei gehört zu einem anderen Programm. Bitte speichern Sie sie dort als .docx oder PDF."
    )


class HintKind(StrEnum):
    """What somebody should know about a text that was read; the values are sentences to show, filled in with `said`."""

    FIRST_PAGES = gettext_noop("Nur die ersten %(pages)s von %(all)s Seiten wurden gelesen.")
    SCANNED_PAGES = gettext_noop(
        "Auf %(pages)s von %(all)s Seiten steht kein lesbarer Text; sie sind vermutlich Bilder."
    )
    NOT_READ = gettext_noop("Nicht gelesen wurde, was dabei war: %(names)s.")
    FROM_ATTACHMENT = gettext_noop("Der Text stammt aus dem Anhang „%(name)s“.")
    WHOLE_PAGE = gettext_noop(
        "Auf der Seite ließ sich der eigentliche Text nicht erkennen; hier steht alles, was zu sehen ist."
    )
    PARTLY_BROKEN = gettext_noop(
        "Die Datei ist teilweise beschädigt. Bitte vergleichen Sie mit dem Original."
    )


class Hint(str):
    """A sentence of `HintKind`, filled in; `kind` and `said` are kept for those who translate it.

    `said` may hold words of the file itself: it is text to show and nothing else.
    """

    kind: HintKind
    said: dict[str, str]

    def __new__(cls, kind: HintKind, said: dict[str, str] | None = None) -> "Hint":
        hint = super().__new__(cls, kind.value % (said or {}))
        hint.kind, hint.said = kind, said or {}
        return hint

    def __reduce__(self) -> tuple[type["Hint"], tuple[HintKind, dict[str, str]]]:
        """A copy is made of these."""
        return Hint, (self.kind, self.said)


class Unreadable(Exception):
    """What was given cannot be read; `reason` and `said` make the sentence that tells a person what to do."""

    def __init__(self, reason: Reason, **said: str) -> None:
        super().__init__(reason, said)
        self.reason = reason
        self.said = said

    @property
    def sentence(self) -> str:
        return self.reason.value % self.said

    def __str__(self) -> str:
        return self.sentence
