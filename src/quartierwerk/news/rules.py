"""What may be done with a news item outside of the editors' tools, and why not: sentences a person can read, or None."""

from django.utils.translation import gettext as _

from .models import NewsPage


def why_not_withdrawn(page: NewsPage) -> str | None:
    """Why it cannot become a draft again."""
    return None if page.live else _("Diese Nachricht ist nicht öffentlich.")
