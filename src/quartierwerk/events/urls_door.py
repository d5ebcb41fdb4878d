from django.urls import path

from .placeholder import soon

patterns = [
    path("schreibtisch/termine/<int:pk>/einlass/", soon, name="door"),
    path("einlass/<str:code>/", soon, name="door_code"),
]
