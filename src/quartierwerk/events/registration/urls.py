from django.urls import path

from . import own_views as own
from . import views

patterns = [
    path("termine/<slug:slug>/anmelden/", views.register, name="register"),
    path("anmeldung/eingegangen/<str:receipt>/", views.received, name="registration_received"),
    path("anmeldung/<str:token>/", own.registration, name="registration"),
    path("anmeldung/<str:token>/bestaetigen/", own.confirm, name="registration_confirm"),
    path("anmeldung/<str:token>/aendern/", own.change, name="registration_change"),
    path("anmeldung/<str:token>/absagen/", own.cancel, name="registration_cancel"),
    path("anmeldung/<str:token>/bestaetigung.pdf", own.confirmation, name="registration_pdf"),
]
