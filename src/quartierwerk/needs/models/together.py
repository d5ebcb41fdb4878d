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
HELP_LENGTH = 500
_followers = Signer(salt="needs.follow")
_commenters = Signer(salt="needs.comment")


class Support(models.Model):
    """“Betrifft mich auch”, once for each `voter`."""

    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="supports")
    voter = models.CharField(
        max_length=64,
        help_text="`person:<pk>`, `call:<key>` of a caller without a name, or `browser:<digest>` of the random key that the "
        "browser got with its first click",
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

    @staticmethod
    def voter_of(person: Person) -> str:
        """Under what somebody whom the town knows is counted."""
        return f"person:{person.pk}"


class CommentQuerySet(models.QuerySet["Comment"]):
    def public(self) -> "CommentQuerySet":
        return self.filter(visibility=Visibility.PUBLIC)

    def by_token(self, token: str) -> "CommentQuerySet":
        """The one a signed link names; nothing where the signature is wrong."""
        try:
            return self.filter(pk=_commenters.unsign(token))
        except BadSignature:
            return self.none()


class Comment(models.Model):
    """Words under a need, with answers of one level; `is_official` where the town answers."""

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
    published_at = models.DateTimeField(
        null=True, blank=True, help_text="Since when everybody may read it; followers hear of it by this"
    )
    at = models.DateTimeField(default=clock.now)
    language = models.CharField(_("Sprache"), max_length=12, default="de")
    submission_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    objects = CommentQuerySet.as_manager()

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
            models.CheckConstraint(
                condition=Q(answers__isnull=True) | ~Q(answers=models.F("id")),
                name="comment_answers_another",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def is_public(self) -> bool:
        return self.visibility == Visibility.PUBLIC

    @property
    def token(self) -> str:
        """What the signed link of whoever wrote it holds."""
        return _commenters.sign(str(self.pk))


class FollowQuerySet(models.QuerySet["Follow"]):
    def confirmed(self) -> "FollowQuerySet":
        return self.filter(confirmed_at__isnull=False)

    def of_token(self, token: str) -> "FollowQuerySet | None":
        """All that the holder of the link follows; None where the signature is wrong."""
        try:
            return self.filter(person_id=int(_followers.unsign(token)))
        except BadSignature:
            return None


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
        return str(self.need)

    def get_absolute_url(self) -> str:
        return self.need.get_absolute_url()

    def get_desk_url(self) -> str:
        return self.need.get_desk_url()

    @property
    def token(self) -> str:
        """Leads to everything this person follows, also from an old mail about something else."""
        return _followers.sign(str(self.person_id))


class CoDoer(models.Model):
    """“Ich mache mit”: somebody offers a hand; names are for the desk only."""

    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="co_doers")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="need_offers")
    says = models.CharField(_("Was können Sie tun?"), max_length=HELP_LENGTH, blank=True)
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
