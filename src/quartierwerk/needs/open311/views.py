"""Open311 GeoReport v2. Reading needs no key and may be kept by any cache; sending needs a key."""

import re
import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest, SuspiciousOperation, ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from .. import actions
from ..enums import Visibility
from ..models import Need, Open311Token
from . import asking, discovering, reporting, service_requests, services
from .errors import Refused
from .formats import CONTENT_TYPES, Content, answer
from .keys import key_of

Answer = tuple[str, Content]
View = Callable[..., Answer]
URL_ENCODED = "application/x-www-form-urlencoded"
READING = ("GET", "HEAD")
A_DAY = 24 * 3600
NAMED_BY = {"services": "service_code", "requests": "service_request_id", "tokens": "token"}
_WITHOUT_NAME = re.compile(rf"v2/({'|'.join(NAMED_BY)})/\.\w+")


def _endpoint(*methods: str) -> Callable[[View], Callable[..., HttpResponse]]:
    """A view that gives the outermost name and the content; whatever goes wrong is answered in the client's format."""

    def decorate(view: View) -> Callable[..., HttpResponse]:
        @csrf_exempt  # nobody is signed in here; sending needs a key
        @wraps(view)
        def respond(request: HttpRequest, form: str, **parts: Any) -> HttpResponse:
            if request.method == "OPTIONS":
                return _open(request, HttpResponse(status=204, headers={"Allow": ", ".join(methods)}))
            try:
                _check(request, form, methods)
                response = answer(form, *view(request, **parts))
            except Refused as refused:
                response = _refuse(form, refused)
            except (BadRequest, SuspiciousOperation, MultiPartParserError):
                response = _refuse(form, Refused(400, _("Die Anfrage ist zu groß oder nicht lesbar.")))
            return _open(request, response)

        respond.refuses_zero_bytes = True  # type: ignore[attr-defined]  # see core.middleware.NoZeroBytes
        return respond

    return decorate


def _check(request: HttpRequest, form: str, methods: tuple[str, ...]) -> None:
    if form not in CONTENT_TYPES:
        raise Refused(404, _("Dieses Format gibt es nicht; es gibt xml und json."))
    if request.method not in methods:
        raise Refused(400, _("Diese Adresse kennt nur %s.") % ", ".join(methods))


def _refuse(form: str, refused: Refused) -> HttpResponse:
    known = form if form in CONTENT_TYPES else "xml"
    return answer(known, "errors", refused.rows, status=refused.status)


def _open(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Pages of other sites may read; no cookie is needed, none is set, and a page of another site cannot send."""
    if request.method != "POST":
        response.headers["Access-Control-Allow-Origin"] = "*"
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Methods"] = ", ".join(READING)
        response.headers["Access-Control-Allow-Headers"] = "*"
        response.headers["Access-Control-Max-Age"] = str(A_DAY)
    return response


@_endpoint(*READING)
def discovery(request: HttpRequest) -> Answer:  # noqa: ARG001
    return "discovery", discovering.told(
        endpoint=settings.BASE_URL + reverse("open311:open311_services", args=["xml"]).rpartition("/")[0],
        page=settings.BASE_URL + reverse("needs:open311"),
    )


@_endpoint(*READING)
def service_list(request: HttpRequest) -> Answer:  # noqa: ARG001
    before = services.is_moderated_before()
    return "services", [services.told(each, is_moderated_before=before) for each in services.all_services()]


@_endpoint(*READING)
def service_definition(request: HttpRequest, code: str) -> Answer:  # noqa: ARG001
    if "\x00" in code:
        raise Refused(404, _("service_code: Diesen Dienst gibt es nicht."))
    return "service_definition", services.definition(services.service(code))


@_endpoint(*READING, "POST")
def requests(request: HttpRequest) -> Answer:
    if request.method == "POST":
        return "service_requests", [_report(request)]
    asked = asking.asked(request.GET)
    found = list(service_requests.find(asked))
    return "service_requests", [*service_requests.told(found, is_extended=asked.is_extended)]


def _report(request: HttpRequest) -> dict[str, Any]:
    """Keep what was sent; answers the number, or a token where the town looks at it before anybody else does."""
    if request.content_type != URL_ENCODED:
        raise Refused(400, _("Bitte als %s senden.") % URL_ENCODED)
    key = key_of(request)
    report = reporting.read(request.POST, key)
    try:
        need, token = actions.report(
            said=report.said,
            given=report.given,
            submission_key=report.submission_key,
            remarks=report.remarks,
            looked_at_first=report.tells_about_persons,
        )
    except ValidationError as wrong:
        raise Refused(400, wrong.messages) from wrong
    return _receipt(need, token)


def _receipt(need: Need, token: Open311Token | None) -> dict[str, Any]:
    number = {"token": str(token.token)} if token else {"service_request_id": need.reference}
    notice = _("Vielen Dank. Ihr Beitrag ist öffentlich, und Sie hören von uns, was daraus wird.")
    if token:
        notice = _("Vielen Dank. Wir lesen Ihren Beitrag, bevor er öffentlich wird.")
    return {**number, "service_notice": notice, "account_id": None}


@_endpoint(*READING)
def request_by_number(request: HttpRequest, service_request_id: str) -> Answer:
    need = service_requests.one(service_request_id)
    is_extended = asking.wants_extensions(request.GET)
    return "service_requests", [*service_requests.told([need], is_extended=is_extended)]


@_endpoint(*READING)
def token(request: HttpRequest, token: str) -> Answer:  # noqa: ARG001
    """The number behind a token; empty until the need is public."""
    unknown = Refused(404, _("token: Diesen Token gibt es nicht."))
    try:
        found = Open311Token.objects.select_related("need").filter(token=uuid.UUID(token)).first()
    except ValueError:
        raise unknown from None
    if found is None or found.need.visibility not in (Visibility.WAITING, Visibility.PUBLIC):
        raise unknown
    number = found.need.reference if found.need.is_public else None
    return "service_requests", [{"service_request_id": number, "token": str(found.token)}]


@_endpoint(*READING)
def nothing(request: HttpRequest, rest: str) -> Answer:  # noqa: ARG001
    if missing := _WITHOUT_NAME.fullmatch(rest):
        raise Refused(400, _("%s: Bitte angeben.") % NAMED_BY[missing[1]])
    raise Refused(404, _("Diese Adresse gibt es nicht."))


def unknown(request: HttpRequest, rest: str) -> HttpResponse:
    """Any other address below `/open311/`, in the format it ends with."""
    form = rest.rpartition(".")[2]
    return nothing(request, form=form if form in CONTENT_TYPES else "xml", rest=rest)


unknown.csrf_exempt = True  # type: ignore[attr-defined]
