"""Shared reads of the public site."""

from django.urls import reverse

from quartierwerk.core.context import Link
from quartierwerk.core.templatetags.ui import content_lang
from quartierwerk.news import queries as news
from quartierwerk.people.models import Contact
from quartierwerk.places.models import Quarter


def main_contact() -> Contact | None:
    """Whom to call first; the first public one where nobody is marked."""
    return Contact.objects.public().select_related("photo").order_by("-is_main", "order", "name").first()


def my_quarter_url(slug: str) -> str:
    return f"{reverse('website:my_quarter')}?quartier={slug}"


def quarter_links() -> list[Link]:
    """Each public quarter with the address that makes it “my Quartier”."""
    return [
        Link(quarter.name, my_quarter_url(quarter.slug), code=quarter.slug)
        for quarter in Quarter.objects.public().only("name", "slug")
    ]


def latest_news(number: int) -> list[dict[str, object]]:
    """The newest news in the reader's language as items of `core/components/news_list.html`; one query."""
    pages = news.live_news().defer("body").select_related("locale")[:number]
    return [
        {
            "title": page.title,
            "url": page.url,
            "date": page.date,
            "teaser": page.teaser,
            "lang": content_lang(page.locale.language_code),
        }
        for page in pages
    ]
