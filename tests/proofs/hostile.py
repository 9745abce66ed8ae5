"""Templates of a site that try to print what isn't public, by all that a template is given."""

from __future__ import annotations

from django.conf import settings

_FILES = ("data/secret_key", "communique.toml")
_GIVEN = ("frame", "article", "articles", "page", "home", "section", "topic", "person", "circle", "entries", "includes")
_OF_AN_ARTICLE = (
    "email",
    "draft_title",
    "latest_revision",
    "revisions",
    "pk",
    "_meta",
    "contributors[0].email",
    "note",
)
_ELSEWHERE = ("settings", "request", "ask", "read", "connection", "self", "config", "user", "communique")
_CALLABLE = ("_", "ngettext", "include", "asset", "joints")
_INNARDS = (
    *(
        "__globals__",
        "__self__",
        "__func__",
        "__closure__",
        "__dict__",
        "__class__.__mro__",
        "func",
        "args",
        "keywords",
    ),
    *("__func__.__globals__", "__self__.__dict__", "func.__globals__", "func.__code__", "args[0].__self__"),
    *("__self__._own.parent", "__self__.theme.parent", "__self__._site.parent", "__init__.__globals__"),
)


def templates() -> list[str]:
    """Each tries one thing."""
    folder = settings.COMMUNIQUE.folder
    climbing = (f"{folder}/{{}}", "../{}", "theme/../../{}", f"theme/{folder}/{{}}", f"parts/{folder}/{{}}", "./../{}")
    files = [way.format(file) for way in climbing for file in _FILES]
    return [
        "{{ debug() }}",
        *(f"{{{{ {name}|pprint }}}}{{{{ {name}|tojson }}}}" for name in _GIVEN),
        *(f"{{{{ article.{name} }}}}" for name in _OF_AN_ARTICLE),
        *(f"{{{{ {name}.{inner} }}}}" for name in (*_CALLABLE, "article", "frame") for inner in _INNARDS),
        *(f"{{{{ {name}.__self__.{place}.joinpath('{folder}/{_FILES[0]}').read_text() }}}}"
          for name in ("include", "asset") for place in ("_own", "theme", "_site")),
        *(f"{{% {word} '{file}' %}}" for word in ("include", "extends") for file in files),
        *(f"{{{{ asset('{file}') }}}}{{{{ include('~{file}') }}}}" for file in files),
        *(f"{{{{ {name} }}}}" for name in _ELSEWHERE),
    ]  # fmt: skip
