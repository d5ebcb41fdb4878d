"""Addresses that programs ask for; the same in every language."""

from django.urls import include, path

from . import machine_views as views

machine_urls = [
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("sitemap-<section>.xml", views.sitemap_section, name="sitemap_section"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security, name="security"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("site.webmanifest", views.manifest, name="manifest"),
    path("opensearch.xml", views.opensearch, name="opensearch"),
    path("teilen/<token>.png", views.share_card, name="share_card"),
]
urlpatterns = [path("", include((machine_urls, "machine")))]
