from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class SearchEntry(models.Model):
    """One findable thing, as it is shown in the results; written by `core.search.index`."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    thing = GenericForeignKey("content_type", "object_id")
    kind = models.CharField(
        max_length=30, help_text="Key of the registered kind: news, topic, quarter, venue …"
    )
    language = models.CharField(max_length=12, default="de")
    title = models.CharField(max_length=300)
    url = models.CharField(max_length=500, help_text="Path without language prefix")
    text = models.TextField(blank=True, help_text="Plain text from which snippets are cut")
    quarters = models.CharField(max_length=500, blank=True, help_text="Slugs between bars: |mitte|welper|")
    date = models.DateField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["content_type", "object_id"], name="search_entry_once")
        ]
        indexes = [models.Index(fields=["kind"])]

    def __str__(self) -> str:
        return self.title


class SearchTerm(models.Model):
    """One word of an entry after the German treatment (lemma, compound part or joined form)."""

    entry = models.ForeignKey(SearchEntry, on_delete=models.CASCADE, related_name="terms")
    term = models.CharField(max_length=80)
    weight = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["term"]
        constraints = [models.UniqueConstraint(fields=["term", "entry"], name="search_term_once")]

    def __str__(self) -> str:
        return self.term
