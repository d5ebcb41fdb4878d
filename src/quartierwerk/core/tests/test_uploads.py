"""What editors may upload, what they hear when they may not, and what is left behind (nothing)."""

import tracemalloc
import zipfile
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from PIL import Image as Picture
from PIL import ImageOps
from wagtail.documents.models import Document
from wagtail.images.models import Image

from quartierwerk.core import uploads

HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PROGRAM = b"MZ\x90\x00\x03\x00\x00\x00\x04" + b"\x00" * 100


@pytest.fixture
def editor(alex, settings):
    settings.STAFF_SECOND_FACTOR = False
    alex.is_superuser = True
    alex.save()
    client = Client()
    client.force_login(alex, backend="django.contrib.auth.backends.ModelBackend")
    return client


def photo(kind="JPEG", size=(60, 40), mode="RGB", **options) -> bytes:
    buffer = BytesIO()
    Picture.new(mode, size, options.pop("colour", None) or 0).save(buffer, kind, **options)
    return buffer.getvalue()


def photo_from_a_phone() -> bytes:
    """Taken upright in the garden: turned by 90 degrees, with camera and place."""
    exif = Picture.Exif()
    exif[0x0112] = 6  # orientation: turn clockwise
    exif[0x010F] = "Kameramarke"
    exif.get_ifd(0x8825)[2] = (51.0, 24.0, 0.0)  # GPS latitude
    return photo(exif=exif)


def cleaned(name: str, content: bytes) -> SimpleUploadedFile:
    return uploads.cleaned_image(SimpleUploadedFile(name, content))


def upload_image(editor, name, content):
    file = SimpleUploadedFile(name, content, "image/jpeg")
    return editor.post(reverse("wagtailimages:add"), {"title": "Bild", "file": file})


def upload_document(editor, name, content):
    return editor.post(
        reverse("wagtaildocs:add"), {"title": "Dokument", "file": SimpleUploadedFile(name, content)}
    )


def error(response) -> str:
    (sentence,) = response.context["form"].errors["file"]
    return sentence


@pytest.fixture(autouse=True)
def stored_files(settings, tmp_path):
    """Names of all files kept so far; each test has an empty storage of its own."""
    disk = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": disk}
    settings.MEDIA_ROOT = tmp_path
    return lambda: [path.name for path in tmp_path.rglob("*") if path.is_file()]


NO_IMAGE = (
    "Diese Datei ist kein Bild, das wir lesen können. Bitte wählen Sie ein Foto (JPG, PNG, WebP oder HEIC)."
)
BROKEN = "Das Bild ist beschädigt oder unvollständig. Bitte laden Sie es noch einmal hoch."


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("seite.jpg", HTML, NO_IMAGE),
        ("zeichnung.jpg", SVG, NO_IMAGE),
        ("programm.png", PROGRAM, NO_IMAGE),
        ("tier.jpg", photo("GIF"), NO_IMAGE),
        ("halb.jpg", photo(size=(400, 400), colour=(9, 99, 199))[:1500], BROKEN),
        ("halb.png", photo("PNG", size=(400, 400))[:200], BROKEN),
        (
            "zeichnung.svg",
            SVG,
            "Dateien mit der Endung „svg“ nehmen wir nicht an. Möglich sind: jpg, jpeg, png, webp, heic.",
        ),
        ("leer.jpg", b"", "Die übertragene Datei ist leer."),
    ],
)
def test_what_is_no_image_is_refused_at_the_field_and_not_kept(editor, stored_files, name, content, sentence):
    assert error(upload_image(editor, name, content)) == sentence
    assert not Image.objects.exists()
    assert stored_files() == []


@pytest.mark.django_db
def test_an_image_over_size_is_refused_before_it_is_read(editor, settings, stored_files):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 1024
    response = upload_image(editor, "gross.jpg", photo(size=(900, 900), quality=100))
    assert error(response).startswith("Die Datei ist zu groß (")
    assert error(response).endswith("Erlaubt sind höchstens 1,0\xa0KB.")
    assert stored_files() == []


def test_an_image_with_too_many_pixels_is_refused_before_it_is_unpacked(settings):
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 1_000_000
    with pytest.raises(ValidationError, match="höchstens 1 Megapixel"):
        cleaned("bombe.png", photo("PNG", size=(2000, 2000), mode="1"))


def test_the_sentence_comes_in_the_readers_language():
    with override("en"):
        with pytest.raises(ValidationError) as refused:
            cleaned("page.jpg", HTML)
        assert refused.value.messages == [
            "This file is not a picture that we can read. Please choose a photo (JPG, PNG, WebP or HEIC)."
        ]


def test_place_camera_and_time_of_a_photo_are_gone_and_it_stands_upright():
    before = photo_from_a_phone()
    assert b"Kameramarke" in before
    kept = cleaned("IMG_1.jpeg", before).read()
    assert b"Kameramarke" not in kept
    assert b"Exif" not in kept
    picture = Picture.open(BytesIO(kept))
    assert dict(picture.getexif()) == {}
    assert picture.size == (40, 60)


