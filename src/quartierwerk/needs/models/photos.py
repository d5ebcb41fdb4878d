"""Photos of a need. Each is written anew without hidden data (`core.uploads`), under a name nobody can guess.

They lie with the private files: what is shown is decided anew at every view, never by who knows an address.
"""

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from quartierwerk.core import clock
from quartierwerk.core.private_files import private_storage

from ..enums import PhotoState
from .needs import Need

MOST_PHOTOS = 5


def path_of(photo: "Photo", filename: str) -> str:  # noqa: ARG001 - Django's signature
    """`needs/2026/6f…e1.jpg`; nothing of what the sender called it."""
    suffix = filename.rpartition(".")[2].lower()
    return f"needs/{clock.today():%Y}/{secrets.token_hex(16)}.{suffix}"


class Photo(models.Model):
    """One photo; whether it is shown is decided by whoever moderates."""

    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="photos")
    file = models.ImageField(
        _("Foto"),
        upload_to=path_of,
        storage=private_storage,
        width_field="width",
        height_field="height",
        max_length=120,
    )
    thumbnail = models.ImageField(
        _("Vorschau"), upload_to=path_of, storage=private_storage, max_length=120, blank=True
    )
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    alt = models.CharField(_("Was ist zu sehen?"), max_length=250, blank=True)
    state = models.CharField(_("Stand"), max_length=10, choices=PhotoState, default=PhotoState.SHOWN)
    is_blurred = models.BooleanField(_("Unkenntlich gemacht"), default=False)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("Foto")
        verbose_name_plural = _("Fotos")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.alt or self.file.name
