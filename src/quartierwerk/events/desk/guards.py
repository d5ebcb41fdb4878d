"""Who gets to pages on which names of registered people stand."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache

from .. import queries

View = Callable[..., HttpResponse]


def for_who_sees_registrations(view: View) -> View:
    """Managers and the event's organisers; the view gets the event of `pk`. Visitors are sent to sign in, for others
    there is no such event; nothing is cached."""

    @wraps(view)
    @never_cache
    def guarded(request: HttpRequest, pk: int, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        event = get_object_or_404(queries.events_with_registrations_for(request.user), pk=pk)
        return view(request, event, **kwargs)

    return guarded
