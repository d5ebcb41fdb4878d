from django.urls import path

from .placeholder import soon

patterns = [
    path("termine/", soon, name="list"),
    path("termine/<slug:slug>/", soon, name="event"),
]
