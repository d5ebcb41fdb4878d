"""Addresses of events; each part of the app keeps its own list."""

from django.urls import include, path

from . import (
    urls_calendar,
    urls_desk,
    urls_door,
    urls_feed,
    urls_lifecycle,
    urls_programme,
    urls_registration,
)

events_urls = [
    *urls_feed.patterns,
    *urls_desk.patterns,
    *urls_door.patterns,
    *urls_lifecycle.patterns,
    *urls_programme.patterns,
    *urls_registration.patterns,
    *urls_calendar.patterns,
]
urlpatterns = [path("", include((events_urls, "events")))]
