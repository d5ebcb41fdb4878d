from django.urls import path

from . import atom, embed, views

patterns = [
    path("termine/kalender.ics", views.calendar, name="ics"),
    path("termine/quartier/<slug:slug>.ics", views.quarter_calendar, name="quarter_ics"),
    path("termine/thema/<slug:slug>.ics", views.topic_calendar, name="topic_ics"),
    path("termine/feed.atom", atom.EventFeed(), name="feed"),
    path("termine/quartier/<slug:slug>/feed.atom", atom.QuarterFeed(), name="quarter_feed"),
    path("termine/thema/<slug:slug>/feed.atom", atom.TopicFeed(), name="topic_feed"),
    path("termine/einbetten/", embed.snippet, name="embed"),
    path("termine/eingebettet/", embed.embedded, name="embedded"),
    path("termine/<slug:slug>.ics", views.event_calendar, name="event_ics"),
]
