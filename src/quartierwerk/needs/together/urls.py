from django.urls import path

from . import own_views, support_views, views

patterns = [
    # First in its address, so that the cookie of the button goes nowhere else.
    path("betrifft-mich/<str:reference>/", support_views.support, name="support"),
    path("handlungsbedarfe/<str:reference>/kommentieren/", views.comment, name="comment"),
    path("handlungsbedarfe/<str:reference>/folgen/", views.follow, name="follow"),
    path("handlungsbedarfe/<str:reference>/mitmachen/", views.join_in, name="join_in"),
    path("handlungsbedarfe/<str:reference>/beanstanden/", views.complain, name="complain"),
    path("handlungsbedarfe/<str:reference>/danke/<slug:what>/", views.thanks, name="thanks"),
    path("folgen/<str:token>/", own_views.following, name="following"),
    path("folgen/<str:token>/beenden/", own_views.unsubscribe, name="unsubscribe"),
    path("mein-kommentar/<str:token>/", own_views.own_comment, name="own_comment"),
]
