"""The languages that a site publishes in."""

from django.conf import settings

from communique.text.scripts import own_name

LONGEST_CODE = 12


def published() -> tuple[str, ...]:
    """The languages of the site, its own first."""
    return tuple(settings.COMMUNIQUE.languages)


def default() -> str:
    """The language at "/": the site's own."""
    return published()[0]


def choices() -> list[tuple[str, str]]:
    """The languages as an editor chooses among them, each by its own name."""
    return [(code, own_name(code)) for code in published()]


def start(language: str) -> str:
    """Where the addresses of a language begin: "/" for the site's own, "/ur/" for another."""
    return "/" if language == default() else f"/{language}/"
