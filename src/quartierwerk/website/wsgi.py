"""The WSGI application that granian serves: the page cache, and Django behind it."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quartierwerk.settings")
django_application = get_wsgi_application()

from django.urls import get_resolver  # noqa: E402 - needs Django's settings

from quartierwerk.core import page_cache  # noqa: E402 - the same

application = page_cache.in_front_of(django_application)

# The collector leaves alone what is loaded now and stays, and looks through the rest less often: a form that is sent
# spent a sixth of its time on it (docs/performance.md).
_ = get_resolver().url_patterns
gc.collect()
gc.freeze()
gc.set_threshold(10_000, 20, 20)
