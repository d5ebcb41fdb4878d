"""Somebody's own account and telephone."""

import re
from collections.abc import Iterable, Iterator

from .draft import DoubtKind
from .stretches import Stretch, Stretches
from .withheld_forms import NAME, ignoring_case
from .withheld_page import Found, Page, clause

# Accounts: one to which guests pay or give is announced; any other is somebody's own.
_ACCOUNT_WORDS = ("iban", "konto", "kto", "bankverbindung")
_ACCOUNT = re.compile(
    r"(?:(?:(?i:iban|bankverbindung|konto(?:nummer|-?nr\.?)?|kto\.?(?:-?nr\.?)?)[\s:.]{0,4}){0,3}(?<!\w)[A-Z]{2}\s?\d{2}(?:\s?\d{4}){3,6}(?:\s?\d{1,4})?(?!\w)"
    r"|(?i:\b(?:konto(?:nummer|-?nr\.?)|kto\.?(?:-?nr\.?)?)[\s:.]{1,4}\d[\d ]{4,14}\d))(?:[\s,;]{1,3}(?i:bic)[\s:.]{1,3}[A-Z0-9]{8,11})?"
)
_OF_AN_EVENT = ignoring_case(
    r"spend|kollekte|überweis|beitrag|gebühr|kosten|eintritt|startgeld|anzahlung|bezahl|zahlbar|einzahl|verwendungszweck|stichwort|unterstütz|\beuro\b|€|hilfskonto"
)
_IS_GIVEN = ignoring_case(r"(?:spende|kollekte)(?!\w*quittung)(?!.*\b(?:mein|auslagen|honorar))")
_SOMEBODYS_OWN = ignoring_case(
    r"\bmein|\bunser\w*\skonto|honorar|aufwand|rechnung|erstatt|vergütung|auslagen|rückzahl"
)

_PHONE = r"\(?(?:\+49|0)[\d ()/-]{6,20}\d"
_PRIVATE = r"\bprivat(?:(?:nummer|telefon|anschluss|handy)?\b|e[nrs]?\s(?:nummer|telefon\w*|handy\w*|mobil\w*|anschluss))"
_PRIVATE_NUMBER = ignoring_case(
    rf"{_PRIVATE}[^!?\n\d]{{0,70}}{_PHONE}|{_PHONE}\)?,?\s?\(?{_PRIVATE}|\bzu\s?hause\b[^!?\n\d]{{0,40}}{_PHONE}"
)
_MY_NUMBER = ignoring_case(
    r"\b(?:mich|mir|meine[rn]?\s(?:handy)?nummer)\b[^!?\n\d]{0,50}\(?(?:\+49\s?|0)1[567]\d[\d ()/-]{5,14}\d"
)
_NUMBER_WORDS = ("privat", "mich", "mir", "meine", "zuhause", "zu hause")
_ASKS_FOR_A_CALL = ignoring_case(
    r"\banmeld|\banzumeld|\bkontakt|\bansprechpartner|\bansprechperson|\bauskunft|\bauskünfte|\binfos?\b|\binformation|\breservier|\bmeldet?\b|\brückfragen\b"
)
_OF_MYSELF = ignoring_case(r"\b(?:ich|mich|mir|meine[rnsm]?|geht\ses)\b")
_LEADS_TO_IT = ignoring_case(r"\b(?:auf|an|das|dem|von|unter|mein\w{0,2}|unser\w{0,2})[\s:]*$")
_POSTCODE = re.compile(r"(?<!\d)\d{5}\s[A-ZÄÖÜ]")
_SIGNED = re.compile(
    rf"\W*{NAME}(?:,|\s[|/-])\s[^\n]{{3,60}}\s\d{{1,4}}\s?[a-z]?,?\s(?:[|/-]\s)?\d{{5}}\s[A-ZÄÖÜ]"
)
_OF_AN_OFFICE = ignoring_case(
    r"\be\.\s?v\.|verein|verband|gmbh|vorsitz|vorstand|stadt\b|gemeinde|büro|amt\b|kirche|leitung|leiter|stiftung|schule|praxis|initiative|zentrum|haus\b"
)
_CALLED_PRIVATE = ignoring_case(r"\bprivat\b|\bzu\s?hause\b")
_FAREWELL = ignoring_case(r"^\W*(?:[\w\s]{0,30}\bgr(?:u|ü|ue)(?:ß|ss)e?n?\b|lg\b|mfg\b)")
_MOBILE = ignoring_case(r"\W*(?:handy|mobil(?:telefon)?)\b")
_ABOVE_A_SIGNATURE = 4  # lines
_ACCOUNT_BEGINS = re.compile(r"DE\s?\d\d\s?\d{4}")


