"""Installed apps (highest layer first, as in docs/layers.md), middleware and templates."""

INSTALLED_APPS = [
    "quartierwerk.website",
    "quartierwerk.importing",
    "quartierwerk.needs",
    "quartierwerk.events",
    "quartierwerk.news",
    "quartierwerk.topics",
    "quartierwerk.places",
    "quartierwerk.people",
    "quartierwerk.core",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.contrib.simple_translation",
    "wagtail.embeds",
    "wagtail.sites",
    "quartierwerk.people.admin_config.AccountsInAdminConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.locales",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "quartierwerk.core.middleware.PrivateWithSession",
    "quartierwerk.core.middleware.ContentSecurityPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "quartierwerk.core.middleware.NoZeroBytes",
    "quartierwerk.core.middleware.CsrfWithoutCookie",
    "quartierwerk.core.middleware.AuthenticationWhenSignedIn",
    "quartierwerk.core.middleware.MessagesWhenSignedIn",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "quartierwerk.people.middleware.StaffSecondFactor",
]

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "quartierwerk.core.context.page_frame",
            ],
        },
    }
]
