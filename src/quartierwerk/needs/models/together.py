"""What others add to a need: that it concerns them too, words, hands, and the wish to hear more."""

import uuid

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from quartierwerk.core import clock
from quartierwerk.people.models import Person

from ..enums import Complaint, Frequency, Visibility
from .needs import Need

COMMENT_LENGTH = 2000
_signer = Signer(salt="needs.follow")


class Support(models.Model):
    """“Betrifft mich auch”, once for each `voter`."""

    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="supports")
    voter = models.CharField(
        max_length=64,
        help_text="`person:<pk>`, or `browser:<digest>` of the random key that the browser got with its first click",
    )
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="need_supports"
    )
    at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name = _("Betrifft mich auch")
        verbose_name_plural = _("Betrifft mich auch")
        constraints = [models.UniqueConstraint(fields=["need", "voter"], name="support_once")]

    def __str__(self) -> str:
        return f"{self.need_id}: {self.voter}"


class Comment(models.Model):
    """Words under a need; `is_official` where the town answers."""

    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="comments")
    answers = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="answered_by"
    )
    text = models.TextField(_("Kommentar"), max_length=COMMENT_LENGTH)
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="need_comments"
    )
    shown_name = models.CharField(_("Name"), max_length=80, blank=True)
    is_official = models.BooleanField(_("Antwort der Stadt"), default=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    visibility = models.CharField(max_length=10, choices=Visibility, default=Visibility.WAITING)
    hidden_because = models.CharField(_("Warum nicht öffentlich"), max_length=300, blank=True)
    moderated_at = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField(default=clock.now)
    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        verbose_name = _("Kommentar")
        verbose_name_plural = _("Kommentare")
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["need", "visibility", "at"])]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="comment_says_something"),
            models.CheckConstraint(
                condition=~Q(visibility__in=["moderator", "blocked"]) | ~Q(hidden_because=""),
                name="comment_hidden_with_reason",
                violation_error_message=_("Bitte nennen Sie den Grund."),
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]


class FollowQuerySet(models.QuerySet["Follow"]):
    def confirmed(self) -> "FollowQuerySet":
        return self.filter(confirmed_at__isnull=False)

    def by_token(self, token: str) -> "FollowQuerySet":
        try:
            return self.filter(pk=_signer.unsign(token))
        except BadSignature:
            return self.none()


class Follow(models.Model):
    """Somebody wants to hear what becomes of it; by mail only after the link was used (double opt-in)."""

    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="follows")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="need_follows")
    frequency = models.CharField(_("Wie oft"), max_length=8, choices=Frequency, default=Frequency.WEEKLY)
    language = models.CharField(max_length=12, default="de")
    started_at = models.DateTimeField(default=clock.now)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    told_until = models.DateTimeField(help_text="What happened before is known", default=clock.now)

    objects = FollowQuerySet.as_manager()

    class Meta:
        verbose_name = _("Folgt")
        verbose_name_plural = _("Folgen")
        constraints = [models.UniqueConstraint(fields=["need", "person"], name="follow_once")]

    def __str__(self) -> str:
        return f"{self.need_id}: {self.person_id}"

    @property
    def token(self) -> str:
        return _signer.sign(str(self.pk))


class CoDoer(models.Model):
    """“Ich mache mit”: somebody offers a hand; names are for the desk only."""

    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="co_doers")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="need_offers")
    says = models.CharField(_("Was können Sie tun?"), max_length=500, blank=True)
    at = models.DateTimeField(default=clock.now)
    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        verbose_name = _("MitmacherIn")
        verbose_name_plural = _("MitmacherInnen")
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["need", "person"], name="co_doer_once")]

    def __str__(self) -> str:
        return f"{self.need_id}: {self.person_id}"


class AbuseReport(models.Model):
    """Somebody says that a need or a comment should not stand there."""

    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="complaints")
    comment = models.ForeignKey(
        Comment, null=True, blank=True, on_delete=models.CASCADE, related_name="complaints"
    )
    reason = models.CharField(_("Grund"), max_length=10, choices=Complaint)
    text = models.CharField(_("Was stimmt nicht?"), max_length=500, blank=True)
    at = models.DateTimeField(default=clock.now)
    handled_at = models.DateTimeField(null=True, blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        verbose_name = _("Gemeldeter Beitrag")
        verbose_name_plural = _("Gemeldete Beiträge")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.get_reason_display()
