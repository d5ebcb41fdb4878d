from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .admin import StateWordingViewSet
from .open311 import admin as open311

register_snippet(StateWordingViewSet)
hooks.register("register_admin_urls", open311.urls)
hooks.register("register_settings_menu_item", open311.menu_item)
