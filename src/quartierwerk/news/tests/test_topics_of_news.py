import pytest

from quartierwerk.news.factories import news
from quartierwerk.topics.factories import topic, translated

pytestmark = pytest.mark.django_db


def test_a_topic_narrows_the_news_by_its_original_slug_in_every_language(client, site):
    german = topic("Nachbarschaft")
    english = translated(german, title="Neighbours", slug="neighbours")
    news("Kaffeetafel", topics=[german])
    news("Etwas anderes")
    for address in ("/aktuelles/?thema=nachbarschaft", "/en/aktuelles/?thema=nachbarschaft"):
        for slug in ("nachbarschaft", english.slug):
            context = client.get(address.replace("nachbarschaft", slug)).context
            assert [item["title"] for item in context["items"]] == ["Kaffeetafel"]
    html = client.get("/en/aktuelles/").content.decode()
    assert '<option value="nachbarschaft">Neighbours</option>' in html
