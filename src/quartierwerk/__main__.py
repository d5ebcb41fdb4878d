"""The console script `quartierwerk`: Django's management commands under the product's name."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quartierwerk.settings")
    from django.core.management import execute_from_command_line

    if sys.argv[1:2] and not sys.argv[1].startswith("-"):
        sys.argv[1] = sys.argv[1].replace("-", "_")  # `read-mail` reads better than `read_mail`
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
