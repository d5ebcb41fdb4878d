"""By which names a text means a venue of the directory."""

import re

_IN_A_HOUSE = re.compile(r"\s(?:im|in der|in dem|des|der)\s(?P<house>\S.*)")


def other_names(name: str, also_called: str) -> list[str]:
    """“Großer Sitzungssaal im Rathaus”, also called “Rathaus, Großer Sitzungssaal”: any other room of that house is not this one."""
    match = _IN_A_HOUSE.search(name)
    house = match["house"].casefold() if match else ""
    others = (each.strip() for each in also_called.split(","))
    return [each for each in others if each and each.casefold() != house]
