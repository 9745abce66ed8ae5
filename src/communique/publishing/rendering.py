"""Rendering: templates and plain values become the text of a page, in the page's language."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, tzinfo
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote
from weakref import proxy
from zoneinfo import ZoneInfo

import minijinja

from communique import themes
from communique.press.guard import Endless
from communique.press.objects import Include
from communique.text import dates, headings, locales, names, scripts

from .assets import Assets, part_folders
from .words import catalogues

# A site's own template may build on the one it stands in for: {% extends "theme/base.html" %}.
_THEME, _PARTS = "theme/", "parts/"

_PLACE = re.compile(r"\{(\w+)\}")
_SAID = re.compile(r'\b_\("([^"\\]+)"\)')
FUEL = 20_000_000
"""So many steps may a template take; a page of ours takes some ten thousand."""

_ASSET = re.compile(r'\basset\("([^"\\]+)"\)')


class TemplateFailed(ValueError):
    """A template can't be printed; the message says why and in which line."""


class Rendering:
    """The templates of one site, compiled once for each language and kept.

    A template is looked for in the site's `templates` folder, then with the parts, then with the theme. It sees what
    it is given and nothing else: reading a name that is not there fails, and so does a word without translation when
    `strict`.
    """

    def __init__(
        self,
        template_folders: Sequence[Path] = (),
        site_folder: Path | None = None,
        *,
        static_folders: Sequence[Path] = (),
        theme: Path | None = None,
        zone: tzinfo = UTC,
        strict: bool = False,
    ) -> None:
        self.theme = theme or themes.folder()
        self.assets = Assets(self.theme, static_folders, site_folder)
        self._own = site_folder / "templates" if site_folder else None
        self._parts = tuple(sorted(template_folders))
        self._zone = zone
        self.catalogues = catalogues(self._parts, site_folder, self.theme, strict=strict)
        # No text can hold a mark that it could not know beforehand.
        self._secret = secrets.token_hex(16)
        self._marked = re.compile(f"\0{self._secret}\0([^\0]+)\0")
        self._environments: dict[str, minijinja.Environment] = {}

    @classmethod
    def of_site(cls) -> Rendering:
        """The rendering of the site that this process works for."""
        from django.conf import settings

        return cls(
            part_folders("templates"),
            settings.COMMUNIQUE.folder,
            static_folders=part_folders("static"),
            zone=ZoneInfo(settings.TIME_ZONE),
        )

    def render(self, template: str, context: Mapping[str, Any], *, language: str) -> str:
        """The text of a page, with marks where fragments stand; `split` makes a printed body of it."""
        try:
            text = self._environment(language).render_template(template, **context)
        except minijinja.TemplateError as error:
            # The whole error also shows the template and the values in it, which is too much for an editor.
            if "ran out of fuel" in error.message:
                raise Endless(f"{template} would never be done.") from error
            raise TemplateFailed(error.message) from error
        # The engine also escapes strokes, which every address has many of and no HTML needs.
        return text.replace("&#x2f;", "/")

    def split(self, text: str) -> tuple[bytes | Include, ...]:
        """A rendered text cut at its includes. NUL, which no page may hold, is left out."""
        pieces = self._marked.split(text)
        if text.count(self._secret) != len(pieces) // 2:
            raise TemplateFailed("A template altered the mark of an include, so the page can't be cut there.")
        body: list[bytes | Include] = []
        for place, piece in enumerate(pieces):
            if place % 2:
                body.append(Include(piece))
            elif words := piece.replace("\0", ""):
                body.append(words.encode())
        return tuple(body)

    def printed(self, template: str, context: Mapping[str, Any], *, language: str) -> tuple[bytes | Include, ...]:
        """A page's body, ready for the press."""
        return self.split(self.render(template, context, language=language))

    def templates(self, folder: str) -> dict[str, str]:
        """The sources of the templates in a folder, by name without ending: "card" of "components"."""
        names = {path.stem for place in self._folders() for path in (place / folder).glob("*.html")}
        return {name: self._source(f"{folder}/{name}.html") or "" for name in sorted(names)}

    def fingerprint(self) -> str:
        """Changes with every template, word and asset, and with the engine: then all must be printed again."""
        seal = sha256(version("minijinja").encode())
        for name, content in self._ingredients():
            seal.update(f"\0{name}\0{len(content)}\0".encode() + content)
        return seal.hexdigest()

    def _ingredients(self) -> list[tuple[str, bytes]]:
        """All that a page's text comes from besides its values, in the order in which it is looked for."""
        found = [
            (f"template {place} {path.relative_to(folder).as_posix()}", path.read_bytes())
            for place, folder in enumerate(self._folders())
            for path in sorted(folder.rglob("*.html"))
        ]
        found += [
            (f"words {place} {path.name}", path.read_bytes())
            for place, folder in enumerate(self.catalogues.folders)
            for path in sorted(folder.glob("*.po"))
        ]
        return found + [(f"asset {asset.name}", asset.body) for asset in self.assets.assets()]

    def _folders(self) -> list[Path]:
        return [*([self._own] if self._own else []), *self._parts, self.theme / "templates"]

    def _translated(self, language: str, name: str) -> str | None:
        """The source of a template with its fixed words said in the language and its assets at their addresses.

        Once here is better than once for each page: calls back into Python are most of what a page costs.
        """
        source = self._source(name)
        if source is None:
            return None
        source = _SAID.sub(lambda said: _literal(self.catalogues.gettext(language, said[1])), source)
        return _ASSET.sub(lambda asset: _literal(self.assets.address(asset[1])), source)

    def _source(self, name: str) -> str | None:
        """The source of a template, or None where there is none: the engine then says who asked for it."""
        folders = self._folders()
        if name.startswith(_THEME):
            folders, name = [self.theme / "templates"], name.removeprefix(_THEME)
        elif name.startswith(_PARTS):
            folders, name = [*self._parts, self.theme / "templates"], name.removeprefix(_PARTS)
        if name.startswith("/") or ".." in name.split("/"):
            return None  # it would lead out of the folders
        places = (folder / name for folder in folders)
        return next((place.read_text(encoding="utf-8") for place in places if place.is_file()), None)

    def _environment(self, language: str) -> minijinja.Environment:
        known = self._environments.get(language)
        if known is None:
            known = self._environments[language] = self._made(language)
        return known

    def _made(self, language: str) -> minijinja.Environment:
        """An engine. What it calls must not hold this rendering: nobody finds circles that lead through the engine."""
        environment = minijinja.Environment(
            loader=partial(Rendering._translated, proxy(self), language),
            undefined_behavior="strict",
            trim_blocks=True,
            lstrip_blocks=True,
            fuel=FUEL,
        )
        for name, function in self._functions(language).items():
            environment.add_global(name, function)
        for name, filter_ in self._filters(language).items():
            environment.add_filter(name, filter_)
        return environment

    def _functions(self, language: str) -> dict[str, Callable[..., Any]]:
        return {
            "_": partial(_said, partial(self.catalogues.gettext, language)),
            "ngettext": partial(_counted, partial(self.catalogues.ngettext, language)),
            "include": partial(_included, self._secret),
            "asset": self.assets.address,
            "joints": partial(names.joints, language),
        }

    def _filters(self, language: str) -> dict[str, Callable[..., Any]]:
        zone = self._zone

        def in_words(day: date, other: str = language) -> str:
            return dates.in_words(day, other, zone)

        def iso(day: date) -> str:
            return dates.iso(day, zone)

        return {
            "date": in_words,
            "iso": iso,
            "initials": names.initials,
            "joined": lambda several, other=language: names.joined(list(several), other),
            "direction": scripts.direction,
            "own_name": scripts.own_name,
            "outline": _outline,
            "absolute": _absolute,
            "srcset_address": _encoded,
            "locale": locales.locale_of,
            "feed_type": lambda address: (
                "application/feed+json" if address.endswith(".json") else "application/atom+xml"
            ),
        }


