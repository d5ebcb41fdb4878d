"""Pictures and files for tests."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import ExifTags, Image


def jpeg(size=(400, 300), *, place="Ruhrufer geheim") -> bytes:
    """A photo that hides where it was taken."""
    picture, hidden, buffer = Image.new("RGB", size, "teal"), Image.Exif(), BytesIO()
    hidden[ExifTags.Base.ImageDescription] = place
    picture.save(buffer, "JPEG", exif=hidden)
    return buffer.getvalue()


def photo(name="bank.jpg", content=None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, jpeg() if content is None else content, "image/jpeg")


def pdf_file(name="karte.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"%PDF-1.7\n%geheime Handschrift\n", "application/pdf")
