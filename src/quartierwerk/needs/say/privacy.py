"""What is kept before anything is sent."""

from django.utils.translation import gettext_lazy as _

from quartierwerk.core.privacy import PUBLIC_TASK, Purpose, register
from quartierwerk.people.submission import LONGEST

UNSENT_PHOTOS = register(
    Purpose(
        key="need-unsent-photos",
        title=_("Fotos, die Sie ausgewählt und noch nicht abgeschickt haben"),
        data=_("das Foto ohne Ort, Zeit und Gerät"),
        legal_basis=PUBLIC_TASK,
        retention=LONGEST,
        retention_text=_("nach einem Tag, von selbst"),
    )
)
