"""Addresses of needs; each part of the app keeps its own list."""

from django.urls import include, path

from .desk.urls import patterns as desk
from .intake.urls import patterns as intake
from .open311.urls import page_patterns as open311_pages
from .open311.urls import patterns as open311
from .pages.urls import patterns as pages
from .say import guards
from .say.urls import patterns as say
from .together.urls import patterns as together

proof = [path("handlungsbedarfe/melden/rechenprobe/", guards.challenge, name="proof_challenge")]
needs_urls = [*proof, *say, *intake, *desk, *together, *open311_pages, *pages]
urlpatterns = [path("", include((needs_urls, "needs")))]
open311_urls = [path("", include((open311, "open311")))]
