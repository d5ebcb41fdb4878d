from django.urls import path

from . import muster, views

app_name = "core"
urlpatterns = [
    path("theme.css", views.theme, name="theme"),
    path("muster/", muster.page, name="muster"),
    path("muster/start/", muster.home, name="muster_home"),
]
