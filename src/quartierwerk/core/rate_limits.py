"""Counts what comes from one address in one hour, without a cookie and without keeping the address."""

from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from . import clock

HOUR = 3600


def client_address(request: HttpRequest) -> str:
    """The visitor's address; behind a proxy the last entry of X-Forwarded-For, which the proxy itself wrote."""
    if settings.BEHIND_PROXY and (forwarded := request.headers.get("X-Forwarded-For")):
        return forwarded.rpartition(",")[2].strip()
    return request.META.get("REMOTE_ADDR", "")


@dataclass(frozen=True)
class RateLimit:
    """At most `per_hour` from one address; a whole library or nursing home may share one."""

    key: str
    per_hour: int

    def is_exceeded(self, request: HttpRequest) -> bool:
        """Count this request and tell whether it is one too many. The counter forgets after an hour."""
        return self.is_exceeded_by(client_address(request))

    def is_exceeded_by(self, who: str) -> bool:
        """The same for whoever is named otherwise than by an address, such as the holder of a key."""
        hour = int(clock.now().timestamp() // HOUR)
        visitor = salted_hmac(f"rate-limit-{self.key}-{hour}", who).hexdigest()[:32]
        name = f"rate:{self.key}:{visitor}"
        if cache.add(name, 1, timeout=HOUR):
            return self.per_hour < 1
        try:
            return cache.incr(name) > self.per_hour
        except ValueError:  # forgotten between the two calls
            return False
