"""Django's settings, the same module everywhere; what differs comes from the site's configuration and the role."""

from __future__ import annotations

import os
from pathlib import Path

from django.utils.functional import SimpleLazyObject

from communique.accounts.configuration import *  # noqa: F403  # Django finds settings by their names
from communique.content.darkroom.refusals import LARGEST
from communique.content.papers.kinds import TYPES
from communique.publishing import parts
from communique.publishing.assets import part_folders
from communique.text.zones import time_zones

from . import configuration, databases, secret_key, sqlite_library
from .logs import logging

sqlite_library.put_in_place()

ROLE = os.environ.get("COMMUNIQUE_ROLE", "tool")
"""What this process is: `desk`, `press` or `tool`."""

if os.environ.get(configuration.SITE):
    COMMUNIQUE = configuration.load()
    SECRET_KEY = secret_key.kept(COMMUNIQUE.data_folder)
else:  # a tool that only looks at the code
    COMMUNIQUE = configuration.unconfigured(Path.cwd())
    SECRET_KEY = secret_key.passing()

DEBUG = False
ROOT_URLCONF = "communique.site.urls"
WSGI_APPLICATION = "communique.site.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SITE_FOLDER = COMMUNIQUE.folder

# Parts come first, so that their templates and files go before Wagtail's and allauth's.
INSTALLED_APPS = [
    *parts.found(),
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_filters",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "communique.site.forwarding.FromTheReader",
    "communique.site.protection.Protected",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "communique.content.turns.NotDone",
    "communique.content.gate.desk.TurningBack",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]

DATABASES = databases.connections(COMMUNIQUE, ROLE)

# Limits on signing in live in the cache, so every process must see the same one.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "communique_cache"}}

# Who may sign in, and how.
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}Validator"}
    for name in ("UserAttributeSimilarity", "MinimumLength", "CommonPassword", "NumericPassword")
]
LOGIN_URL = "/-/accounts/login/"
LOGIN_REDIRECT_URL = "/desk/"

# Words and time. What is kept is UTC; editors see the site's zone, or the one of their own account.
LANGUAGE_CODE = COMMUNIQUE.languages[0]
PUBLISHED_LANGUAGES = COMMUNIQUE.languages
LANGUAGES = [("en", "English"), ("ur", "اردو"), ("ar", "العربية"), ("ru", "русский")]
USE_I18N = True
# Urdu for what Wagtail says, which has none; and the parts' own words once more, since scripts look here alone.
LOCALE_PATHS = [str(Path(__file__).parent / "locale"), *map(str, part_folders("locale"))]
USE_TZ = True
TIME_ZONE = COMMUNIQUE.site.time_zone

# Where the desk answers, and to whom.
ALLOWED_HOSTS = COMMUNIQUE.hosts
SECURE = COMMUNIQUE.address.startswith("https:")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "communique_session", "communique_csrf"
CSRF_TRUSTED_ORIGINS = [COMMUNIQUE.address]
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"  # the desk shows previews in a frame of its own

STATIC_URL = "/-/static/"
WHITENOISE_USE_FINDERS = True
MEDIA_URL = "/desk/uploads/"
MEDIA_ROOT = str(COMMUNIQUE.uploads_folder)
STORAGES = {
    "default": {"BACKEND": "communique.site.upload_folder.UploadFolder"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
FILE_UPLOAD_PERMISSIONS = 0o640
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # the editor of a long page sends a field for every block

WAGTAIL_SITE_NAME = COMMUNIQUE.site.name or "communique"
WAGTAILADMIN_BASE_URL = COMMUNIQUE.address
WAGTAILADMIN_LOGIN_URL = LOGIN_URL
WAGTAIL_I18N_ENABLED = False
WAGTAIL_ALLOW_UNICODE_SLUGS = True
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_USER_TIME_ZONES = SimpleLazyObject(time_zones)
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAILIMAGES_IMAGE_MODEL = "content.Picture"
# What a file is, is told by its content; these are for the browser's dialog.
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "jpg", "jpeg", "png", "tif", "tiff", "webp"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "communique.content.picture_forms.PictureForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = LARGEST
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []  # nothing of others' stands in a page that its block doesn't bring
WAGTAILDOCS_EXTENSIONS = sorted(TYPES)
WAGTAILDOCS_DOCUMENT_FORM_BASE = "communique.content.papers.forms.DocumentForm"
# The desk looks pages up in their own tables: an index of Wagtail's would cost more than all else in publishing.
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database.fallback", "AUTO_UPDATE": False},
}

EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if COMMUNIQUE.mail.host else 'console'}.EmailBackend"
EMAIL_HOST, EMAIL_PORT = COMMUNIQUE.mail.host, COMMUNIQUE.mail.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = COMMUNIQUE.mail.user, COMMUNIQUE.mail.password
EMAIL_USE_TLS, EMAIL_USE_SSL = (COMMUNIQUE.mail.security == kind for kind in ("starttls", "tls"))
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = SERVER_EMAIL = COMMUNIQUE.mail.sender or f"communique@{ALLOWED_HOSTS[0]}"

LOGGING = logging()
SILENCED_SYSTEM_CHECKS = ["wagtailadmin.W003"]  # the desk is reached by the site's address, whatever it is here
