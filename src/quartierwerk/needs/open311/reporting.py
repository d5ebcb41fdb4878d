"""What a client sends with `POST requests`: a form, read strictly, and the words that it becomes."""

import re
import uuid
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quartierwerk.core import clock
from quartierwerk.people import rules as people_rules
from quartierwerk.people.forms import phone_number
from quartierwerk.places.models import Quarter

from .. import rules
from ..actions import Place, Said
from ..enums import Kind
from ..models import ApiKey
from ..models.needs import TEXT_LENGTH, TITLE_LENGTH
from .errors import Refused
from .kinds import KIND_OF
from .services import Service, service

MOST_ATTRIBUTES = 50
LONGEST_VALUE = 500
_ATTRIBUTE = re.compile(r"attribute\[([^\]\[]{1,80})\](?:\[\d{0,3}\])?")
_REPORTS = uuid.UUID("3d2f7c55-0a0c-4a56-8d6b-1f1c8a4f5b11")


class ReportForm(forms.Form):
    """The arguments of the specification; what it knows beside them is not kept (device_id, account_id)."""

    lat = forms.FloatField(required=False, min_value=-90, max_value=90)
    long = forms.FloatField(required=False, min_value=-180, max_value=180)
    address_string = forms.CharField(required=False, max_length=160)
    address_id = forms.CharField(required=False, max_length=160)
    email = forms.EmailField(required=False)
    first_name = forms.CharField(required=False, max_length=59)
    last_name = forms.CharField(required=False, max_length=60)
    phone = forms.CharField(required=False, max_length=40)
    description = forms.CharField(required=False, max_length=TEXT_LENGTH)
    media_url = forms.URLField(required=False, max_length=LONGEST_VALUE, assume_scheme="https")

    NO_PLACE = gettext_lazy("Bitte lat und long oder address_string angeben.")

    def clean_phone(self) -> str:
        return phone_number(self.cleaned_data["phone"])

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if {"lat", "long", "address_string"} & set(self.errors):
            return values
        has_point = values.get("lat") is not None and values.get("long") is not None
        if not has_point and (values.get("lat") is not None or values.get("long") is not None):
            self.add_error(None, _("Zu lat gehört long, zu long gehört lat."))
        elif not has_point and not values.get("address_string"):
            self.add_error(None, self.NO_PLACE)
        return values

    @property
    def problems(self) -> list[str]:
        return [
            sentence if field == "__all__" else f"{field}: {sentence}"
            for field, sentences in self.errors.items()
            for sentence in map(str, sentences)
        ]


@dataclass(frozen=True)
class Report:
    """What is to be kept. `remarks` are for the moderators only."""

    said: Said
    given: people_rules.Reachable
    remarks: list[str]
    submission_key: uuid.UUID

    @property
    def tells_about_persons(self) -> bool:
        """A phone number or the like in the public words; nobody was asked about it before it was sent."""
        return bool(rules.private_details(f"{self.said.title}\n{self.said.text}"))


def read(post: QueryDict, key: ApiKey) -> Report:
    """Raises Refused with everything that is wrong."""
    form, attributes = ReportForm(post), _attributes(post)
    wanted = _service(post)
    problems = list(form.problems)
    try:
        said = _said(form.cleaned_data, attributes, wanted)
    except ValidationError as wrong:
        problems += wrong.messages
    if problems:
        raise Refused(400, problems)
    return Report(said, _given(form.cleaned_data), _remarks(form, attributes), _submission_key(post, key))


def _service(post: QueryDict) -> Service:
    code = post.get("service_code", "").strip()
    if not code:
        raise Refused(400, _("service_code: Bitte angeben."))
    if "\x00" in code:
        raise Refused(404, _("service_code: Diesen Dienst gibt es nicht."))
    return service(code)


