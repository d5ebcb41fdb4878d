"""Saying it: the form, what helps while somebody types, and what happens next. Nothing here reads a session."""

from typing import Any

from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quartierwerk.core import privacy
from quartierwerk.core.context import Link, breadcrumbs
from quartierwerk.core.models import Town
from quartierwerk.events.registration.views import private
from quartierwerk.people.models import Channel
from quartierwerk.people.rules import channel_for
from quartierwerk.places import presentation
from quartierwerk.places.models import Quarter, Venue

from .. import actions, queries, rules
from ..enums import Kind
from ..models import Need, NeedSettings
from ..models.needs import TEXT_LENGTH, TITLE_LENGTH
from ..models.photos import MOST_PHOTOS
from ..pictures import thumbnail_of
from . import guards, limits, waiting
from .forms import SayForm, too_many_photos
from .looking_over import LookedOver, SimilarNeed, look_over, similar_needs, suggested, told_before
from .origin import origin_of, send
from .places import about, place_from, point_from, where_in_words

_receipts = "needs.receipt"


@require_http_methods(["GET", "HEAD", "POST"])
def say(request: HttpRequest) -> HttpResponse:
    """The form for everybody: 303 to what happens next, 422 with what is wrong or to be looked at, 429 after too many."""
    if request.method != "POST":
        return _page(request, SayForm(initial=_initial(request)))
    form = SayForm(request.POST, files=request.FILES)
    if not form.is_valid():
        return _page(request, form, status=422)
    told = told_before(request.POST)
    over = look_over(form, told)
    if over.is_new_to(told):
        return _page(request, form, over=over, status=422)
    if limits.NEEDS_PER_HOUR.is_exceeded(request):
        form.add_error(None, limits.too_many())
        return _page(request, form, status=429)
    verdict = guards.check(request, form.submission_key)
    if verdict.refusal:
        form.add_error(None, verdict.refusal)
        return _page(request, form, status=422)
    try:
        need = _send(form, over, verdict)
    except ValidationError as refused:
        form.add_error(None, refused)
        return _page(request, form, status=422)
    return HttpResponseRedirect(receipt_path(need, channel_for(form.given)), status=303)


def _send(form: SayForm, over: LookedOver, verdict: guards.Verdict) -> Need:
    return send(
        origin_of(form.cleaned_data["termin"], form.cleaned_data["karte"]),
        said=form.said(over.suggestion.field if over.suggestion else None),
        given=form.given,
        submission_key=form.submission_key,
        language=get_language() or settings.LANGUAGE_CODE,
        looked_at_first=verdict.looked_at_first,
        remark=guards.remark() if verdict.looked_at_first else "",
    )


def _initial(request: HttpRequest) -> dict[str, Any]:
    """A link from the page of a quarter or a venue already says where: `?quartier=` or `?ort=` with its slug."""
    initial: dict[str, Any] = {}
    if slug := _typed(request.GET, "quartier", 80):
        initial["quarter"] = Quarter.objects.public().filter(slug=slug).only("pk").first()
    if slug := _typed(request.GET, "ort", 80):
        initial["place_name"] = Venue.objects.filter(slug=slug).values_list("name", flat=True).first()
    return initial | _initial_by_origin(request)


def _initial_by_origin(request: HttpRequest) -> dict[str, Any]:
    """From the page of an event, or from the code on a paper card."""
    origin = origin_of(_typed(request.GET, "termin", 200), _typed(request.GET, "karte", 20))
    initial: dict[str, Any] = {}
    if origin.event:
        initial |= {"termin": origin.event.slug, "kind": Kind.CONCERN.value}
    if origin.card:
        initial["karte"] = origin.card.code
        if origin.card.quarter:
            initial["quarter"] = origin.card.quarter
    return initial


def _typed(values: QueryDict, name: str, most: int) -> str:
    """At most so many letters; without the NUL that PostgreSQL refuses."""
    return values.get(name, "").replace("\x00", "").strip()[:most]


def _typed_value(form: SayForm, name: str) -> str:
    return str(form[name].value() or "").replace("\x00", "")[:200]


def _page(
    request: HttpRequest, form: SayForm, *, over: LookedOver | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "origin": origin_of(_typed_value(form, "termin"), _typed_value(form, "karte")),
        "over": over,
        "photos": form.waiting,
        "most_photos": MOST_PHOTOS,
        "most_letters": {"title": TITLE_LENGTH, "text": TEXT_LENGTH},
        "too_long": {"title": rules.title_too_long(), "text": rules.text_too_long()},
        "has_map": bool(settings.MAP_TILES_URL) or queries.has_ground(),
        "base_map": presentation.base_map(),
        "map_centre": _centre(),
        "outlines_url": reverse("places:quarters_geojson"),
        "privacy_text": privacy.hint("needs"),
        "privacy_url": reverse("website:privacy"),
        "needs_proof": guards.proof_needed(request),
        "breadcrumbs": _way(_("Etwas sagen")),
    }
    response = render(request, "needs/say/say.html", context, status=status)
    if request.method == "POST":
        add_never_cache_headers(response)
    else:  # the visitor's own browser may show it again, with the same key
        patch_cache_control(response, private=True, no_cache=True)
    return response


def _centre() -> str:
    """Where the map begins, in degrees: `51.4,7.18`; "" where nobody told."""
    town = Town.load()
    known = town.centre_latitude is not None and town.centre_longitude is not None
    return f"{town.centre_latitude},{town.centre_longitude}" if known else ""


