from django.urls import path

from . import views_desk, views_phone

patterns = [
    path("schreibtisch/termine/", views_desk.events, name="desk_events"),
    path("schreibtisch/termine/<int:pk>/", views_desk.event, name="desk_event"),
    path("schreibtisch/termine/anmelden/", views_phone.register, name="desk_register"),
    path("schreibtisch/termine/anmelden/wer.json", views_phone.find_person, name="desk_find_person"),
    path("schreibtisch/termine/anmelden/wofuer.json", views_phone.find_event, name="desk_find_event"),
    path("schreibtisch/anmeldungen/<int:pk>/", views_desk.registration, name="desk_registration"),
    path("schreibtisch/anmeldungen/<int:pk>/aendern/", views_desk.change, name="desk_change"),
    path("schreibtisch/anmeldungen/<int:pk>/bestaetigen/", views_desk.confirm, name="desk_confirm"),
    path("schreibtisch/anmeldungen/<int:pk>/abmelden/", views_desk.cancel, name="desk_cancel_registration"),
    path("schreibtisch/anmeldungen/<int:pk>/nochmal/", views_desk.tell_again, name="desk_tell_again"),
    path("schreibtisch/anmeldungen/<int:pk>/notiz/", views_desk.note, name="desk_note"),
]
