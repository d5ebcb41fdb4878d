"""Who may send: programs with a key, each at its own pace."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from quartierwerk.core.rate_limits import RateLimit

from ..models import ApiKey
from .errors import Refused


def key_of(request: HttpRequest) -> ApiKey:
    """Raises Refused where the key is missing, unknown or revoked, or where it was used too often in this hour."""
    given = request.POST.get("api_key", "")
    key = ApiKey.objects.valid().filter(digest=ApiKey.digest_of(given)).first() if given else None
    if key is None:
        raise Refused(403, _("api_key: Der Schlüssel fehlt oder gilt nicht."))
    if RateLimit("open311", settings.OPEN311_PER_HOUR).is_exceeded_by(str(key.pk)):
        raise Refused(
            400, _("Mit diesem Schlüssel kamen in der letzten Stunde zu viele Meldungen."), code=429
        )
    return key
