"""Who may: small predicates over a user (or an anonymous visitor)."""

from typing import Any

from .models import Role


def has_role(user: Any, *roles: Role) -> bool:
    """Whether the active account holds one of the roles; superusers hold all."""
    if not user.is_authenticated or not user.is_active:
        return False
    return user.is_superuser or user.roles.filter(role__in=roles).exists()


def may_use_desk(user: Any) -> bool:
    """The staff desk: whoever answers residents."""
    return has_role(user, Role.NEIGHBOURHOOD_MANAGER, Role.MODERATOR, Role.ADMINISTRATOR)
