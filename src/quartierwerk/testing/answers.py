"""What a test reads of an answer."""

import re

from django.http import HttpResponse


def text_of(response: HttpResponse) -> str:
    """The words of a page, as they are read: no tags, white space folded."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def content_of(response: HttpResponse) -> bytes:
    """The whole answer, also of one that is sent piece by piece."""
    return b"".join(response.streaming_content) if response.streaming else response.content
