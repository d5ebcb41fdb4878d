from django.urls import path

from .drafts import drafts

patterns = [path("schreibtisch/termine/freigabe/", drafts, name="desk_drafts")]
