"""Why accounts are kept, and for how long (see `core.privacy`)."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from quartierwerk.core import clock, privacy

from .models import User

UNCONFIRMED = timedelta(days=7)


def unconfirmed_accounts() -> QuerySet[User]:
    """Sign-ups by somebody who never typed in the code: the address may belong to another person."""
    confirmed = EmailAddress.objects.filter(user=OuterRef("pk"), verified=True)
    return User.objects.filter(
        ~Exists(confirmed),
        last_login=None,
        is_superuser=False,
        date_joined__lt=clock.now() - UNCONFIRMED,
        roles__role="resident",
    ).exclude(groups__isnull=False)


def delete_unconfirmed(accounts: QuerySet) -> int:
    from .actions import delete_account

    found = list(accounts)
    for user in found:
        delete_account(user=user, by=None)
    return len(found)


ACCOUNT = privacy.register(
    privacy.Purpose(
        key="account",
        title=_("Konto und Anmeldung"),
        data=_("E-Mail-Adresse, Name, Rollen, Schlüssel zum Anmelden, Zeit der letzten Anmeldung"),
        legal_basis=_(
            "Ihre Einwilligung (Art. 6 Abs. 1 lit. a DSGVO); Sie können das Konto jederzeit löschen."
        ),
        retention=UNCONFIRMED,
        retention_text=_("bis Sie das Konto löschen; nicht bestätigte Anmeldungen 7 Tage"),
        expired=unconfirmed_accounts,
        delete=delete_unconfirmed,
    )
)
