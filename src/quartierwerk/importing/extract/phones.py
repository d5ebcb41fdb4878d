"""Phone numbers as written and in E.164. Without area code they are completed from the town's, marked as so.

Read are numbers that begin with 0 or +49, and shorter ones behind a word such as “Tel.”. Fax numbers, accounts,
ISBN and the like are none. “204-5501/-02” and “204 5501 oder -02” are two numbers.
"""

import re
from dataclasses import dataclass

import phonenumbers

from .draft import Doubt, DoubtKind, Phone, Value
from .stretches import Stretches
from .text import Text

_COUNTRY = "DE"
_SEPARATOR = r"[ ()/-]{0,3}"
_CUE = (
    r"(?:tel(?:efon)?(?:isch)?(?:nummer|nr\.?|-?nr\.?)?|fon|ruf(?:nummer)?|mobil(?:telefon|"
    r"nummer)?|handy|durchwahl|whatsapp|hotline|phone|anruf(?:en)?(?:\s(?:genügt|reicht))?(?=:)|☎|✆|📞|T:|(?-i:T\.(?=\s)))"
)
_FULL = re.compile(
    rf"(?<![\w.,/+-])(?:\+\s?\d\d|\(\+\s?\d\d\)|\(?00?(?=[1-9 ]))(?:{_SEPARATOR}(?:\(0\){_SEPARATOR})?\d){{5,14}}(?![\d])"
)
_CUED = re.compile(
    rf"(?<![a-zäöü]){_CUE}(?:\b|(?<=T\.)|(?<=[☎✆📞]))[.:]*\s{{0,3}}(?:unter\s|der\s|nummer\s|ist\s|von\s|nr\.\s|"
    rf"[-:]\s?)*(?P<number>(?:\(?\+?\d)(?:[ ()/.-]{{0,3}}\d){{3,14}})(?!\d)",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"\bunter(?:\sder)?(?:\sNummer|\sNr\.)?\s(?P<number>[1-9]\d{0,4}(?:[ /-]{1,3}\d{2,6}){1,4}|"
    r"[1-9]\d{4,8})(?!\d|[.,]\d|\s?(?:Jahre|Euro|€|%|Uhr|Personen))"
)
# “Anmeldung bei Frau Muster (56 78 90)”, “Infos beim Bürgerbüro, 56 78-90”
_BESIDE = re.compile(
    r"\b(?:[Vv]or)?(?:[Aa]nmeld|[Tt]elefonisch|[Ii]nfo|[Aa]usk[uü]nft|[Kk]ontakt|[Rr]ückfragen|[Kk]artenbestell)(?:[^.;!?\n]|(?<=\d)\.|(?<=\bSt)\.){0,90}?"
    r"(?:\((?=(?!19|20)\d{4}\)|(?:[ /-]?\d){5})|[A-Za-zäöüß]{3},\s(?=(?:[ /-]?\d){5}))"
    r"(?P<number>\d{1,8}(?:[ /-]\d{2,4}){0,3})(?!\d|[.:]\d|\s?(?:Uhr|h\b|Jahre|Euro|€|[A-ZÄÖÜ]))"
)
_DOTTED = re.compile(
    r"(?<![\w.,/+-])0[1-9]\d{1,4}\.\d{2,9}(?:[. -]\d{2,6}){0,4}(?![\d]|\.\d)"
)  # “02324.204550”
_NEXT = re.compile(
    r"""
    (?:[ ]?\([^()\n]{2,40}\)|,?[ ](?:Frau|Herrn?)[ ][A-ZÄÖÜ][\w-]{1,25})?     # “(Frau Muster)”
    \s?(?:/|,|und|oder|u\.|od\.|bzw\.|sowie|bis)\s?
    (?: -\s?(?P<ending>\d{1,4})
      | (?P<another> [1-9]\d{2,5}(?:[ -]\d{1,4})? | [1-9]\d{0,5}(?:[ -]\d{2,4}){1,4} ) )
    (?! [ -]?\d | : | [.,]\d | \s?-\s?\d | \s?(?:Uhr|h\b|€|Euro|EUR) | \s?(?!Frau\b|Herrn?\b)[A-ZÄÖÜ][a-zäöü] )""",
    re.VERBOSE,
)
_EXTENSION = re.compile(r",?\s?\(?(?:App(?:arat)?\b\.?|Nebenstelle|DW\b)\s?:?\s?-?\d{1,4}\b\)?")
_LONGEST_CODE = 6  # digits of an area code with its zero
_LOCAL = 5  # digits of a number of one town that is written whole
_ALIKE = 2  # digits by which two numbers of one office may differ in length
_NO_PHONE = re.compile(
    r"(?:\bfax(?:nummer)?|telefax|iban|isbn|konto(?:nummer|-?nr\.?)?|kto\.?(?:-?nr\.?)?|blz|bic|ust-?id(?:nr\.?)?|steuernummer|az\.?|aktenzeichen|"
    r"kurs(?:nummer|-?nr\.?)?|kundennummer|hrb|vr|registernummer|plz|issn|artikel-?nr\.?|inventarnummer|mitgliedsnummer)[\s.:=-]{0,4}(?:DE\s?)?$",
    re.IGNORECASE,
)
_HOURS_AFTER = re.compile(r"\s?(?:Uhr|h\b|-\s?\d{1,2}(?:[.:]\d\d)?\s?Uhr|bis\s\d)")
_SECOND = re.compile(r"\s?/\s?(?P<ending>-\s?)?(?=\d)")
_LAST_GROUP = re.compile(r"\s\d{1,2}$")
_GROUP = re.compile(r"\d+")