def _way(here: str) -> list[Link]:
    return breadcrumbs((_("Handlungsbedarfe"), reverse("needs:list")), here)


# ---------------------------------------------------------------------------------------- while somebody fills in the form
@never_cache
@require_POST
def similar(request: HttpRequest) -> HttpResponse:
    """A part of a page: the suggested field of action, and needs that may say the same; by POST, so that nothing typed
    stands in a log."""
    if limits.HINTS_PER_HOUR.is_exceeded(request):
        return HttpResponse(status=204)
    title, text = _typed_words(request)
    context = {"similar": typed_similar(request), "suggestion": suggested(title, text)}
    return render(request, "needs/say/hints.html", context)


def typed_similar(request: HttpRequest) -> list[SimilarNeed]:
    """What is similar to a form that is still being filled in."""
    title, text = _typed_words(request)
    place = _place_of(request)
    where = {"latitude": place.latitude, "longitude": place.longitude, "quarter": place.quarter}
    return similar_needs(title, text, **where)


def _typed_words(request: HttpRequest) -> tuple[str, str]:
    return _typed(request.POST, "title", TITLE_LENGTH), _typed(request.POST, "text", TEXT_LENGTH)


@never_cache
@require_POST
def where(request: HttpRequest) -> HttpResponse:
    """A part of a page: in which quarter it lies, or what is not clear about the place."""
    if limits.HINTS_PER_HOUR.is_exceeded(request):
        return HttpResponse(status=204)
    return render(request, "needs/say/where.html", {"where": about(_place_of(request))})


def _place_of(request: HttpRequest) -> actions.Place:
    typed = request.POST
    chosen = typed.get("quarter", "")
    quarter = (
        Quarter.objects.public().filter(pk=chosen).first() if chosen.isascii() and chosen.isdigit() else None
    )
    return place_from(
        _typed(typed, "place_name", 160),
        quarter,
        typed.get("latitude", ""),
        typed.get("longitude", ""),
    )


@never_cache
@require_POST
def check(request: HttpRequest) -> HttpResponse:
    """A part of a page: everything once more before it is sent, with what is pointed out."""
    form = SayForm(request.POST)
    is_valid = form.is_valid()
    if limits.HINTS_PER_HOUR.is_exceeded(request) and is_valid:
        return HttpResponse(status=204)
    context = {"form": form, "over": None, "photos": form.waiting} | (_last_look(form) if is_valid else {})
    return render(request, "needs/say/check.html", context)


def _last_look(form: SayForm) -> dict[str, Any]:
    """What a valid form says, as it will be understood."""
    said = form.cleaned_data
    has_pin = point_from(said["latitude"], said["longitude"]) is not None
    return {
        "over": look_over(form),
        "kind": Kind(said["kind"]).label,
        "is_suggested": said["field"] is not None and said["suggested"] == str(said["field"].pk),
        "where": where_in_words(said["place_name"], has_pin=has_pin),
        "within_days": NeedSettings.load().answer_within_days,
    }


@never_cache
@require_POST
def photo(request: HttpRequest) -> HttpResponse:
    """Keep one photo while the form is filled in: a line of the list of photos, or 422 with the reason as text."""
    if limits.PHOTOS_PER_HOUR.is_exceeded(request):
        return _refused(limits.too_many(), 429)
    upload = request.FILES.get("photo")
    if upload is None:
        return _refused(_("Bitte wählen Sie ein Foto."), 422)
    if len(request.POST.getlist("kept")) >= MOST_PHOTOS:
        return _refused(too_many_photos(), 422)
    try:
        kept = waiting.keep(upload)
    except ValidationError as refused:
        return _refused(" ".join(refused.messages), 422)
    return render(request, "needs/say/photo.html", {"photo": kept}, status=201)


def _refused(sentence: str, status: int) -> HttpResponse:
    return HttpResponse(sentence, content_type="text/plain; charset=utf-8", status=status)


@require_safe
def photo_preview(request: HttpRequest, token: str) -> FileResponse:  # noqa: ARG001 - a view
    """A small picture of a photo that is not sent yet, for whoever chose it."""
    found = waiting.find(token)
    if found is None:
        raise Http404
    response = FileResponse(thumbnail_of(found.file()))
    patch_cache_control(response, private=True, max_age=3600)
    return response


# ----------------------------------------------------------------------------------------------------- what happens next
def receipt_path(need: Need, way: str) -> str:
    """The page after sending; it follows from what was typed alone, so it never tells who is known."""
    return reverse(
        "needs:said", args=[signing.dumps({"reference": need.reference, "way": str(way)}, salt=_receipts)]
    )


@never_cache
@require_safe
def said(request: HttpRequest, receipt: str) -> HttpResponse:
    try:
        told = signing.loads(receipt, salt=_receipts)
    except signing.BadSignature as error:
        raise Http404 from error
    need = get_object_or_404(Need, reference=told["reference"])
    context = {
        "need": need,
        "within_days": NeedSettings.load().answer_within_days,
        "is_looked_at_first": not need.is_public,
        "by_mail": told["way"] == Channel.EMAIL,
        "by_phone": told["way"] == Channel.PHONE,
        "by_letter": told["way"] == Channel.LETTER,
        "nobody_can_answer": told["way"] == Channel.NONE,
        "breadcrumbs": _way(_("Angekommen")),
    }
    return private(render(request, "needs/say/said.html", context))
