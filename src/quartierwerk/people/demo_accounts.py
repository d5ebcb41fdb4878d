"""The sample accounts of a demo town: one for each role, clearly marked, and how to sign in with them.

Section `[accounts]` of `towns/<town>/people.toml`: `password`, and a name for each role under
`[accounts.names]`.
"""

from django.conf import settings

from quartierwerk.core.demo import TownFolder

from . import actions
from .models import Role, User


def _email(role: Role, town: str) -> str:
    return f"{role}@{town}.example"


def load_accounts(folder: TownFolder) -> None:
    """One account a role. The password of the file counts in the demo only; otherwise there is none."""
    accounts = folder.read("people").get("accounts", {})
    for role, name in accounts.get("names", {}).items():
        email = _email(Role(role), folder.name)
        user = User.objects.filter(email=email).first() or actions.create_account(
            email=email, name=name, roles=[Role(role)], by=None
        )
        actions.keep_sample_password(user=user, password=accounts["password"] if settings.DEMO else None)


def sign_in_help() -> list[tuple[str, str, str]]:
    """(role, e-mail, password) of every sample account that can sign in; empty outside the demo."""
    if not settings.DEMO:
        return []
    rows = []
    for path in sorted(settings.TOWNS_DIR.iterdir()):
        accounts = TownFolder(path).read("people").get("accounts", {})
        emails = {role: _email(Role(role), path.name) for role in accounts.get("names", {})}
        known = set(User.objects.filter(email__in=emails.values()).values_list("email", flat=True))
        rows += [
            (str(Role(role).label), email, accounts["password"])
            for role, email in emails.items()
            if email in known
        ]
    return rows
