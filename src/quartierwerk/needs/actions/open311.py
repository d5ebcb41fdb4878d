"""Needs that another program sends, and the keys with which it may."""

import secrets
import uuid
from collections.abc import Sequence
from typing import Any

from django.db import transaction

from quartierwerk.core import audit, clock
from quartierwerk.people.rules import Reachable

from ..enums import CameBy
from ..models import ApiKey, Need, Open311Token
from .moderating import lock
from .saying import Said, say


def report(
    *,
    said: Said,
    given: Reachable,
    submission_key: uuid.UUID,
    remarks: Sequence[str] = (),
    looked_at_first: bool = False,
) -> tuple[Need, Open311Token | None]:
    """Keep it, and what has no place in it as a note for the team; the same key again is the same need.

    A need that is not public yet comes with a token that leads to its number later.
    """
    need = say(
        said=said,
        given=given,
        submission_key=submission_key,
        came_by=CameBy.OPEN311,
        looked_at_first=looked_at_first,
        remark="\n".join(["Open311", *remarks]) if remarks else "",
    )
    return need, None if need.is_public else _token(need)


@transaction.atomic
def _token(need: Need) -> Open311Token:
    need = lock(need)
    return Open311Token.objects.filter(need=need).first() or Open311Token.objects.create(need=need)


@transaction.atomic
def create_api_key(*, name: str, operator: str = "", by: Any) -> tuple[ApiKey, str]:
    """A key and its secret, which is known now and never again; raises ValidationError."""
    secret = secrets.token_urlsafe(32)
    key = ApiKey(name=name.strip(), operator=operator.strip(), digest=ApiKey.digest_of(secret), created_by=by)
    key.full_clean()
    key.save()
    audit.record("api key created", key, by=by)
    return key, secret


@transaction.atomic
def revoke_api_key(*, key: ApiKey, by: Any) -> ApiKey:
    """From now on nobody can send with it; what came with it stays."""
    if key.revoked_at is None:
        key.revoked_at = clock.now()
        key.save(update_fields=["revoked_at"])
        audit.record("api key revoked", key, by=by)
    return key
