"""Upload forms: what may be uploaded, and the sentence that says so.

Every image is decoded and written anew: what is not really an image never reaches the storage, and neither do
the place, time and device that a phone hides in its photos. Documents must be inside what their name says.
"""

import zipfile
import zlib
from io import BytesIO
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.forms import FileField
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from PIL import ExifTags, Image
from pillow_heif import register_heif_opener
from wagtail.documents.fields import WagtailDocumentField
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

register_heif_opener()

MAX_DOCUMENT_BYTES = 20 * 2**20
# Pillow's name of the format → format and ending it is kept in; a phone's HEIC becomes a JPEG for all.
KEPT_AS = {"JPEG": ("JPEG", "jpg"), "HEIF": ("JPEG", "jpg"), "PNG": ("PNG", "png"), "WEBP": ("WEBP", "webp")}
CONTENT_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
QUALITY: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 88, "optimize": True},
    "WEBP": {"quality": 88},
    "PNG": {"optimize": True},
}
# How to turn a photo by the orientation its camera noted (Exif 2.32, 4.6.4); 1 is upright.
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
UNREADABLE_IMAGE = (OSError, ValueError, SyntaxError, EOFError, RuntimeError)  # the last by libheif

# What `zipfile` and zlib raise on archives made by chance or in bad faith; seen with altered archives in memory and on disk.
UNREADABLE_ARCHIVE = (
    zipfile.BadZipFile,  # no archive, cut off, names that contradict each other
    zlib.error,  # packed bytes that make no sense
    EOFError,  # a part longer than the file
    OSError,  # a part before the beginning of a file on disk
    ValueError,  # the same in memory; a name that is no UTF-8 (UnicodeDecodeError)
    OverflowError,  # a part farther away than any file reaches
    # A part with a password: `zipfile` raises nothing narrower. Its NotImplementedError for a version or a way of packing
    # that it does not know is a RuntimeError, too.
    RuntimeError,
)
OPEN_DOCUMENT_PACKS_WITH = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # OpenDocument 1.3, part 2, 2.2

TOO_LARGE = _("Die Datei ist zu groß (%(size)s). Erlaubt sind höchstens %(most)s.")
WRONG_ENDING = _("Dateien mit der Endung „%(ending)s“ nehmen wir nicht an. Möglich sind: %(allowed)s.")
NO_IMAGE = _(
    "Diese Datei ist kein Bild, das wir lesen können. Bitte wählen Sie ein Foto (JPG, PNG, WebP oder HEIC)."
)
BROKEN_IMAGE = _("Das Bild ist beschädigt oder unvollständig. Bitte laden Sie es noch einmal hoch.")
TOO_MANY_PIXELS = _(
    "Das Bild hat zu viele Bildpunkte. Bitte verkleinern Sie es auf höchstens %(most)s Megapixel."
)
DISGUISED = _("Der Inhalt der Datei passt nicht zu ihrer Endung „%(ending)s“. Bitte prüfen Sie die Datei.")
MACROS = _("Dokumente mit Makros nehmen wir nicht an. Bitte speichern Sie es ohne Makros oder als PDF.")


def ending(name: str) -> str:
    return PurePath(name).suffix.lower().lstrip(".")


def check_size(upload: UploadedFile, most: int) -> None:
    """Raises ValidationError with both sizes (`most` in bytes)."""
    if (upload.size or 0) > most:
        raise ValidationError(
            TOO_LARGE,
            code="too_large",
            params={"size": filesizeformat(upload.size or 0), "most": filesizeformat(most)},
        )


def _check_ending(upload: UploadedFile, allowed: list[str]) -> None:
    if ending(upload.name or "") not in allowed:
        raise ValidationError(
            WRONG_ENDING,
            code="wrong_ending",
            params={"ending": ending(upload.name or ""), "allowed": ", ".join(allowed)},
        )


def cleaned_image(upload: UploadedFile, *, longest: int | None = None) -> SimpleUploadedFile:
    """The image upright, without hidden data, in a format browsers show; ValidationError gives the reason.

    `longest`: shrunk until no side has more pixels than that.
    """
    try:
        picture = Image.open(upload)
    except UNREADABLE_IMAGE as error:  # UnidentifiedImageError is an OSError
        raise ValidationError(NO_IMAGE, code="no_image") from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    if picture.format not in KEPT_AS:
        raise ValidationError(NO_IMAGE, code="no_image")
    if picture.width * picture.height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        raise _too_many_pixels()
    kind, suffix = KEPT_AS[picture.format]
    return SimpleUploadedFile(
        f"{PurePath(upload.name or 'bild').stem}.{suffix}",
        _rewritten(picture, kind, longest),
        CONTENT_TYPES[kind],
    )


def _too_many_pixels() -> ValidationError:
    most = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000
    return ValidationError(TOO_MANY_PIXELS, code="too_many_pixels", params={"most": most})


def _orientation(picture: Image.Image) -> Any:
    """As the camera was held; a photo whose hidden data make no sense stays as it is."""
    try:
        return picture.getexif().get(ExifTags.Base.Orientation)
    except UNREADABLE_IMAGE:
        return None


