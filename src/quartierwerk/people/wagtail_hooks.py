"""What this app adds to the editors' tools."""

from wagtail import hooks

from .admin_accounts import refuse_bulk_actions

hooks.register("before_bulk_action", refuse_bulk_actions)
