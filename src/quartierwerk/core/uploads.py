"""Upload forms: what may be uploaded, and the sentence that says so."""

from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm


class ImageForm(BaseImageForm):
    """Images of the editors."""


class DocumentForm(BaseDocumentForm):
    """Documents of the editors."""
