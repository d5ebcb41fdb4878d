"""One news item: what a reader sees, what stays private, what is gone."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction
from wagtail.models import GroupApprovalTask, GroupPagePermission, Workflow, WorkflowTask

from quartierwerk.core import clock
from quartierwerk.news.factories import news
from quartierwerk.news.models import NewsPage
from quartierwerk.people.factories import ContactFactory
from quartierwerk.places.factories import QuarterFactory
from quartierwerk.topics.factories import topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def welper():
    return QuarterFactory(name="Welper", slug="welper")


def test_an_item_shows_date_teaser_text_quarters_and_topics(client, site, welper):
    news(
        "Sommerfest",
        date=date(2026, 6, 1),
        teaser="Am Samstag feiern wir.",
        quarters=[welper],
        topics=[topic("Nachbarschaft")],
        body=[("text", "<p>Ab 15 Uhr im Park.</p>")],
    )
    page = client.get("/aktuelles/sommerfest/").content.decode()
    assert "<h1>Sommerfest</h1>" in page
    assert '<time datetime="2026-06-01">1. Juni 2026</time>' in page
    assert "Am Samstag feiern wir." in page
    assert "Ab 15 Uhr im Park." in page
    assert "/aktuelles/?quartier=welper" in page
    assert "/aktuelles/?thema=nachbarschaft" in page


def test_related_items_share_a_quarter_or_a_topic(client, site, welper):
    alter = topic("Altersarmut")
    item = news("Konferenz", quarters=[welper], topics=[alter])
    news("Gleiches Quartier", quarters=[welper])
    news("Gleiches Thema", topics=[alter])
    news("Ganz anders")
    news("Entwurf", quarters=[welper], live=False)
    response = client.get(item.url)
    assert {other.title for other in response.context["related"]} == {"Gleiches Quartier", "Gleiches Thema"}


def test_a_draft_is_not_found_by_anybody(client, site):
    news("Geheim", live=False)
    assert client.get("/aktuelles/geheim/").status_code == 404


def test_an_address_that_never_was_is_not_found(client, site):
    assert client.get("/aktuelles/nie-gewesen/").status_code == 404


def test_what_was_public_and_taken_back_is_gone_everywhere(client, site, welper):
    item = news("Irrtum", quarters=[welper])
    item.unpublish()
    assert client.get("/aktuelles/irrtum/").status_code == 410
    assert "Irrtum" not in client.get("/aktuelles/").content.decode()
    assert "Irrtum" not in client.get("/aktuelles/feed.atom").content.decode()
    assert "Irrtum" not in client.get("/aktuelles/quartier/welper/feed.atom").content.decode()


def test_a_scheduled_item_appears_when_its_time_has_come(client, site, time_machine):
    item = news("Morgen erst", live=False)
    item.go_live_at = clock.now() + timedelta(hours=1)
    item.save_revision().publish()
    assert client.get("/aktuelles/morgen-erst/").status_code == 404
    time_machine.move_to(clock.now() + timedelta(hours=2))
    call_command("publish_scheduled")
    assert client.get("/aktuelles/morgen-erst/").status_code == 200


def test_an_item_disappears_when_it_expires(client, site, time_machine):
    item = news("Nur heute")
    item.expire_at = clock.now() + timedelta(hours=1)
    item.save_revision().publish()
    assert client.get("/aktuelles/nur-heute/").status_code == 200
    time_machine.move_to(clock.now() + timedelta(hours=2))
    call_command("publish_scheduled")
    assert client.get("/aktuelles/nur-heute/").status_code == 410
    assert "Nur heute" not in client.get("/aktuelles/").content.decode()


def test_a_correction_shows_at_the_next_request_and_can_be_reverted(client, site):
    item = news("Mit Fehler", teaser="Am Montag")
    first = item.latest_revision
    item.teaser = "Am Dienstag"
    item.save_revision().publish()
    assert "Am Dienstag" in client.get(item.url).content.decode()
    first.as_object().save_revision().publish()
    assert "Am Montag" in client.get(item.url).content.decode()
    assert item.revisions.count() == 3


def test_a_moderator_releases_what_an_editor_hands_in(client, site, edda, mona, news_index):
    group = Group.objects.create(name="Freigabe")
    may_publish = Permission.objects.get(content_type__app_label="wagtailcore", codename="publish_page")
    GroupPagePermission.objects.create(group=group, page=news_index, permission=may_publish)
    mona.groups.add(group)
    task = GroupApprovalTask.objects.create(name="Lesen")
    task.groups.add(group)
    workflow = Workflow.objects.create(name="Vier Augen")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    item = news("Zur Freigabe", live=False)
    state = workflow.start(item, edda)
    assert client.get("/aktuelles/zur-freigabe/").status_code == 404
    state.current_task_state.approve(user=mona)
    assert client.get("/aktuelles/zur-freigabe/").status_code == 200


def test_a_picture_without_description_is_refused_at_the_field(site, photo):
    item = news("Mit Bild")
    item.image = photo()
    with pytest.raises(ValidationError) as error:
        item.full_clean()
    assert error.value.message_dict["image_alt"] == [
        "Bitte beschreiben Sie das Bild für Menschen, die es nicht sehen."
    ]


def test_the_database_holds_no_picture_without_description(site, photo):
    item = news("Mit Bild")
    with pytest.raises(IntegrityError), transaction.atomic():
        NewsPage.objects.filter(pk=item.pk).update(image=photo())


@pytest.mark.parametrize("count", [1, 3])
def test_an_item_costs_few_queries_however_much_is_related(
    client, site, welper, django_assert_num_queries, photo, count
):
    alter = topic("Altersarmut")
    item = news(
        "Konferenz",
        quarters=[welper],
        topics=[alter],
        image=photo(),
        image_alt="Ein Saal",
        body=[("contact", {"contact": ContactFactory()}), ("text", "<p>Kommen Sie.</p>")],
    )
    for n in range(count):
        news(f"Verwandt {n}", quarters=[welper])
    client.get(item.url)
    with django_assert_num_queries(8):
        client.get(item.url)


def test_an_item_sets_no_cookie_and_does_not_vary_by_one(client, site):
    response = client.get(news("Da").url)
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def test_a_shared_link_carries_title_summary_and_picture(client, site, photo):
    item = news("Fest", teaser="Kommen Sie!", image=photo(), image_alt="Ein Zelt")
    page = client.get(item.url).content.decode()
    assert '<meta property="og:title" content="Fest">' in page
    assert '<meta property="og:description" content="Kommen Sie!">' in page
    assert '<meta property="og:type" content="article">' in page
    assert '<meta property="og:image" content="http://testserver/media/images/' in page
    assert '<meta name="description" content="Kommen Sie!">' in page
