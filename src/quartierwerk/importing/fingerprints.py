"""Whether two texts are the same text."""

import hashlib
import re
import unicodedata

_WORDS = re.compile(r"\w+")


def fingerprint(text: str) -> str:
    """SHA-256 of the words, hexadecimal; blanks, punctuation and capitals make no difference."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return hashlib.sha256(" ".join(_WORDS.findall(plain)).encode()).hexdigest()
