from django.urls import path

from . import views

patterns = [
    path("termine/", views.event_list, name="list"),
    path("termine/monat/", views.month_sheet, name="this_month"),
    path("termine/monat/<str:text>/", views.month_sheet, name="month"),
    path("termine/<slug:slug>/", views.event, name="event"),
]
