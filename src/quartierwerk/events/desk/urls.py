from django.urls import path

from . import phone_views, views

patterns = [
    path("schreibtisch/termine/", views.events, name="desk_events"),
    path("schreibtisch/termine/<int:pk>/", views.event, name="desk_event"),
    path("schreibtisch/termine/anmelden/", phone_views.register, name="desk_register"),
    path("schreibtisch/termine/anmelden/wer.json", phone_views.find_person, name="desk_find_person"),
    path("schreibtisch/termine/anmelden/wofuer.json", phone_views.find_event, name="desk_find_event"),
    path("schreibtisch/anmeldungen/<int:pk>/", views.registration, name="desk_registration"),
    path("schreibtisch/anmeldungen/<int:pk>/aendern/", views.change, name="desk_change"),
    path("schreibtisch/anmeldungen/<int:pk>/bestaetigen/", views.confirm, name="desk_confirm"),
    path("schreibtisch/anmeldungen/<int:pk>/abmelden/", views.cancel, name="desk_cancel_registration"),
    path("schreibtisch/anmeldungen/<int:pk>/nochmal/", views.tell_again, name="desk_tell_again"),
    path("schreibtisch/anmeldungen/<int:pk>/notiz/", views.note, name="desk_note"),
]
