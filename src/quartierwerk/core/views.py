from hashlib import blake2b

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control

from . import theme as colours
from .models import Town

YEAR = 365 * 24 * 3600


def _stylesheet(town: Town) -> tuple[str, str]:
    """The town's stylesheet and its fingerprint."""
    css = colours.stylesheet(town.primary_colour, town.accent_colour)
    return css, blake2b(css.encode(), digest_size=6).hexdigest()


def theme_url(town: Town) -> str:
    """The address of the town's colours; another one as soon as they change."""
    return f"{reverse('core:theme')}?v={_stylesheet(town)[1]}"


def theme(request: HttpRequest) -> HttpResponse:
    """The town's colours as CSS custom properties; kept by browsers for a year under its fingerprint."""
    css, fingerprint = _stylesheet(Town.load())
    response = HttpResponse(css, content_type="text/css; charset=utf-8")
    if request.GET.get("v") == fingerprint:
        patch_cache_control(response, public=True, max_age=YEAR, immutable=True)
    else:
        patch_cache_control(response, public=True, max_age=60)
    return response
