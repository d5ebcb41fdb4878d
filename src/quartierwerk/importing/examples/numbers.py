"""Telephone and fax numbers, accounts and e-mail addresses in a text, each with what stands in for it."""

import re

import phonenumbers

from ..extract.emails import EmailMention
from ..extract.reading import Reading
from ..extract.stretches import Stretches
from .placed import Change, spans
from .standins import StandIns

_LONG = re.compile(r"(?<![\w,.])\(?\+?\d(?:[ ()/.-]{0,3}\d){6,20}(?![\w,])")
_FAX = re.compile(r"(?<![a-zäöü])(?:tele)?fax\D{0,14}(?P<number>\(?\+?\d[\d ()/-]{1,20}\d)", re.IGNORECASE)
_ACCOUNT = re.compile(
    r"(?:\b(?:konto(?:nummer|-?nr\.?)?|kto\.?(?:-?nr\.?)?|blz|steuernummer|st\.?-?nr\.?|kundennummer|mitgliedsnummer|"
    r"personalnummer)\b[\s.:=-]{0,4})(?P<number>\d[\d /.-]{2,24}\d)",
    re.IGNORECASE,
)
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\s?\d{2}(?:\s?[\dA-Z]{4}){3,7}(?:\s?\d{1,4})?(?!\w)")
_BIC = re.compile(r"(?<=BIC)[\s:.]{1,3}(?P<number>[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b")
_YEARS = re.compile(r"(?:19|20)\d\d\s?[-/]\s?(?:19|20)\d\d$|\d{1,3}(?:\.\d{3})+$")
_COUNTRY = re.compile(r"\(?(?:\+\s?\d\d|00\d\d)\)?[\s/-]{0,2}(?:\(0\))?")
_AT = re.compile(r"\s?(?:@|[(\[{<_]\s?(?:at|ät|a|@)\s?[)\]}>_]|\s(?:at|ät)\s)\s?", re.IGNORECASE)
_DOT = re.compile(r"\s?[(\[]\s?(?:dot|punkt)\s?[)\]]\s?|\.", re.IGNORECASE)
_REST = re.compile(r"\s{1,2}[\w-]{1,60}(?:\.[\w-]{1,60}){0,3}\.[a-z]{2,12}(?!\w)")


def number_changes(reading: Reading, standins: StandIns) -> list[Change]:
    """In order of importance: what comes first wins where two overlap."""
    found = [_email(reading, mention, standins) for mention in reading.emails]
    found += _accounts(reading)
    found += [
        Change(
            mention.start,
            mention.end,
            _redigit(
                reading.plain[mention.start : mention.end],
                covered_number(mention.phone.value.written, standins),
            ),
        )
        for mention in reading.phones
    ]
    return found + _other_numbers(reading, standins)


def covered_number(written: str, standins: StandIns) -> str:
    """The number with other digits behind the area code, in the same form."""
    keep = _kept_digits(written)
    digits = "".join(filter(str.isdigit, written))
    return _redigit(written, digits[:keep] + standins.digits(digits[keep:]))


def subscriber(written: str) -> str:
    """The digits behind the area code."""
    return "".join(filter(str.isdigit, written))[_kept_digits(written) :]


def _kept_digits(written: str) -> int:
    """How many digits are those of the country and the area code; of a short number none."""
    country = _COUNTRY.match(written.strip())
    start = len(country[0]) if country else 0
    prefix = sum(map(str.isdigit, written.strip()[:start]))
    rest = written.strip()[start:]
    if not country and not rest.lstrip("(").startswith("0"):
        return 0
    digits = sum(map(str.isdigit, rest))
    return prefix + min(_area_digits(rest, bool(country)), max(0, digits - 3))


def _area_digits(rest: str, has_country: bool) -> int:
    """“0 61 01/60 23 14” → 5, “(0234) 5” → 4; without a sign between the parts as the numbering plan says."""
    for sign in ("/", ")", "-"):
        before = sum(map(str.isdigit, rest.split(sign)[0]))
        if sign in rest and 2 <= before <= 6:
            return before
    first = re.match(r"\(?(\d+)\s", rest)
    if first and 3 - has_country <= len(first[1]) <= 6:
        return len(first[1])
    return _planned(rest, has_country)


def _planned(rest: str, has_country: bool) -> int:
    digits = "".join(filter(str.isdigit, rest))
    try:
        number = phonenumbers.parse(("0" if has_country else "") + digits, "DE")
    except phonenumbers.NumberParseException:
        return 3
    length = phonenumbers.length_of_geographical_area_code(
        number
    ) or phonenumbers.length_of_national_destination_code(number)
    return (length or 3) + (0 if has_country else 1)


def _redigit(written: str, digits: str) -> str:
    """The last digits of `digits` in the place of those that are written."""
    fresh = [digit for digit in digits if digit.isdigit()]
    fresh = fresh[len(fresh) - sum(map(str.isdigit, written)) :]
    return "".join(fresh.pop(0) if sign.isdigit() and fresh else sign for sign in written)


def _accounts(reading: Reading) -> list[Change]:
    found = [
        Change(match.start(), match.end(), _samples(match[0])) for match in _IBAN.finditer(reading.plain)
    ]
    for pattern in (_ACCOUNT, _BIC):
        found += [
            Change(*match.span("number"), _samples(match["number"]))
            for match in pattern.finditer(reading.plain)
        ]
    return found


def account_digits(reading: Reading) -> list[str]:
    return ["".join(filter(str.isdigit, match[0])) for match in _IBAN.finditer(reading.plain)]


def _samples(written: str) -> str:
    """“DE12 3456 …”, “MUSTDEXXXXX”."""
    if written.isalpha():
        return "MUSTDEXXXXX"[: len(written)]
    digits = iter("123456789" * 5)
    letters = "DE" if written[:2].isalpha() else ""
    return letters + "".join(
        next(digits) if sign.isalnum() and sign.isascii() else sign for sign in written[len(letters) :]
    )


def _other_numbers(reading: Reading, standins: StandIns) -> list[Change]:
    """Fax numbers, and long numbers that are neither dates nor times, prices or addresses."""
    found = [
        Change(*match.span("number"), covered_number(match["number"], standins))
        for match in _FAX.finditer(reading.plain)
    ]
    read = Stretches(
        spans(reading.dates)
        + spans(reading.times)
        + spans(reading.prices)
        + spans(reading.addresses)
        + spans(reading.links)
    )
    return found + [
        Change(match.start(), match.end(), covered_number(match[0], standins))
        for match in _LONG.finditer(reading.plain)
        if not read.meet(match.start(), match.end()) and not _YEARS.match(match[0])
    ]


def _email(reading: Reading, mention: EmailMention, standins: StandIns) -> Change:
    """In the same disguise, such as “name(at)example.org”; a broken one stays broken."""
    rest = _REST.match(reading.plain, mention.end) if reading.plain[mention.end - 1] == "@" else None
    end = rest.end() if rest else mention.end
    written = reading.plain[mention.start : end]
    if not (at := _AT.search(written)):
        return Change(mention.start, end, written)  # “E-Mail: .”, no address at all
    local, domain = written[: at.start()], written[at.end() :]
    address = mention.email.value if mention.email else f"{local}@{domain}"
    name, place = standins.email(address).split("@")
    dot = _DOT.search(domain)
    new_domain = place.replace(".", dot[0] if dot else ".") if domain else ""
    return Change(mention.start, end, (name if local else "") + at[0] + new_domain)
