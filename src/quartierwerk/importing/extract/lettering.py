"""Words in capitals as one writes them otherwise: “TAG DER OFFENEN TÜR” → “Tag der offenen Tür”.

German writes nouns with a capital and all else small. Where the text itself writes the word otherwise, that is how it is
written; else small words are known, adjectives by where they stand, and all else is a noun.
"""

import re

from .heads import is_event

_SHOUTED = re.compile(r"[A-ZÄÖÜẞ]{5}")
_RUN = re.compile(r"[A-ZÄÖÜẞß]{3,}(?:[\s-]+[A-ZÄÖÜẞß]{3,})+(?![\w-])")  # KINO UNTER STERNEN im Garten
_LONG = 8  # letters: no abbreviation
_LEAST_OF_A_RUN = 10  # characters
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_VOWEL = re.compile(r"[AEIOUÄÖÜY]")
_ADJECTIVE = re.compile(r"\w{3,}(?:EN|ER|ES|EM|E)")
_LOOKED_AT = 6_000  # characters in which the text may write the word otherwise
_SMALL = frozenset(
    "der die das den dem des ein eine einen einem einer eines und oder sowie mit ohne für von vom zu zum zur im in ins am an "
    "ans auf aus bei beim bis durch gegen nach seit über um unter vor hinter neben zwischen ab als wie wo was wer wann warum "
    "wir ihr sie ich du es er uns euch unser unsere unseren unserem unserer ihre ihren euer eure mein dein sein seine "
    "ist sind wird werden hat haben kommt kommen geht gehen macht machen feiert feiern lädt laden ein findet statt sucht "
    "suchen tanzt singt spielt wieder auch nicht kein keine noch nur jetzt heute bald rund ums alle allen jede jeden jeder "
    "mal zusammen gemeinsam trifft gibt dich dir mich mir nachts abends".split()
)
_BEFORE_AN_ADJECTIVE = frozenset(
    "der die das den dem des ein eine einen einem einer eines im am vom zum zur mit für unsere unser unserem unseren".split()
)
# Nouns that end like an adjective.
_NOUNS = frozenset(
    "kinder eltern familien frauen männer senioren seniorinnen bürger bürgerinnen jugendliche vereine kulturen chöre märkte "
    "bücher lieder blumen pflanzen helfer nachbarn nachbarinnen ferien oster weihnachten ostern sterne farben wege gärten "
    "abende freunde freundinnen tiere hunde eine alte".split()
)
# Longer than four letters, or with a vowel: they stay. Without a vowel (DRK, SGV) they stay anyhow.
_SHORT_NAMES = frozenset(
    "AWO NABU ADAC ADFC UNESCO UNICEF VDK VHS CDU SPD FDP SV TUS TSV KFD KAB CVJM DLRG THW BUND DGB IHK EKD FZ OGS GGS KGS VCP "
    "BDKJ BI LED EDV IT PC USA EU EM WM NRW II III IV VI VII ABBA DJ TV".split()
)
_TITLES = {
    "ST": "St",
    "DR": "Dr",
    "PROF": "Prof",
    "HL": "Hl",
    "EV": "Ev",
    "KATH": "Kath",
    "NR": "Nr",
    "STR": "Str",
}
_SHARP_S = (  # capitals write “ss” for it
    "groß", "straße", "spaß", "fuß", "gruß", "grüß", "süß", "weiß", "draußen", "schließ", "heiß", "fleiß", "größ",
)  # fmt: skip


def in_normal_case(words: str, text: str) -> str:
    """`text`: where they may stand as one writes them."""
    if not _SHOUTED.search(words):
        return words
    is_whole = words.replace("ß", "").isupper()
    runs = [
        each.span()
        for each in _RUN.finditer(words)
        if len(each[0]) >= _LEAST_OF_A_RUN and not _is_quoted(words, each.start())
    ]
    pieces, last, before = [], 0, ""
    for match in _WORD.finditer(words):
        behind = _WORD.search(words, match.end())
        word = match[0]
        is_in_a_run = any(start <= match.start() < end for start, end in runs)
        if _is_shouted(word, is_whole=is_whole or is_in_a_run) and (
            is_whole or not _is_quoted(words, match.start())
        ):
            written = _written(word, before, behind[0] if behind else "", text[:_LOOKED_AT])
            is_first = not before or words[match.start() - 1] in '"„“:(–-'
            word = written[:1].upper() + written[1:] if is_first else written
        pieces += [words[last : match.start()], word]
        last, before = match.end(), match[0].lower()
    return "".join([*pieces, words[last:]])


def _is_quoted(words: str, place: int) -> bool:
    """Somebody's own name is written as he writes it: Ausstellung „ZWEI“."""
    return any(words.count(mark, 0, place) for mark in "„“»") and not words.isupper()


def _is_shouted(word: str, *, is_whole: bool) -> bool:
    if not word.replace("ß", "").isupper() or word in _SHORT_NAMES:
        return False
    if not _VOWEL.search(word):
        return word in _TITLES and is_whole
    return is_whole or len(word) >= _LONG or (len(word) > 4 and is_event(word.capitalize()))


def _written(word: str, before: str, behind: str, text: str) -> str:
    small, noun = word.lower(), word.capitalize()
    if word in _TITLES:
        return _TITLES[word]
    if small in _SMALL:
        return small
    is_adjective = (
        before in _BEFORE_AN_ADJECTIVE
        and behind.lower() not in _SMALL | {""}
        and small not in _NOUNS
        and bool(_ADJECTIVE.fullmatch(word))
    )
    if noun in text:
        return noun
    return _with_sharp_s(small if small in text or is_adjective else noun)


def _with_sharp_s(word: str) -> str:
    """“Grosser” → “Großer”."""
    for stem in _SHARP_S:
        spelt = stem.replace("ß", "ss")
        for old, new in ((spelt, stem), (spelt.capitalize(), stem.capitalize())):
            word = word.replace(old, new)
    return word
