import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from wagtail.models import GroupApprovalTask, GroupPagePermission, Page, Workflow

from quartierwerk.core.models import AuditEntry
from quartierwerk.people import actions
from quartierwerk.people import permissions as may
from quartierwerk.people.models import Role, RoleAssignment, User
from quartierwerk.people.roles import APPROVERS, RIGHTS, WORKFLOW, ensure_groups, group_name

CAST = ["ayla", "bernd", "carla", "dieter", "mona", "edda", "anton", "alex", "fremder"]


@pytest.fixture
def cast(request, site):
    ensure_groups()  # the news exist only now
    return {name: request.getfixturevalue(name) for name in CAST}


def who(cast, allowed):
    """Names of those whom a predicate lets through, read anew as at the next request."""
    return {name for name, user in cast.items() if allowed(User.objects.get(pk=user.pk))}


def test_who_may_what(cast):
    assert who(cast, lambda user: user.is_staff) == {"carla", "dieter", "mona", "edda", "anton", "alex"}
    assert who(cast, may.may_answer_residents) == {"carla", "dieter", "mona", "alex"}
    assert who(cast, may.may_use_desk) == {"carla", "dieter", "mona", "edda", "alex"}
    assert who(cast, may.may_publish) == {"carla", "dieter", "mona", "edda", "alex"}
    assert who(cast, may.may_write_drafts) == {"bernd", "carla", "dieter", "mona", "edda", "alex"}
    assert who(cast, may.may_manage_accounts) == {"alex"}
    assert who(cast, may.is_signed_in) == set(CAST)


def test_who_may_do_what_in_the_editors_tools(cast, news_index):
    def holds(permission):
        return who(cast, lambda user: user.has_perm(permission))

    assert holds("wagtailadmin.access_admin") == set(CAST) - {"ayla", "fremder"}
    assert holds("people.change_contact") == {"carla", "dieter", "alex"}
    assert holds("people.change_person") == {"carla", "dieter", "alex"}
    assert holds("people.change_message") == {"carla", "dieter", "mona", "alex"}
    assert holds("places.change_quarter") == {"carla", "dieter", "alex"}
    assert holds("places.view_quarter") == {"carla", "dieter", "mona", "anton", "alex"}
    assert holds("people.add_user") == {"alex"}
    assert holds("core.change_town") == {"alex"}


def test_who_may_write_and_publish_pages(cast, news_index, home):
    def on(page, verb):
        return who(cast, lambda user: getattr(page.permissions_for_user(user), verb)())

    editors = {"carla", "dieter", "mona", "edda", "alex"}
    assert on(news_index, "can_add_subpage") == editors | {"bernd"}
    assert on(news_index, "can_publish_subpage") == editors
    assert on(home, "can_add_subpage") == editors
    assert on(news_index, "can_edit") == editors
    assert on(news_index, "can_delete") == editors


def test_an_associations_draft_waits_for_an_approver(cast, news_index):
    news_page = apps.get_model("news.newspage")(
        title="Sommerfest", slug="sommerfest", teaser="Im Juli", live=False, owner=cast["bernd"]
    )
    draft = news_index.add_child(instance=news_page)
    draft.save_revision(user=cast["bernd"])
    rights = draft.permissions_for_user(cast["bernd"])
    assert (rights.can_edit(), rights.can_publish(), rights.can_submit_for_moderation()) == (
        True,
        False,
        True,
    )
    state = draft.get_workflow().start(draft, cast["bernd"])
    task = state.current_task_state.task.specific
    assert who(cast, lambda user: bool(task.get_actions(draft, user))) == {
        "carla",
        "dieter",
        "mona",
        "edda",
        "alex",
    }
    state.current_task_state.approve(user=cast["mona"])
    draft.refresh_from_db()
    assert draft.live


def test_predicates_compose_like_sentences(mona, edda):
    both = may.is_moderator & may.is_editor
    assert not both(mona)
    actions.grant_role(user=mona, role=Role.EDITOR)
    assert both(mona)
    assert (may.is_moderator | may.is_editor)(edda)


def test_a_blocked_account_may_nothing(alex, carla):
    alex.is_active = False
    assert not may.is_administrator(alex)
    assert not alex.is_staff
    assert not may.is_signed_in(alex)


def test_a_visitor_may_nothing(db):
    from django.contrib.auth.models import AnonymousUser

    assert not may.is_signed_in(AnonymousUser())
    assert not may.may_use_desk(AnonymousUser())


def test_asking_for_roles_again_costs_no_query(carla, django_assert_num_queries):
    user = User.objects.get(pk=carla.pk)
    with django_assert_num_queries(1):
        assert user.is_staff
    with django_assert_num_queries(0):
        assert user.is_staff
        assert may.may_use_desk(user)
        assert not may.is_editor(user)


