"""What a client is told when something cannot be done, in the words of GeoReport v2."""

from collections.abc import Sequence


class Refused(Exception):
    """Answered as an array of errors. `status`: 404 unknown, 403 key, 400 otherwise; `code` where it says more."""

    def __init__(self, status: int, descriptions: str | Sequence[str], *, code: int | None = None) -> None:
        super().__init__(descriptions)
        self.status = status
        self.code = code or status
        self.descriptions = [descriptions] if isinstance(descriptions, str) else list(descriptions)

    @property
    def rows(self) -> list[dict[str, object]]:
        return [{"code": self.code, "description": description} for description in self.descriptions]