def _rewritten(picture: Image.Image, kind: str, longest: int | None) -> bytes:
    """The pixels and their colour profile, nothing else."""
    profile = picture.info.get("icc_profile")
    try:
        if longest is not None:
            picture.thumbnail((longest, longest))  # a JPEG is not even decoded at full size
        picture.load()
    except UNREADABLE_IMAGE as error:
        raise ValidationError(BROKEN_IMAGE, code="broken") from error
    turn = TURNS.get(_orientation(picture))
    upright = picture if turn is None else picture.transpose(turn)
    if kind == "JPEG" and upright.mode not in ("RGB", "L", "CMYK"):
        upright = upright.convert("RGB")
    bare = Image.new(upright.mode, upright.size)
    if upright.mode == "P":
        bare = upright.convert("RGBA")
    else:
        bare.paste(upright)
    buffer = BytesIO()
    bare.info = {}
    bare.save(buffer, kind, icc_profile=profile, **QUALITY[kind])
    return buffer.getvalue()


class TownImageField(WagtailImageField):
    """Accepts photos; says in one sentence why not."""

    def to_python(self, data: Any) -> Any:
        upload: Any = FileField.to_python(self, data)
        if upload is None:
            return None
        check_size(upload, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
        _check_ending(upload, settings.WAGTAILIMAGES_EXTENSIONS)
        return super().to_python(cleaned_image(upload))


class TownDocumentField(WagtailDocumentField):
    """Accepts documents whose content is what their name says."""

    def to_python(self, data: Any) -> Any:
        upload: Any = FileField.to_python(self, data)
        if upload is None:
            return None
        check_size(upload, MAX_DOCUMENT_BYTES)
        _check_ending(upload, settings.WAGTAILDOCS_EXTENSIONS)
        check_document(upload)
        return super().to_python(data)


def check_document(upload: UploadedFile) -> None:
    """Raises ValidationError where the content is something else than the ending says."""
    suffix = ending(upload.name or "")
    checks = {"pdf": _is_pdf, "csv": _is_plain_text, "txt": _is_plain_text}
    upload.seek(0)
    if not checks.get(suffix, lambda file: _is_office_file(file, suffix))(upload):
        raise ValidationError(DISGUISED, code="disguised", params={"ending": suffix})
    upload.seek(0)


def _is_pdf(file: UploadedFile) -> bool:
    return file.read(5) == b"%PDF-"


def _is_plain_text(file: UploadedFile) -> bool:
    """Text in any encoding, but neither a program nor a page a browser would run."""
    content = file.read(MAX_DOCUMENT_BYTES)
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    is_markup = start.startswith((b"<!doctype", b"<html", b"<svg", b"<script", b"<?xml", b"<?php"))
    return b"\0" not in content and not is_markup and not start.startswith((b"mz", b"#!"))


def _is_office_file(file: UploadedFile, suffix: str) -> bool:
    """A Word, Excel or OpenDocument file by what is inside its archive; refuses macros by name."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
            kind = _declared_kind(archive) if "mimetype" in names else b""
    except UNREADABLE_ARCHIVE:
        return False
    if any("vbaproject" in name.lower() or name.startswith("Basic/") for name in names):
        raise ValidationError(MACROS, code="macros")
    main_parts = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
    kinds = {
        "odt": b"application/vnd.oasis.opendocument.text",
        "ods": b"application/vnd.oasis.opendocument.spreadsheet",
    }
    return main_parts[suffix] in names if suffix in main_parts else kind == kinds.get(suffix)


def _declared_kind(archive: zipfile.ZipFile) -> bytes:
    """The beginning of the part in which OpenDocument names its kind; never unpacks more than that."""
    if archive.getinfo("mimetype").compress_type not in OPEN_DOCUMENT_PACKS_WITH:
        return b""
    with archive.open("mimetype") as part:
        return part.read(100)


class ImageForm(BaseImageForm):
    """Images of the editors."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            self.fields["file"] = _as(TownImageField, self.fields["file"])


class DocumentForm(BaseDocumentForm):
    """Documents of the editors."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            self.fields["file"] = _as(TownDocumentField, self.fields["file"])
            most = filesizeformat(MAX_DOCUMENT_BYTES)
            self.fields["file"].help_text = _("Möglich sind %(allowed)s, höchstens %(most)s.") % {
                "allowed": ", ".join(settings.WAGTAILDOCS_EXTENSIONS),
                "most": most,
            }

    def _post_clean(self) -> None:
        """The model looks at the ending once more; a refused file needs one sentence only."""
        super()._post_clean()
        if "file" in self.errors:
            self.errors["file"] = self.error_class(self.errors["file"].as_data()[:1])


def _as(kind: type, field: Any) -> Any:
    """Our field with the label, widget and rules Wagtail's form gave its own."""
    return kind(label=field.label, required=field.required, widget=field.widget, max_length=field.max_length)
