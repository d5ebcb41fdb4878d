from django.urls import URLPattern, path

from . import views

HERE = "schreibtisch/uebernehmen/zahlen/"

patterns: list[URLPattern] = [
    path(HERE, views.figures, name="figures"),
    path(f"{HERE}<int:pk>/loeschen/", views.remove, name="remove_figure"),
]
