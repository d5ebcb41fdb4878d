"""What stands around an announcement that came as a letter, a mail or a press release: letterhead, sender, “Sehr geehrte …”,
“Mit freundlichen Grüßen”, “Bitte veröffentlichen Sie …”. Nothing is read or told of it but its day and its subject.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from .dates import DateMention
from .heads import is_event_name
from .layout import Layout
from .lexicon import MONTHS, WEEKDAYS
from .mail_forms import SAYS_NOTHING
from .mail_heads import days_of, is_mail_head, mail_heads
from .mails import asides
from .stretches import Stretch, Stretches
from .text import Text

_HEAD = 40  # lines in which the head of a letter is looked for
_SENDER = 14  # lines of a sender at most
_SIGNATURE = 8  # lines below a greeting at most
_SIGNED_NEAR_THE_END = 30  # lines
_NAMES_ABOVE = 3  # lines of names above the street of a sender
_FIRST = 8  # lines in which a salutation may begin a paragraph
_BELOW = 3_000
_SHORT = 70  # characters of a line of a signature

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = (
    rf"(?:(?:{'|'.join(WEEKDAYS)}),?\s)?\d{{1,2}}\.\s?(?:\d{{1,2}}\.|(?:{_MONTH})\.?)\s?(?:\d{{4}}|\d\d)\b\.?"
)
_PLACE_AND_DAY = (
    rf"(?:[A-ZÄÖÜ][\w./-]+(?:\s[A-ZÄÖÜ(][\w./)-]+)?,?\s)?(?:(?i:den|am|vom|v\.|datum:?)\s)?(?i:{_DAY})"
)
_A_DAY = re.compile(rf"{_DAY}|\b\d{{1,2}}\.\d{{1,2}}\.", re.IGNORECASE)
_AUTHORITY = r"(?:(?:Hanse|Kreis|Landeshaupt)?[Ss]tadt|Gemeinde|Markt|(?:Land)?[Kk]reis|(?:Verbands|Samt|Kirchen|Pfarr)gemeinde|Amt|Bezirksamt)"
_RELEASE = r"(?i:(?:gemeinsame\s)?(?:presse|medien)-?(?:mitteilung|information|info|meldung|notiz|erklärung|dienst|text|service)(?:en)?)"
_SEPARATOR = r"\s*[-|/,:()\n*]*\s*"
_NUMBER = r"(?:(?i:nr\.?|nummer)?\s*\d{1,4}(?:\s?[/.-]\s?\d{2,4})?(?!\s?\d?\.))?"
_SENDER_SAID = (
    r"(?:(?:der|des|von|vom|aus)\s(?:(?!\b(?:zu[mr]?|über|für|lädt|laden|wegen)\b)[^.:!?\d\n]){2,70}?"
    rf"|{_AUTHORITY}\s[A-ZÄÖÜ][^.:!?\d\n]{{2,40}}?)?"
)
_LETTERHEAD = re.compile(
    rf"{_SEPARATOR}{_RELEASE}{_SEPARATOR}{_NUMBER}{_SEPARATOR}{_SENDER_SAID}{_SEPARATOR}{_NUMBER}{_SEPARATOR}(?:{_PLACE_AND_DAY})?{_SEPARATOR}"
)
_PASSED = r"(?:(?:wg|aw|re|fwd?|antw|tr)\s?:\s*)"
_SUBJECT = re.compile(
    rf"(?:\*?(?:betreff|betr\.|subject)\s?:?\*?\s+{_PASSED}*|{_PASSED}+)(?P<subject>\S.*)", re.IGNORECASE
)
_EMBARGO = re.compile(
    r"\W*(?:sperrfrist|sperrvermerk)\b.{0,90}"
    r"|\W*(?:zur|ab) sofort(?:igen)? (?:veröffentlichung|frei(?:gegeben)?)\W*", re.IGNORECASE)  # fmt: skip
_PRESS_OFFICE = re.compile(
    r"(?:.{0,50}[\s,/|-])?(?:Presse(?:stelle|amt|büro|referat|kontakt|sprecher(?:in)?)|(?:Presse-?(?: und|&) )?Öffentlichkeitsarbeit)\b[^.!?]{0,40}"
)
_AUTHORITY_ALONE = re.compile(
    rf"(?:(?:Die|Der)\s)?(?:{_AUTHORITY}|(?:Ober)?[Bb]ürgermeister(?:in)?|Landr(?:at|ätin))(?:\s[\w./()-]+){{0,4}}(?:\s?[-/|]\s?.{{0,40}})?"
)
_OF_A_SENDER = re.compile(
    r"(?:Fachbereich|FB|Referat|Abteilung|Dezernat|Fachdienst|Postfach|Stabsstelle)\s.{1,60}"
    r"|[A-ZÄÖÜ][\w.-]+(?:\s[\w.-]+){0,3}\s(?!(?:19|20)\d\d\b)\d{1,4}\s?[a-z]?(?:\s?[,|*-]\s?\d{5}\s[A-ZÄÖÜ].{1,40})?|(?:D-)?\d{5}\s[A-ZÄÖÜ].{1,40}"
    r"|(?i:tel|telefon|telefax|fax|mobil|handy|e-?mail|internet|web|homepage)\b\W.{0,80}|\S+@\S+|(?:www\.|https?://)\S+"
    r"|(?:Ihre? )?(?:Ansprechpartner(?:in)?|Kontakt|Auskunft(?: erteilt)?|Bearbeiter(?:in)?|Absender|Zimmer)\b\s?:?.{0,60}"
)
_PLACE_AND_DAY_ALONE = re.compile(_PLACE_AND_DAY)
_HELLO = r"(?:hallo|hallöchen|hi|hey|huhu|moin(?:\s?moin)?|servus|tach|guten (?:tag|morgen|abend)|grüß (?:gott|dich|euch)|grüezi|liebe[rs]?)"
_ALL_OF_YOU = (
    r"(?:zusammen|miteinander|allerseits|alle|ihr (?:lieben|beiden|zwei|alle)|lieben|leute|damen|herr(?:en|n)?|frau|redaktion|"
    r"redaktionsteam|team|liebes team|"
    r"kolleg\w+|gemeindemitglieder|mitglieder)"
)
_SALUTATION = re.compile(
    r"(?:sehr (?:geehrte|verehrte)|(?:werte|verehrte|geehrte)[rs]?\s)[^.?]{0,110}[,!]?$"
    rf"|{_HELLO}\b[^.?:]{{0,70}},$"
    rf"|{_HELLO}\s{_ALL_OF_YOU}\b[^.?:]{{0,50}}!?$"
    r"|(?:moin(?:\s?moin)?|hallöchen|huhu|servus|grüß gott|guten (?:tag|morgen))[!.]?$",
    re.IGNORECASE,
)
_SALUTATION_FIRST = re.compile(  # “Hallo zusammen, am Samstag …”
    rf"(?:{_HELLO}\s{_ALL_OF_YOU}\b[^.,?!:\n]{{0,30}}|(?:hallo|hi|hey)\s(?:frau\s|herr\s)?(?-i:[A-ZÄÖÜ][a-zäöüß]+)(?=,))[,!]\s(?=\S)",
    re.IGNORECASE,
)
_HELLO_KIM = re.compile(r"(?:Hallo|Hi|Hey|Liebe[rs]?|Moin|Servus)\s[A-ZÄÖÜ][a-zäöüß]+[!.]?$")
_FAREWELL = re.compile(
    r"(?:(?:mit\s|ganz\s)?(?:(?:den|die)\s)?(?:freundlich|herzlich|best|lieb|viel|schön|sonnig|adventlich|weihnachtlich|kollegial|nachbarschaftlich)\w{0,4}\s"
    r"(?:und\s\w+\s)?gr(?:u|ü|ue)(?:ß|ss)(?:en?)?\b|"
    r"gr(?:ü|ue)(?:ß|ss)e? (?:aus|von)\b|(?:vielen\s)?dank(?:e)?\s(?:und|&)\s(?:\w+\s)?gr(?:u|ü|ue)(?:ß|ss)e?\b|"
    r"hochachtungsvoll|mfg\b|lg\b|gez\.|i\.\s?a\.\s|"
    r"(?:gottes segen|alles gute)\b.{0,30}\b(?:ihre?|eure?)\b)[^.:\d]{0,90}$",
    re.IGNORECASE,
)
_NAMED = r"(?:,?\s(?:(?:von|ihre?|eure?|dein|deine)\s){0,2}(?-i:[A-ZÄÖÜ][\wäöüß.-]+)(?:\s(?:(?:und|&)\s)?(?-i:[A-ZÄÖÜ][\wäöüß.-]+)){0,3})"
_SHORT_FAREWELL = re.compile(  # where the text ends
    r"(?:lg|vg|bg|hg|mfg|glg|lieben gru(?:ß|ss)|(?:mit\s)?(?:\w+em\s)?gru(?:ß|ss)|gr(?:ü|ue)(?:ß|ss)e|herzlichst|(?:best|kind|"
    r"warm)\s(?:regards|wishes)|regards|cheers|vergelt's gott|ciao|"
    r"tschüss?i?|servus|(?:mit\s)?(?:den\s)?besten wünschen|alles liebe|alles gute"
    rf"|bis (?:bald|dann|später|morgen|demnächst|nächste woche)|(?:vielen\s|herzlichen\s|lieben\s|besten\s)?dank(?:e|"
    rf"eschön)?(?=,?\s)){_NAMED}?\s?[,!.)(:;-]*$"
    r"|(?:vielen\s|herzlichen\s|lieben\s|besten\s)?danke?\b.{0,60}\b(?:und|&)\s(?:\w+\s)?gr(?:u|ü|ue)(?:ß|ss)e?\b.{0,40}$",
    re.IGNORECASE,
)
_CLOSES_A_LINE = re.compile(
    r"(?<=[.!?)])\s(?P<closes>(?:lg|vg|glg|mfg|(?:liebe|viele|beste|herzliche|schöne)\s(?:grüße|gruesse))\b[^.:\d\n]{0,40}$)",
    re.IGNORECASE,
)
_ONLY_A_NAME = re.compile(
    r"(?:(?:Euer|Eure|Ihr|Ihre)\s[A-ZÄÖÜ][\w-]*(?:\s[A-ZÄÖÜ][\w-]*)?|[A-ZÄÖÜ][a-zäöüß]{2,11}(?:\s(?:und|&)\s[A-ZÄÖÜ][a-zäöüß]{2,11})?)"
)
_SIGNATURE_BEGINS = re.compile(r"--|__")  # “-- ”, as programs for mail set it; three are a line between parts
_NOT_SIGNED = re.compile(r"p\.?\s?s\b|n\.\s?b\.|[-*]\s|\d{1,2}\.\s?\d|(?:wann|wo|was|ort|beginn|zeit|datum)\s?:", re.IGNORECASE)  # fmt: skip
_SENTENCE = re.compile(
    r"(?:^|(?<=[.!?]\s))(?:[A-ZÄÖÜ]|(?:anbei|beiliegend|im anhang|[Vv]ielen Dank|wie (?:ver|be|tele|an)\w+)\b)(?:[^.!?\n]|\.(?=\S))*[.!?]?",
    re.MULTILINE,
)
_ASKING = (
    "veröffentlich",
    "druck",
    "publizier",
    "bekannt",
    "weiterleit",
    "weiter zu",
    "weiter leit",
    "beleg",
    "anbei",
    "beiliegend",
    "im anhang",
    "dank",
    "rückfragen",
    "kontakt",
    "wie versprochen",
    "wie besprochen",
    "wie vereinbart",
)
_ASKS = re.compile(
    r"\bbitte\b.{0,60}\b(?:veröffentlich|abdruck|abzudruck|druck(?:en)? sie|publizier|bekannt ?(?:zu )?(?:machen|geben)|weiter ?(?:zu )?leiten)"
    r"|\b(?:veröffentlich|abdruck|bekanntgabe|weiterleitung)\w*.{0,60}\b(?:würde|bitten?|gebeten|dank|freuen|dankbar|honorarfrei)"
    r"|\b(?:bitte|dank|freuen|dankbar)\w*\b.{0,60}\b(?:veröffentlichung|abdruck\b|bekanntgabe)"
    r"|\b(?:abdruck|veröffentlichung) (?:ist )?(?:honorar)?frei\b|\bbeleg(?:exemplar)?\b.{0,20}(?:\berbeten|$)"
    r"|^(?:anbei|beiliegend|im anhang)\b.{0,40}\b(?:erhalten|finden|sende|schicke|übersende|maile)"
    r"|^(?:(?:vielen|herzlichen|besten)\s)?dank im voraus\b|\b(?:dank|danke)\b.{0,25}\b(?:im voraus|ihre (?:mühe|unterstützung))"
    r"|^(?:vielen |herzlichen )?dank\b.{0,30}\bfür (?:das|die|ihre?n?|deine?n?|eure?n?) "
    r"(?:\w+ )?(?:gespräch|telefonat|nachricht|mail|rückmeldung|antwort)"
    r"|^wie (?:versprochen|besprochen|vereinbart|telefonisch|angekündigt)\b.{0,30}\b(?:schick|send|maile|erhalten|übersend|komm)"
    r"|^für rückfragen stehe (?:ich|n wir)\b",
    re.IGNORECASE,
)
_TO_THE_PRESS = (
    "bitte veröffentlich",
    "zu veröffentlichen",
    "um veröffentlichung",
    "um abdruck",
    "liebe redaktion",
    "bitte drucken",
)
_ASKS_THE_PRESS = re.compile(
    r"^(?:(?:presse-?|bei )?rückfragen|(?:presse)?kontakt)\b.{0,80}\b(?:presse\w*|medien|journalist\w*|redaktion\w*)",
    re.IGNORECASE,
)
_DANGLES = re.compile(  # “E-Mail:” whose address the page showed in another way
    r"[,;]?[ ]?\be-?mail(?:-adresse)?:[ ]*(?=[.,;)](?:\s|$))|^e-?mail(?:-adresse)?:[ ]*(?=\n[ ]*(?:\n|$)|\Z)",
    re.IGNORECASE | re.MULTILINE,
)
# One of them is in every letter: a text without any is none, and a word is found sooner than a pattern.
_MARKS = (
    *"presse medien öffentlichkeitsarbeit betr subject gesendet von: from: sperr geehrte verehrte liebe hallo guten moin werte mail: "
    "gruß gruss grüß grüss grueß gruess hochachtungsvoll mfg gez. herzlichst ciao tschü wünschen veröffentlich abdruck beleg anbei beiliegend "
    "anhang dank segen druck".split(),
    "bis bald", "bis dann", "bis später", "bis morgen", "bis demn", "alles gute",
)  # fmt: skip
_SHORT_MARKS = re.compile(
    r"\b[lvbh]g\b|^\W{0,3}(?:hi|hey|hallö\w*|huhu|servus|tach|wg|aw|re|fwd?)\b|^(?:--|__)\s*$", re.MULTILINE
)


@dataclass(frozen=True)
class Around:
    """`hidden`: stretches that are not announced; `subject`: where “Betreff: …” says it; `days`: dates of the head;
    `untold`: read, but not told; `signature`: who writes to readers, not to those who publish, is whom to ask."""

    hidden: tuple[Stretch, ...] = ()
    subject: Stretch | None = None
    days: tuple[DateMention, ...] = ()
    is_letter: bool = False
    untold: tuple[Stretch, ...] = ()
    signature: tuple[Stretch, ...] = ()


def around(layout: Layout) -> Around:
    text, beside = layout.text, asides(layout)
    if not beside.hidden and not _has_marks(text):
        return Around(untold=beside.untold)
    earlier = Stretches(list(beside.earlier))
    lines = [each for each in text.lines if each[0] < each[1] and not earlier.meet(*each)] or [(0, 0)]
    plain = text.plain
    salutation = _salutation(plain, lines)
    head, subject = _head(plain, lines, salutation)
    signed = [*_signatures(plain, text.lines), *_within_a_line(plain, text.lines)]
    if salutation is not None and not signed:
        told = Stretches(list(beside.hidden))
        signed += _name_alone(plain, [each for each in lines if not told.meet(*each)])
    asked = list(_asked(text))
    hidden = head + signed + asked + list(beside.hidden) + _salutations(plain, lines, salutation)
    is_for_the_press = bool(asked or any(word in text.small for word in _TO_THE_PRESS)) or any(
        is_mail_head(plain, *each)
        or _is(_LETTERHEAD, plain, each)
        or _is(_PRESS_OFFICE, plain, each)
        or _is(_EMBARGO, plain, each)
        for each in head
    )
    return Around(
        tuple(sorted(hidden)),
        subject,
        tuple(days_of(text, [each for each in (*head, *beside.wrote) if each[1] <= lines[:_HEAD][-1][1]])),
        salutation is not None or bool(signed),
        (*_dangling(text), *beside.untold),
        () if is_for_the_press else tuple(sorted(signed)),
    )


def _has_marks(text: Text) -> bool:
    return any(map(text.may_say, _MARKS)) or _SHORT_MARKS.search(text.small) is not None


def _salutation(plain: str, lines: list[Stretch]) -> int | None:
    """“Hallo Kim” without a comma is one in a letter only: “Hallo Frühling” is a feast."""
    found = (n for n, each in enumerate(lines[:_HEAD]) if _is(_SALUTATION, plain, each))
    if (first := next(found, None)) is not None:
        return first
    is_signed = any(
        _is(_FAREWELL, plain, each) or _is(_SHORT_FAREWELL, plain, each) for each in lines[-_SENDER:]
    )
    for number, each in enumerate(lines[:3]):
        following = plain[lines[number + 1][0]] if number + 1 < len(lines) else ""
        if _is(_HELLO_KIM, plain, each) and (is_signed or following.islower()):
            return number
    return None


def _salutations(plain: str, lines: list[Stretch], first: int | None) -> list[Stretch]:
    """Of a mail that was passed on there are two."""
    found = [each for n, each in enumerate(lines[:_HEAD]) if n == first or _is(_SALUTATION, plain, each)]
    begun = (_SALUTATION_FIRST.match(plain, *each) for each in lines[:_FIRST])
    return found + [match.span() for match in begun if match]


def _is(pattern: re.Pattern[str], plain: str, line: Stretch) -> bool:
    return line[1] - line[0] < 200 and pattern.fullmatch(plain, *line) is not None


# ----------------------------------------------------------------------------------------------------------- head


def _head(plain: str, lines: list[Stretch], salutation: int | None) -> tuple[list[Stretch], Stretch | None]:
    releases = [each for each in lines if _is(_LETTERHEAD, plain, each) or _is(_EMBARGO, plain, each)]
    subject = next(
        (
            match.span("subject")
            for each in lines[:_HEAD]
            if (match := _SUBJECT.match(plain, *each)) and not SAYS_NOTHING.fullmatch(match["subject"])
        ),
        None,
    )
    found = releases + [each for each in lines[:_HEAD] if _SUBJECT.match(plain, *each)]
    found += mail_heads(plain, lines)
    found += _sender(plain, lines, has_release=any(each in lines[:_HEAD] for each in releases))
    if salutation:
        found += _address(plain, lines[:salutation])
    return list(dict.fromkeys(found)), subject


def _sender(plain: str, lines: list[Stretch], *, has_release: bool) -> list[Stretch]:
    """“Stadt Musterstadt / Pressestelle / Am Markt 1 / …” above everything else."""
    run: list[Stretch] = []
    for each in lines[:_SENDER]:
        if not _is_of_a_sender(plain, each):
            break
        run.append(each)
    is_press = has_release or any(_is(_PRESS_OFFICE, plain, each) for each in run)
    begins = run and not _is(_OF_A_SENDER, plain, run[0]) and not _is(_PLACE_AND_DAY_ALONE, plain, run[0])
    return run if is_press and begins and len(run) < len(lines) else []


def _is_of_a_sender(plain: str, line: Stretch) -> bool:
    forms = (_LETTERHEAD, _EMBARGO, _PRESS_OFFICE, _AUTHORITY_ALONE, _OF_A_SENDER, _PLACE_AND_DAY_ALONE)
    return any(_is(form, plain, line) for form in forms)


def _address(plain: str, lines: list[Stretch]) -> list[Stretch]:
    """Above “Sehr geehrte …”: sender, addressee, place and day; a headline stays."""
    known = [
        each for each in lines if _is(_OF_A_SENDER, plain, each) or _is(_PLACE_AND_DAY_ALONE, plain, each)
    ]
    beside = {number for number, each in enumerate(lines) if each in known}
    if not beside or min(beside) > _NAMES_ABOVE:
        return [each for each in known if _is(_PLACE_AND_DAY_ALONE, plain, each)]
    return [
        each
        for number, each in enumerate(lines)
        if number in beside
        or (
            {number + 1, number + 2} & beside
            and each[1] - each[0] < 50
            and not is_event_name(plain[slice(*each)].split())
            and plain.find("\n\n", each[0], lines[min(number + 1, len(lines) - 1)][0]) < 0
        )
    ]


# ------------------------------------------------------------------------------------------------------ signature


def _signatures(plain: str, every: list[Stretch]) -> Iterator[Stretch]:
    """The greeting and the names below it, at the end of a text or of one of several; all below “--”."""
    yield from _below_two_dashes(plain, every)
    last_lines = len(every) - _SIGNED_NEAR_THE_END
    for number, line in enumerate(every):
        is_farewell = line[0] < line[1] and (
            _is(_FAREWELL, plain, line) or (number >= last_lines and _is(_SHORT_FAREWELL, plain, line))
        )
        if not is_farewell:
            continue
        yield line
        below = [each for each in every[number + 1 : number + 1 + 2 * _SIGNATURE] if each[0] < each[1]]
        is_near_the_end = len(every) - number <= _SIGNED_NEAR_THE_END
        for each in below[:_SIGNATURE]:
            is_apart = plain.find("\n\n", line[1], each[0]) >= 0 and line[1] < each[0]
            if not _is_signed(plain, each) or (is_apart and not (is_near_the_end and _is_last(plain, each))):
                break
            yield each
            line = each


def _is_last(plain: str, line: Stretch) -> bool:
    """No day stands below it: what was passed on begins below the name of who does."""
    return _A_DAY.search(plain, line[1], line[1] + _BELOW) is None


def _within_a_line(plain: str, every: list[Stretch]) -> Iterator[Stretch]:
    """“Ich leite das weiter. LG Kim”"""
    for start, end in every:
        if end - start < 200 and (match := _CLOSES_A_LINE.search(plain, start, end)):
            yield match.span("closes")


def _name_alone(plain: str, lines: list[Stretch]) -> Iterator[Stretch]:
    """A name or “Euer Team” below a letter that has no farewell."""
    if len(lines) > 2 and _ONLY_A_NAME.fullmatch(plain, *lines[-1]):
        yield lines[-1]


def _below_two_dashes(plain: str, every: list[Stretch]) -> Iterator[Stretch]:
    last = [each for each in every[-_SENDER - 2 :] if each[0] < each[1]]
    for number, line in enumerate(last):
        below = last[number + 1 :]
        if _is(_SIGNATURE_BEGINS, plain, line) and below and all(_is_signed(plain, each) for each in below):
            yield from (line, *below)


def _is_signed(plain: str, line: Stretch) -> bool:
    """A name, an office, an address: short, no sentence, no date."""
    words = plain[slice(*line)]
    if len(words) > _SHORT or _NOT_SIGNED.match(words) or re.search(_DAY, words, re.IGNORECASE):
        return False
    is_sentence = len(words) > 45 and words.endswith(".") and not words.endswith(("e. V.", "e.V."))
    return not re.search(r"\d\s?Uhr\b|[!?:]$", words) and not is_sentence


def _asked(text: Text) -> Iterator[Stretch]:
    """Sentences to those who publish: “Bitte veröffentlichen Sie …”; one with a date announces something."""
    for number in sorted(set(_lines_with(text, _ASKING))):
        for match in _SENTENCE.finditer(text.plain, *text.lines[number]):
            words = match[0]
            is_said = len(words) < 220 and (
                (_ASKS.search(words) and not re.search(r"\d", words)) or _ASKS_THE_PRESS.search(words)
            )
            if is_said:
                yield match.span()


def _lines_with(text: Text, words: tuple[str, ...]) -> Iterator[int]:
    starts = [start for start, _end in text.lines]
    for word in words:
        place = text.small.find(word)
        while place >= 0:
            yield max(0, bisect_right(starts, place) - 1)
            place = text.small.find(word, place + len(word))


def _dangling(text: Text) -> Iterator[Stretch]:
    for number in sorted(set(_lines_with(text, ("mail:", "adresse:")))):
        start, end = text.lines[number]
        yield from (match.span() for match in _DANGLES.finditer(text.plain, start, end + 3))
