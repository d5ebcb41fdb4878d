from django.urls import path

from ..placeholder import not_yet

patterns = [
    path("handlungsbedarfe/", not_yet, name="list"),
    path("handlungsbedarfe/karte/", not_yet, name="map"),
    path("handlungsbedarfe/karte.json", not_yet, name="map_data"),
    path("handlungsbedarfe/tabelle/", not_yet, name="table"),
    path("handlungsbedarfe/handlungsbedarfe.csv", not_yet, name="csv"),
    path("handlungsbedarfe/handlungsbedarfe.geojson", not_yet, name="geojson"),
    path("handlungsbedarfe/atom.xml", not_yet, name="feed"),
    path("handlungsbedarfe/<str:reference>/", not_yet, name="need"),
    path("handlungsbedarfe/<str:reference>/bild.png", not_yet, name="share_card"),
]