@pytest.mark.parametrize("held", range(1, 9))
def test_a_photo_stands_upright_however_the_camera_was_held(held):
    """The same as Pillow turns it, which writes the hidden data anew and fails over those that make no sense."""
    exif = Picture.Exif()
    exif[0x0112] = held
    scene = Picture.linear_gradient("L").resize((60, 40))
    scene.paste(255, (0, 0, 20, 10))
    buffer = BytesIO()
    scene.save(buffer, "PNG", exif=exif)
    kept = Picture.open(cleaned("foto.png", buffer.getvalue()))
    assert kept.tobytes() == ImageOps.exif_transpose(Picture.open(buffer)).tobytes()


def test_hidden_data_that_make_no_sense_do_not_spoil_a_good_photo():
    camera_as_words, camera_as_a_fraction = b"\x01\x0f\0\x02\0\0\0\x0c", b"\x01\x0f\0\x05\0\0\0\x01"
    good = photo_from_a_phone()
    assert good.count(camera_as_words) == 1
    spoilt = good.replace(camera_as_words, camera_as_a_fraction)
    assert Picture.open(cleaned("garten.jpg", spoilt)).size == (40, 60)


def test_an_apple_photo_larger_than_it_says_is_refused():
    says = b"ispe\0\0\0\0" + (64).to_bytes(4, "big")
    content = photo("HEIF")
    assert content.count(says) == 1
    with pytest.raises(ValidationError, match="beschädigt"):
        cleaned("IMG_3.heic", content.replace(says, says[:8] + (2**30 + 64).to_bytes(4, "big")))


@pytest.mark.django_db
def test_what_is_stored_holds_no_place_either(editor):
    assert upload_image(editor, "garten.jpg", photo_from_a_phone()).status_code == 302
    image = Image.objects.get()
    assert (image.width, image.height) == (40, 60)
    with image.file.open("rb") as stored:
        assert b"Exif" not in stored.read()


@pytest.mark.django_db
def test_the_upload_of_many_at_once_is_checked_as_well(editor, stored_files):
    files = {"files[]": SimpleUploadedFile("seite.jpg", HTML), "title": "x"}
    answer = editor.post(
        reverse("wagtailimages:add_multiple"), files, headers={"X-Requested-With": "XMLHttpRequest"}
    )
    assert answer.json() == {"success": False, "error_message": NO_IMAGE}
    assert stored_files() == []


def test_a_photo_from_an_apple_phone_becomes_a_jpeg():
    kept = cleaned("IMG_2.HEIC", photo("HEIF"))
    assert kept.name == "IMG_2.jpg"
    assert Picture.open(kept).format == "JPEG"


def test_a_real_image_with_the_wrong_ending_gets_the_right_one():
    assert cleaned("foto.jpg", photo("PNG")).name == "foto.png"


def test_a_payload_behind_an_image_does_not_survive():
    assert HTML not in cleaned("doppelt.jpg", photo() + HTML).read()


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "LA"), ("WEBP", "RGBA"), ("PNG", "1")]
)
def test_pictures_of_every_mode_survive_the_cleaning(kind, mode):
    kept = Picture.open(cleaned(f"bild.{kind.lower()}", photo(kind, mode=mode)))
    assert (kept.format, kept.size) == (kind, (60, 40))


def test_transparency_stays():
    buffer = BytesIO()
    Picture.new("RGBA", (10, 10), (255, 0, 0, 0)).save(buffer, "PNG")
    assert Picture.open(cleaned("logo.png", buffer.getvalue())).getpixel((5, 5)) == (255, 0, 0, 0)


def office(*names: str, kind: bytes = b"") -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        if kind:
            archive.writestr("mimetype", kind)
        for name in names:
            archive.writestr(name, "<x/>")
    return buffer.getvalue()


PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF"
ODT = b"application/vnd.oasis.opendocument.text"
ODS = b"application/vnd.oasis.opendocument.spreadsheet"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("programm.pdf", PDF),
        ("brief.docx", office("[Content_Types].xml", "word/document.xml")),
        ("zahlen.xlsx", office("[Content_Types].xml", "xl/workbook.xml")),
        ("brief.odt", office("content.xml", kind=ODT)),
        ("zahlen.ods", office("content.xml", kind=ODS)),
        ("zahlen.csv", "Jahr;Straße\n2019;Hüttenstraße".encode("latin-1")),
        ("notiz.txt", "﻿Guten Tag".encode()),
    ],
)
def test_a_document_that_is_what_it_says_is_accepted(name, content):
    upload = SimpleUploadedFile(name, content)
    uploads.check_document(upload)
    assert upload.tell() == 0, "whoever stores the file reads it from its beginning"
    assert upload.read() == content


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("programm.pdf", PROGRAM),
        ("programm.pdf", HTML),
        ("brief.docx", PDF),
        ("brief.docx", office("xl/workbook.xml")),
        ("zahlen.ods", office("content.xml", kind=ODT)),
        ("brief.odt", office("content.xml")),
        pytest.param("kaputt.xlsx", office("xl/workbook.xml")[:40], id="kaputt.xlsx"),
        ("zahlen.csv", PROGRAM),
        ("notiz.txt", HTML),
        ("notiz.txt", SVG),
    ],
)
def test_a_disguised_document_is_refused_at_the_field_and_not_kept(editor, stored_files, name, content):
    suffix = name.rpartition(".")[2]
    assert error(upload_document(editor, name, content)) == (
        f"Der Inhalt der Datei passt nicht zu ihrer Endung „{suffix}“. Bitte prüfen Sie die Datei."
    )
    assert not Document.objects.exists()
    assert stored_files() == []


