import pytest
from django.contrib.auth.models import Group

from quartierwerk.core.models import AuditEntry
from quartierwerk.people.models import Role, User

USERS = "/verwaltung/users/"


@pytest.fixture
def office(client, settings, alex, site):
    """The administrator at work; the second factor has its own tests."""
    settings.STAFF_SECOND_FACTOR = False
    client.handler.enforce_csrf_checks = False
    client.force_login(alex)
    return client


def test_alex_opens_an_account_with_address_name_and_roles(office, alex):
    response = office.post(
        f"{USERS}new/",
        {
            "email": "Neu@Stadt.example.org",
            "name": "Nele Neu",
            "roles": ["editor", "manager"],
            "everywhere": "on",
        },
    )
    assert response.status_code == 302
    user = User.objects.get(email="neu@stadt.example.org")
    assert (user.name, user.role_names) == ("Nele Neu", {Role.EDITOR, Role.NEIGHBOURHOOD_MANAGER})
    assert not user.has_usable_password()
    assert {group.name for group in user.groups.all()} == {"Redaktion", "Quartiersentwicklung"}
    assert AuditEntry.objects.filter(verb="account created", actor=alex, target_id=str(user.pk)).exists()


def test_an_address_that_exists_is_said_at_the_field_and_nothing_is_written(office, edda):
    before = User.objects.count()
    response = office.post(
        f"{USERS}new/", {"email": "EDDA@example.org", "name": "Doppelt", "roles": ["editor"]}
    )
    page = response.content.decode()
    assert response.status_code == 200
    assert response.context["form"].errors == {"email": ["Zu dieser E-Mail-Adresse gibt es schon ein Konto."]}
    assert 'value="Doppelt"' in page
    assert User.objects.count() == before


@pytest.mark.parametrize("typed", ["", "kein-at-zeichen", "a" * 250 + "@example.org"])
def test_a_broken_address_is_said_at_the_field(office, typed):
    response = office.post(f"{USERS}new/", {"email": typed, "name": "X"})
    assert response.status_code == 200
    assert response.context["form"].errors.keys() == {"email"}


def test_alex_binds_a_manager_to_single_quarters(office, carla):
    office.post(
        f"{USERS}edit/{carla.pk}/",
        {"email": carla.email, "name": "Carla", "is_active": "on", "roles": ["manager", "editor"]},
    )
    assert list(carla.roles.values_list("role", "everywhere")) == [("editor", True), ("manager", False)]


def test_alex_takes_a_role_back_and_blocks_an_account(office, edda):
    office.post(f"{USERS}edit/{edda.pk}/", {"email": edda.email, "name": "Edda", "everywhere": "on"})
    edda = User.objects.get(pk=edda.pk)
    assert (edda.is_active, edda.role_names, list(edda.groups.all())) == (False, frozenset(), [])


def test_the_form_shows_what_the_account_has(office, dieter):
    page = office.get(f"{USERS}edit/{dieter.pk}/").content.decode()
    assert 'value="manager" id="id_roles_4" checked' in page
    assert 'name="everywhere" id="id_everywhere" checked' not in page


def test_the_last_administrator_cannot_lock_the_door_from_outside(office, alex):
    response = office.post(
        f"{USERS}edit/{alex.pk}/", {"email": alex.email, "name": "Alex", "roles": ["editor"]}
    )
    assert response.status_code == 200
    assert response.context["form"].errors.keys() == {"is_active", "roles"}
    alex.refresh_from_db()
    assert alex.is_active


def test_deleting_goes_through_the_action(office, alex, edda):
    assert office.get(f"{USERS}delete/{edda.pk}/").status_code == 200
    assert office.post(f"{USERS}delete/{edda.pk}/").status_code == 302
    assert not User.objects.filter(pk=edda.pk).exists()
    assert AuditEntry.objects.filter(verb="account deleted", actor=alex).count() == 1


def test_bulk_actions_that_bypass_roles_are_refused(office, edda):
    address = f"/verwaltung/bulk/people/user/{{}}/?id={edda.pk}&next={USERS}"
    group = Group.objects.get(name="Administration")
    for action, data in [
        ("assign_role", {"role": group.pk}),
        ("delete", {}),
        ("set_active_state", {"mark_as_active": "False"}),
    ]:
        assert office.get(address.format(action)).status_code == 200
        assert office.post(address.format(action), data).url == "/verwaltung/"
    edda = User.objects.get(pk=edda.pk)
    assert (edda.is_active, [group.name for group in edda.groups.all()]) == (True, ["Redaktion"])


@pytest.mark.parametrize("people", [1, 3])
def test_the_list_shows_roles_at_the_same_cost(office, people, edda, mona, carla, django_assert_num_queries):
    User.objects.filter(pk__in=[user.pk for user in (edda, mona, carla)][people:]).delete()
    office.get(USERS)
    with django_assert_num_queries(15):
        page = office.get(USERS).content.decode()
    assert "Redaktion" in page


@pytest.mark.parametrize("who", ["edda", "carla", "mona", "anton"])
def test_nobody_else_manages_accounts(client, settings, site, request, who):
    settings.STAFF_SECOND_FACTOR = False
    client.force_login(request.getfixturevalue(who))
    assert client.get(USERS).status_code == 302
    assert client.get(f"{USERS}new/").status_code == 302
