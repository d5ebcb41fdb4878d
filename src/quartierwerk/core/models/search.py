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
    same_as = models.CharField(
        max_length=40, blank=True, help_text="What translations of one thing have in common; empty: none"
    )
    title = models.CharField(max_length=300)
    url = models.CharField(max_length=500, help_text="Path without language prefix")
    text = models.TextField(blank=True, help_text="Plain text from which snippets are cut")
    quarters = models.CharField(max_length=500, blank=True, help_text="Keys between bars: |3|17|")
    date = models.DateField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["content_type", "object_id"], name="search_entry_once")
        ]
        indexes = [models.Index(fields=["kind"])]

    def __str__(self) -> str:
        return self.title


class SearchWord(models.Model):
    """The vocabulary: every term by which something is found, once."""

    term = models.CharField(max_length=80, unique=True)
    written = models.CharField(
        max_length=80, blank=True, help_text="As somebody wrote it; empty for lemmas and parts nobody wrote"
    )

    class Meta:
        ordering = ["term"]

    def __str__(self) -> str:
        return self.term


class SearchTerm(models.Model):
    """One word of an entry after the German treatment (lemma, compound part or joined form)."""

    entry = models.ForeignKey(SearchEntry, on_delete=models.CASCADE, related_name="terms", db_index=False)
    word = models.ForeignKey(SearchWord, on_delete=models.CASCADE, related_name="+", db_index=False)
    weight = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["-weight"]
        constraints = [models.UniqueConstraint(fields=["entry", "word"], name="search_term_once")]
        # Everything a search reads of the postings stands in this index; the table itself is not touched.
        indexes = [models.Index(fields=["word", "-weight", "entry"], name="search_term_postings")]

    def __str__(self) -> str:
        return f"{self.word_id} in {self.entry_id}"
