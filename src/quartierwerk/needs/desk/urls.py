from django.urls import path

from ..placeholder import not_yet

patterns = [
    path("schreibtisch/handlungsbedarfe/", not_yet, name="desk"),
    path("schreibtisch/handlungsbedarfe/<str:reference>/", not_yet, name="desk_need"),
]
