from django.urls import path

from .views_editing import drafts

patterns = [path("schreibtisch/termine/freigabe/", drafts, name="desk_drafts")]
