"""Mail: the console by default, SMTP in production."""

from urllib.parse import unquote, urlsplit

from .environment import SettingError, env

_smtp = env.text(
    "SMTP_URL",
    "",
    meaning="Mail server: smtp://USER:PASSWORD@HOST:PORT or smtps://…; empty: mails are printed",
)
if _smtp:
    _server = urlsplit(_smtp)
    if _server.scheme not in ("smtp", "smtps") or not _server.hostname:
        raise SettingError(f"SMTP_URL is “{_smtp}”; please write smtp://USER:PASSWORD@HOST:PORT.")
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = _server.hostname
    EMAIL_PORT = _server.port or (465 if _server.scheme == "smtps" else 587)
    EMAIL_HOST_USER = unquote(_server.username or "")
    EMAIL_HOST_PASSWORD = unquote(_server.password or "")
    EMAIL_USE_SSL = _server.scheme == "smtps"
    EMAIL_USE_TLS = _server.scheme == "smtp" and _server.hostname not in ("localhost", "127.0.0.1")
    EMAIL_TIMEOUT = 20
else:
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
MAIL_INBOX = env.text(
    "MAIL_INBOX",
    "",
    meaning="Inbox of needs, read every five minutes: the path of a maildir or imaps://USER@HOST/FOLDER; empty: none",
)
MAIL_INBOX_PASSWORD = env.text(
    "MAIL_INBOX_PASSWORD", "", meaning="Password of the inbox, where it is imaps://…"
)
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("MAIL_FROM", "quartier@localhost", meaning="Sender of all mails")
