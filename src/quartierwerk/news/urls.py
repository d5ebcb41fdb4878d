from django.urls import path

from . import views

app_name = "news"
urlpatterns = [path("aktuelles/", views.placeholder, name="list")]
