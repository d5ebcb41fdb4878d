"""The site with a small page of a need that shows only what `together` gives to it."""

from importlib import import_module

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from quartierwerk.needs.together import answers, parts

site = import_module("quartierwerk.website.urls")
_PAGE = """{% extends "core/base.html" %}{% block title %}{{ need.title }}{% endblock %}{% block content %}
<div class="qw-stack qw-stack--large">{% include "core/components/page_header.html" with title=need.title only %}
{% include "needs/together/parts.html" %}</div>{% endblock %}"""


def small_page(request: HttpRequest, reference: str) -> HttpResponse:
    need = answers.public_need(reference)
    page = engines["django"].from_string(_PAGE)
    return HttpResponse(page.render({"need": need, **parts.context(request, need)}, request))


handler400, handler403, handler404 = site.handler400, site.handler403, site.handler404
urlpatterns = [
    *i18n_patterns(path("handlungsbedarfe/<str:reference>/", small_page), prefix_default_language=False),
    *site.urlpatterns,
]
