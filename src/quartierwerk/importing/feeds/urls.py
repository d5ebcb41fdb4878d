"""Addresses of the desk's pages of partners' feeds."""

from django.urls import URLPattern, path

from . import views

HERE = "schreibtisch/uebernehmen/quellen/"

patterns: list[URLPattern] = [
    path(HERE, views.feeds, name="feeds"),
    path(f"{HERE}neu/", views.add, name="feed_add"),
    path(f"{HERE}<int:pk>/", views.feed, name="feed"),
    path(f"{HERE}<int:pk>/aendern/", views.edit, name="feed_edit"),
    path(f"{HERE}<int:pk>/<slug:verb>/", views.do, name="feed_do"),
    path(f"{HERE}<int:pk>/anbieten/<int:announcement>/", views.offer, name="feed_offer"),
    path(f"{HERE}aenderungen/<int:pk>/uebernehmen/", views.take_change, name="change_take"),
    path(f"{HERE}aenderungen/<int:pk>/ablehnen/", views.refuse_change, name="change_refuse"),
]
