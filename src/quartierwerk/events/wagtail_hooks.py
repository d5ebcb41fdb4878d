"""What this app adds to the editors' tools."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .editing.admin import EventsGroup, publish_button, refuse_bulk_actions

register_snippet(EventsGroup)
hooks.register("register_snippet_action_menu_item", publish_button)
hooks.register("before_bulk_action", refuse_bulk_actions)
