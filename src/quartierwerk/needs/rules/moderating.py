"""What moderation may do with comments and photos, and why not."""

from django.utils.translation import gettext as _

from quartierwerk.people.models import Contact

from ..enums import REMOVED, PhotoState, Visibility
from ..models import Comment, Photo


def why_not_comment_shown(comment: Comment) -> str | None:
    if comment.visibility == Visibility.PUBLIC and comment.moderated_at:
        return _("Das ist schon öffentlich.")
    if comment.visibility == Visibility.REMOVED_BY_AUTHOR:
        return _("Wer das geschrieben hat, möchte es nicht mehr zeigen.")
    return None


def why_not_comment_hidden(comment: Comment, reason: str) -> str | None:
    if comment.visibility in REMOVED:
        return _("Das ist schon nicht mehr öffentlich.")
    return None if reason.strip() else _("Bitte nennen Sie den Grund.")


def why_not_photo_shown(photo: Photo) -> str | None:
    return _("Dieses Foto wird schon gezeigt.") if photo.state == PhotoState.SHOWN else None


def why_not_photo_dropped(photo: Photo) -> str | None:
    return _("Dieses Foto wird schon nicht mehr gezeigt.") if photo.state == PhotoState.DROPPED else None


def why_not_handed_on(to: str, contact: Contact | None, *, by_mail: bool) -> str | None:
    """Why it cannot be handed to this contact, or to those words."""
    if not to.strip() and contact is None:
        return _("Bitte sagen Sie, an wen.")
    if by_mail and not (contact and contact.email):
        return _(
            "Zu dieser Stelle kennen wir keine E-Mail-Adresse. "
            "Bitte nehmen Sie den Haken heraus und sagen Sie dort selbst Bescheid."
        )
    return None


def why_not_blurred(areas: object) -> str | None:
    return None if areas else _("Bitte wählen Sie, was unkenntlich werden soll.")
