from django.urls import path

from . import desk_views, views

_desk = "schreibtisch/termine/<int:pk>/"
patterns = [
    path("termine/<slug:slug>/rueckmeldung/", views.feedback, name="feedback"),
    path("termine/<slug:slug>/rueckmeldung/danke/", views.thanks, name="feedback_thanks"),
    path(f"{_desk}rueckmeldungen/", desk_views.desk_feedback, name="desk_feedback"),
    path(f"{_desk}rueckmeldungen.csv", desk_views.desk_feedback_csv, name="desk_feedback_csv"),
    path(f"{_desk}rueckmeldebogen.pdf", desk_views.feedback_sheet, name="feedback_sheet"),
    path(
        f"{_desk}rueckmeldebogen-gross.pdf",
        desk_views.feedback_sheet,
        {"large": True},
        name="feedback_sheet_large",
    ),
]
