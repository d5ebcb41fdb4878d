"""Real data that tests read where it lies beside the project; the project itself does not contain it.

PAGE = beside("hattingen/page.txt")
pytestmark = pytest.mark.skipif(PAGE is None, reason=MISSING)
"""

from pathlib import Path

MISSING = "the shared data does not lie beside the project"


def beside(name: str) -> Path | None:
    """A file or folder of `shared/data` in one of the folders around the project, or None."""
    places = (parent / "shared" / "data" / name for parent in Path(__file__).resolve().parents)
    return next((place for place in places if place.exists()), None)
