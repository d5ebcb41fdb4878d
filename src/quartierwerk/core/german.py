"""How the search understands words: the same treatment for the text that is kept and for what somebody types.

Pure functions. A word becomes its written form without umlauts and accents, its lemma (HanTa), and, where it
is a compound, its parts: „Seniorentreffs“ → `seniorentreffs`, `seniorentreff`, (`senior`), (`treff` …). Hyphens
and joined spelling mean the same (Senioren-Treff), so do gendered forms (Bürger*innen) and `str.` for Straße.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from . import english
from .german_words import (
    COMMON_HEADS,
    CONTENT,
    DERIVED,
    GENERIC_PARTS,
    LINKS,
    NOT_A_FIRST,
    NOT_A_HEAD,
    STOP_WORDS,
)
from .tagger import tagger as _tagger

LONGEST_WORD = 40  # HanTa's cost grows with the square of the length; German words of a town site are shorter
SHORTEST_TELLING = 6

_MONTHS = ("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez")
_MONTH_NAMES = (
    r"Jan(?:uar|\.)|Feb(?:ruar|\.)|März|Apr(?:il|\.)|Mai|Juni?\.?|Juli?\.?|Aug(?:ust|\.)"
    r"|Sep(?:tember|t?\.)|Okt(?:ober|\.)|Nov(?:ember|\.)|Dez(?:ember|\.)"
)
_DATE = (
    rf"(?P<day>\d{{1,2}})\.\s?(?:(?P<month>\d{{1,2}})\.|(?P<name>{_MONTH_NAMES}))(?:\s?(?P<year>\d{{4}}))?"
)
_NUMBER = r"(?P<number>\d+(?:[.,:/]\d+)*)"
_WORD = r"(?P<word>[^\W\d_]\w*(?:[*:/_]-?in(?:nen)?\b)?(?:[-‐‑–'’]\w+)*)"
_TOKEN = re.compile(rf"\b{_DATE}|{_NUMBER}|{_WORD}", re.IGNORECASE)
_HYPHEN = re.compile(r"[-‐‑–'’]")
_GENDERED = re.compile(r"(?<=\w)[*:/_]-?(in(?:nen)?)\b|(?<=[a-zäöüß])(In(?:nen)?)\b")
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "ı": "i", "ł": "l"}
)


@dataclass(frozen=True)
class Token:
    """One word, number or date with its place in the text (offsets in characters)."""

    text: str
    start: int
    end: int
    date: tuple[str, ...] = ()
    is_number: bool = False


@dataclass(frozen=True)
class Forms:
    """What a word is found by. `parts` holds one set for each part of a compound."""

    exact: str
    lemmas: frozenset[str] = frozenset()
    parts: tuple[frozenset[str], ...] = ()

    @property
    def whole(self) -> frozenset[str]:
        return self.lemmas | {self.exact}

    @property
    def all(self) -> frozenset[str]:
        return self.whole.union(*self.parts)


def fold(text: str) -> str:
    """Small letters without umlauts (ä = ae), ß and accents; `str` at the end is Straße."""
    plain = unicodedata.normalize("NFC", text).casefold().replace("ß", "ss").translate(_UMLAUTS)
    plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    plain = "".join(c for c in plain if c.isalnum() or c in ".:")
    return re.sub(r"str\.?$", "strasse", plain)


def tokens(text: str) -> list[Token]:
    """Words, numbers and dates, in order; stop words are among them."""
    return [_token(match) for match in _TOKEN.finditer(text)]


def _token(match: re.Match[str]) -> Token:
    date: tuple[str, ...] = ()
    if match["day"]:
        name = (match["name"] or "")[:3].lower()
        month = _MONTHS.index(name) + 1 if name else int(match["month"])
        day_month = f"{int(match['day'])}.{month}"
        date = (day_month, f"{day_month}.{match['year']}") if match["year"] else (day_month,)
    return Token(match[0], match.start(), match.end(), date, bool(match["number"]))


def is_stop_word(token: Token) -> bool:
    return fold(token.text) in STOP_WORDS


def forms(token: Token, language: str = "de") -> Forms:
    """The forms of one token; `language` is a code such as `de`, `de-simple` or `en`."""
    if token.date:
        return Forms(token.date[-1], frozenset(), tuple(frozenset({t}) for t in token.date[:-1]))
    if token.is_number:
        return Forms(_number(token.text))
    return _word_forms(token.text, language[:2])


def tells_alone(part: frozenset[str]) -> bool:
    """Whether a part of a compound says what it is about without the rest: Nachbarschaft(shilfe), not (Spiel)platz."""
    return min(map(len, part), default=0) >= SHORTEST_TELLING and part.isdisjoint(GENERIC_PARTS)


def joined(first: Token, second: Token) -> str | None:
    """The compound somebody may mean with two words („Bürger Treff“), folded; None for numbers and dates."""
    if first.date or second.date or first.is_number or second.is_number:
        return None
    return fold(first.text + second.text)[: 2 * LONGEST_WORD]


def _number(text: str) -> str:
    """1.374 → 1374; 15,8 → 15.8; 10:30 stays."""
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", text):
        text = text.replace(".", "")
    return text.replace(",", ".").replace("/", ".")[:LONGEST_WORD]


@lru_cache(maxsize=4_000)  # about a kilobyte each
def _word_forms(text: str, language: str) -> Forms:
    text = _GENDERED.sub(lambda m: (m[1] or m[2]).lower(), text)
    if text.lower().endswith("str"):
        text += "aße"
    pieces = [piece for piece in _HYPHEN.split(text) if piece]
    exact = fold("".join(pieces))[: 2 * LONGEST_WORD]
    if language != "de":
        return Forms(
            exact, _english_lemma(text) if language == "en" else frozenset(), _pieces(pieces, language)
        )
    if len(text) > LONGEST_WORD or len(text) < 3 or (not text.isascii() and not _is_latin(text)):
        return Forms(exact, frozenset(), _pieces(pieces, language))
    if len(pieces) > 1:
        together = _word_forms(pieces[0] + "".join(pieces[1:]).lower(), language)
        return Forms(exact, together.lemmas, _pieces(pieces, language))
    return _analysed(exact, text)


def _pieces(pieces: list[str], language: str) -> tuple[frozenset[str], ...]:
    """A hyphenated word is found by each of its pieces."""
    if len(pieces) < 2:
        return ()
    return tuple(_word_forms(p, language).all for p in pieces if len(p) > 2)


def _is_latin(text: str) -> bool:
    return all(c in "äöüÄÖÜß-’'" or c.isascii() or unicodedata.name(c, "").startswith("LATIN") for c in text)


# ---------------------------------------------------------------------------------------------- German, by HanTa
def _english_lemma(text: str) -> frozenset[str]:
    if not text.isascii() or len(text) > LONGEST_WORD:
        return frozenset()
    return english.base_forms(text.lower())


def _analysed(exact: str, text: str) -> Forms:
    """Written small, a word may be a noun or not: both readings count, unless the noun is known."""
    readings = [_morphemes(text[0].upper() + text[1:].lower())]
    if text[0].islower() and not _is_known_noun(readings[0]):
        readings.append(_morphemes(text.lower()))
    lemmas: set[str] = set()
    parts: list[frozenset[str]] = []
    for reading in readings:
        lemmas |= _lemmas(reading, text)
        parts += [part for part in _parts(reading) if part not in parts]
    if not parts and (known := _common_head(text.lower())):
        lemmas.add(fold(known[0] + known[1]))
        parts = [frozenset({fold(known[1])})]
    return Forms(exact, frozenset(lemmas), tuple(parts))


@dataclass(frozen=True)
class _Reading:
    stem: str
    morphemes: tuple[tuple[str, str], ...]
    tag: str


def _morphemes(word: str) -> _Reading:
    stem, morphemes, tag = _tagger().analyze(word, taglevel=3)
    return _Reading(stem, tuple(morphemes), tag)


def _is_known_noun(reading: _Reading) -> bool:
    return reading.tag == "NN" and all(
        _base(m, t) in _lexicon("NN", "ADJ", "VV") for m, t in reading.morphemes if t in CONTENT
    )


@cache
def _lexicon(*tags: str) -> frozenset[str]:
    tagger = _tagger()
    return frozenset(m for tag in tags for m in tagger.LP_m_t[tagger.tag2int[tag]])


def _base(morpheme: str, tag: str) -> str:
    """häus (NN_VAR) → haus."""
    tagger = _tagger()
    return tagger.stemdict.get(tagger.tag2int.get(tag), {}).get(morpheme, morpheme)


def _lemmas(reading: _Reading, text: str) -> set[str]:
    tags = {tag for _, tag in reading.morphemes}
    if ("r", "SUF_NN") in reading.morphemes:
        return {fold(text)}  # no German plural ends so: a name, such as Welper, is no Welpe
    if reading.tag.startswith(("VV", "NNI")):
        stems = _verb(reading.stem)
        return stems | {fold(reading.stem)} if "PTKVZ_SEP" in tags else stems - {fold(reading.stem)}
    return {fold(reading.stem)}


def _verb(stem: str) -> set[str]:
    """treff → treff, treffen, treffe: a verb inside a compound may stand for its infinitive or its noun."""
    ending = "n" if stem.endswith(("el", "er")) else "en"
    return {fold(stem), fold(stem + ending), fold(stem + "e")}


def _parts(reading: _Reading) -> list[frozenset[str]]:
    content = [(i, m, t) for i, (m, t) in enumerate(reading.morphemes) if t in CONTENT]
    derived = any(t in DERIVED for _, t in reading.morphemes)
    if len(content) == 1 and reading.tag in ("NN", "NE") and not derived:
        return _split_known(reading.stem) or _origin(reading.stem)
    origin = _origin(reading.stem)
    if len(content) < 2 and not derived:
        return origin
    parts = [_part(m, t) for _, m, t in content]
    parts += _neighbours(reading.morphemes, [i for i, _, _ in content])
    return [part for part in parts + origin if part]


def _origin(stem: str) -> list[frozenset[str]]:
    """Barrierefreiheit holds barrierefrei, ehrenamtlich holds Ehrenamt."""
    for ending in ("heit", "keit"):
        quality = stem.removesuffix(ending)
        if quality != stem and quality in _lexicon("ADJ"):
            return [frozenset({fold(quality)})]
    noun = stem.removesuffix("lich")
    if noun != stem and len(noun) > 3 and _is_known_noun(_morphemes(noun.capitalize())):
        return [frozenset({fold(noun)})]
    return []


def _common_head(word: str) -> tuple[str, str] | None:
    """(first part, head in the singular)"""
    for cut in range(4, len(word) - 2):
        if word[cut:] in COMMON_HEADS:
            return word[:cut], COMMON_HEADS[word[cut:]]
    return None


def _part(morpheme: str, tag: str) -> frozenset[str]:
    base = _base(morpheme, tag)
    if len(morpheme) < 3:
        return frozenset()
    if tag.startswith("VV"):
        return frozenset(_verb(base))
    if tag.startswith("NN_VAR_EL"):  # Sprach(kurs): Sprache
        return frozenset({fold(base), fold(morpheme + "e")})
    return frozenset({fold(base)})


def _neighbours(morphemes: tuple[tuple[str, str], ...], places: list[int]) -> list[frozenset[str]]:
    """Two parts of a longer compound belong together: Stadtteil in Stadtteilkonferenz."""
    if len(places) < 3:
        return []
    return [
        frozenset({fold("".join(m for m, _ in morphemes[first:second]) + _base(*morphemes[second]))})
        for first, second in pairwise(places)
    ]


def _split_known(word: str) -> list[frozenset[str]]:
    """Splits a compound that HanTa knows only as a whole: Bolzplatz, Mietshaus, Nahversorgung."""
    nouns, firsts = _lexicon("NN"), _lexicon("NN", "ADJ", "VV", "NN_VAR_EL")
    if len(word) < 8:
        return []
    for cut in range(3, len(word) - 3):  # the longest head first
        head, first = word[cut:], word[:cut]
        if head not in nouns or head in NOT_A_HEAD or first in NOT_A_FIRST:
            continue
        for link in LINKS:
            start = first.removesuffix(link) if link else first
            if len(start) >= 3 and first.endswith(link) and (start in firsts or start + "e" in nouns):
                noun = start if start in nouns or start + "e" not in nouns else start + "e"
                return [frozenset({fold(start), fold(noun)}), frozenset({fold(head)})]
    return []
