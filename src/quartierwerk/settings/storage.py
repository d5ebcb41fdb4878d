"""Where data lives: database, cache, uploads, static files, background tasks."""

import sys

import dj_database_url

from .environment import SettingError, env
from .installation import DATA_DIR, PACKAGE_DIR

_database_url = env.text(
    "DATABASE_URL",
    f"sqlite:///{DATA_DIR / 'quartierwerk.sqlite3'}",
    meaning="Database: sqlite:///PATH or postgres://USER:PASSWORD@HOST:PORT/NAME",
)
try:
    _database = dj_database_url.parse(_database_url, conn_max_age=None, conn_health_checks=True)
except (ValueError, KeyError) as error:
    raise SettingError(
        f"DATABASE_URL is “{_database_url}”; please write sqlite:///PATH or postgres://…."
    ) from error

if _database["ENGINE"] == "django.db.backends.sqlite3":
    # A library of the editors' tools loads PostgreSQL's driver wherever it is installed: 7 MB in every worker.
    sys.modules.setdefault("psycopg", None)  # type: ignore[arg-type]
    # Measured (see DESIGN.md): only IMMEDIATE keeps a limit under a race; WAL lets readers go on meanwhile.
    _database["ENGINE"] = "quartierwerk.core.sqlite"
    _database["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16000;",
    }
elif _database["ENGINE"] != "django.db.backends.postgresql":
    raise SettingError(f"DATABASE_URL is “{_database_url}”; Quartierwerk runs on SQLite or PostgreSQL.")
DATABASES = {"default": _database}

REDIS_URL = env.text(
    "REDIS_URL", "", meaning="Redis for several web hosts: redis://HOST:PORT/0; empty: one host, files"
)
CACHES: dict[str, dict[str, object]]
if REDIS_URL:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}}
else:
    CACHES = {
        "default": {
            "BACKEND": "quartierwerk.core.file_cache.FileCache",
            "LOCATION": DATA_DIR / "cache",
            "OPTIONS": {"MAX_ENTRIES": 10_000},
        }
    }

PAGE_CACHE_MEGABYTES = env.number(
    "PAGE_CACHE_MEGABYTES",
    32,
    meaning="Memory of each worker for the pages of anonymous readers; 0 turns the page cache off",
)
# Tables that no anonymous page shows: writing them leaves kept pages valid. What is missing here costs speed only.
PAGE_CACHE_PRIVATE_MODELS = [
    "account.*",
    "contenttypes.*",
    "core.auditentry",
    "django_tasks_database.*",
    "events.answer",
    "events.attendance",
    "events.feedback",
    "events.registration",
    "events.workshopplace",
    "importing.*",
    "mfa.*",
    "needs.abusereport",
    "needs.apikey",
    "needs.card",
    "needs.follow",
    "needs.inboundmail",
    "needs.internalnote",
    "needs.mailattachment",
    "needs.open311token",
    "needs.support",
    "needs.yearnumber",
    "people.attempt",
    "people.consent",
    "people.message",
    "people.notification",
    "people.person",
    "people.roleassignment",
    "people.user",
    "places.pendingimport",
    "sessions.*",
    "wagtailadmin.*",
    "wagtailcore.comment",
    "wagtailcore.commentreply",
    "wagtailcore.modellogentry",
    "wagtailcore.pagelogentry",
    "wagtailcore.pagesubscription",
    "wagtailcore.revision",
    "wagtailcore.taskstate",
    "wagtailcore.uploadedfile",
    "wagtailcore.workflowstate",
    "wagtailimages.rendition",
    "wagtailusers.*",
]
WEB_WORKERS = env.number(
    "WEB_WORKERS", 2, least=1, meaning="Processes of `quartierwerk run` that answer requests"
)

_bucket = env.text("S3_BUCKET", "", meaning="S3 bucket for uploads; empty: the data folder")
_s3_endpoint = env.text("S3_ENDPOINT", "", meaning="Address of the S3 service; empty: Amazon's")
_uploads: dict = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
if _bucket:
    _uploads = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": _bucket,
            "endpoint_url": _s3_endpoint or None,
            "querystring_auth": False,
        },
    }
_private_bucket = env.text(
    "S3_PRIVATE_BUCKET",
    "",
    meaning="S3 bucket that nobody reads from outside, for scans, mails and photos of needs; needed beside S3_BUCKET",
)
_private: dict = {
    "BACKEND": "django.core.files.storage.FileSystemStorage",
    "OPTIONS": {"location": DATA_DIR / "private", "base_url": None, "file_permissions_mode": 0o600},
}
if _bucket and not _private_bucket:
    raise SettingError(
        "S3_BUCKET is set and S3_PRIVATE_BUCKET is not; scans, mails and photos of needs want a bucket that nobody reads from outside."
    )
if _private_bucket:
    _private = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": _private_bucket,
            "endpoint_url": _s3_endpoint or None,
            "default_acl": "private",
        },
    }
STORAGES = {
    "default": _uploads,
    "private": _private,  # outside of `media/`: only views answer it, see core/private_files.py
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/media/"
STATIC_ROOT = DATA_DIR / "static"
STATIC_URL = "/static/"
FILE_UPLOAD_PERMISSIONS = 0o644
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 2**20

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
TOWNS_DIR = PACKAGE_DIR / "towns"
