"""A text that was given, and what became of its parts."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from quartierwerk.core import clock
from quartierwerk.events.models import Event
from quartierwerk.news.models import NewsPage
from quartierwerk.people.models import Contact

from ..enums import Aside, CameBy, Decision, Part, State
from .feeds import Feed

TITLE_LENGTH = 250


class Announcement(models.Model):
    """A press text, mail, page or entry of a feed. Its draft is read anew each time; only its name is kept (`read_as`)."""

    text = models.TextField(_("Text"))
    title = models.CharField(
        _("Überschrift"),
        max_length=TITLE_LENGTH,
        blank=True,
        help_text="Subject of the mail, title of the page, name of the file; may be no part of the text",
    )
    came_by = models.CharField(max_length=10, choices=CameBy, default=CameBy.PASTED)
    url = models.URLField(_("Adresse"), max_length=500, blank=True)
    feed = models.ForeignKey(
        Feed, null=True, blank=True, on_delete=models.SET_NULL, related_name="announcements"
    )
    key = models.CharField(
        max_length=300,
        null=True,
        blank=True,
        unique=True,
        help_text="What it is known by where it came from: feed and UID, or the id in a file of announcements",
    )
    entry = models.JSONField(
        null=True, blank=True, help_text="What a calendar said in fields, see feeds/entries.py; else null"
    )
    over_on = models.DateField(
        null=True, blank=True, help_text="Last day an entry of a feed speaks of; null: it goes on, or no feed"
    )
    same_as = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The announcement that probably says the same; then this one is not offered",
    )
    same_event = models.ForeignKey(
        Event,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The event that is probably meant and there already; then this one is not offered",
    )
    hints = models.JSONField(default=list, blank=True, help_text="Codes of sentences, see sources/")
    read_as = models.JSONField(
        default=dict, blank=True, help_text="What was read in it, for lists, see naming.py; {}: not read yet"
    )
    fingerprint = models.CharField(max_length=64, help_text="SHA-256 of the words")
    published_on = models.DateField(_("Erschienen am"), null=True, blank=True)
    read_on = models.DateField(
        _("Gelesen am"), default=clock.today, help_text="The day from which “tomorrow” is counted"
    )
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    aside_because = models.CharField(
        max_length=10,
        choices=Aside,
        blank=True,
        help_text="Why nobody needs to look at it; empty: somebody decided",
    )
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    given_at = models.DateTimeField(default=clock.now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("Ankündigung")
        verbose_name_plural = _("Ankündigungen")
        ordering = ["-given_at", "-pk"]
        indexes = [models.Index(fields=["state", "-given_at"], name="announcement_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["fingerprint"],
                condition=~Q(came_by=CameBy.FEED),
                name="announcement_once",
                violation_error_message=_("Diesen Text haben Sie schon."),
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", decided_at=None)
                | (~Q(state="waiting") & Q(decided_at__isnull=False)),
                name="announcement_decided_at",
            ),
        ]

    def __str__(self) -> str:
        return self.read_as.get("title") or self.title or self.text[:80]

    def get_absolute_url(self) -> str:
        return reverse("importing:review", args=[self.pk])


class Result(models.Model):
    """What became of one part of an announcement, such as the second event of its draft."""

    announcement = models.ForeignKey(Announcement, on_delete=models.CASCADE, related_name="results")
    part = models.CharField(max_length=10, choices=Part)
    number = models.PositiveSmallIntegerField(help_text="Place in the draft, from 0")
    decision = models.CharField(max_length=10, choices=Decision)
    news = models.ForeignKey(NewsPage, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    event = models.ForeignKey(
        Event, null=True, blank=True, on_delete=models.SET_NULL, related_name="imported"
    )
    contact = models.ForeignKey(Contact, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    was_at = models.DateTimeField(
        null=True, blank=True, help_text="When what was cancelled or moved was to begin; null: a whole series"
    )
    now_at = models.DateTimeField(null=True, blank=True, help_text="When what was moved begins now")
    told = models.PositiveIntegerField(
        null=True,
        blank=True,
        help_text="How many registrations hear of it; null: nothing was cancelled or moved",
    )

    class Meta:
        verbose_name = _("Ergebnis")
        verbose_name_plural = _("Ergebnisse")
        ordering = ["part", "number"]
        constraints = [
            models.UniqueConstraint(fields=["announcement", "part", "number"], name="result_once"),
            models.CheckConstraint(
                condition=(Q(news=None) | Q(part="news"))
                & (Q(event=None) | Q(part="event"))
                & (Q(contact=None) | Q(part="contact")),
                name="result_of_its_part",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_part_display()} {self.number + 1}: {self.get_decision_display()}"
