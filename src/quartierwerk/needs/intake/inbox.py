"""Reads the inbox of needs. The same mail is kept once; one that cannot be kept does not stop the others."""

import logging
from dataclasses import dataclass

from django.conf import settings
from django.db import IntegrityError
from django.utils import translation

from .. import actions
from ..models import InboundMail
from .mail_reading import message_id_of, read
from .mailboxes import Mailbox, opened

logger = logging.getLogger(__name__)


@dataclass
class Count:
    """What became of the mails of one run."""

    kept: int = 0
    aside: int = 0
    known: int = 0
    failed: int = 0


def read_inbox(source: str) -> Count:
    """Keep what waits in a maildir or behind IMAP; raises `MailboxError` where nothing can be read at all."""
    with opened(source) as mailbox, translation.override(settings.LANGUAGE_CODE):
        return keep_waiting(mailbox)


def keep_waiting(mailbox: Mailbox) -> Count:
    count = Count()
    for mail in mailbox.waiting():
        try:
            _keep(mail.raw, count)
            mailbox.seen(mail.key)
        except (
            Exception
        ):  # whatever a stranger's mail does, the next one is read; it stays unread and is tried again
            logger.exception("The mail %s could not be kept.", mail.key)
            count.failed += 1
    return count


def _keep(raw: bytes, count: Count) -> None:
    if InboundMail.objects.filter(message_id=message_id_of(raw)).exists():
        count.known += 1
        return
    try:
        kept = actions.keep_mail(**vars(read(raw)))
    except IntegrityError:  # two runs at once
        kept = None
    if kept is None:
        count.known += 1
    elif kept.set_aside_at:
        count.aside += 1
    else:
        count.kept += 1


def read_configured_inbox() -> None:
    """The recurring job; nothing where no inbox is configured."""
    if settings.MAIL_INBOX:
        read_inbox(settings.MAIL_INBOX)
