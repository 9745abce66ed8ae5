"""A site as Wagtail's own tutorial has it: the yardstick for what publishing at our desk takes."""

from __future__ import annotations

from pathlib import Path


def enter(folder: Path) -> None:
    """Set Django up on a new database in `folder`, with the settings for SQLite that ours has."""
    import django
    from django.conf import settings
    from django.core.management import call_command

    parts = ("admin", "images", "documents", "snippets", "users", "sites", "search")
    pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
    database = {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "plain.sqlite3"}
    settings.configure(
        SECRET_KEY="measured",
        INSTALLED_APPS=[
            "plain_wagtail",
            *(f"wagtail.{name}" for name in parts),
            *("wagtail", "modelcluster", "taggit"),
            *(f"django.contrib.{name}" for name in ("auth", "contenttypes", "sessions", "messages", "staticfiles")),
        ],
        DATABASES={"default": {**database, "OPTIONS": {"transaction_mode": "IMMEDIATE", "init_command": pragmas}}},
        MIGRATION_MODULES=_Without(),
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        WAGTAIL_SITE_NAME="Plain",
        WAGTAILADMIN_BASE_URL="http://localhost",
        WAGTAILSEARCH_BACKENDS={
            "default": {"BACKEND": "wagtail.search.backends.database.fallback", "AUTO_UPDATE": False}
        },
        STATIC_URL="/static/",
        LANGUAGE_CODE="en",
        WAGTAIL_CONTENT_LANGUAGES=[("en", "English")],
        USE_TZ=True,
    )
    django.setup()
    call_command("migrate", run_syncdb=True, verbosity=0)
    from wagtail.models import Locale, Page, Site

    Locale.objects.create(language_code="en")
    home = Page.add_root(title="Root", slug="root").add_child(title="Home", slug="home")
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)


class _Without:
    """No migrations: tables are made as the models are now, in a second."""

    def __contains__(self, app: str) -> bool:
        return True

    def __getitem__(self, app: str) -> None:
        return None
