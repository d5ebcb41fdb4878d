"""What can be done with accounts and roles; the only writers of accounts, roles and group membership."""

from collections.abc import Iterable

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.users.models import UserProfile

from quartierwerk.core import audit

from .. import account_rules
from ..models import Role, RoleAssignment, User
from ..roles import ensure_group


def _forget_what_was_read(user: User) -> None:
    """The instance keeps its roles and permissions for a request; they have just changed."""
    for cached in ("role_names", "_perm_cache", "_user_perm_cache", "_group_perm_cache"):
        user.__dict__.pop(cached, None)


def _refuse(reason: str | None) -> None:
    if reason:
        raise ValidationError(reason)


@transaction.atomic
def grant_role(*, user: User, role: Role, by: User | None = None, everywhere: bool = True) -> RoleAssignment:
    """Give the account a role; granting it again changes only where it holds."""
    assignment, created = RoleAssignment.objects.get_or_create(
        user=user, role=role, defaults={"everywhere": everywhere}
    )
    changed = assignment.everywhere != everywhere
    if changed:
        assignment.everywhere = everywhere
        assignment.full_clean()
        assignment.save()
    if group := ensure_group(role):
        user.groups.add(group)
    if created or changed:
        audit.record("role granted", user, by=by, role=role, everywhere=everywhere)
    _forget_what_was_read(user)
    return assignment


@transaction.atomic
def revoke_role(*, user: User, role: Role, by: User | None = None) -> None:
    """Take a role back; nothing happens where the account does not hold it.

    Raises ValidationError where nobody would be left to administer the installation.
    """
    _forget_what_was_read(user)
    if role not in user.role_names:
        return
    _refuse(account_rules.why_not_revoke(user, role))
    RoleAssignment.objects.filter(user=user, role=role).delete()
    if group := ensure_group(role):
        user.groups.remove(group)
    audit.record("role revoked", user, by=by, role=role)
    _forget_what_was_read(user)


@transaction.atomic
def set_roles(*, user: User, roles: Iterable[Role], by: User | None, everywhere: bool = True) -> None:
    """Let the account hold exactly these roles. `everywhere` is meant for the neighbourhood manager only."""
    wanted = {Role(role) for role in roles}
    for role in sorted(wanted):
        grant_role(user=user, role=role, by=by, everywhere=everywhere or role != Role.NEIGHBOURHOOD_MANAGER)
    for role in sorted({Role(name) for name in user.role_names} - wanted):
        revoke_role(user=user, role=role, by=by)


def _keep_address(user: User, *, verified: bool) -> None:
    """allauth keeps addresses in its own table; one primary address an account."""
    EmailAddress.objects.filter(user=user).exclude(email=user.email).delete()
    EmailAddress.objects.update_or_create(
        user=user, email=user.email, defaults={"primary": True, "verified": verified}
    )


@transaction.atomic
def create_account(
    *,
    email: str,
    name: str = "",
    roles: Iterable[Role] = (),
    by: User | None,
    everywhere: bool = True,
) -> User:
    """Open an account for somebody, without a password: they sign in with a code sent to the address.

    Raises ValidationError where the address has an account already.
    """
    user = User(email=email.strip().lower(), name=name.strip())
    user.set_unusable_password()
    user.full_clean(exclude=["password"])
    user.save()
    _keep_address(user, verified=False)
    audit.record("account created", user, by=by)
    set_roles(user=user, roles=roles, by=by, everywhere=everywhere)
    return user


@transaction.atomic
def change_account(*, user: User, email: str, name: str, is_active: bool, by: User) -> User:
    """Correct an account. A changed address must be confirmed by a code at the next sign-in."""
    before = User.objects.get(pk=user.pk)
    if before.is_active and not is_active:
        _refuse(account_rules.why_not_deactivate(before))
    user.email, user.name, user.is_active = email.strip().lower(), name.strip(), is_active
    user.full_clean(exclude=["password"])
    user.save()
    if user.email != before.email:
        _keep_address(user, verified=False)
    fields = [f for f in ("email", "name", "is_active") if getattr(user, f) != getattr(before, f)]
    if fields:
        audit.record("account changed", user, by=by, fields=fields)
    return user


@transaction.atomic
def change_profile(*, user: User, name: str, language: str) -> None:
    """What the holder says about themselves; the language goes to the editors' tools and letters as well."""
    user.name = name.strip()
    user.full_clean(exclude=["password"])
    user.save(update_fields=["name"])
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.save(update_fields=["preferred_language"])
    if person := getattr(user, "person", None):
        person.language = language
        person.save(update_fields=["language"])
    audit.record("profile changed", user, by=user)


@transaction.atomic
def welcome_resident(*, user: User) -> None:
    """Somebody signed up by themselves."""
    audit.record("account signed up", user, by=user)
    grant_role(user=user, role=Role.RESIDENT, by=user)


@transaction.atomic
def delete_account(*, user: User, by: User | None) -> None:
    """Remove the account for good, with its keys and roles.

    The audit log keeps its rows without the name; what the town knows of the human being (`Person`) stays,
    without the link. Raises ValidationError where nobody would be left to administer the installation.
    """
    _refuse(account_rules.why_not_delete(user))
    audit.record("account deleted", user, by=None if by == user else by, by_the_holder=by == user)
    user.delete()


@transaction.atomic
def keep_sample_password(*, user: User, password: str | None) -> None:
    """Let a sample account of a demo town sign in with this password, or with none at all."""
    if password and not user.check_password(password):
        user.set_password(password)
    elif not password and user.has_usable_password():
        user.set_unusable_password()
    user.save(update_fields=["password"])
    _keep_address(user, verified=True)
