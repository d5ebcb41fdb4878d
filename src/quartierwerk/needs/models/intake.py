"""The ways in besides the form: paper cards, mail, other programs."""

import hashlib
import secrets
import uuid

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from quartierwerk.core import clock
from quartierwerk.core.private_files import private_storage
from quartierwerk.events.models import Event
from quartierwerk.places.models import Quarter

from .needs import Need


def scan_path(card: "Card", filename: str) -> str:  # noqa: ARG001 - Django's signature
    """`needs-scans/6f…e1.pdf`; nothing of what the file was called."""
    return f"needs-scans/{secrets.token_hex(16)}.{filename.rpartition('.')[2].lower()}"


def attachment_path(attachment: "MailAttachment", filename: str) -> str:  # noqa: ARG001 - Django's signature
    return f"needs-mail/{secrets.token_hex(16)}.{filename.rpartition('.')[2].lower()}"


class Card(models.Model):
    """A paper card with a code; what came back on it is a need."""

    code = models.CharField(_("Code"), max_length=12, unique=True)
    batch = models.CharField(
        _("Auflage"),
        max_length=80,
        blank=True,
        db_index=True,
        help_text="Code of the first card printed with it",
    )
    quarter = models.ForeignKey(Quarter, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    event = models.ForeignKey(Event, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    printed_at = models.DateTimeField(default=clock.now)
    need = models.OneToOneField(Need, null=True, blank=True, on_delete=models.SET_NULL, related_name="card")
    scan = models.FileField(
        _("Scan"),
        upload_to=scan_path,
        storage=private_storage,
        blank=True,
        help_text="Never public: it shows handwriting and names",
    )

    class Meta:
        verbose_name = _("Karte")
        verbose_name_plural = _("Karten")
        ordering = ["-printed_at", "pk"]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return reverse("needs:card", args=[self.code])


class InboundMail(models.Model):
    """A mail in the inbox of needs; staff make a need of it, or set it aside."""

    message_id = models.CharField(
        max_length=250, unique=True, help_text="As the mail says, or a digest of it"
    )
    sender_name = models.CharField(max_length=120, blank=True)
    sender = models.EmailField(blank=True)
    subject = models.CharField(max_length=250, blank=True)
    text = models.TextField(
        blank=True, help_text="As the person wrote it, without what was quoted and signed"
    )
    left_out = models.CharField(
        max_length=500,
        blank=True,
        help_text="Names of attachments that were not kept, and why the text is short",
    )
    received_at = models.DateTimeField(default=clock.now)
    need = models.ForeignKey(Need, null=True, blank=True, on_delete=models.SET_NULL, related_name="mails")
    set_aside_at = models.DateTimeField(null=True, blank=True)
    set_aside_because = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = _("E-Mail")
        verbose_name_plural = _("E-Mails")
        ordering = ["received_at", "pk"]

        indexes = [models.Index(fields=["need", "set_aside_at", "received_at"], name="mail_waiting")]

    def __str__(self) -> str:
        return self.subject

    def get_absolute_url(self) -> str:
        return reverse("needs:mail", args=[self.pk])

    @property
    def is_waiting(self) -> bool:
        return self.need_id is None and self.set_aside_at is None


class MailAttachment(models.Model):
    """A photo that came with a mail, cleaned like any other; waits with its mail."""

    mail = models.ForeignKey(InboundMail, on_delete=models.CASCADE, related_name="attachments")
    file = models.FileField(upload_to=attachment_path, storage=private_storage)
    name = models.CharField(max_length=120)

    class Meta:
        verbose_name = _("Anhang")
        verbose_name_plural = _("Anhänge")

    def __str__(self) -> str:
        return self.name


class ApiKeyQuerySet(models.QuerySet["ApiKey"]):
    def valid(self) -> "ApiKeyQuerySet":
        return self.filter(revoked_at=None)


class ApiKey(models.Model):
    """Lets a program send needs through Open311; only a digest of the key is kept."""

    name = models.CharField(_("Programm"), max_length=120)
    operator = models.CharField(_("Betreiber"), max_length=160, blank=True)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(default=clock.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = ApiKeyQuerySet.as_manager()

    class Meta:
        verbose_name = _("Schlüssel für Open311")
        verbose_name_plural = _("Schlüssel für Open311")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @staticmethod
    def digest_of(secret: str) -> str:
        """The secret is 256 random bits, so one round of SHA-256 keeps it."""
        return hashlib.sha256(secret.encode(errors="replace")).hexdigest()


class Open311Token(models.Model):
    """What a client got for its `POST`; leads to the number of the need (GET tokens/{id})."""

    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="open311_tokens")

    class Meta:
        verbose_name = _("Open311-Token")
        verbose_name_plural = _("Open311-Token")

    def __str__(self) -> str:
        return str(self.token)
