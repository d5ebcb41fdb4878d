"""Whether there is a German sentence in a text, and whether it is in another language: only German is read. Pure."""

import re
import unicodedata
from collections import Counter

# Words that hardly a German sentence does without and that no English one has; “in”, “was”, “die” are in both.
_SMALL_WORDS = frozenset(
    "ab aber alle allen aller als alte alten am auch auf aus bei beim bis bitte bleibt bleiben damit dank das dass dem den "
    "der des diese diesem diesen dieser doch durch ein eine einem einen einer eines er es euch euer findet finden für gegen "
    "gibt haben hatte ich ihr ihre ihrem ihren ihrer im ist ja jede jeden jeder kann kein keine kommt können lädt man mehr "
    "mit nach nicht noch nur oder ohne ob seit sich sie sind soll sowie statt über um und uns unser unsere unserem unserer "
    "unter vom von vor wegen weil wenn werden wie wieder wir wird wurde wurden zu zum zur zwei zwischen".split()
)
# Small words of languages that associations write in here; none of them is a German word as well.
_OF_OTHERS = {
    "en": "the of and to is are you we our your for with from this that at by be will please there their it have has can",
    "tr": "ve bir bu için ile olan olarak çok daha sizi size bizim hepinizi bekliyoruz kadar saat günü tarihinde lütfen her "
    "değerli sevgili sayın tüm herkes davetlidir davetlisiniz",
    "pl": "i w na z się do nie jest są dla od po przy oraz jak który które zapraszamy państwa prosimy godz będzie",
    "fr": "le la les des du et est pour avec nous vous dans une sur votre notre aux ce cette qui que sont sera",
    "it": "il lo gli della del dei e è per con una che sono nel alla vi siete invitiamo ore sarà questo non",
    "es": "el los las y del para con una que en su por nuestro nuestra es son les invitamos horas este más",
    "ro": "și cu la pentru este sunt din în să vă ne pe care o al ale invităm ora va fi",
    "sq": "dhe të në për me nga është ju një që do jeni si kjo ftojmë",
    "hr": "i u na je su za od do se koji koja vas pozivamo će biti sati naš svi",
    "nl": "het een van en voor met bij wij jullie zijn naar ook niet deze onze u",
}
_LANGUAGES: dict[str, list[str]] = {}
for _language, _words in _OF_OTHERS.items():
    for _each in _words.split():
        _LANGUAGES.setdefault(_each, []).append(_language)
_FEWEST_OF_ANOTHER = 4  # small words; a German text quotes “Meet and Greet in the City”
_TIMES_AS_MANY = 2  # as German ones: a text in two languages is read
_LOOKED_AT = 20_000  # letters
# A short text has fewer small words. Then it says nothing in German, not even when it is; a band's or a song's name is no text.
_SHORT = 40  # words
_FEWEST_OF_A_SHORT, _FEWEST_WITH_LETTERS = 3, 2  # different small words
_GERMAN_DAYS = frozenset(
    "uhr montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz mai juni juli oktober "
    "dezember".split()
)
_OTHER_LETTERS = frozenset("ğışçłżąęćńśźșțăâîđžčšñ")

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 3  # words; “und so” is no sentence


def has_german_sentence(text: str) -> bool:
    """At least one line, or the words before a full stop, that reads like German; headlines with umlauts do."""
    return any(_is_german(stretch) for stretch in re.split(r"[\n.!?]+", text))


def _is_german(stretch: str) -> bool:
    words = [word.lower() for word in _WORD.findall(stretch)]
    if len(words) < _FEWEST:
        return False
    return any(word in _SMALL_WORDS or set(word) & set("äöüß") for word in words)


def is_in_another_language(text: str) -> bool:
    """More of it is in another language than in German, by its small words, or by its script."""
    words = [word.lower() for word in _WORD.findall(text[:_LOOKED_AT])]
    if sum(not _is_latin(word) for word in words) * 2 > len(words):
        return True
    german = sum(word in _SMALL_WORDS and word not in _LANGUAGES for word in words)
    found = Counter(language for word in words for language in _LANGUAGES.get(word, ()))
    most = max(found.values(), default=0)
    if most >= _FEWEST_OF_ANOTHER and most > _TIMES_AS_MANY * german:
        return True
    return len(words) < _SHORT and not german and _is_short_and_in_another(words)


def _is_short_and_in_another(words: list[str]) -> bool:
    """No single letters: “e. V.” is German."""
    if not _GERMAN_DAYS.isdisjoint(words):
        return False
    said = {word for word in words if len(word) > 1}
    found = Counter(language for word in said for language in _LANGUAGES.get(word, ()))
    is_spelt_so = sum(not _OTHER_LETTERS.isdisjoint(word) for word in said) > 1
    return max(found.values(), default=0) >= (_FEWEST_WITH_LETTERS if is_spelt_so else _FEWEST_OF_A_SHORT)


def _is_latin(word: str) -> bool:
    return unicodedata.name(word[0], "").startswith("LATIN")
