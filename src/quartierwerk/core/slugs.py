"""Addresses made of names: "Westliche Höhe" → "westliche-hoehe"."""

from collections.abc import Callable

from django.db.models import QuerySet
from django.utils.text import slugify

LONGEST = 70
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})


def slug_of(name: str, *, fallback: str = "gebiet") -> str:
    """At most `LONGEST` letters; `fallback` where nothing of the name is left."""
    return slugify(name.translate(_UMLAUTS).replace("/", " "))[:LONGEST] or fallback


def free_slug(name: str, is_taken: Callable[[str], bool], *, fallback: str = "gebiet") -> str:
    """As `slug_of`; a number is added where another has it."""
    slug = base = slug_of(name, fallback=fallback)
    number = 2
    while is_taken(slug):
        slug, number = f"{base}-{number}", number + 1
    return slug


def free_slug_among(name: str, others: QuerySet, *, fallback: str = "gebiet") -> str:
    """As `free_slug`, among rows with a field `slug`."""
    return free_slug(name, lambda slug: others.filter(slug=slug).exists(), fallback=fallback)
