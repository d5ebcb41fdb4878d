from django.urls import path

from ..placeholder import not_yet

patterns = [
    path("schreibtisch/handlungsbedarfe/aufnehmen/", not_yet, name="desk_say"),
    path("schreibtisch/handlungsbedarfe/karten/", not_yet, name="cards"),
    path("schreibtisch/handlungsbedarfe/post/", not_yet, name="mails"),
    path("schreibtisch/termine/<slug:slug>/anliegen/", not_yet, name="concerns"),
]
