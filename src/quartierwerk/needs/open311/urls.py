from django.urls import path

from ..placeholder import not_yet

patterns = [
    path("open311/discovery.<str:form>", not_yet, name="open311_discovery"),
    path("open311/v2/services.<str:form>", not_yet, name="open311_services"),
    path("open311/v2/services/<str:code>.<str:form>", not_yet, name="open311_service"),
    path("open311/v2/requests.<str:form>", not_yet, name="open311_requests"),
    path("open311/v2/requests/<str:service_request_id>.<str:form>", not_yet, name="open311_request"),
    path("open311/v2/tokens/<str:token>.<str:form>", not_yet, name="open311_token"),
]
