"""`quartierwerk rebuild_search`: writes the whole search index anew, while the site runs."""

from django.core.management.base import BaseCommand

from quartierwerk.core.search import index, kinds


class Command(BaseCommand):
    help = "Writes the search index anew; may run at any time and again."

    def handle(self, *args: object, **options: object) -> None:
        for kind in kinds():
            done = 0
            for done in index.rebuild(kind):
                self.stdout.write(f"{kind.key}: {done}", ending="\r" if self.stdout.isatty() else "\n")
            self.stdout.write(self.style.SUCCESS(f"{kind.key}: {done}"))
        index.sweep(kinds())
