"""What this app adds to the editors' tools."""

from wagtail import hooks

from .open311 import admin as open311

hooks.register("register_admin_urls", open311.urls)
hooks.register("register_settings_menu_item", open311.menu_item)
