"""Registration codes: short enough to say on the phone, too many to guess."""

import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # without 0 O 1 I L, which people confuse
LENGTH = 8


def new_code() -> str:
    """Such as `7KQMX3PA`; 31⁸ ≈ 850 billion possibilities."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def tidy(written: str) -> str:
    """A code as somebody typed or a camera read it (the last part of an address) → as it is stored."""
    last = written.strip().rstrip("/").rpartition("/")[2]
    return "".join(c for c in last.upper() if c.isalnum())


def grouped(code: str) -> str:
    """`7KQM X3PA`: easier to read out, and Excel does not take it for a number."""
    return " ".join(code[at : at + 4] for at in range(0, len(code), 4))
