from django.urls import include, path

from . import views

account_urls = [path("konto/", include("quartierwerk.people.account_urls"))]

people_urls = [
    path("kontakt/", views.placeholder, name="contacts"),
    path("kontakt/<slug:slug>/", views.placeholder, name="contact"),
    path("kontakt/<slug:slug>/schreiben/", views.placeholder, name="write"),
    path("schreibtisch/nachrichten/<int:pk>/", views.placeholder, name="desk_message"),
    path("schreibtisch/", views.placeholder, name="desk"),
]
urlpatterns = [*account_urls, path("", include((people_urls, "people")))]
