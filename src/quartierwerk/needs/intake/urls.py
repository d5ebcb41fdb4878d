from django.urls import path

from . import card_views, concern_views, mail_views, phone_views

patterns = [
    path("schreibtisch/handlungsbedarfe/aufnehmen/", phone_views.desk_say, name="desk_say"),
    path("schreibtisch/handlungsbedarfe/aufnehmen/aehnlich/", phone_views.desk_similar, name="desk_similar"),
    path(
        "schreibtisch/handlungsbedarfe/aufnehmen/<str:reference>/betrifft-auch/",
        phone_views.desk_support,
        name="desk_support",
    ),
    path("schreibtisch/handlungsbedarfe/karten/", card_views.cards, name="cards"),
    path(
        "schreibtisch/handlungsbedarfe/karten/auflage/<str:batch>.pdf", card_views.batch_pdf, name="cards_pdf"
    ),
    path("schreibtisch/handlungsbedarfe/karten/<str:code>/", card_views.card, name="card"),
    path("schreibtisch/handlungsbedarfe/karten/<str:code>/scan/", card_views.scan, name="card_scan"),
    path(
        "schreibtisch/handlungsbedarfe/karten/<str:code>/scan-dazu/",
        card_views.attach_scan,
        name="attach_scan",
    ),
    path("schreibtisch/handlungsbedarfe/post/", mail_views.mails, name="mails"),
    path("schreibtisch/handlungsbedarfe/post/<int:pk>/", mail_views.mail, name="mail"),
    path("schreibtisch/handlungsbedarfe/post/<int:pk>/zur-seite/", mail_views.set_aside, name="mail_aside"),
    path("schreibtisch/handlungsbedarfe/post/<int:pk>/zurueck/", mail_views.bring_back, name="mail_back"),
    path("schreibtisch/handlungsbedarfe/post/<int:pk>/dazu/", mail_views.join, name="mail_join"),
    path("schreibtisch/handlungsbedarfe/post/fotos/<int:pk>/", mail_views.photo, name="mail_photo"),
    path("schreibtisch/termine/<slug:slug>/anliegen/", concern_views.concerns, name="concerns"),
    path(
        "schreibtisch/termine/<slug:slug>/anliegen/bildschirm/", concern_views.screen, name="concerns_screen"
    ),
    path("schreibtisch/termine/<slug:slug>/anliegen/anliegen.pdf", concern_views.paper, name="concerns_pdf"),
]
