"""Photos on the form: made small and bare, kept while something else is wrong, forgotten when nobody sends them."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from quartierwerk.core import periodic
from quartierwerk.needs import pictures
from quartierwerk.needs.models import Need, Photo
from quartierwerk.needs.say import limits, views, waiting
from quartierwerk.people.submission import new_token

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
FORM = "/handlungsbedarfe/melden/"
GPS = 0x8825


@pytest.fixture(autouse=True)
def _own_storage(settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path)},
        },
    }


@pytest.fixture
def typed():
    return {"kind": "problem", "title": "Am Ruhrufer fehlt eine Bank", "form_token": new_token()}


def picture(name="bank.jpg", kind="JPEG", size=(60, 40), **options):
    buffer = BytesIO()
    Image.new("RGB", size, "green").save(buffer, kind, **options)
    return SimpleUploadedFile(name, buffer.getvalue())


def with_place(size=(3000, 2000)):
    exif = Image.Exif()
    exif.get_ifd(GPS)[2] = (51.0, 24.0, 0.0)
    exif[0x010F] = "Kameramarke"
    return picture(size=size, exif=exif)


def opened(file):
    with file.open("rb") as content:
        found = Image.open(BytesIO(content.read()))
    found.load()
    return found


def test_a_photo_is_made_small_gets_a_thumbnail_and_loses_place_and_camera(client, typed):
    assert client.post(FORM, {**typed, "photos": [with_place()]}).status_code == 303

    photo = Photo.objects.get()
    kept, small = opened(photo.file), opened(photo.thumbnail)
    assert (kept.size, small.size) == ((2048, 1365), (640, 427))
    assert [dict(each.getexif()) for each in (kept, small)] == [{}, {}]
    with photo.file.open("rb") as content:
        assert b"Kameramarke" not in content.read()


@pytest.mark.parametrize(
    ("name", "kind"), [("IMG_0001.HEIC", "HEIF"), ("bild.png", "PNG"), ("bild.webp", "WEBP")]
)
def test_photos_come_as_phones_make_them(client, typed, name, kind):
    client.post(FORM, {**typed, "photos": [picture(name, kind)]})
    suffix = {"HEIF": "jpg"}.get(kind, kind.lower())
    assert Photo.objects.get().file.name.endswith(f".{suffix}")


def test_a_small_photo_stays_as_large_as_it_is(client, typed):
    client.post(FORM, {**typed, "photos": [picture()]})
    photo = Photo.objects.get()
    assert (photo.width, photo.height) == (60, 40)


def test_a_photo_stays_while_another_field_is_wrong_and_is_not_chosen_again(client, typed):
    first = client.post(FORM, {**typed, "email": "erna", "photos": [picture()]})
    (photo,) = first.context["photos"]
    assert (first.status_code, photo.token in first.content.decode()) == (422, True)
    assert client.get(photo.preview_url)["Content-Type"] == "image/jpeg"

    sent = {**typed, "kept": photo.token, f"alt_{photo.key}": "Eine kaputte Bank"}
    assert client.post(FORM, sent).status_code == 303
    kept = Photo.objects.get()
    assert (kept.alt, kept.order, opened(kept.file).size) == ("Eine kaputte Bank", 0, (60, 40))


def test_a_kept_photo_can_be_left_out(client, typed):
    (photo,) = client.post(FORM, {**typed, "email": "x", "photos": [picture()]}).context["photos"]
    client.post(FORM, {**typed, "kept": photo.token, "drop": photo.key})
    assert (Need.objects.count(), Photo.objects.count()) == (1, 0)


def test_what_is_no_photo_is_told_by_its_name_and_the_others_stay(client, typed):
    fake = SimpleUploadedFile("rechnung.jpg", b"%PDF-1.7 keine Bank")
    response = client.post(FORM, {**typed, "photos": [picture(), fake]})

    assert response.context["form"].errors["photos"] == [
        "„rechnung.jpg“: Diese Datei ist kein Bild, das wir lesen können. "
        "Bitte wählen Sie ein Foto (JPG, PNG, WebP oder HEIC)."
    ]
    assert (response.status_code, len(response.context["photos"]), Need.objects.count()) == (422, 1, 0)


@pytest.mark.parametrize("size", [(60, 40), (3000, 2000)])
def test_a_photo_that_was_cut_off_on_its_way_is_told(client, typed, size):
    buffer = BytesIO()
    Image.effect_noise(size, 40).convert("RGB").save(buffer, "JPEG")
    cut = SimpleUploadedFile("halb.jpg", buffer.getvalue()[: -len(buffer.getvalue()) // 3])
    response = client.post(FORM, {**typed, "photos": [cut]})
    (reason,) = response.context["form"].errors["photos"]
    assert (response.status_code, reason.startswith("„halb.jpg“: ")) == (422, True)


def test_a_photo_that_is_too_large_is_told_with_both_sizes(client, typed, monkeypatch):
    monkeypatch.setattr(pictures, "MAX_PHOTO_BYTES", 100)
    response = client.post(FORM, {**typed, "photos": [picture()]})
    (reason,) = response.context["form"].errors["photos"]
    assert (response.status_code, "Die Datei ist zu groß" in reason) == (422, True)


def test_fifty_megabytes_are_taken(client, typed):
    large = picture()
    large = SimpleUploadedFile("gross.jpg", large.read() + b"\0" * (50 * 2**20 - 5000))
    assert client.post(FORM, {**typed, "photos": [large]}).status_code == 303
    assert Photo.objects.get().file.size < 5000


def test_a_sixth_photo_is_told_and_the_first_five_stay(client, typed):
    response = client.post(FORM, {**typed, "photos": [picture() for _ in range(6)]})
    assert response.context["form"].errors["photos"] == [
        "Es gehen höchstens 5 Fotos. Wir haben die ersten behalten."
    ]
    assert len(response.context["photos"]) == 5


def test_the_same_form_with_its_photo_sent_twice_is_one_need(client, typed):
    for _ in range(2):
        assert client.post(FORM, {**typed, "photos": [picture()]}).status_code == 303
    assert (Need.objects.count(), Photo.objects.count()) == (1, 1)


@pytest.mark.parametrize("token", ["erfunden", "../../etc/passwd:x", "1-a.jpg"])
def test_a_name_that_is_not_signed_is_no_photo(client, typed, token):
    response = client.post(FORM, {**typed, "kept": token})
    assert response.context["form"].errors["photos"] == [
        "Ein Foto ist nicht mehr da. Bitte wählen Sie es noch einmal aus."
    ]
    assert client.get(f"{FORM}foto/x/").status_code == 404


def test_what_nobody_sends_is_forgotten_after_a_day(client, typed, time_machine):
    time_machine.move_to("2026-05-01T10:00:00Z", tick=False)
    (old,) = client.post(FORM, {**typed, "email": "x", "photos": [picture()]}).context["photos"]
    time_machine.shift(timedelta(hours=20))
    (new,) = client.post(FORM, {**typed, "email": "x", "photos": [picture()]}).context["photos"]
    time_machine.shift(timedelta(hours=5))

    assert (waiting.find(old.token), client.get(old.preview_url).status_code) == (None, 404)
    assert waiting.forget_old() == 1
    assert default_storage.listdir(waiting.FOLDER)[1] == [new.name]
    assert "forget photos never sent" in {job.name for job in periodic.jobs()}


def test_where_nobody_ever_sent_a_photo_there_is_nothing_to_forget():
    assert waiting.forget_old() == 0


def test_a_browser_sends_photos_ahead(client):
    response = client.post(f"{FORM}foto/", {"photo": picture()})

    assert (response.status_code, response.cookies) == (201, {})
    (name,) = default_storage.listdir(waiting.FOLDER)[1]
    assert waiting.WaitingPhoto(name).token in response.content.decode()


def test_a_browser_hears_why_a_photo_is_not_taken(client, monkeypatch):
    none = client.post(f"{FORM}foto/")
    fake = client.post(f"{FORM}foto/", {"photo": SimpleUploadedFile("x.jpg", b"x")})
    monkeypatch.setattr(views.limits, "PHOTOS_PER_HOUR", limits.RateLimit("photos-test", per_hour=0))
    many = client.post(f"{FORM}foto/", {"photo": picture()})

    assert [each.status_code for each in (none, fake, many)] == [422, 422, 429]
    assert fake.content.decode().startswith("Diese Datei ist kein Bild")
