from django.urls import URLPattern, path

from . import desk_views, views, withdrawing

HERE = "schreibtisch/uebernehmen/"

patterns: list[URLPattern] = [
    path(HERE, desk_views.desk, name="desk"),
    path(f"{HERE}<int:pk>/", views.review, name="review"),
    path(f"{HERE}<int:pk>/zur-seite/", views.put_aside, name="set_aside"),
    path(f"{HERE}<int:pk>/loeschen/", views.remove, name="remove"),
    path(f"{HERE}<int:pk>/zurueckziehen/<int:number>/", withdrawing.take_back, name="take_back"),
    path(f"{HERE}<int:pk>/zurueckholen/", views.fetch_back, name="bring_back"),
]
