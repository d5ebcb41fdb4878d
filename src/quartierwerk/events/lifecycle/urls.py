from django.urls import path

from . import views

patterns = [
    path("schreibtisch/termine/<int:pk>/veroeffentlichen/", views.publish, name="desk_publish"),
    path("schreibtisch/termine/<int:pk>/zuruecknehmen/", views.withdraw, name="desk_withdraw"),
    path("schreibtisch/termine/<int:pk>/absagen/", views.cancel, name="desk_cancel"),
    path("schreibtisch/termine/<int:pk>/verlegen/", views.move, name="desk_move"),
    path("schreibtisch/termine/tag/<int:pk>/absagen/", views.cancel_date, name="desk_cancel_date"),
    path("schreibtisch/termine/tag/<int:pk>/verlegen/", views.move_date, name="desk_move_date"),
    path("schreibtisch/anmeldungen/<int:pk>/nachruecken/", views.promote, name="desk_promote"),
]
