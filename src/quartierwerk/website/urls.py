"""Every address of the site. German without prefix, other interface languages under their code."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from quartierwerk.needs.urls import open311_urls
from quartierwerk.people.admin_accounts import own_settings

from . import views

handler400 = "quartierwerk.core.errors.bad_request"
handler403 = "quartierwerk.core.errors.forbidden"
handler404 = "quartierwerk.core.errors.not_found"

urlpatterns = [
    path("verwaltung/login/", views.admin_login, name="admin_login"),
    path("verwaltung/account/", own_settings, name="wagtailadmin_account"),
    path("verwaltung/", include(wagtailadmin_urls)),
    path("dokumente/", include(wagtaildocs_urls)),
    path("", include("quartierwerk.core.urls")),
    path("", include("quartierwerk.website.machine_urls")),
    path("", include(open311_urls)),
    path(
        "media/images/<path:path>", serve, {"document_root": settings.MEDIA_ROOT / "images"}, name="picture"
    ),
]

urlpatterns += i18n_patterns(
    path("", include("quartierwerk.people.urls")),
    path("", include("quartierwerk.places.urls")),
    path("", include("quartierwerk.topics.urls")),
    path("", include("quartierwerk.news.urls")),
    path("", include("quartierwerk.events.urls")),
    path("", include("quartierwerk.needs.urls")),
    path("", include("quartierwerk.importing.urls")),
    path("", include("quartierwerk.website.page_urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
