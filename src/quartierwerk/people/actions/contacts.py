"""What can be done with contacts outside of the editors' tools."""

from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from quartierwerk.core import audit
from quartierwerk.core.slugs import free_slug_among

from ..models import Contact


@transaction.atomic
def create_contact(*, name: str, role: str, by: Any, **fields: Any) -> Contact:
    """A new contact, public; `fields` as in the model. Raises ValidationError for what a field refuses."""
    slug = free_slug_among(name, Contact.objects.all(), fallback="person")
    contact = Contact(name=name, role=role, slug=slug, **fields)
    contact.full_clean()
    contact.save()
    revision = contact.save_revision(user=by)
    log(instance=contact, action="wagtail.create", user=by, revision=revision, content_changed=True)
    audit.record("contact created", contact, by=by)
    return contact
