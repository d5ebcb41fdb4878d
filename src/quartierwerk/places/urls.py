from django.urls import path

from . import views

app_name = "places"
urlpatterns = [
    path("quartiere/", views.placeholder, name="quarters"),
    path("quartiere/<slug:slug>/", views.placeholder, name="quarter"),
    path("orte/", views.placeholder, name="venues"),
    path("orte/<slug:slug>/", views.placeholder, name="venue"),
]