def _included(secret: str, fragment: str) -> minijinja.Markup:
    """The mark where a fragment stands."""
    if not fragment.startswith("~") or "\0" in fragment:
        raise ValueError(f"{fragment!r} is no fragment; a fragment's address begins with ~.")
    return minijinja.Markup(f"\0{secret}\0{fragment}\0")


def _said(words: Callable[[str], str], message: str, **values: Any) -> str:
    """A message with its {places} filled; values that are markup stay so, all else is text."""
    return _filled(words(message), values) if values else words(message)


def _counted(words: Callable[[str, str, int], str], singular: str, plural: str, number: int, **values: Any) -> str:
    return _filled(words(singular, plural, number), {"number": number, **values})


def _filled(text: str, values: Mapping[str, Any]) -> str:
    """All places in one pass, so that a value which looks like a place stays what it is."""
    if not any(hasattr(value, "__html__") for value in values.values()):
        return _PLACE.sub(lambda place: str(values[place[1]]), text)
    filled = _PLACE.sub(lambda place: str(minijinja.escape(values[place[1]])), str(minijinja.escape(text)))
    return minijinja.Markup(filled)


def _outline(several: Sequence[Any]) -> list[headings.Section]:
    return headings.outline(
        headings.Heading(_value(h, "text"), _value(h, "level"), _value(h, "anchor")) for h in several
    )


def _literal(words: str) -> str:
    """Words as a string in a template's own notation, which is that of JSON."""
    return json.dumps(words, ensure_ascii=False)


def _encoded(address: str) -> str:
    """An address where only ASCII will do, as between the commas and spaces of a srcset."""
    return quote(address, safe="/:?#[]@!$&'()*+;=%~")


def _absolute(address: str, page: str) -> str:
    """An address of the site as other sites must write it; `page` is a whole address of the same site."""
    return "/".join(page.split("/", 3)[:3]) + _encoded(address) if address.startswith("/") else address


def _value(thing: Any, name: str) -> Any:
    """A value of a context, whether it came as a mapping or as a dataclass."""
    return thing[name] if isinstance(thing, Mapping) else getattr(thing, name)
