"""Cards and mails: what can be done with them, and why not."""

from django.utils.translation import gettext as _

from ..models import Card, InboundMail


def why_not_entered(card: Card) -> str | None:
    """One card is one need."""
    if card.need is not None:
        return _("Diese Karte ist schon eingegeben. Sie hat die Nummer %s.") % card.need.reference
    return None


def why_mail_not_taken(mail: InboundMail) -> str | None:
    if mail.need is not None:
        return _("Diese E-Mail gehört schon zum Beitrag %s.") % mail.need.reference
    return None


def why_mail_not_set_aside(mail: InboundMail, reason: str) -> str | None:
    if not mail.is_waiting:
        return why_mail_not_taken(mail) or _("Diese E-Mail liegt schon zur Seite.")
    return None if reason.strip() else _("Bitte nennen Sie den Grund.")


def why_mail_not_back(mail: InboundMail) -> str | None:
    return None if mail.set_aside_at else _("Diese E-Mail liegt nicht zur Seite.")
