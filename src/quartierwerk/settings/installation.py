"""Which installation this is: its folder, its address, whether it is a demo."""

import os
import secrets
from pathlib import Path

from .environment import SettingError, env

PACKAGE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(
    env.text("QUARTIERWERK_DATA", "var", meaning="Folder for the database, uploads and caches")
).resolve()


def _make_writable(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # it holds contact data and the secret key
    except OSError as error:
        raise SettingError(
            f"The data folder {folder} cannot be created ({error.strerror}); please choose another with QUARTIERWERK_DATA."
        ) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise SettingError(
            f"The data folder {folder} cannot be written; please give this user the right or choose another with QUARTIERWERK_DATA."
        )


_make_writable(DATA_DIR)

DEMO = env.flag(
    "QUARTIERWERK_DEMO",
    False,
    meaning="Demo: sample accounts may sign in with a printed password; never for a real town",
)
DEBUG = env.flag(
    "QUARTIERWERK_DEBUG", False, meaning="Developer mode: tracebacks in the browser, the page /muster/"
)
BASE_URL = env.text(
    "QUARTIERWERK_URL",
    "http://127.0.0.1:8000",
    meaning="Public address of the site, without a slash at the end",
).rstrip("/")
if not BASE_URL.startswith(("http://", "https://")):
    raise SettingError(f"QUARTIERWERK_URL is “{BASE_URL}”; please write it with http:// or https://.")


def _secret_key() -> str:
    """From the environment; otherwise made once and kept, so that a first start needs no configuration."""
    key = env.text(
        "QUARTIERWERK_SECRET_KEY",
        "",
        meaning="Secret for signatures; made and kept in the data folder if empty",
    )
    if key:
        return key
    kept = DATA_DIR / "secret-key"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(60))
    return kept.read_text()


SECRET_KEY = _secret_key()
ROOT_URLCONF = "quartierwerk.website.urls"
WSGI_APPLICATION = "quartierwerk.website.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "people.User"
