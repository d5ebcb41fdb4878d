"""Which page tree answers, and under which address."""

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Page, Site

from .models import HomePage


def serve_from(home: HomePage) -> Site:
    """Make `home` the start page of the one site, at the address of the settings; Wagtail's own page goes."""
    address = urlsplit(settings.BASE_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    wanted = {
        "hostname": address.hostname or "localhost",
        "port": port,
        "root_page_id": home.pk,
        "site_name": home.title,
    }
    if any(getattr(site, name) != value for name, value in wanted.items()):
        for name, value in wanted.items():
            setattr(site, name, value)
        site.save()
    for welcome in Page.objects.filter(depth=2, url_path="/home/").exclude(pk=home.pk):
        if welcome.specific_class is Page:
            welcome.delete()
    return site
