"""How long the words of feedback are kept (see `core.privacy`)."""

from datetime import timedelta

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from quartierwerk.core import clock, privacy

from .models import Feedback

TWO_YEARS = timedelta(days=730)


def old_words() -> QuerySet[Feedback]:
    """Feedback whose texts are older than two years; people sometimes name themselves or others in them."""
    return Feedback.objects.filter(~Q(liked="") | ~Q(wished=""), created_at__lt=clock.now() - TWO_YEARS)


def forget_words(rows: QuerySet) -> int:
    """The ratings stay for comparison; what only had words goes wholly."""
    old = list(rows.values_list("pk", flat=True))
    Feedback.objects.filter(pk__in=old, rating=None).delete()
    Feedback.objects.filter(pk__in=old).update(liked="", wished="")
    return len(old)


FEEDBACK = privacy.register(
    privacy.Purpose(
        key="event_feedback",
        title=_("Rückmeldungen zu Veranstaltungen"),
        data=_("Bewertung und zwei freie Texte, ohne Namen und ohne Anschrift"),
        legal_basis=privacy.PUBLIC_TASK,
        retention=TWO_YEARS,
        retention_text=_(
            "Texte nach zwei Jahren; die Bewertungen sagen nichts über einzelne Menschen und bleiben"
        ),
        expired=old_words,
        delete=forget_words,
    )
)
