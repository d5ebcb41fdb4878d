"""Test persons, accounts and contacts."""

import factory
from django.contrib.auth.hashers import make_password
from factory.django import DjangoModelFactory

from .models import Channel, Contact, Person, User


class UserFactory(DjangoModelFactory):
    email = factory.Sequence(lambda n: f"konto{n}@example.org")
    name = factory.Sequence(lambda n: f"Konto {n}")
    password = factory.LazyFunction(lambda: make_password(None))

    class Meta:
        model = User
        skip_postgeneration_save = True


class PersonFactory(DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Person {n}")

    class Meta:
        model = Person

    class Params:
        mailed = factory.Trait(
            email=factory.Sequence(lambda n: f"person{n}@example.org"), preferred_channel=Channel.EMAIL
        )
        called = factory.Trait(phone="+4923242040", preferred_channel=Channel.PHONE)
        written_to = factory.Trait(
            street="Musterweg 1", postal_code="45525", city="Hattingen", preferred_channel=Channel.LETTER
        )


class ContactFactory(DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Kontakt {n}")
    slug = factory.Sequence(lambda n: f"kontakt-{n}")
    role = "Quartiersentwicklung"
    email = factory.Sequence(lambda n: f"kontakt{n}@stadt.example")
    phone = "02324 204-0"

    class Meta:
        model = Contact
