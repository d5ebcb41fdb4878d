"""The names of persons in a text, their ages, birthdays, addresses and private pages, each with what stands in for it."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from ..extract.lexicon import MONTHS
from ..extract.reading import Reading
from ..extract.stretches import Stretches
from .persons import WORD, Persons, protected
from .placed import Change
from .standins import StandIns
from .words import TITLES

_NAME_WORD = re.compile(rf"(?<![\w/@-])(?P<word>{WORD})(?![\w/@-])")
_BEHIND_A_TITLE = re.compile(rf"(?<![\w-])(?:(?:{TITLES})\s|(?<![\w.])[A-ZÄÖÜ]\.\s?)$")
_HOLY = re.compile(r"\b(?:St\.?|Sankt|Hl\.|Heilige[rn]?)\s$", re.IGNORECASE)
_AGE_BESIDE = re.compile(r"\s?(?:\(|,\s)(?P<age>\d{1,3})(?=\)|,|\sJahre)")
_AGE = re.compile(r"(?<![\d.,])(?P<age>\d{1,3})(?=\sJahre\s(?:alt|jung)\b|-jährige|\sLenze|\.\sGeburtstag)")
_BORN = re.compile(
    r"(?:\bgeb(?:oren|\.)(?:\sam|\sim)?\s|\bGeburtsdatum:?\s|\*\s?)(?P<day>(?:\d{1,2}\.\s?(?:\d{1,2}\.|[A-Z][a-zä]+)\s?)?(?:19|20)\d\d)"
)
_SOCIAL = re.compile(
    r"(?P<host>(?:https?://)?(?:www\.|m\.)?(?:facebook|instagram|twitter|x|tiktok|linkedin|youtube|t|xing|mastodon|pinterest)"
    r"\.(?:com|de|me|social)/(?:in/|profile/|people/|@)?)(?P<path>[^\s<>()\",]+)",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w.@/])@(?P<path>[A-Za-z]\w{1,40}(?:\.\w+)*)")
_HOME = re.compile(r"(?<=/)~(?P<path>[\w.-]+)")
_FOLD = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def name_changes(
    reading: Reading, persons: Persons, standins: StandIns, places: list[str], signed: Stretches | None = None
) -> list[Change]:
    """`places`: names of places that stay, besides those read here; `signed`: heads and signatures, where people live."""
    kept = protected(reading)
    for place in filter(None, places):
        kept += [match.span() for match in re.finditer(re.escape(place), reading.plain)]
    words = list(_words(reading, persons, Stretches(kept)))
    changes = [
        Change(start, end, standins.word(word, is_family=persons.words[word.casefold()]))
        for start, end, word in words
    ]
    changes += _pages(reading, persons)
    return changes + _ages(reading, words) + _homes(reading, words, places, signed)


def _words(reading: Reading, persons: Persons, kept: Stretches) -> Iterator[tuple[int, int, str]]:
    """(start, end, word of a name), without the genitive's s."""
    matches = list(_NAME_WORD.finditer(reading.plain))
    in_full = _in_full_names(matches, persons)
    for number, match in enumerate(matches):
        word = _known(match["word"], persons)
        if word is None:
            continue
        before = reading.plain[max(0, match.start() - 20) : match.start()]
        is_sure = number in in_full or bool(_BEHIND_A_TITLE.search(before))
        is_else = word.casefold() in persons.only_named or kept.meet(*match.span()) or _HOLY.search(before)
        if is_sure or not is_else:
            yield match.start(), match.start() + len(word), word


def _known(said: str, persons: Persons) -> str | None:
    for word in (said, said.removesuffix("s")):
        if word.casefold() in persons.words:
            return word
    return None


def _in_full_names(matches: list[re.Match[str]], persons: Persons) -> set[int]:
    """The numbers of the words that stand in a full name, which may be in the genitive."""
    found: set[int] = set()
    said = [match["word"].casefold() for match in matches]
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for name in persons.full:
        by_first.setdefault(name[0], []).append(name)
    for number, word in enumerate(said):
        for name in by_first.get(word, []):
            here = " ".join(said[number : number + len(name)])
            if here.removesuffix("s") == " ".join(name).removesuffix("s"):
                found.update(range(number, number + len(name)))
    return found


def _pages(reading: Reading, persons: Persons) -> list[Change]:
    """Pages of persons: in social networks, below “~”, and where the address holds a name."""
    found = [
        Change(*match.span("path"), "name")
        for pattern in (_SOCIAL, _HANDLE, _HOME)
        for match in pattern.finditer(reading.plain)
    ]
    names = [word.translate(_FOLD) for word in persons.words if len(word) > 3]
    for link in reading.links:
        said = reading.plain[link.start : link.end]
        if any(name in said.casefold().translate(_FOLD) for name in names):
            head = re.match(r"(?:https?://)?(?:www\.)?", said)
            found.append(Change(link.start, link.end, f"{head[0] if head else ''}example.org"))
    return found


def _ages(reading: Reading, words: list[tuple[int, int, str]]) -> list[Change]:
    plain = reading.plain
    starts = [start for start, _end, _word in words]
    found = [match for _start, end, _word in words if (match := _AGE_BESIDE.match(plain, end))]
    found += [
        match
        for match in _AGE.finditer(plain)
        if plain.startswith(". Geb", match.end("age")) or _is_beside_a_name(plain, match.start(), starts)
    ]
    ages = [Change(*match.span("age"), {1: "5", 2: "50"}.get(len(match["age"]), "100")) for match in found]
    return ages + [Change(*match.span("day"), _sample_day(match["day"])) for match in _BORN.finditer(plain)]


def _is_beside_a_name(plain: str, place: int, starts: list[int]) -> bool:
    """Within 80 characters on the same line."""
    near = starts[bisect_left(starts, place - 80) : bisect_left(starts, place + 80)]
    return any("\n" not in plain[min(start, place) : max(start, place)] for start in near)


def _sample_day(said: str) -> str:
    """“12. März 1950” → “11. Januar 1951” in the same form; never the day that stood there."""
    year = "1951" if said.endswith("1950") else "1950"
    day = re.sub(r"\d+", lambda number: "1".zfill(len(number[0])), said[:-4])
    return re.sub(r"[A-Za-zä]+", lambda word: "Januar" if word[0].lower() in MONTHS else word[0], day) + year


def _homes(
    reading: Reading, words: list[tuple[int, int, str]], places: list[str], signed: Stretches | None
) -> list[Change]:
    """The street and number right behind a name or in a signature, unless an event takes place there."""
    ends = {end for _start, end, _word in words}
    found = []
    for address in reading.addresses:
        gap = next((end for end in range(address.start, address.start - 5, -1) if end in ends), None)
        between = reading.plain[gap : address.start] if gap is not None else ""
        is_signed = signed is not None and signed.meet(address.start, address.end)
        is_beside = gap is not None and not between.strip(" ,\n(")
        if (is_signed or is_beside) and not any(address.said in place for place in places):
            found.append(Change(address.start, address.end_of_street, "Musterstraße 1"))
    return found
