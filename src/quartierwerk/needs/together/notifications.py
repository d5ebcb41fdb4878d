"""Mails and letters to those who comment and follow. No mail repeats what a stranger typed and nobody of the team has read."""

from collections.abc import Sequence
from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quartierwerk.core import clock
from quartierwerk.people import notifications
from quartierwerk.people.models import Channel, Notification

from ..models import Comment, Follow
from ..notifications import what_about
from . import digest

AGAIN_AFTER_HOURS = 1  # nobody fills a stranger's mailbox by pressing a button


def comment_received(comment: Comment) -> Notification | None:
    """That it arrived, with the link to take it back."""
    if not _has_mail(comment.person):
        return None
    with translation.override(comment.language):
        next_step = (
            _("Er steht jetzt auf der Seite.")
            if comment.is_public
            else _("Wir lesen ihn, bevor er auf der Seite erscheint.")
        )
        return _mail(
            comment,
            _("Ihr Kommentar ist angekommen"),
            _("vielen Dank für Ihren Kommentar zu %s.") % comment.need.reference + " " + next_step,
            _("Kommentar zurückziehen:\n%s") % (settings.BASE_URL + own_comment_path(comment)),
            _("Haben Sie gar nichts geschrieben? Dann hat jemand Ihre E-Mail-Adresse eingetragen."),
        )


def comment_removed(comment: Comment) -> Notification | None:
    """That it is not shown, and why."""
    if not _has_mail(comment.person):
        return None
    with translation.override(comment.language):
        return _mail(
            comment,
            _("Ihr Kommentar ist nicht öffentlich"),
            _("wir zeigen Ihren Kommentar zu %s nicht.") % comment.need.reference,
            comment.hidden_because,
        )


def ask_to_confirm(follow: Follow, *, is_new: bool) -> Notification | None:
    """The link that proves the address, or, for whoever follows already, the page to change it."""
    if not _has_mail(follow.person) or (not is_new and _was_just_sent(follow)):
        return None
    with translation.override(follow.language):
        link = settings.BASE_URL + following_path(follow)
        asked = (
            _("Möchten Sie hören, was aus %s wird? Bitte bestätigen Sie das hier:") % follow.need.reference
        )
        known = (
            _("Sie hören schon, was aus %s wird. Hier ändern oder beenden Sie das:") % follow.need.reference
        )
        return notifications.notify(
            person=follow.person,
            channel=Channel.EMAIL,
            subject=f"{follow.need.reference}: {_('Möchten Sie auf dem Laufenden bleiben?')}",
            body="\n\n".join(
                (
                    _("Guten Tag,"),
                    (known if follow.confirmed_at else asked) + "\n" + link,
                    *filter(None, [what_about(follow.need)]),
                    _(
                        "Haben Sie das nicht bestellt? Dann hat jemand Ihre E-Mail-Adresse eingetragen. "
                        "Sie müssen nichts tun."
                    ),
                )
            ),
            about=follow,
        )


def send_digest(
    follows: Sequence[Follow], news: Sequence[digest.NeedNews], *, by_letter: bool
) -> Notification:
    """What is new, grouped by need; a letter stands on the “to call / to write” list and carries no links."""
    first = follows[0]
    with translation.override(first.language):
        subject = ngettext(
            "Neues zu %(number)d Handlungsbedarf", "Neues zu %(number)d Handlungsbedarfen", len(news)
        ) % {"number": len(news)}
        parts = [
            _("Guten Tag,"),
            _("das ist neu, seit wir Ihnen zuletzt geschrieben haben."),
            *(digest.as_text(item, with_link=not by_letter) for item in news),
            _how_to_end(first, by_letter=by_letter),
        ]
        return notifications.notify(
            person=first.person,
            channel=Channel.LETTER if by_letter else Channel.EMAIL,
            subject=subject,
            body="\n\n".join(parts),
            about=first,
            due_on=clock.today() if by_letter else None,
        )


def _how_to_end(follow: Follow, *, by_letter: bool) -> str:
    if by_letter:
        return _("Möchten Sie keine Briefe mehr? Ein Anruf genügt.")
    base = settings.BASE_URL
    return "\n\n".join(
        (
            _("Ändern, welchen Beiträgen Sie folgen und wie oft Sie von ihnen hören:\n%s")
            % (base + following_path(follow)),
            _("Keine dieser Nachrichten mehr:\n%s") % (base + unsubscribe_path(follow)),
        )
    )


def following_path(follow: Follow) -> str:
    return reverse("needs:following", args=[follow.token])


def unsubscribe_path(follow: Follow) -> str:
    return reverse("needs:unsubscribe", args=[follow.token])


def unsubscribe_url(follow: Follow) -> str:
    """For the List-Unsubscribe header (RFC 8058) of every mail about following."""
    with translation.override(follow.language):
        return settings.BASE_URL + unsubscribe_path(follow)


def own_comment_path(comment: Comment) -> str:
    return reverse("needs:own_comment", args=[comment.token])


def _has_mail(person: object) -> bool:
    return bool(getattr(person, "email", ""))


def _was_just_sent(follow: Follow) -> bool:
    since = clock.now() - timedelta(hours=AGAIN_AFTER_HOURS)
    return notifications.about(follow).filter(created_at__gt=since).exists()


def _mail(comment: Comment, subject: str, *sentences: str) -> Notification:
    assert comment.person is not None  # noqa: S101 - asked by _has_mail
    return notifications.notify(
        person=comment.person,
        channel=Channel.EMAIL,
        subject=f"{comment.need.reference}: {subject}",
        body="\n\n".join((_("Guten Tag,"), *(sentence for sentence in sentences if sentence))),
        about=comment.need,
    )
