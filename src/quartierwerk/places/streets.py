"""German street names and house numbers as people write them, in one comparable form. Pure functions."""

import re
import unicodedata
from dataclasses import dataclass

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_POSTAL_CODE = re.compile(r"(?<!\d)(\d{5})(?!\d)\s*(.*)$")
_NUMBER = re.compile(
    r"^(?P<street>.*?\D[\s.]|.*?[^\W\d])\s*(?P<first>\d{1,4})\s*(?P<letter>[a-zA-Z])?"
    r"(?:\s*[-–—/+]\s*(?P<last>\d{1,4})?\s*[a-zA-Z]?)?$"
)
HIGHEST_NUMBER = 9999


@dataclass(frozen=True)
class Address:
    """What somebody typed, taken apart. `number`: None where there is none; "12a" and "12-14" count as 12."""

    street: str
    number: int | None = None
    postal_code: str = ""

    @property
    def key(self) -> str:
        return street_key(self.street)


def name_key(text: str) -> str:
    """Letters and digits only, lower case, umlauts and ß spelled out: "Winz-Baak" is "winz baak"."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_UMLAUTS)
    plain = unicodedata.normalize("NFKD", plain).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


def street_key(street: str) -> str:
    """As `name_key`, with the usual abbreviations written out: "St.-Joseph-Str." is "sanktjosephstrasse"."""
    key = re.sub(r"^\s*st(?:\.\s*-?|-)\s*", "sankt ", unicodedata.normalize("NFC", street).casefold())
    key = name_key(re.sub(r"pl\.\s*$", "platz", key))
    return f"{key[:-3]}strasse" if key.endswith("str") else key


def parse_address(text: str) -> Address:
    """ "Im Welperfeld 23, 45527 Hattingen" → street, number, postal code; whatever is missing stays empty."""
    text = " ".join(text.replace("\u00a0", " ").split())
    postal_code = ""
    if found := _POSTAL_CODE.search(text):
        postal_code, text = found.group(1), text[: found.start()]
    text = text.split(",")[0].strip(" ,;")
    match = _NUMBER.match(text)
    if not match:
        return Address(text, None, postal_code)
    return Address(match["street"].strip(), int(match["first"]), postal_code)


def parse_house_number(text: str) -> int | None:
    """The number in "12", "12a" or " 12 b"; None where there is none. Letters never part two districts."""
    match = re.fullmatch(r"\s*(\d{1,4})\s*[a-zA-Z]?\s*", text)
    return int(match[1]) if match and int(match[1]) > 0 else None
