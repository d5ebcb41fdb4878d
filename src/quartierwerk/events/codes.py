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


# DIN 5009:2022: a town for each letter, so that a code is understood on the phone.
TOWNS = {
    town[0]: town
    for town in (
        "Aachen Berlin Chemnitz Düsseldorf Essen Frankfurt Goslar Hamburg Ingelheim Jena Köln Leipzig München "
        "Nürnberg Offenbach Potsdam Quickborn Rostock Salzwedel Tübingen Unna Völklingen Wuppertal Xanten Ypsilon Zwickau"
    ).split()
}
GROUP = 4


def in_groups(code: str) -> str:
    """`7KQMX3PA` → `7KQM X3PA`, as it is printed and read aloud."""
    return " ".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def spelled(code: str) -> list[str]:
    """`7K` → `["7", "K wie Köln"]`."""
    return [f"{sign} wie {TOWNS[sign]}" if sign in TOWNS else sign for sign in code]
