"""Personal data around announcements: texts name persons to ask, with numbers and addresses."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from quartierwerk.core import clock
from quartierwerk.core.privacy import PUBLIC_TASK, STAFF, Purpose, delete_rows, recorded, register

from .actions.removing import forget_words
from .enums import State
from .models import Announcement, Example

QUARTER_YEAR = timedelta(days=90)
YEAR = timedelta(days=365)
TWO_YEARS = timedelta(days=730)


def _old_announcements() -> QuerySet[Announcement]:
    """Those of a feed stay as long as it is asked: by them its entries are known again."""
    decided = ~Q(state=State.WAITING) & Q(decided_at__lt=clock.now() - QUARTER_YEAR)
    forgotten = Q(state=State.WAITING, given_at__lt=clock.now() - YEAR)
    return Announcement.objects.filter(decided | forgotten).exclude(feed__is_active=True)


ANNOUNCEMENTS = register(
    Purpose(
        key="announcements",
        title=_("Texte, aus denen Nachrichten und Termine werden"),
        data=_("Namen, Telefonnummern und E-Mail-Adressen, die in Pressetexten und Ankündigungen stehen"),
        legal_basis=PUBLIC_TASK,
        retention=QUARTER_YEAR,
        retention_text=_(
            "90 Tage, nachdem der Text übernommen oder zur Seite gelegt ist; was daraus öffentlich wurde, bleibt"
        ),
        recipients=STAFF,
        expired=_old_announcements,
        delete=delete_rows,
    )
)


def _old_entries() -> QuerySet[Announcement]:
    """What a feed that is still asked brought, long after the day it spoke of."""
    over = clock.today() - QUARTER_YEAR
    return Announcement.objects.filter(feed__is_active=True, over_on__lt=over).exclude(text="")


@transaction.atomic
def _forget_words(rows: QuerySet[Announcement]) -> int:
    return recorded("expired data deleted", forget_words(rows), kind="importing.announcement")


ENTRIES = register(
    Purpose(
        key="feed_entries",
        title=_("Einträge aus Kalendern und Nachrichten von Partnern"),
        data=_("Namen, Telefonnummern und E-Mail-Adressen, die in diesen Einträgen stehen"),
        legal_basis=PUBLIC_TASK,
        retention=QUARTER_YEAR,
        retention_text=_(
            "90 Tage nach dem Tag, von dem der Eintrag spricht; was daraus öffentlich wurde, bleibt"
        ),
        recipients=STAFF,
        expired=_old_entries,
        delete=_forget_words,
    )
)


def _old_examples() -> QuerySet[Example]:
    return Example.objects.filter(made_at__lt=clock.now() - TWO_YEARS)


EXAMPLES = register(
    Purpose(
        key="import_examples",
        title=_("Lernbeispiele für das Einlesen von Texten"),
        data=_("Namen, die beim Ersetzen durch Muster übersehen wurden"),
        legal_basis=PUBLIC_TASK,
        retention=TWO_YEARS,
        retention_text=_("zwei Jahre, nachdem jemand die Angaben berichtigt hat"),
        recipients=STAFF,
        expired=_old_examples,
        delete=delete_rows,
    )
)
