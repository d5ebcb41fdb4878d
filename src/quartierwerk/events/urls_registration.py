from django.urls import path

from .placeholder import soon

patterns = [
    path("termine/<slug:slug>/anmelden/", soon, name="register"),
    path("anmeldung/<str:token>/", soon, name="registration"),
]
