from datetime import timedelta

from allauth.account.models import EmailAddress
from wagtail.users.models import UserProfile

from quartierwerk.core import clock
from quartierwerk.core.models import AuditEntry
from quartierwerk.people import actions
from quartierwerk.people.account_purposes import ACCOUNT
from quartierwerk.people.factories import PersonFactory, UserFactory
from quartierwerk.people.models import Person, Role, User


def test_the_account_is_for_its_holder_only(visitor, ayla):
    assert visitor.get("/konto/").url == "/konto/anmelden/?next=/konto/"
    assert visitor.get("/konto/loeschen/").url == "/konto/anmelden/?next=/konto/loeschen/"


def test_ayla_sees_her_ways_to_sign_in_and_her_roles(visitor, ayla):
    visitor.signs_in(ayla)
    page = visitor.get("/konto/").content.decode()
    assert "ayla@example.org" in page
    assert "Bewohnerin oder Bewohner" in page
    assert "nicht eingerichtet" in page
    assert 'href="/verwaltung/"' not in page


def test_a_manager_of_single_quarters_reads_so(visitor, dieter):
    visitor.signs_in(dieter)
    page = visitor.get("/konto/").content.decode()
    assert "Quartiersentwicklung (in einzelnen Quartieren)" in page
    assert 'href="/verwaltung/"' in page


def test_who_has_nothing_to_do_on_the_desk_is_not_led_there(visitor, anton):
    visitor.signs_in(anton)
    page = visitor.get("/konto/").content.decode()
    assert 'href="/verwaltung/"' in page
    assert 'href="/schreibtisch/' not in page


def test_name_and_language_are_kept_everywhere(visitor, ayla):
    person = PersonFactory(name="Ayla", user=ayla)
    visitor.signs_in(ayla)
    assert visitor.post("/konto/", {"name": " Ayla Muster ", "language": "en"}).url == "/konto/"
    ayla.refresh_from_db()
    person.refresh_from_db()
    assert (ayla.name, person.language) == ("Ayla Muster", "en")
    assert UserProfile.get_for_user(ayla).preferred_language == "en"


def test_the_next_sign_in_speaks_the_chosen_language(visitor, ayla):
    actions.change_profile(user=ayla, name="Ayla", language="en")
    assert visitor.signs_in(ayla).url == "/en/konto/"


def test_a_name_too_long_or_an_unknown_language_is_said_at_the_field(visitor, ayla):
    visitor.signs_in(ayla)
    page = visitor.post("/konto/", {"name": "x" * 121, "language": "tlh"}).content.decode()
    assert page.count('aria-invalid="true"') == 2
    assert "x" * 121 in page


def test_a_new_address_counts_once_its_code_was_typed(visitor, ayla):
    visitor.signs_in(ayla)
    response = visitor.post("/konto/e-mail/", {"email": "ayla@neu.example.org", "action_add": "1"})
    assert response.url == "/konto/e-mail/code/"
    ayla.refresh_from_db()
    assert ayla.email == "ayla@example.org"
    assert visitor.mailoutbox[-1].to == ["ayla@neu.example.org"]
    visitor.post("/konto/e-mail/code/", {"code": visitor.code()})
    ayla.refresh_from_db()
    assert ayla.email == "ayla@neu.example.org"
    assert list(EmailAddress.objects.values_list("email", "verified", "primary")) == [
        ("ayla@neu.example.org", True, True)
    ]


def test_the_address_of_somebody_else_is_not_given_away(visitor, ayla, mona):
    visitor.signs_in(ayla)
    response = visitor.post("/konto/e-mail/", {"email": mona.email, "action_add": "1"})
    assert response.url == "/konto/e-mail/code/"
    assert visitor.mailoutbox[-1].to == [mona.email]
    page = visitor.post("/konto/e-mail/code/", {"code": visitor.code()}).content.decode()
    assert "Zu dieser E-Mail-Adresse gibt es schon ein Konto." in page
    ayla.refresh_from_db()
    assert ayla.email == "ayla@example.org"


def test_a_first_password_needs_ten_characters(visitor, ayla):
    visitor.signs_in(ayla)
    page = visitor.post("/konto/passwort/vergeben/", {"password1": "kurz", "password2": "kurz"})
    assert "mindestens 10 Zeichen" in page.content.decode()
    good = {"password1": "ein langer Satz", "password2": "ein langer Satz"}
    assert visitor.post("/konto/passwort/vergeben/", good).status_code == 302
    ayla.refresh_from_db()
    assert ayla.check_password("ein langer Satz")
    assert visitor.get("/konto/passwort/").status_code == 200


def test_deleting_needs_a_deliberate_yes(visitor, ayla):
    visitor.signs_in(ayla)
    page = visitor.post("/konto/loeschen/", {}).content.decode()
    assert "Bitte setzen Sie den Haken" in page
    assert User.objects.filter(pk=ayla.pk).exists()


def test_deleting_keeps_the_log_and_the_person_without_the_link(visitor, ayla):
    person = PersonFactory(name="Ayla", user=ayla)
    visitor.signs_in(ayla)
    pk = ayla.pk
    assert visitor.post("/konto/loeschen/", {"sure": "on"}).url == "/"
    assert not User.objects.filter(pk=pk).exists()
    assert not EmailAddress.objects.exists()
    assert Person.objects.get(pk=person.pk).user is None
    log = AuditEntry.objects.filter(target_id=str(pk), target_type__model="user")
    assert {entry.verb for entry in log} == {"account deleted", "role granted"}
    assert visitor.get("/konto/").status_code == 302


def test_the_last_administrator_reads_why_deleting_is_not_possible(visitor, alex):
    visitor.signs_in(alex)
    assert (
        "das einzige Konto mit der Rolle Administration" in visitor.get("/konto/loeschen/").content.decode()
    )
    page = visitor.client.post("/konto/loeschen/", {"sure": "on"} | visitor.opens("/konto/")).content.decode()
    assert "das einzige Konto mit der Rolle Administration" in page
    assert User.objects.filter(pk=alex.pk).exists()


def test_sign_ups_that_nobody_confirmed_are_forgotten_after_a_week(ayla, edda, db):
    long_ago = clock.now() - timedelta(days=8)
    forgotten, fresh, confirmed = (UserFactory() for _ in range(3))
    for user in (forgotten, fresh, confirmed):
        actions.grant_role(user=user, role=Role.RESIDENT)
    EmailAddress.objects.create(user=confirmed, email=confirmed.email, verified=True, primary=True)
    User.objects.filter(pk__in=[forgotten.pk, confirmed.pk, edda.pk]).update(date_joined=long_ago)
    assert list(ACCOUNT.expired()) == [forgotten]
    assert ACCOUNT.delete(ACCOUNT.expired()) == 1
    assert set(User.objects.all()) == {ayla, edda, fresh, confirmed}
