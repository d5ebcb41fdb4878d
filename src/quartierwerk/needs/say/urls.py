from django.urls import path

from . import own_views, views

patterns = [
    path("handlungsbedarfe/melden/", views.say, name="say"),
    path("handlungsbedarfe/melden/aehnlich/", views.similar, name="similar"),
    path("handlungsbedarfe/melden/ort/", views.where, name="say_where"),
    path("handlungsbedarfe/melden/ansehen/", views.check, name="say_check"),
    path("handlungsbedarfe/melden/foto/", views.photo, name="say_photo"),
    path("handlungsbedarfe/melden/foto/<str:token>/", views.photo_preview, name="say_photo_preview"),
    path("handlungsbedarfe/melden/angekommen/<str:receipt>/", views.said, name="said"),
    path("mein-beitrag/<str:token>/", own_views.own, name="own"),
    path("mein-beitrag/<str:token>/foto/<int:number>/", own_views.own_photo, name="own_photo"),
    path("mein-beitrag/<str:token>/ergaenzen/", own_views.add_words, name="add_words"),
    path("mein-beitrag/<str:token>/zurueckziehen/", own_views.take_back, name="take_back"),
    path("mein-beitrag/<str:token>/geloest/", own_views.solved, name="solved"),
]
