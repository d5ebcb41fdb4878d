"""The site, and beside it a bare page with the parts of an event's page that these tests look at."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template import engines
from django.urls import include, path

from quartierwerk.events import queries
from quartierwerk.events.parts import afterwards, programme

handler404 = "quartierwerk.core.errors.not_found"
PAGE = """{% extends "core/base.html" %}{% block title %}{{ event.title }}{% endblock %}{% block content %}
<div class="qw-stack qw-stack--large">{% include "core/components/page_header.html" with title=event.title lead=event.summary only %}
{% include "events/parts/programme.html" %}{% include "events/parts/afterwards.html" %}</div>{% endblock %}"""


def parts(request, slug):
    event = get_object_or_404(queries.public_events(), slug=slug)
    date = event.occurrences.first()
    context = {
        "event": event,
        "occurrence": date,
        **programme.context(event, date),
        **afterwards.context(event, date),
    }
    return HttpResponse(engines["django"].from_string(PAGE).render(context, request))


urlpatterns = [path("teile/<slug:slug>/", parts), path("", include("quartierwerk.website.urls"))]
