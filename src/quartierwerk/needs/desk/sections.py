"""What of this app stands on the desk and on a person's page there."""

from typing import Any

from django.db.models import Count
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from quartierwerk.core.desk import DeskSection, DeskStart, register, register_start
from quartierwerk.people.models import Person

from .. import waiting
from ..enums import State
from ..models import Comment, Need
from ..permissions import may_moderate
from ..queries import labels, needs_for

SHOWN = 20


def waits(request: HttpRequest) -> dict[str, int]:
    """`waiting.counts`, once a request, though number and lateness are asked for separately."""
    counted = request.__dict__.setdefault("desk_counts", {})
    if "needs" not in counted:
        counted["needs"] = waiting.counts(request.user)
    return counted["needs"]


def said_by_person(request: HttpRequest, person: Person) -> dict[str, Any] | None:
    """What the person said, and how often they joined in; on the person's page of the desk."""
    words = labels()
    needs = list(needs_for(request.user).filter(person=person).order_by("-received_at", "-pk")[:SHOWN])
    joined = Person.objects.filter(pk=person.pk).aggregate(
        comments=Count("need_comments", distinct=True),
        supports=Count("need_supports", distinct=True),
        follows=Count("need_follows", distinct=True),
        offers=Count("need_offers", distinct=True),
    )
    if not needs and not any(joined.values()):
        return None
    shown = [
        {
            "url": need_url(need),
            "title": f"{need.reference} {need.title}",
            "on": need.received_at,
            "state": words[State(need.state)],
        }
        for need in needs
    ]
    return {"needs": shown, "joined": joined}


def need_url(need: Need) -> str:
    """The desk's page of a need."""
    return reverse("needs:desk_need", args=[need.reference])


def answer_url(need: Need, comment: Comment | None = None) -> str:
    """Where staff answer for the town: the need, or one comment."""
    return f"{need_url(need)}?tun=offiziell&antwort={comment.pk if comment else ''}#tun-offiziell"


register(
    DeskSection(
        key="needs",
        title=_("Handlungsbedarfe"),
        url_name="needs:desk",
        order=25,
        count=lambda request: waits(request)["waits"],
        overdue=lambda request: waits(request)["late"],
        may_see=may_moderate,
    )
)
register_start(DeskStart(_("Handlungsbedarf aufnehmen"), "needs:desk_say", may_moderate))
