"""Photos at the desk: who sees them, what is shown, and that what is blurred is gone for good."""

import pytest
from django.urls import reverse
from PIL import Image

from quartierwerk.needs import actions, blurring, factories
from quartierwerk.needs.blurring import Area
from quartierwerk.needs.enums import PhotoState
from quartierwerk.needs.models import Photo
from quartierwerk.testing.answers import content_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
LEFT_HALF = Area(0, 0, 0.5, 1)


@pytest.fixture
def photo(picture):
    return factories.need(photos=[(picture(), "Die Bank")]).photos.get()


def url(photo, name):
    return reverse(f"needs:desk_{name}", args=[photo.need.reference, photo.pk])


def again(photo):
    return Photo.objects.get(pk=photo.pk)


def colours(file, box):
    with Image.open(file) as image:
        return {colour for _count, colour in image.convert("RGB").crop(box).getcolors(100_000)}


def test_only_who_moderates_sees_a_photo_that_waits(at_desk, mona, edda, photo):
    response = at_desk(mona).get(url(photo, "photo_file"))
    assert (response["Content-Type"], response["Cache-Control"].count("no-store")) == ("image/png", 1)
    assert content_of(response).startswith(b"\x89PNG")
    assert at_desk(edda).get(url(photo, "photo_file")).status_code == 403


def test_a_photo_of_another_need_is_not_found(at_desk, mona, photo):
    other = factories.need()
    assert (
        at_desk(mona).get(reverse("needs:desk_photo_file", args=[other.reference, photo.pk])).status_code
        == 404
    )


def test_it_is_dropped_and_shown_again(at_desk, mona, photo):
    client = at_desk(mona)
    client.post(url(photo, "drop_photo"))
    assert again(photo).state == PhotoState.DROPPED
    assert (
        "wird schon nicht mehr gezeigt" in client.post(url(photo, "drop_photo"), follow=True).content.decode()
    )
    client.post(url(photo, "show_photo"))
    assert again(photo).state == PhotoState.SHOWN


def test_what_is_blurred_is_not_in_the_file_any_more(photo):
    changed = blurring.blurred(photo.file, [LEFT_HALF])
    black_and_white = {(0, 0, 0), (255, 255, 255)}
    assert colours(changed, (0, 0, 120, 120)) & black_and_white == set()
    assert len(colours(changed, (0, 0, 120, 120))) <= blurring.SQUARES**2
    assert colours(changed, (122, 0, 240, 120)) == black_and_white


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_every_format_we_keep_can_be_blurred(picture, kind):
    changed = blurring.blurred(picture(kind=kind), [Area(0.9, 0.9, 0.5, 0.5), Area(1, 1, 0, 0)])
    with Image.open(changed) as image:
        assert (image.format, image.size) == (kind, (240, 120))


def test_the_first_file_is_deleted(photo, mona, django_capture_on_commit_callbacks):
    before = photo.file.name
    with django_capture_on_commit_callbacks(execute=True):
        photo = actions.blur_photo(photo=photo, areas=[LEFT_HALF], by=mona)
    assert (photo.is_blurred, photo.file.name == before) == (True, False)
    assert [photo.file.storage.exists(name) for name in (before, photo.file.name)] == [False, True]


def test_the_preview_is_made_anew_with_it(photo, mona, picture, django_capture_on_commit_callbacks):
    photo.thumbnail.save("klein.png", picture(60, 30))
    before = photo.thumbnail.name
    with django_capture_on_commit_callbacks(execute=True):
        actions.blur_photo(photo=photo, areas=[Area(0, 0, 1, 1)], by=mona)
    photo = again(photo)
    assert not photo.file.storage.exists(before)
    assert (photo.thumbnail.width, photo.thumbnail.height) == (60, 30)
    assert (255, 255, 255) not in colours(photo.thumbnail, (0, 0, 60, 30))


def test_without_javascript_fields_of_a_grid_are_chosen(at_desk, mona, photo):
    client = at_desk(mona)
    page = client.get(url(photo, "blur_photo"))
    assert [field.name for field in page.context["form"].grid][:13] == [
        *(f"{c}1" for c in "ABCDEFGHIJKL"),
        "A2",
    ]
    client.post(url(photo, "blur_photo"), {"chosen": [f"A{row}" for row in range(1, 10)]})
    assert (255, 255, 255) not in colours(again(photo).file, (0, 0, 20, 120))
    assert (255, 255, 255) in colours(again(photo).file, (22, 0, 240, 120))


def test_rectangles_are_drawn(at_desk, mona, photo):
    at_desk(mona).post(url(photo, "blur_photo"), {"rectangles": "0.5,0,0.5,1"})
    assert (255, 255, 255) not in colours(again(photo).file, (120, 0, 240, 120))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Bitte wählen Sie, was unkenntlich werden soll."),
        ({"rectangles": "0,0,2,1"}, "Bitte zeichnen Sie die Stellen noch einmal."),
        ({"rectangles": " ".join(["0,0,1,1"] * 41)}, "Bitte zeichnen Sie die Stellen noch einmal."),
    ],
)
def test_nothing_chosen_changes_nothing(at_desk, mona, photo, typed, sentence):
    response = at_desk(mona).post(url(photo, "blur_photo"), typed)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert not again(photo).is_blurred


def test_an_upright_photo_has_more_rows_than_columns():
    assert [blurring.grid_of(*size) for size in ((400, 300), (300, 400))] == [(12, 9), (9, 12)]
