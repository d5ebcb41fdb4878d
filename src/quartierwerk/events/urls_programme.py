from django.urls import path

from . import views_feedback, views_feedback_desk, views_programme

patterns = [
    path("termine/<slug:slug>/programm.pdf", views_programme.programme, name="programme_pdf"),
    path(
        "termine/<slug:slug>/programm-gross.pdf",
        views_programme.programme,
        {"large": True},
        name="programme_large_pdf",
    ),
    path("termine/<slug:slug>/rueckmeldung/", views_feedback.feedback, name="feedback"),
    path("termine/<slug:slug>/rueckmeldung/danke/", views_feedback.thanks, name="feedback_thanks"),
    path(
        "schreibtisch/termine/<int:pk>/rueckmeldungen/",
        views_feedback_desk.desk_feedback,
        name="desk_feedback",
    ),
    path(
        "schreibtisch/termine/<int:pk>/rueckmeldungen.csv",
        views_feedback_desk.desk_feedback_csv,
        name="desk_feedback_csv",
    ),
    path(
        "schreibtisch/termine/<int:pk>/rueckmeldungen/<int:sheet>/loeschen/",
        views_feedback_desk.take_back,
        name="desk_feedback_take_back",
    ),
    path(
        "schreibtisch/termine/<int:pk>/rueckmeldebogen.pdf",
        views_feedback_desk.feedback_sheet,
        name="feedback_sheet",
    ),
    path(
        "schreibtisch/termine/<int:pk>/rueckmeldebogen-gross.pdf",
        views_feedback_desk.feedback_sheet,
        {"large": True},
        name="feedback_sheet_large",
    ),
]
