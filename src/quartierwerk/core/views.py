from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

from . import theme as town_theme
from .models import Town

ONE_YEAR = 365 * 24 * 3600
FIVE_MINUTES = 300


def theme(request: HttpRequest) -> HttpResponse:
    """The town's colours as CSS custom properties; kept for ever under the version of the colours."""
    town = Town.load(request_or_site=request)
    colours = (town.primary_colour, town.accent_colour)
    response = HttpResponse(town_theme.stylesheet(*colours), content_type="text/css; charset=utf-8")
    if request.GET.get("v") == town_theme.version(*colours):
        patch_cache_control(response, public=True, max_age=ONE_YEAR, immutable=True)
    else:
        patch_cache_control(response, public=True, max_age=FIVE_MINUTES)
    return response
