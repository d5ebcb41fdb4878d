from django.urls import path

from . import embed, feeds, views_feed

patterns = [
    path("termine/kalender.ics", views_feed.calendar, name="ics"),
    path("termine/quartier/<slug:slug>.ics", views_feed.quarter_calendar, name="quarter_ics"),
    path("termine/thema/<slug:slug>.ics", views_feed.topic_calendar, name="topic_ics"),
    path("termine/feed.atom", feeds.EventFeed(), name="feed"),
    path("termine/quartier/<slug:slug>/feed.atom", feeds.QuarterFeed(), name="quarter_feed"),
    path("termine/thema/<slug:slug>/feed.atom", feeds.TopicFeed(), name="topic_feed"),
    path("termine/einbetten/", embed.snippet, name="embed"),
    path("termine/eingebettet/", embed.embedded, name="embedded"),
    path("termine/<slug:slug>.ics", views_feed.event_calendar, name="event_ics"),
]
