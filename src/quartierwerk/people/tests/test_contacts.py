"""Contacts: found, called, written to, and not harvested."""

import pytest
import vobject

from quartierwerk.people.factories import ContactFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def gabi(site):
    return ContactFactory(
        name="Gabi Muster",
        slug="gabi-muster",
        role="Quartiersentwicklerin",
        department="Soziales",
        phone="(02324) 204-5552",
        mobile="0176 12043317",
        email="gabi@stadt.example",
        street="Hüttenstraße 43",
        postal_code="45525",
        city="Hattingen",
    )


def test_a_contact_is_called_with_one_tap(client, gabi):
    html = client.get("/kontakt/gabi-muster/").content.decode()
    assert 'href="tel:+4923242045552"' in html
    assert 'href="tel:+4917612043317"' in html
    assert "Hüttenstraße 43" in html


@pytest.mark.parametrize("page", ["/kontakt/", "/kontakt/gabi-muster/"])
def test_harvesters_find_no_address(client, gabi, page):
    html = client.get(page).content.decode()
    assert "gabi@stadt.example" not in html
    assert "mailto:" not in html
    assert "stadt.example" in html  # readable in parts


def test_a_contact_goes_into_the_address_book(client, gabi):
    response = client.get("/kontakt/gabi-muster.vcf")
    card = vobject.readOne(response.content.decode())
    assert response["Content-Type"] == "text/vcard; charset=utf-8"
    assert (card.fn.value, card.n.value.family, card.email.value) == (
        "Gabi Muster",
        "Muster",
        "gabi@stadt.example",
    )
    assert [tel.value for tel in card.tel_list] == ["(02324) 204-5552", "0176 12043317"]


def test_a_contact_without_email_has_none_in_the_address_book(client, site):
    ContactFactory(slug="ohne", email="")
    assert "EMAIL" not in client.get("/kontakt/ohne.vcf").content.decode()


@pytest.mark.parametrize("page", ["/kontakt/intern/", "/kontakt/intern.vcf"])
def test_a_hidden_contact_is_not_found(client, site, page):
    ContactFactory(slug="intern", is_public=False)
    assert client.get(page).status_code == 404
    assert "intern" not in client.get("/kontakt/").content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_needs_few_queries(client, site, django_assert_num_queries, number):
    ContactFactory.create_batch(number)
    client.get("/kontakt/")
    with django_assert_num_queries(2):
        client.get("/kontakt/")


def test_the_list_says_so_when_nobody_is_entered(client, site):
    assert "Hier ist noch niemand eingetragen" in client.get("/kontakt/").content.decode()
