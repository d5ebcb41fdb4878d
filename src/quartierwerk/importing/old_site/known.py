"""What is known of the town, where there is a town."""

from django.conf import settings
from django.db import DatabaseError

from ..extract import Gazetteer
from ..gazetteer import town_gazetteer


def known_of_the_town(*, needed: bool) -> tuple[Gazetteer, str]:
    """The town's gazetteer and nothing, or an empty one and a sentence. Raises DatabaseError where it is `needed`."""
    try:
        known = town_gazetteer()
    except DatabaseError:
        if needed:
            raise
        return Gazetteer(), (
            f"There is no database {settings.DATABASES['default']['NAME']} yet: read without knowing venues, streets and quarters."
        )
    if not known.venues and not known.quarters:
        return known, "No venues and quarters are entered yet: read without knowing them."
    return known, ""
