"""Addresses of events; each part of the app keeps its own list."""

from django.urls import include, path

from .dates.urls import patterns as dates
from .desk.urls import patterns as desk
from .door.urls import patterns as door
from .editing.urls import patterns as editing
from .feedback.urls import patterns as feedback
from .feeds.urls import patterns as feeds
from .lifecycle.urls import patterns as lifecycle
from .programme.urls import patterns as programme
from .registration.urls import patterns as registration

events_urls = [
    *editing,
    *feeds,
    *desk,
    *door,
    *lifecycle,
    *programme,
    *feedback,
    *registration,
    *dates,
]
urlpatterns = [path("", include((events_urls, "events")))]
