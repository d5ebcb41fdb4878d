"""What holds an attack off without keeping anybody out: the device of whoever sends has to calculate for a moment.

Only while very many needs arrive, from all addresses together, or while staff switched it on (`NeedSettings`). Nobody
solves anything. Without JavaScript a need can be sent all the same: it is looked at before it is public, and there are
only so many of these in an hour; then the telephone is left. Works as ALTCHA (proof of work, version 2), hosted here.
"""

import secrets
import uuid
from dataclasses import dataclass
from datetime import timedelta

import altcha
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from quartierwerk.core import clock
from quartierwerk.core.models import Town
from quartierwerk.core.rate_limits import RateLimit

from ..enums import CameBy
from ..models import Need, NeedSettings
from ..permissions import may_moderate

# One or two seconds on an old phone, never much more, begun with the first key; who sends thousands pays thousands of times.
ALGORITHM, COST = "PBKDF2/SHA-256", 5000
FEWEST_STEPS, MORE_STEPS = 100, 200
VALID_FOR = timedelta(minutes=30)
LONGEST_PROOF = 4000
FIELD = "proof"


@dataclass(frozen=True)
class Verdict:
    """`refusal`: why it cannot be sent now, for the form; `looked_at_first`: it may, but not be public at once."""

    refusal: str = ""
    looked_at_first: bool = False


def proof_needed(request: HttpRequest) -> bool:
    """Whether the form has to be sent with a proof now; staff never have to."""
    if may_moderate(request.user):
        return False
    return NeedSettings.load().is_attacked or _many_arrive()


def _many_arrive() -> bool:
    since = clock.now() - timedelta(minutes=settings.ATTACK_MINUTES)
    recent = Need.objects.filter(received_at__gte=since, came_by=CameBy.FORM).order_by()
    return recent[: settings.ATTACK_SUBMISSIONS].count() >= settings.ATTACK_SUBMISSIONS


def check(request: HttpRequest, submission_key: uuid.UUID) -> Verdict:
    """Judge a valid form just before it is kept. The same submission again needs no second proof."""
    if not proof_needed(request) or Need.objects.filter(submission_key=submission_key).exists():
        return Verdict()
    proof = request.POST.get(FIELD, "")
    if proof:
        return Verdict() if _holds(proof, submission_key) else Verdict(refusal=_once_more())
    unproven = RateLimit("needs-unproven", settings.ATTACK_SUBMISSIONS)
    return Verdict(refusal=_by_phone()) if unproven.is_exceeded_by("all") else Verdict(looked_at_first=True)


def remark() -> str:
    """What the moderators read about one that came without a proof."""
    return _("Ohne Rechenprobe geschickt, während sehr viel ankam.")


def _once_more() -> str:
    return _(
        "Gerade kommt sehr viel an. Bitte schicken Sie den Beitrag noch einmal ab; Ihr Text ist noch da."
    )


def _by_phone() -> str:
    """Everything typed stays in the form; who cannot send it is heard all the same."""
    phone = Town.load().phone
    if not phone:
        return _("Gerade kommt sehr viel an. Bitte schicken Sie den Beitrag in einer Stunde noch einmal ab.")
    return (
        _(
            "Gerade kommt sehr viel an. Bitte schicken Sie den Beitrag in einer Stunde noch einmal ab, "
            "oder rufen Sie uns an: %s"
        )
        % phone
    )


@never_cache
@require_safe
def challenge(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """What the device has to calculate; a new one for everybody who asks."""
    made = altcha.create_challenge(
        ALGORITHM,
        COST,
        counter=FEWEST_STEPS + secrets.randbelow(MORE_STEPS),
        expires_at=clock.now() + VALID_FOR,
        hmac_secret=_secret("challenge"),
        hmac_key_secret=_secret("key"),
    )
    return JsonResponse(made.to_dict())


def _holds(proof: str, submission_key: uuid.UUID) -> bool:
    """Whether it answers a challenge of ours, in time, and was not used for something else."""
    if len(proof) > LONGEST_PROOF:
        return False
    result = altcha.verify_solution(proof, _secret("challenge"), hmac_key_secret=_secret("key"))
    if not result.verified:
        return False
    name = f"proof:{_signature_of(proof)}"
    if cache.add(name, submission_key.hex, timeout=VALID_FOR.total_seconds()):
        return True
    return cache.get(name) == submission_key.hex


def _signature_of(proof: str) -> str:
    """Of the challenge, not of its wrapping, which can be written in many ways."""
    return str(altcha.Payload.from_base64(proof).challenge.signature)


def _secret(use: str) -> str:
    return salted_hmac("needs.proof", use, algorithm="sha256").hexdigest()
