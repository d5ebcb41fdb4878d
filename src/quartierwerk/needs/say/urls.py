from django.urls import path

from ..placeholder import not_yet

patterns = [
    path("handlungsbedarfe/melden/", not_yet, name="say"),
    path("handlungsbedarfe/melden/aehnlich/", not_yet, name="similar"),
    path("handlungsbedarfe/melden/angekommen/<str:receipt>/", not_yet, name="said"),
    path("mein-beitrag/<str:token>/", not_yet, name="own"),
    path("mein-beitrag/<str:token>/zurueckziehen/", not_yet, name="take_back"),
    path("mein-beitrag/<str:token>/geloest/", not_yet, name="solved"),
]
