from django.urls import path

from .placeholder import soon

patterns = [
    path("termine/kalender.ics", soon, name="ics"),
    path("termine/<slug:slug>.ics", soon, name="event_ics"),
]
