"""What this app adds to the editors' tools."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .admin_accounts import refuse_bulk_actions
from .admin_contacts import ContactViewSet

hooks.register("before_bulk_action", refuse_bulk_actions)
register_snippet(ContactViewSet)
