from django.urls import path

from . import views

patterns = [
    path("termine/<slug:slug>/programm.pdf", views.programme, name="programme_pdf"),
    path(
        "termine/<slug:slug>/programm-gross.pdf", views.programme, {"large": True}, name="programme_large_pdf"
    ),
]
