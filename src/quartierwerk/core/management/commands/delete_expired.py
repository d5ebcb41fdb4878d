"""`quartierwerk delete_expired`: forget what nobody has a reason to keep any more (DSGVO Art. 5 (1) e)."""

from django.core.management.base import BaseCommand, CommandParser
from django.utils import translation

from quartierwerk.core import privacy


class Command(BaseCommand):
    help = "Deletes personal data whose time is over, purpose by purpose; --dry-run only counts."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="count, delete nothing")

    def handle(self, *, dry_run: bool, **options: object) -> None:  # noqa: ARG002 - Django's
        with translation.override("de"):
            rows = [
                (str(p.title), str(p.retention_text), n) for p, n in privacy.delete_expired(dry_run=dry_run)
            ]
        width = max((len(title) for title, _, _ in rows), default=0)
        heading = "to delete" if dry_run else "deleted"
        self.stdout.write(f"{'purpose':<{width}}  {heading:>9}  kept")
        for title, kept, number in rows:
            self.stdout.write(f"{title:<{width}}  {number:>9}  {kept}")
