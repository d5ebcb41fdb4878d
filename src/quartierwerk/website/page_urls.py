from django.urls import path

from . import search_views, views

app_name = "website"
urlpatterns = [
    path("mein-quartier/", views.placeholder, name="my_quarter"),
    path("suche/", search_views.search, name="search"),
    path("impressum/", views.placeholder, name="imprint"),
    path("datenschutz/", views.placeholder, name="privacy"),
    path("barrierefreiheit/", views.placeholder, name="accessibility"),
    path("leichte-sprache/", views.placeholder, name="easy_language"),
    path("gebaerdensprache/", views.placeholder, name="sign_language"),
    path("rueckmeldung/", views.placeholder, name="feedback"),
]
