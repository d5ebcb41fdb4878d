"""What protects people: cookies, transport, headers, upload limits."""

from urllib.parse import urlsplit

from .environment import env
from .installation import BASE_URL, DEBUG

_site = urlsplit(BASE_URL)
_https = _site.scheme == "https"

ALLOWED_HOSTS = env.words(
    "QUARTIERWERK_HOSTS",
    f"{_site.hostname},127.0.0.1,localhost",
    meaning="Host names the site answers to, with commas",
)
CSRF_TRUSTED_ORIGINS = [BASE_URL]
CSRF_FAILURE_VIEW = "quartierwerk.core.errors.csrf_failure"
CSRF_COOKIE_HTTPONLY = False  # Wagtail's admin reads it
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _https
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 12
_redirect = env.flag(
    "HTTPS_REDIRECT", True, meaning="Send http:// visitors to https://, where that is the address"
)
SECURE_SSL_REDIRECT = _https and _redirect
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if _https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = _https
SECURE_REFERRER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https")
    if env.flag(
        "BEHIND_PROXY", False, meaning="A reverse proxy in front sets X-Forwarded-Proto and X-Forwarded-For"
    )
    else None
)
BEHIND_PROXY = SECURE_PROXY_SSL_HEADER is not None
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = [
    "security.W003",  # CsrfWithoutCookie is Django's check, under another name
    "security.W019",  # Wagtail shows previews in a frame of the same origin
    *(["security.W001"] if DEBUG else []),
]

MAP_TILES_URL = env.text(
    "MAP_TILES_URL",
    "",
    meaning="Base map as https://…/{z}/{x}/{y}.png; empty: boundaries on a plain ground, no third-party request",
)
MAP_ATTRIBUTION = env.text("MAP_ATTRIBUTION", "", meaning="Source line of the base map")

SECURITY_CONTACT = env.text(
    "SECURITY_CONTACT",
    "",
    meaning="Whom to tell about a weakness (security.txt): an e-mail or https address; empty: the town's e-mail",
)

OPEN311_PER_HOUR = env.number(
    "OPEN311_PER_HOUR", 600, least=1, meaning="Needs that one program may send through Open311 within an hour"
)
# What counts as an attack on the form for needs; then the browser has to calculate before it sends.
ATTACK_SUBMISSIONS = env.number(
    "ATTACK_SUBMISSIONS",
    60,
    least=1,
    meaning="Needs sent within ATTACK_MINUTES, from all addresses together, that count as an attack",
)
ATTACK_MINUTES = env.number("ATTACK_MINUTES", 10, least=1, meaning="The minutes of ATTACK_SUBMISSIONS")

IMPORT_PAGES = env.flag(
    "QUARTIERWERK_IMPORT_PAGES",
    False,
    meaning="Staff may give the address of a web page, which the server then reads; public addresses only",
)
