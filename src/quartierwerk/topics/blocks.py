"""The building blocks of editorial texts (StreamField); their templates stand in topics/templates/topics/blocks/."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

BODY_BLOCKS = [
    ("heading", blocks.CharBlock(label=_("Überschrift"), icon="title")),
    ("text", blocks.RichTextBlock(label=_("Text"), icon="pilcrow")),
]
