from django.urls import path

from .placeholder import soon

patterns = [
    path("schreibtisch/termine/", soon, name="desk_events"),
    path("schreibtisch/termine/<int:pk>/", soon, name="desk_event"),
    path("schreibtisch/termine/anmelden/", soon, name="desk_register"),
    path("schreibtisch/anmeldungen/<int:pk>/", soon, name="desk_registration"),
]
