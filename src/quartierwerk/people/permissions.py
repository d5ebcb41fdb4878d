"""Who may: small predicates over a user (or an anonymous visitor), composed like sentences.

    may_answer_residents = is_neighbourhood_manager | is_moderator | is_administrator
    may_answer_residents(request.user)

What a role may do in the editors' tools (pages, images, models) stands in `people/roles.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .models import Role


@dataclass(frozen=True)
class Permission:
    """A question about a user that can be joined with `|` and `&`."""

    allows: Callable[[Any], bool]

    def __call__(self, user: Any) -> bool:
        return self.allows(user)

    def __or__(self, other: Permission) -> Permission:
        return Permission(lambda user: self(user) or other(user))

    def __and__(self, other: Permission) -> Permission:
        return Permission(lambda user: self(user) and other(user))


def has_role(user: Any, *roles: Role) -> bool:
    """Whether the active account holds one of the roles; superusers hold all."""
    if not user.is_authenticated or not user.is_active:
        return False
    return user.is_superuser or not user.role_names.isdisjoint(roles)


def _holds(role: Role) -> Permission:
    return Permission(lambda user: has_role(user, role))


is_signed_in = Permission(lambda user: user.is_authenticated and user.is_active)
is_organisation = _holds(Role.ORGANISATION)
is_coordinator = _holds(Role.COORDINATOR)
is_moderator = _holds(Role.MODERATOR)
is_neighbourhood_manager = _holds(Role.NEIGHBOURHOOD_MANAGER)
is_editor = _holds(Role.EDITOR)
is_administrator = _holds(Role.ADMINISTRATOR)

may_answer_residents = is_neighbourhood_manager | is_moderator | is_administrator
may_use_desk = (
    may_answer_residents | is_editor
)  # editors: what was said about the site, `queries.messages_for`
may_publish = is_editor | is_moderator | is_neighbourhood_manager | is_administrator
may_write_drafts = may_publish | is_organisation | is_coordinator
may_manage_accounts = is_administrator
