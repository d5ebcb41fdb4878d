"""`quartierwerk load_town hattingen`: the demo town, app by app, lowest layer first."""

from importlib import import_module

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from quartierwerk.core.demo import TownFolder, UnknownTownError
from quartierwerk.people.roles import ensure_groups

# Layer order, but the website lays the page tree in which topics and news put their pages.
LAYERS = ("core", "people", "places", "website", "topics", "news", "events", "needs", "importing")


class Command(BaseCommand):
    help = "Fills the installation with a demo town; running it again changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("town")

    @transaction.atomic
    def handle(self, *args: object, town: str, **options: object) -> None:
        try:
            folder = TownFolder.named(town)
        except UnknownTownError as error:
            raise CommandError(str(error)) from error
        for app in LAYERS:
            import_module(f"quartierwerk.{app}.demo").load(folder)
        ensure_groups()  # rights below pages that have only now been made
