from django.urls import URLPattern, path

from . import views

HERE = "schreibtisch/uebernehmen/lernbeispiele"

patterns: list[URLPattern] = [
    path(f"{HERE}/", views.examples, name="examples"),
    path(f"{HERE}.jsonl", views.download, name="examples_file"),
    path(f"{HERE}/<int:pk>/loeschen/", views.remove, name="remove_example"),
]
