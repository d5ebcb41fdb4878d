"""Fields of action as Open311 services, and what a client may say beside the text."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from quartierwerk.places.models import Quarter
from quartierwerk.topics.fields import fields_of_action
from quartierwerk.topics.models import FieldOfAction

from ..models import Need, NeedSettings
from .errors import Refused
from .kinds import KEYWORDS, KIND_OF

# The service of needs without a field of action; a field with this address on the web is the same service.
OTHER = "sonstiges"


@dataclass(frozen=True)
class Service:
    """One that needs can be sent to; `field` is None for what belongs to no field of action."""

    code: str
    name: str
    description: str
    field: FieldOfAction | None


def all_services() -> list[Service]:
    found = [Service(f.slug, f.name, f.summary, f) for f in fields_of_action()]
    return found if any(service.code == OTHER for service in found) else [*found, _other()]


def service(code: str) -> Service:
    """Raises Refused where there is none."""
    field = FieldOfAction.objects.filter(slug=code).first()
    if field:
        return Service(field.slug, field.name, field.summary, field)
    if code == OTHER:
        return _other()
    raise Refused(404, _("service_code: Diesen Dienst gibt es nicht."))


def _other() -> Service:
    return Service(OTHER, _("Sonstiges"), _("Was zu keinem Handlungsfeld gehört."), None)


def service_of(need: Need) -> tuple[str, str]:
    """Code and name of the service a need belongs to."""
    return (need.field.slug, need.field.name) if need.field else (OTHER, _("Sonstiges"))


def told(each: Service, *, is_moderated_before: bool) -> dict[str, Any]:
    """A row of the service list. Where the town looks first, a client gets a token instead of a number: `batch`."""
    return {
        "service_code": each.code,
        "service_name": each.name,
        "description": each.description or None,
        "metadata": True,
        "type": "batch" if is_moderated_before else "realtime",
        "keywords": KEYWORDS,
        "group": _("Handlungsfelder") if each.field else _("Weiteres"),
    }


def is_moderated_before() -> bool:
    return NeedSettings.load().moderation == NeedSettings.Moderation.BEFORE


def definition(each: Service) -> dict[str, Any]:
    """What may be sent as `attribute[code]`; nothing of it is required."""
    quarters = Quarter.objects.public().order_by("name").values_list("slug", "name")
    attributes = [
        _attribute("titel", "string", _("Worum geht es, in einem Satz?")),
        _attribute("art", "singlevaluelist", _("Was möchten Sie sagen?"), _kinds()),
        _attribute("quartier", "singlevaluelist", _("In welchem Quartier?"), dict(quarters)),
    ]
    asked = [a for a in attributes if a["values"] or a["datatype"] == "string"]
    return {
        "service_code": each.code,
        "attributes": [attribute | {"order": order} for order, attribute in enumerate(asked, start=1)],
    }


def _kinds() -> dict[str, str]:
    names = {"tipp": _("Lob oder Tipp")}
    return {key: names.get(key, str(kind.label)) for key, kind in KIND_OF.items()}


def _attribute(
    code: str, datatype: str, description: str, values: dict[str, str] | None = None
) -> dict[str, Any]:
    return {
        "variable": True,
        "code": code,
        "datatype": datatype,
        "required": False,
        "datatype_description": None,
        "order": 0,
        "description": description,
        "values": [{"key": key, "name": name} for key, name in (values or {}).items()],
    }
