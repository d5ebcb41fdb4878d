from django.urls import path

from . import device_views as device
from . import views

_door = "schreibtisch/termine/<int:pk>/einlass/"
patterns = [
    path(_door, views.door, name="door"),
    path(f"{_door}ohne-anmeldung/", views.walk_in, name="door_walk_in"),
    path(f"{_door}nicht-gekommen/", views.no_shows, name="door_no_shows"),
    path(f"{_door}anmeldungen.<str:kind>", views.registration_list, name="door_list"),
    path(f"{_door}kamera/", device.camera, name="door_camera"),
    path(f"{_door}liste.json", device.guest_list, name="door_guests"),
    path(f"{_door}nachtragen/", device.sync, name="door_sync"),
    path(f"{_door}dienst.js", device.worker, name="door_worker"),
    path(f"{_door}<str:code>/", views.ticket, name="door_ticket"),
    path("einlass/<str:code>/", views.shown_code, name="door_code"),
]
