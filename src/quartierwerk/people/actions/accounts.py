"""What can be done with accounts and their roles."""

from django.db import transaction

from quartierwerk.core import audit

from ..models import Role, RoleAssignment, User


@transaction.atomic
def grant_role(*, user: User, role: Role, by: User | None = None, everywhere: bool = True) -> RoleAssignment:
    """Give the account a role; granting it again changes only where it holds."""
    assignment, _ = RoleAssignment.objects.update_or_create(
        user=user, role=role, defaults={"everywhere": everywhere}
    )
    audit.record("role granted", user, by=by, role=role, everywhere=everywhere)
    return assignment
