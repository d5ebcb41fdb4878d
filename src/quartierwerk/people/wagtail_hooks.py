"""What this app adds to the editors' tools."""

from wagtail.snippets.models import register_snippet

from .admin_contacts import ContactViewSet

register_snippet(ContactViewSet)
