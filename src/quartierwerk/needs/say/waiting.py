"""Photos that were chosen while the form is not sent yet, so that nobody has to choose them twice.

They are cleaned already and lie with the private files under a name nobody can guess, which begins with the time it came. The form
carries the signed name, no session is needed. After a day, as long as a form can be sent, they are deleted (`forget_old`).
"""

import secrets
from dataclasses import dataclass
from pathlib import PurePath

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from quartierwerk.core import clock
from quartierwerk.core.private_files import private_storage
from quartierwerk.people.submission import LONGEST

from ..pictures import cleaned_photo

FOLDER = "needs-waiting"
_signer = Signer(salt="needs.waiting")


@dataclass(frozen=True)
class WaitingPhoto:
    """One photo of a form that is not sent yet; `alt` is what can be seen on it."""

    name: str
    alt: str = ""

    @property
    def token(self) -> str:
        return _signer.sign(self.name)

    @property
    def key(self) -> str:
        """Names its fields on the form."""
        return PurePath(self.name).stem.rpartition("-")[2]

    @property
    def preview_url(self) -> str:
        return reverse("needs:say_photo_preview", args=[self.token])

    def file(self) -> SimpleUploadedFile:
        with private_storage().open(f"{FOLDER}/{self.name}") as kept:
            return SimpleUploadedFile(self.name, kept.read())


def keep(upload: UploadedFile) -> WaitingPhoto:
    """Clean and keep what somebody chose; ValidationError says why it is no photo we can take."""
    photo = cleaned_photo(upload)
    suffix = (photo.name or "").rpartition(".")[2]
    name = f"{int(clock.now().timestamp())}-{secrets.token_hex(16)}.{suffix}"
    private_storage().save(f"{FOLDER}/{name}", photo)
    return WaitingPhoto(name)


def find(token: str, alt: str = "") -> WaitingPhoto | None:
    """The photo that a form names; None where the name is not ours or its time is over."""
    try:
        name = _signer.unsign(token)
    except BadSignature:
        return None
    if _is_over(name) or not private_storage().exists(f"{FOLDER}/{name}"):
        return None
    return WaitingPhoto(name, alt)


def forget_old() -> int:
    """Delete what nobody sent in time; answers how many."""
    try:
        names = private_storage().listdir(FOLDER)[1]
    except FileNotFoundError:
        return 0
    over = [name for name in names if _is_over(name)]
    for name in over:
        private_storage().delete(f"{FOLDER}/{name}")
    return len(over)


def _is_over(name: str) -> bool:
    return int(name.partition("-")[0]) < (clock.now() - LONGEST).timestamp()
