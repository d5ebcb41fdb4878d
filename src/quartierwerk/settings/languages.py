"""Languages and time. German texts are the msgids (decision 0001), so German needs no catalogue."""

from django.conf.locale import LANG_INFO

from .installation import PACKAGE_DIR

LANG_INFO["de-simple"] = {
    "bidi": False,
    "code": "de-simple",
    "name": "German (Leichte Sprache)",
    "name_local": "Leichte Sprache",
}
LANGUAGE_CODE = "de"
LANGUAGES = [("de", "Deutsch"), ("en", "English"), ("de-simple", "Leichte Sprache")]
# Languages in which every text of the interface stands; the others exist for pages that somebody wrote in them.
INTERFACE_LANGUAGES = ["de", "en"]
LOCALE_PATHS = [
    PACKAGE_DIR / app / "locale"
    for app in ("core", "people", "places", "topics", "news", "events", "needs", "importing", "website")
]
USE_I18N = True
FORMAT_MODULE_PATH = "quartierwerk.core.formats"
USE_TZ = True
TIME_ZONE = "Europe/Berlin"
USE_THOUSAND_SEPARATOR = True

WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
