"""A client that is impatient and sends the same several times at once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from quartierwerk.needs import actions
from quartierwerk.needs.models import Need, Open311Token

from .open311_client import Open311

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("site")]


def test_the_same_sent_several_times_at_once_is_one_need_with_one_token(alex):
    secret = actions.create_api_key(name="Stadt-App", by=alex)[1]

    def send(_):
        try:
            return Open311("json").post(
                api_key=secret, service_code="sonstiges", address_string="Markt", description="Bank kaputt"
            )
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(send, range(8)))
    assert {answer.status for answer in answers} == {200}
    assert len({answer.content[0]["token"] for answer in answers}) == 1
    assert (Need.objects.count(), Open311Token.objects.count()) == (1, 1)
