"""Comments and reports at the desk."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from quartierwerk.needs import actions, factories
from quartierwerk.needs.enums import Complaint, Visibility
from quartierwerk.needs.models import AbuseReport, Comment, Need

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture
def comment():
    return actions.comment(need=factories.public_need(), text="Rufen Sie 0171 1234567 an.")


def url(comment, name):
    return reverse(f"needs:desk_{name}", args=[comment.need.reference, comment.pk])


def again(comment):
    return Comment.objects.get(pk=comment.pk)


def test_a_comment_is_published_and_counted(at_desk, mona, comment):
    response = at_desk(mona).post(url(comment, "show_comment"))
    assert response["Location"].endswith("#kommentare")
    assert again(comment).visibility == Visibility.PUBLIC
    assert Need.objects.get().comment_count == 1


@pytest.mark.parametrize(("typed", "then"), [({}, "moderator"), ({"blocked": "yes"}, "blocked")])
def test_a_comment_is_taken_away_with_the_reason(at_desk, mona, comment, typed, then):
    actions.show_comment(comment=comment, by=mona)
    at_desk(mona).post(url(comment, "hide_comment"), {"reason": "Fremde Nummer", **typed})
    assert (again(comment).visibility, again(comment).hidden_because) == (then, "Fremde Nummer")
    assert Need.objects.get().comment_count == 0


def test_without_a_reason_it_stays(at_desk, mona, comment):
    page = at_desk(mona).post(url(comment, "hide_comment"), {"reason": ""}, follow=True).content.decode()
    assert "Bitte nennen Sie den Grund." in page
    assert again(comment).visibility == Visibility.WAITING


def test_of_two_who_publish_it_at_once_the_second_is_told(mona, carla, comment):
    actions.show_comment(comment=comment, by=carla)
    with pytest.raises(ValidationError, match="schon öffentlich"):
        actions.show_comment(comment=comment, by=mona)


def test_taking_a_comment_away_settles_what_was_reported_about_it(mona, comment):
    about_comment = actions.complain(need=comment.need, comment=comment, reason=Complaint.PRIVATE)
    about_need = actions.complain(need=comment.need, reason=Complaint.OTHER)
    actions.hide_comment(comment=comment, reason="Fremde Nummer", by=mona)
    assert list(AbuseReport.objects.filter(handled_at=None)) == [about_need]
    assert AbuseReport.objects.get(pk=about_comment.pk).handled_by == mona


def test_taking_the_need_away_settles_all(mona, comment):
    actions.complain(need=comment.need, comment=comment, reason=Complaint.PRIVATE)
    actions.complain(need=comment.need, reason=Complaint.OTHER)
    actions.remove(need=comment.need, reason="Hetze", by=mona)
    assert not AbuseReport.objects.filter(handled_at=None).exists()


@pytest.mark.parametrize("what", ["comment", "need"])
def test_what_was_reported_may_stay(at_desk, mona, comment, what):
    about = {
        "comment": actions.complain(need=comment.need, comment=comment, reason=Complaint.PRIVATE),
        "need": actions.complain(need=comment.need, reason=Complaint.OTHER),
    }
    typed = {"comment": comment.pk} if what == "comment" else {}
    at_desk(mona).post(reverse("needs:desk_keep", args=[comment.need.reference]), typed)
    (still_open,) = AbuseReport.objects.filter(handled_at=None)
    assert still_open == about["need" if what == "comment" else "comment"]
    assert comment.need.visibility == Visibility.PUBLIC


def test_the_page_shows_comments_with_what_tells_about_a_person(at_desk, mona, comment):
    actions.complain(need=comment.need, comment=comment, reason=Complaint.PRIVATE, text="Meine Nummer!")
    page = at_desk(mona).get(reverse("needs:desk_need", args=[comment.need.reference])).content.decode()
    assert '<mark class="qw-private" title="Telefonnummer">0171 1234567' in page
    assert "Meine Nummer!" in page


def test_a_comment_of_another_need_is_not_found(at_desk, mona, comment):
    other = factories.public_need()
    url = reverse("needs:desk_show_comment", args=[other.reference, comment.pk])
    assert at_desk(mona).post(url).status_code == 404


def test_editors_moderate_nothing(at_desk, edda, comment):
    assert at_desk(edda).post(url(comment, "show_comment")).status_code == 403
    assert again(comment).visibility == Visibility.WAITING
