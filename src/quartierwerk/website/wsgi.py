"""The WSGI application that granian serves: the page cache, and Django behind it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quartierwerk.settings")
django_application = get_wsgi_application()

from quartierwerk.core import page_cache  # noqa: E402 - needs Django's settings

application = page_cache.in_front_of(django_application)
