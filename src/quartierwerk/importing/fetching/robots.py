"""robots.txt, read as RFC 9309 says; what it forbids to programs is not read."""

from protego import Protego

from .network import INTERNET, Network
from .reasons import Reason
from .requesting import AGENT, ANYTHING, Fetched, NotFetched, fetch
from .targets import Refused, target_of

MOST_REDIRECTS = 5  # RFC 9309, 2.3.1.2
MOST_BYTES = 500 * 1024  # RFC 9309, 2.5
_NONE_THERE = frozenset(range(400, 500))


class Robots:
    """Answers for one run and asks each website once. Page addresses only: a feed was given to us to be read."""

    def __init__(self, network: Network = INTERNET) -> None:
        self.network = network
        self._rules: dict[str, Protego | NotFetched | None] = {}

    def why_not(self, url: str) -> NotFetched | None:
        """None where the page may be read."""
        try:
            target = target_of(url)
        except Refused as refused:
            return NotFetched(refused.reason)
        if target.origin not in self._rules:
            self._rules[target.origin] = self._read(target.origin)
        rules = self._rules[target.origin]
        if isinstance(rules, NotFetched):
            return rules
        if rules is None or rules.can_fetch(target.url, AGENT):
            return None
        return NotFetched(Reason.ROBOTS)

    def _read(self, origin: str) -> Protego | NotFetched | None:
        """None: there are no rules. Where the server fails nobody knows, and nothing may be read (2.3.1.4)."""
        answer = fetch(
            f"{origin}/robots.txt", kinds=ANYTHING, most_redirects=MOST_REDIRECTS, network=self.network
        )
        if isinstance(answer, Fetched):
            return Protego.parse(answer.content[:MOST_BYTES].decode("utf-8", "replace"))
        if (answer.status in _NONE_THERE and answer.status != 429) or answer.reason == Reason.REDIRECTS:
            return None
        return answer
