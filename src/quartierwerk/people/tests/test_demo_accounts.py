import pytest

from quartierwerk.core.demo import TownFolder
from quartierwerk.people.demo_accounts import load_accounts, sign_in_help
from quartierwerk.people.models import Role, User


@pytest.fixture
def demo(settings, db):
    settings.DEMO = True


@pytest.mark.parametrize("town", ["hattingen", "flensburg"])
def test_each_role_has_a_sample_who_can_sign_in_with_the_printed_password(demo, visitor, town):
    load_accounts(TownFolder.named(town))
    shown = sign_in_help()
    assert [label for label, _, _ in shown] == [str(role.label) for role in sorted(Role, key=_as_listed)]
    for _, email, password in shown:
        person = type(visitor)(visitor.mailoutbox)
        assert person.post("/konto/anmelden/", {"login": email, "password": password}).status_code == 302
        assert "_auth_user_id" in person.client.session
    assert all(user.name.startswith("Muster-") for user in User.objects.all())


def _as_listed(role):
    return list(TownFolder.named("hattingen").read("people")["accounts"]["names"]).index(role)


def test_loading_twice_changes_nothing(demo):
    for _ in range(2):
        load_accounts(TownFolder.named("hattingen"))
        rows = list(User.objects.values_list("pk", "email", "name", "password"))
    assert rows == list(User.objects.values_list("pk", "email", "name", "password"))
    assert len(rows) == len(Role)


def test_outside_the_demo_no_password_is_set_and_nothing_is_printed(db, settings):
    load_accounts(TownFolder.named("hattingen"))
    assert User.objects.count() == len(Role)
    assert not any(user.has_usable_password() for user in User.objects.all())
    assert sign_in_help() == []


def test_a_demos_password_opens_nothing_once_the_demo_is_over(demo, visitor, settings):
    load_accounts(TownFolder.named("hattingen"))
    (_, email, password) = sign_in_help()[-1]
    settings.DEMO = False
    page = visitor.post("/konto/anmelden/", {"login": email, "password": password}).content.decode()
    assert "E-Mail-Adresse und Passwort passen nicht zusammen." in page
    assert "_auth_user_id" not in visitor.client.session
    load_accounts(TownFolder.named("hattingen"))
    assert not User.objects.get(email=email).has_usable_password()
