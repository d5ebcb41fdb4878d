from django.urls import path

from . import feeds, views

patterns = [
    path("handlungsbedarfe/", views.need_list, name="list"),
    path("handlungsbedarfe/karte/", views.need_map, name="map"),
    path("handlungsbedarfe/karte.json", views.map_data, name="map_data"),
    path("handlungsbedarfe/tabelle/", views.need_table, name="table"),
    path("handlungsbedarfe/handlungsbedarfe.csv", views.csv_file, name="csv"),
    path("handlungsbedarfe/handlungsbedarfe.geojson", views.geojson_file, name="geojson"),
    path("handlungsbedarfe/datapackage.json", views.data_package, name="data_package"),
    path("handlungsbedarfe/atom.xml", feeds.NeedFeed(), name="feed"),
    path("handlungsbedarfe/quartier/<slug:slug>/atom.xml", feeds.QuarterFeed(), name="quarter_feed"),
    path("handlungsbedarfe/handlungsfeld/<slug:slug>/atom.xml", feeds.FieldFeed(), name="field_feed"),
    path("handlungsbedarfe/<str:reference>/", views.need, name="need"),
    path("handlungsbedarfe/<str:reference>/bild.png", views.share_card, name="share_card"),
    path("handlungsbedarfe/<str:reference>/ort.geojson", views.place, name="place"),
    path("handlungsbedarfe/<str:reference>/fotos/<int:pk>/", views.photo, name="photo"),
]
