"""A visitor with a browser of the simplest kind: opens pages, fills in their forms, reads mail."""

import re

import pytest
from django.test import Client


class Visitor:
    """`post` sends what stands in the page's form: the token that the page carries, like a browser."""

    def __init__(self, mailoutbox):
        self.client = Client(enforce_csrf_checks=True)
        self.mailoutbox = mailoutbox

    def get(self, url, **extra):
        return self.client.get(url, **extra)

    def opens(self, url):
        """The token of the page's form, to be sent with what is typed there."""
        token = re.search(
            r'name="csrfmiddlewaretoken" value="([^"]+)"', self.client.get(url).content.decode()
        )
        return {"csrfmiddlewaretoken": token[1]} if token else {}

    def post(self, url, data, **extra):
        return self.client.post(url, self.opens(url) | data, **extra)

    def code(self):
        """The code in the newest mail."""
        return re.search(r"^(\d{6})$", self.mailoutbox[-1].body, re.MULTILINE)[1]

    def asks_for_code(self, email):
        return self.post("/konto/anmelden/", {"login": email})

    def types_code(self, code):
        return self.post("/konto/anmelden/code/", {"code": code})

    def signs_in(self, user):
        self.asks_for_code(user.email)
        return self.types_code(self.code())


@pytest.fixture
def visitor(db, mailoutbox):
    return Visitor(mailoutbox)
