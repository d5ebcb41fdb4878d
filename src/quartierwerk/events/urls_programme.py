from django.urls import path

from .placeholder import soon

patterns = [
    path("termine/<slug:slug>/programm.pdf", soon, name="programme_pdf"),
    path("termine/<slug:slug>/programm-gross.pdf", soon, name="programme_large_pdf"),
    path("termine/<slug:slug>/rueckmeldung/", soon, name="feedback"),
    path("schreibtisch/termine/<int:pk>/rueckmeldungen/", soon, name="desk_feedback"),
]
