"""What core itself has to do again and again, and the personal data it keeps."""

from datetime import timedelta

from django.core.management import call_command
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from . import clock, periodic, privacy

TWO_YEARS = timedelta(days=730)


def register_all() -> None:
    """Called once, when the app is ready."""
    periodic.register("publish scheduled pages", every=timedelta(minutes=1), run=_publish_scheduled)
    periodic.register("delete expired data", every=timedelta(days=1), run=privacy.delete_expired)
    privacy.register(_audit_log())
    privacy.register(_rate_limits())


def _publish_scheduled() -> None:
    call_command("publish_scheduled", verbosity=0)


def _audit_log() -> privacy.Purpose:
    from .models import AuditEntry

    def expired() -> QuerySet:
        return AuditEntry.objects.filter(at__lt=clock.now() - TWO_YEARS)

    return privacy.Purpose(
        key="audit",
        title=_("Protokoll der Bearbeitung"),
        data=_("wer wann welchen Vorgang bearbeitet hat, ohne Kontaktdaten"),
        legal_basis=privacy.PUBLIC_TASK,
        retention=TWO_YEARS,
        retention_text=_("24 Monate"),
        expired=expired,
        delete=lambda rows: rows.delete()[0],
    )


def _rate_limits() -> privacy.Purpose:
    return privacy.Purpose(
        key="rate-limits",
        title=_("Schutz vor Überlastung"),
        data=_("ein unumkehrbarer Prüfwert Ihrer Internet-Adresse mit einem Zähler"),
        legal_basis=privacy.PUBLIC_TASK,
        retention=timedelta(hours=1),
        retention_text=_("eine Stunde; vergeht von selbst im Zwischenspeicher"),
    )
