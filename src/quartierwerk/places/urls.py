from django.urls import path

from . import views

app_name = "places"
urlpatterns = [
    path("quartiere.geojson", views.quarters_geojson, name="quarters_geojson"),
    path("quartiere/vorschlaege.json", views.suggestions, name="suggestions"),
    path("quartiere/", views.quarters, name="quarters"),
    path("quartiere/<slug:slug>.geojson", views.quarter_geojson, name="quarter_geojson"),
    path("quartiere/<slug:slug>/", views.quarter, name="quarter"),
    path("orte.geojson", views.venues_geojson, name="venues_geojson"),
    path("orte/", views.venues, name="venues"),
    path("orte/<slug:slug>.geojson", views.venue_geojson, name="venue_geojson"),
    path("orte/<slug:slug>/", views.venue, name="venue"),
]
