from django.urls import path

from . import feedback_views, legal_views, quarter_views, search_views

app_name = "website"
urlpatterns = [
    path("mein-quartier/", quarter_views.my_quarter, name="my_quarter"),
    path("suche/", search_views.search, name="search"),
    path("impressum/", legal_views.imprint, name="imprint"),
    path("datenschutz/", legal_views.privacy, name="privacy"),
    path("barrierefreiheit/", legal_views.accessibility, name="accessibility"),
    path("leichte-sprache/", legal_views.easy_language, name="easy_language"),
    path("gebaerdensprache/", legal_views.sign_language, name="sign_language"),
    path("rueckmeldung/", feedback_views.feedback, name="feedback"),
]
