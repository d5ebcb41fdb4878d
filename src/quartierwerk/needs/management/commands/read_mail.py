"""`quartierwerk read-mail MAILDIR|imaps://USER@HOST/FOLDER`: read mails into the inbox of needs."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from quartierwerk.needs.intake.inbox import read_inbox
from quartierwerk.needs.intake.mailboxes import MailboxError


class Command(BaseCommand):
    help = (
        "Reads mails into the inbox of needs, each once; the password of IMAP comes from MAIL_INBOX_PASSWORD."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "source",
            nargs="?",
            default="",
            help="path of a maildir or imaps://USER@HOST/FOLDER; else MAIL_INBOX",
        )

    def handle(self, *, source: str, **options: object) -> None:  # noqa: ARG002 - Django's
        source = source or settings.MAIL_INBOX
        if not source:
            raise CommandError("Please name a maildir or imaps://USER@HOST/FOLDER, or set MAIL_INBOX.")
        try:
            count = read_inbox(source)
        except MailboxError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"{count.kept} new, {count.aside} set aside, {count.known} known already, {count.failed} not readable"
        )
        if count.failed:
            raise CommandError("Some mails could not be kept; they stay unread, and the log says why.")
