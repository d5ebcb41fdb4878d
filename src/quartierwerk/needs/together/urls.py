from django.urls import path

from ..placeholder import not_yet

patterns = [
    path("handlungsbedarfe/<str:reference>/betrifft-mich/", not_yet, name="support"),
    path("handlungsbedarfe/<str:reference>/kommentieren/", not_yet, name="comment"),
    path("handlungsbedarfe/<str:reference>/folgen/", not_yet, name="follow"),
    path("handlungsbedarfe/<str:reference>/mitmachen/", not_yet, name="join_in"),
    path("handlungsbedarfe/<str:reference>/beanstanden/", not_yet, name="complain"),
    path("folgen/<str:token>/", not_yet, name="following"),
]
