"""What a test reads of an answer."""

import re

from django.http import HttpResponse


def text_of(response: HttpResponse) -> str:
    """The words of a page, as they are read: no tags, white space folded."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))