@dataclass(frozen=True)
class PhoneMention:
    start: int
    end: int
    phone: Value[Phone]


def phones(text: Text, taken: list[tuple[int, int]], area_code: str = "") -> list[PhoneMention]:
    """Every phone number outside the stretches that are `taken`, in order."""
    plain = text.plain
    every = [(match.start(), match.end()) for match in _FULL.finditer(plain)]
    every += [(match.start(), match.end()) for match in _DOTTED.finditer(plain)]
    every += [(match.start("number"), match.end()) for match in _CUED.finditer(plain)]
    every += [(match.start("number"), match.end()) for match in _UNDER.finditer(plain)]
    every += [(match.start("number"), match.end()) for match in _BESIDE.finditer(plain)]
    found: list[PhoneMention] = []
    blocked = Stretches(taken)
    for start, end in sorted(every, key=lambda each: (each[0], -each[1])):
        is_read = blocked.meet(start, end) or (found and start < found[-1].end)
        if is_read or _is_no_phone(plain, start, end):
            continue
        found += _with_followers(text, start, _first_end(plain, start, end), area_code)
    return found


def _is_no_phone(plain: str, start: int, end: int) -> bool:
    return (
        _digits(plain[start:end]) < 4
        or bool(_NO_PHONE.search(plain, max(0, start - 26), start))
        or _is_postal(plain, start, end)
    )


def _is_postal(plain: str, start: int, end: int) -> bool:
    return end - start == 5 and bool(re.match(r"\s[A-ZÄÖÜ]", plain[end : end + 2]))


def _first_end(plain: str, start: int, end: int) -> int:
    """“Tel. 204-5501 9-12 Uhr”: the hours belong to no number; “204-5501/-02”, “55 17 63 / 21 03”: a second one begins."""
    for second in _SECOND.finditer(plain, start, end):
        before = plain[start : second.start()]
        if _is_whole(before, bool(second["ending"])):
            return second.start()
    if _HOURS_AFTER.match(plain, end) and (last := _LAST_GROUP.search(plain, start, end)):
        return last.start()
    return end


def _is_whole(number: str, has_ending: bool) -> bool:
    """Whether what stands before a stroke is a number, and no area code."""
    digits = re.sub(r"^(?:\+49|0049)|\D", "", number.lstrip("( "))
    has_code = digits.startswith("0") or number.lstrip("( ").startswith(("+", "00"))
    return len(digits) >= (_LONGEST_CODE + 1 if has_code else 5 - has_ending)


