from django.urls import path

from . import views

app_name = "topics"
urlpatterns = [
    path("themen/", views.placeholder, name="list"),
    path("handlungsfelder/<slug:slug>/", views.placeholder, name="field"),
]
