"""What is not possible with accounts, and why; each rule returns a reason or None."""

from django.utils.translation import gettext as _

from .models import Role, RoleAssignment, User


def _is_last_administrator(user: User) -> bool:
    if Role.ADMINISTRATOR not in user.role_names and not user.is_superuser:
        return False
    others = User.objects.filter(is_active=True).exclude(pk=user.pk)
    return not (
        others.filter(is_superuser=True).exists()
        or RoleAssignment.objects.filter(role=Role.ADMINISTRATOR, user__in=others).exists()
    )


def why_not_delete(user: User) -> str | None:
    """An installation keeps somebody who can let others in."""
    if _is_last_administrator(user):
        return _(
            "Das ist das einzige Konto mit der Rolle Administration. "
            "Bitte geben Sie die Rolle zuerst jemand anderem."
        )
    return None


def why_not_revoke(user: User, role: Role) -> str | None:
    return why_not_delete(user) if role == Role.ADMINISTRATOR and not user.is_superuser else None


def why_not_deactivate(user: User) -> str | None:
    return why_not_delete(user)