def archive_with(change, *, compression=zipfile.ZIP_DEFLATED, kind=ODT) -> bytes:
    """An OpenDocument text whose archive `change` spoils: a function from the bytes to other bytes."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        archive.writestr("mimetype", kind * 20)
        archive.writestr("bücher.xml", "<x/>")
    return change(buffer.getvalue())


def _replaced(*pairs: tuple[bytes, bytes]):
    def change(content: bytes) -> bytes:
        for old, new in pairs:
            assert content.count(old), old
            content = content.replace(old, new)
        return content

    return change


def _at(directory_offset: int, new: bytes):
    """Bytes changed in the first entry of the archive's directory (PKZIP APPNOTE 4.3.12)."""

    def change(content: bytes) -> bytes:
        start = content.index(b"PK\x01\x02") + directory_offset
        return content[:start] + new + content[start + len(new) :]

    return change


def _begins_beyond_any_file(content: bytes) -> bytes:
    """The first part begins at 2⁶⁴ - 1: 0xFFFFFFFF in the directory, and the number in an extra field (4.5.3)."""
    start = content.index(b"PK\x01\x02")
    extra = b"\x01\x00\x08\x00" + b"\xff" * 8
    content = _at(42, b"\xff" * 4)(_at(30, len(extra).to_bytes(2, "little"))(content))
    name_ends = start + 46 + len("mimetype")
    content = content[:name_ends] + extra + content[name_ends:]
    end = content.rindex(b"PK\x05\x06")
    return content[: end + 12] + (end - start).to_bytes(4, "little") + content[end + 16 :]


HOSTILE_ARCHIVES = {
    "packed bytes that make no sense": lambda content: content[:40] + b"\xff" * 20 + content[60:],
    "a name that is no UTF-8": _replaced(("bücher".encode(), b"b\xff\xffcher")),
    "a part before the beginning": lambda content: content[20:],
    "a part longer than the file": lambda content: _at(20, (2**31).to_bytes(4, "little"))(content),
    "a part beyond any file": _begins_beyond_any_file,
    "a password": _at(8, b"\x01"),
    "a version nobody knows": _at(6, b"\xff"),
    "a way of packing nobody knows": _at(10, b"\x63"),
}


@pytest.mark.parametrize("on_disk", [False, True])
@pytest.mark.parametrize("name", HOSTILE_ARCHIVES)
def test_an_archive_made_in_bad_faith_is_refused_with_the_same_sentence(name, on_disk):
    content = archive_with(HOSTILE_ARCHIVES[name])
    upload = SimpleUploadedFile("brief.odt", content)
    if on_disk:
        upload = TemporaryUploadedFile("brief.odt", "", len(content), None)
        upload.write(content)
    with pytest.raises(ValidationError, match="passt nicht zu ihrer Endung"):
        uploads.check_document(upload)
    upload.close()


@pytest.mark.parametrize("compression", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_bomb_in_an_archive_is_not_unpacked(compression):
    content = archive_with(bytes, compression=compression, kind=b"\0" * 2**20)
    tracemalloc.start()
    with pytest.raises(ValidationError, match="passt nicht zu ihrer Endung"):
        uploads.check_document(SimpleUploadedFile("brief.odt", content))
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 2**20


@pytest.mark.django_db
def test_other_endings_are_refused_with_what_is_possible(editor):
    assert error(upload_document(editor, "virus.exe", PROGRAM)) == (
        "Dateien mit der Endung „exe“ nehmen wir nicht an. Möglich sind: pdf, docx, odt, xlsx, ods, csv, txt."
    )


def test_macros_are_refused_by_name():
    content = office("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")
    with pytest.raises(ValidationError, match="Makros"):
        uploads.check_document(SimpleUploadedFile("brief.docx", content))


@pytest.mark.django_db
def test_a_document_over_size_is_refused(editor, monkeypatch):
    monkeypatch.setattr(uploads, "MAX_DOCUMENT_BYTES", 10)
    assert error(upload_document(editor, "programm.pdf", PDF)).startswith("Die Datei ist zu groß (")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content", "disposition"),
    [("programm.pdf", PDF, "inline"), ("zahlen.csv", b"a;b", "attachment")],
)
def test_documents_are_served_so_that_a_browser_runs_nothing(editor, client, name, content, disposition):
    assert upload_document(editor, name, content).status_code == 302
    answer = client.get(Document.objects.get().url)
    assert answer.status_code == 200
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'"
    assert answer["Content-Disposition"].startswith(disposition)
    answer.close()