def test_a_superuser_needs_no_query_and_no_role(db, django_assert_num_queries):
    root = User.objects.create_superuser("root@example.org")
    with django_assert_num_queries(0):
        assert root.is_staff
        assert may.may_manage_accounts(root)


def test_granting_and_revoking_is_in_force_at_once_and_recorded(edda, alex):
    assert not may.is_moderator(edda)
    actions.grant_role(user=edda, role=Role.MODERATOR, by=alex)
    assert may.is_moderator(edda)
    assert {group.name for group in edda.groups.all()} == {"Redaktion", "Moderation"}
    actions.revoke_role(user=edda, role=Role.MODERATOR, by=alex)
    assert not may.is_moderator(edda)
    assert [group.name for group in edda.groups.all()] == ["Redaktion"]
    entries = AuditEntry.objects.filter(target_id=str(edda.pk), actor=alex).values_list("verb", "details")
    assert list(entries) == [
        ("role revoked", {"role": "moderator"}),
        ("role granted", {"role": "moderator", "everywhere": True}),
    ]


def test_granting_twice_is_one_role_and_one_entry(edda, alex):
    for _ in range(2):
        actions.grant_role(user=edda, role=Role.ANALYST, by=alex)
    assert RoleAssignment.objects.filter(user=edda).count() == 2
    assert AuditEntry.objects.filter(verb="role granted", actor=alex).count() == 1


def test_revoking_what_nobody_holds_changes_nothing(edda, alex):
    before = AuditEntry.objects.count()
    actions.revoke_role(user=edda, role=Role.ANALYST, by=alex)
    assert AuditEntry.objects.count() == before


def test_only_a_neighbourhood_manager_can_be_bound_to_quarters(edda):
    with pytest.raises(ValidationError, match="Nur die Quartiersentwicklung"):
        actions.grant_role(user=edda, role=Role.EDITOR, everywhere=False)


def test_the_last_administrator_stays(alex, carla):
    for attempt in (
        lambda: actions.revoke_role(user=alex, role=Role.ADMINISTRATOR, by=alex),
        lambda: actions.delete_account(user=alex, by=alex),
        lambda: actions.change_account(user=alex, email=alex.email, name="", is_active=False, by=alex),
    ):
        with pytest.raises(ValidationError, match="das einzige Konto mit der Rolle Administration"):
            attempt()
    alex.refresh_from_db()
    assert alex.is_active
    actions.grant_role(user=carla, role=Role.ADMINISTRATOR, by=alex)
    actions.revoke_role(user=alex, role=Role.ADMINISTRATOR, by=alex)
    assert not may.is_administrator(alex)


def test_the_groups_are_put_right_however_they_were(site, news_index):
    ensure_groups()
    before = set(GroupPagePermission.objects.values_list("group__name", "page", "permission__codename"))
    group = Group.objects.get(name="Projektkoordination")
    publish = GroupPagePermission.objects.filter(permission__codename="publish_page").first().permission
    GroupPagePermission.objects.create(group=group, page=Page.get_first_root_node(), permission=publish)
    Group.objects.get(name="Redaktion").permissions.clear()
    for _ in range(2):
        ensure_groups()
    after = set(GroupPagePermission.objects.values_list("group__name", "page", "permission__codename"))
    assert after == before
    assert Group.objects.get(name="Redaktion").permissions.filter(codename="access_admin").exists()
    assert {group.name for group in Group.objects.all()} == {group_name(role) for role in RIGHTS}


def test_there_is_one_way_of_approval(db):
    ensure_groups()
    assert [workflow.name for workflow in Workflow.objects.all()] == [WORKFLOW]
    task = GroupApprovalTask.objects.get()
    assert {group.name for group in task.groups.all()} == {group_name(role) for role in APPROVERS}
    assert Page.get_first_root_node().get_workflow().name == WORKFLOW


def test_a_resident_at_the_editors_door_is_told_so_and_not_sent_in_circles(client, ayla, site):
    client.force_login(ayla)
    response = client.get("/verwaltung/", follow=True)
    assert response.status_code == 403
    assert "Diese Seite ist nicht für alle offen" in response.content.decode()


def test_the_editors_own_settings_open_and_keep_the_name(client, edda, site, settings):
    settings.STAFF_SECOND_FACTOR = False
    client.handler.enforce_csrf_checks = False
    client.force_login(edda)
    page = client.get("/verwaltung/account/")
    assert page.status_code == 200
    assert "first_name" not in page.content.decode()
    assert client.post("/verwaltung/account/", {"locale-preferred_language": "en"}).status_code in (200, 302)
    edda.refresh_from_db()
    assert edda.name == "Edda"
