"""Files for the team only, such as scans of letters: outside of the public uploads, and answered by views alone."""

from typing import Any

from django.core.files.storage import Storage, storages
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404


def private_storage() -> Storage:
    """Where such files are kept; give it to a `FileField` as `storage=private_storage`."""
    return storages["private"]


def private_answer(file: FieldFile, *, shown_as: str) -> Any:
    """The file in the browser, under the name `shown_as`; call it only for who may see it. 404 where it is gone."""
    if not file.name:
        raise Http404
    try:
        opened = file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    return FileResponse(opened, filename=f"{shown_as}.{file.name.rpartition('.')[2]}")
