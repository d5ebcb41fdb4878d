from django.urls import path

from . import views

app_name = "topics"
urlpatterns = [
    path("themen/", views.topic_list, name="list"),
    path("themen/karte/<int:page_id>/<uuid:block_id>.geojson", views.map_points, name="map"),
    path("themen/<slug:slug>/", views.topic, name="topic"),
    path("handlungsfelder/<slug:slug>/", views.field, name="field"),
]
