"""What this app adds to the editors' tools."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from . import admin_audit
from .admin_accounts import refuse_bulk_actions
from .admin_contacts import ContactViewSet

hooks.register("before_bulk_action", refuse_bulk_actions)
register_snippet(ContactViewSet)
hooks.register("register_admin_urls", admin_audit.urls)
hooks.register("register_reports_menu_item", admin_audit.menu_item)