def _with_followers(text: Text, start: int, end: int, area_code: str) -> list[PhoneMention]:
    number = text.plain[start:end]
    found = [_first(text, start, end, area_code)]
    end = max(end, found[0].end)
    for _count in range(4):
        match = _NEXT.match(text.plain, end)
        if match is None:
            break
        said = match["ending"] or match["another"]
        full = _ended(number, said) if match["ending"] else _beside(number, said, found[0].phone.value.e164)
        if full is None:
            break
        at = match.start("ending" if match["ending"] else "another")
        is_whole = bool(match["another"]) and _digits(said) >= _LOCAL
        found.append(_mention(text, at, match.end(), full, area_code, said if is_whole else ""))
        end = match.end()
    return found


def _first(text: Text, start: int, end: int, area_code: str) -> PhoneMention:
    number = text.plain[start:end]
    if (inside := _EXTENSION.match(text.plain, end)) is None:
        return _mention(text, start, end, number, area_code)
    return _mention(text, start, inside.end(), number, area_code, text.plain[start : inside.end()])


def _digits(said: str) -> int:
    return sum(map(str.isdigit, said))


def _ended(number: str, ending: str) -> str | None:
    """“204-5501”, “02” → “204-5502”; “59 32-0”, “14” → “59 32-14”."""
    groups = list(_GROUP.finditer(number))
    if not groups:
        return None
    last = groups[-1]
    kept = last.end() - len(ending) if len(ending) < len(last[0]) else last.start()
    return number[:kept] + ending


def _beside(number: str, said: str, e164: str) -> str | None:
    """“02324 204-5501”, “204-5510” → “02324 204-5510”; “204 5501”, “5503” → “204 5503”; “55 17 63”, “21 03” → “55 21 03”."""
    groups, parts = list(_GROUP.finditer(number)), len(_GROUP.findall(said))
    if _digits(said) >= _LOCAL:
        has_code = number.lstrip("( ").startswith(("0", "+"))
        code = _code(e164) if has_code else ""
        local = len(e164) - len("+49") - len(code) + 1 if code else _digits(number)
        if (code or not has_code) and abs(local - _digits(said)) <= _ALIKE:
            return f"{code} {said}".strip()
    if 1 < parts < len(groups):
        return number[: groups[-parts].start()] + said
    if not groups or len(groups) < 2 or parts > 1 or abs(len(groups[-1][0]) - len(said)) > 1:
        return None
    return number[: groups[-1].start()] + said


def _code(e164: str) -> str:
    """“02324”, “0800”; empty for mobile numbers: another one of somebody has another code."""
    try:
        parsed = phonenumbers.parse(e164, _COUNTRY)
    except phonenumbers.NumberParseException:
        return ""
    if e164.startswith(("+4915", "+4916", "+4917")) or parsed.country_code != 49:
        return ""
    length = phonenumbers.length_of_national_destination_code(parsed)
    return "0" + str(parsed.national_number)[:length] if length else ""


def _mention(text: Text, start: int, end: int, number: str, area_code: str, said: str = "") -> PhoneMention:
    """`said`: the words to show, where they are not the number that is meant."""
    while end > start and text.plain[end - 1] in " /-(":
        end -= 1
    if text.plain[start] == "(" and ")" not in text.plain[start:end]:  # “(0123/456, Mail: …)”
        start, number = start + 1, number.removeprefix("(")
    span = text.span(start, end)
    is_as_written = bool(said) or number.startswith(text.plain[start:end])
    written = (text.said(start, end) if is_as_written else number).strip()
    e164, kind = _e164(number, area_code)
    doubts = (Doubt(kind, span),) if kind else ()
    full = number.strip() if said and number.strip() != written else ""
    return PhoneMention(start, end, Value(Phone(written, e164, full), (span,), 0.6 if kind else 0.95, doubts))


def _e164(number: str, area_code: str) -> tuple[str, DoubtKind | None]:
    plain = number.replace("(0)", "") if "+" in number else number
    digits = re.sub(r"[^\d+]", "", plain)
    kind = None
    if not digits.startswith(("0", "+")):
        if not area_code:
            return "", DoubtKind.PHONE_INCOMPLETE
        digits, kind = area_code + digits, DoubtKind.AREA_CODE_ADDED
    try:
        parsed = phonenumbers.parse(digits, _COUNTRY)
    except phonenumbers.NumberParseException:
        return "", DoubtKind.PHONE_ODD
    if not phonenumbers.is_possible_number(parsed):
        kind = kind or DoubtKind.PHONE_ODD
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164), kind
