"""Scans that come with what staff take down; for the team."""

import secrets

from django.core.files.uploadedfile import UploadedFile

from quartierwerk.core import uploads
from quartierwerk.core.uploads import MAX_DOCUMENT_BYTES, check_document, cleaned_image, ending


def cleaned_scan(upload: UploadedFile) -> UploadedFile:
    """A PDF file as it came, or a photo without hidden data, under a name that tells nothing."""
    uploads.check_size(upload, MAX_DOCUMENT_BYTES)
    if ending(upload.name or "") == "pdf":
        check_document(upload)
        kept = upload
    else:
        kept = cleaned_image(upload)
    kept.name = f"{secrets.token_hex(16)}.{ending(kept.name or '')}"
    return kept
