from django.urls import include, path

from . import desk_intake_views, desk_views, views

account_urls = [path("konto/", include("quartierwerk.people.account_urls"))]

people_urls = [
    path("kontakt/", views.contacts, name="contacts"),
    path("kontakt/schreiben/", views.write, name="write_to_us"),
    path("kontakt/schreiben/<slug:kind>/<slug:slug>/", views.write, name="write_about"),
    path("kontakt/danke/<slug:way>/", views.thanks, name="thanks"),
    path("kontakt/<slug:slug>/", views.contact, name="contact"),
    path("kontakt/<slug:slug>/schreiben/", views.write_to_contact, name="write"),
    path("kontakt/<slug:slug>.vcf", views.vcard, name="vcard"),
    path("schreibtisch/", desk_views.overview, name="desk"),
    path("schreibtisch/aufnehmen/", desk_intake_views.take, name="desk_take"),
    path("schreibtisch/nachrichten/", desk_views.messages, name="desk_messages"),
    path("schreibtisch/nachrichten/<int:pk>/", desk_views.message, name="desk_message"),
    path("schreibtisch/nachrichten/<int:pk>/schliessen/", desk_views.close, name="desk_close"),
    path("schreibtisch/nachrichten/<int:pk>/oeffnen/", desk_views.reopen, name="desk_reopen"),
    path("schreibtisch/anrufen-und-schreiben/", desk_views.to_contact, name="desk_contacts"),
    path("schreibtisch/anrufen-und-schreiben/liste.pdf", desk_views.list_pdf, name="desk_list_pdf"),
    path("schreibtisch/anrufen-und-schreiben/briefe.pdf", desk_views.letters_pdf, name="desk_letters_pdf"),
    path("schreibtisch/anrufen-und-schreiben/<int:pk>/", desk_views.notification, name="desk_notification"),
    path(
        "schreibtisch/anrufen-und-schreiben/<int:pk>/brief.pdf", desk_views.letter_pdf, name="desk_letter_pdf"
    ),
    path("schreibtisch/personen/", desk_views.persons, name="desk_persons"),
    path("schreibtisch/personen/neu/", desk_intake_views.add_person, name="desk_add_person"),
    path("schreibtisch/personen/<int:pk>/", desk_views.person, name="desk_person"),
    path("schreibtisch/personen/<int:pk>/auskunft.json", desk_views.export, name="desk_export"),
    path("schreibtisch/personen/<int:pk>/loeschen/", desk_views.erase, name="desk_erase"),
]
urlpatterns = [*account_urls, path("", include((people_urls, "people")))]
