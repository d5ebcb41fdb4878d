"""Addresses of the desk's pages for announcements; each part of the app keeps its own list."""

from django.urls import include, path

from .examples.urls import patterns as examples
from .feeds.urls import patterns as feeds
from .figures.urls import patterns as figures
from .review.urls import patterns as review

importing_urls = [*review, *feeds, *examples, *figures]
urlpatterns = [path("", include((importing_urls, "importing")))]