def accounts(page: Page) -> Iterator[Found]:
    places = [match.start() for match in _ACCOUNT_BEGINS.finditer(page.plain)]
    with_one = {page.line_at(place).number for place in [*places, *page.places(_ACCOUNT_WORDS)]}
    for number in sorted(with_one):
        line = page.layout.lines[number]
        beside = page.layout.lines[max(0, number - 1) : number + 2]
        words = " ".join(page.layout.said(each) for each in beside if each.block == line.block)[:1_500]
        is_announced = _IS_GIVEN.search(words) or (
            _OF_AN_EVENT.search(words) and not _SOMEBODYS_OWN.search(words)
        )
        for match in _ACCOUNT.finditer(page.plain, line.start, min(line.end, line.start + 3_000)):
            if not is_announced:
                yield from (Found(*each, DoubtKind.PRIVATE) for each in _with_its_torso(page, match.span()))


def _with_its_torso(page: Page, account: Stretch) -> Iterator[Stretch]:
    """“Überweist du mir bitte auf mein …” says nothing without it: then the clause or the sentence goes too."""
    sentence = page.layout.sentence_at(account[0])
    is_torso = _LEADS_TO_IT.search(page.plain, sentence[0], account[0])
    yield from clause(page, sentence, account) if is_torso else [account]


def numbers(page: Page) -> Iterator[Found]:
    """Numbers called private: withheld where somebody speaks of herself, in doubt where one is asked to ring."""
    for (start, end), match in page.sentences_with(_NUMBER_WORDS, _PRIVATE_NUMBER):
        words = page.plain[start:end]
        is_meant = _ASKS_FOR_A_CALL.search(words) or not _OF_MYSELF.search(words)
        if is_meant:
            yield Found(start + match.start(), start + match.end(), DoubtKind.PERHAPS_PRIVATE)
        else:
            yield Found(start, end, DoubtKind.PRIVATE)
    for (start, _end), match in page.sentences_with(_NUMBER_WORDS, _MY_NUMBER):
        yield Found(start + match.start(), start + match.end(), DoubtKind.PERHAPS_PRIVATE)


def of_a_signature(page: Page, called: Iterable[Found], unread: Stretches) -> Iterator[Found]:
    """A number called private below a greeting, where nobody is asked to ring, with the mobile one beside it."""
    for each in called:
        line = page.line_at(each.start)
        if unread.meet(each.start, each.end) and not _ASKS_FOR_A_CALL.search(
            page.plain, line.start, line.end
        ):
            beside = page.layout.lines[line.number : line.number + 2]
            mobile = [
                one for one in beside[1:] if one.block == line.block and _MOBILE.match(page.layout.said(one))
            ]
            yield Found(each.start, max([line.end, *(one.end for one in mobile)]), DoubtKind.PRIVATE)


def signed(page: Page) -> Iterator[Found]:
    """“Uta Kern, Lindenweg 3, 12345 Musterdorf, privat 0123 456” below a greeting: where somebody lives, of no office."""
    lines = page.layout.lines
    for number in sorted({page.line_at(match.start()).number for match in _POSTCODE.finditer(page.plain)}):
        line = lines[number]
        words = page.plain[line.start : min(line.end, line.start + 400)]
        if _SIGNED.match(words) and not _OF_AN_OFFICE.search(words):
            above = lines[max(0, number - _ABOVE_A_SIGNATURE) : number]
            is_below = any(_FAREWELL.match(page.layout.said(each)[:60]) for each in above)
            if is_below or (_CALLED_PRIVATE.search(words) and not _ASKS_FOR_A_CALL.search(words)):
                yield Found(line.start, line.end, DoubtKind.PRIVATE)