def _attributes(post: QueryDict) -> dict[str, list[str]]:
    """`attribute[code]=…` and `attribute[code][]=…`, the latter as often as there are values; empty ones left out."""
    found: dict[str, list[str]] = {}
    for name, values in post.lists():
        if match := _ATTRIBUTE.fullmatch(name):
            given = [value.strip() for value in values if value.strip()]
            if given:
                found.setdefault(match[1].strip(), []).extend(given)
    if sum(map(len, found.values())) > MOST_ATTRIBUTES:
        raise Refused(400, _("attribute: höchstens %d Werte.") % MOST_ATTRIBUTES)
    for code, given in found.items():
        if any(len(value) > LONGEST_VALUE or "\x00" in value for value in given):
            raise Refused(400, _("attribute[%s]: zu lang oder unlesbar.") % code)
    return found


def _said(values: dict[str, Any], attributes: dict[str, list[str]], wanted: Service) -> Said:
    """Raises ValidationError. What fields are wrong is known already and left out here."""
    description = values.get("description", "").strip()
    title = _one(attributes, "titel") or headline(description) or _("Ohne Beschreibung: %s") % wanted.name
    text = "" if description == title else description
    if reason := rules.why_not_said(title, text):
        raise ValidationError(f"description: {reason}")
    return Said(
        title=title,
        text=text,
        kind=_kind(_one(attributes, "art")),
        field=wanted.field,
        place=Place(
            values.get("lat"),
            values.get("long"),
            values.get("address_string", ""),
            _quarter(_one(attributes, "quartier")),
        ),
    )


def headline(description: str) -> str:
    """The first line as a title; where it is too long, its first sentence, or as many words as there is room for."""
    line = " ".join(next(iter(description.strip().splitlines()), "").split())
    if len(line) <= TITLE_LENGTH:
        return line
    sentence = re.match(rf".{{10,{TITLE_LENGTH - 1}}}?[.!?](?=\s)", line)
    if sentence:
        return sentence[0]
    words = line[:TITLE_LENGTH].rsplit(" ", 1)[0]
    return words[: TITLE_LENGTH - 1].rstrip(" ,;:-") + "…"


def _one(attributes: dict[str, list[str]], code: str) -> str:
    given = attributes.get(code, [])
    if len(given) > 1:
        raise ValidationError(_("attribute[%s]: Bitte nur einen Wert.") % code)
    return " ".join(given).strip()


def _kind(key: str) -> str:
    if key and key not in KIND_OF:
        raise ValidationError(_("attribute[art]: Es gibt nur %s.") % ", ".join(KIND_OF))
    return KIND_OF[key] if key else Kind.PROBLEM


def _quarter(slug: str) -> Quarter | None:
    found = Quarter.objects.public().filter(slug=slug).first() if slug else None
    if slug and found is None:
        raise ValidationError(_("attribute[quartier]: Dieses Quartier gibt es nicht."))
    return found


def _given(values: dict[str, Any]) -> people_rules.Reachable:
    """As in the form: any of it is enough, nothing at all is nobody."""
    name = people_rules.tidy_name(f"{values['first_name']} {values['last_name']}")
    email, phone = values["email"].strip().lower(), values["phone"]
    return people_rules.Reachable(name, email, phone)


def _remarks(form: ReportForm, attributes: dict[str, list[str]]) -> list[str]:
    """What has no place in a need. Nothing is fetched from a `media_url`; a moderator decides whether to look."""
    known = {"titel", "art", "quartier"}
    remarks = [f"{code}: {', '.join(given)}" for code, given in attributes.items() if code not in known]
    sent = [(name, form.cleaned_data[name]) for name in ("media_url", "address_id")]
    return [*(f"{name}: {value}" for name, value in sent if value), *remarks]


def _submission_key(post: QueryDict, key: ApiKey) -> uuid.UUID:
    """The same words through the same program on one day are one need, so that a client may try again."""
    words = sorted((name, values) for name, values in post.lists() if name != "api_key")
    return uuid.uuid5(_REPORTS, repr([key.pk, clock.today().isoformat(), words]))
