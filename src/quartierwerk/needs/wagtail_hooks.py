"""What this app adds to the editors' tools."""

from wagtail.snippets.models import register_snippet

from .admin import StateWordingViewSet

register_snippet(StateWordingViewSet)
