from django.urls import path

from . import page, views

# The same in every language.
patterns = [
    path("open311/discovery.<str:form>", views.discovery, name="open311_discovery"),
    path("open311/v2/services.<str:form>", views.service_list, name="open311_services"),
    path("open311/v2/services/<str:code>.<str:form>", views.service_definition, name="open311_service"),
    path("open311/v2/requests.<str:form>", views.requests, name="open311_requests"),
    path(
        "open311/v2/requests/<str:service_request_id>.<str:form>",
        views.request_by_number,
        name="open311_request",
    ),
    path("open311/v2/tokens/<str:token>.<str:form>", views.token, name="open311_token"),
    path("open311/<path:rest>", views.unknown, name="open311_unknown"),
]
# For people.
page_patterns = [path("offene-schnittstelle/", page.for_developers, name="open311")]
