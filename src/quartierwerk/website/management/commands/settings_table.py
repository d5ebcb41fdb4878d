"""`quartierwerk settings_table`: every variable of the environment, as the Markdown table of docs/settings.md."""

from django.core.management.base import BaseCommand

from quartierwerk.settings.environment import env
from quartierwerk.settings.installation import DATA_DIR


def table() -> str:
    rows = sorted({declared.name: declared for declared in env.declared}.values(), key=lambda row: row.name)
    lines = ["| Variable | Default | Meaning |", "|---|---|---|"]
    for row in rows:
        default = row.default.replace(str(DATA_DIR), "var")
        meaning = row.meaning.replace("|", "\\|")
        lines.append(f"| `{row.name}` | {f'`{default}`' if default else ''} | {meaning} |")
    return "\n".join(lines)


class Command(BaseCommand):
    help = "Prints every setting that the environment may give."

    def handle(self, *args: object, **options: object) -> None:
        self.stdout.write(table())
