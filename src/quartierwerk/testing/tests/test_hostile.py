"""The hostile suite itself: each of its traps is seen to shut."""

import socket

import pytest
from django.core.paginator import Paginator
from django.template import engines
from django.template.base import Origin, Template

from quartierwerk.people.models import User
from quartierwerk.settings.installation import PACKAGE_DIR
from quartierwerk.testing.hostile import UnknownVariable


def rendered(source: str, where: str = "", **context) -> str:
    origin = Origin(name=str(where or PACKAGE_DIR / "core/templates/core/x.html"), template_name="x")
    template = Template(source, origin=origin, name="x", engine=engines["django"].engine)
    from django.template import Context

    return template.render(Context(context))


@pytest.mark.parametrize(
    "source",
    [
        "{{ nmae }}",
        "{{ person.nmae }}",
        "{{ nmae|upper }}",
        "{% if nmae == 1 %}{{ nmae }}{% endif %}{{ nmae }}",
    ],
)
def test_an_unknown_variable_in_our_template_fails(source):
    with pytest.raises(UnknownVariable):
        rendered(source, person={})


@pytest.mark.parametrize(
    "source",
    ["{{ name }}", "{% if nmae %}x{% endif %}", "{{ nmae|default:'' }}", "{% for x in nmae %}{% endfor %}"],
)
def test_asking_whether_something_is_there_is_allowed(source):
    assert rendered(source, name="") == ""


def test_templates_of_others_may_rely_on_unknown_variables():
    assert rendered("{{ nmae }}", where="/usr/lib/wagtail/x.html") == ""


def test_nothing_but_this_machine_is_reached():
    with pytest.raises(AssertionError, match="nothing but this machine"), socket.socket() as connection:
        connection.connect(("192.0.2.1", 80))


@pytest.mark.django_db
def test_paging_without_an_order_fails():
    with pytest.raises(Warning, match="unordered"):
        Paginator(User.objects.order_by(), 10).page(1)


@pytest.mark.django_db
def test_a_form_without_its_token_fails(client, ayla):
    client.force_login(ayla)
    assert client.post("/kontakt/", {}).status_code == 403
