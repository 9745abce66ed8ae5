"""Assets: styles, script, fonts and icons of theme, parts and site, at addresses that change with their content."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from communique import themes

from . import parts

STYLE_SHEET = "style.css"
SCRIPT = "script.js"
LAYERS = ("tokens", "elements", "components", "parts", "site")

MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}

_JOINED = {".css", ".js"}
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANK = re.compile(r"\s*\n\s*")
_IMPORT = re.compile(r"^\s*(?:import|export)\b(?!\s*\()", re.MULTILINE)
_URL = re.compile(r"""url\(\s*(?P<quote>["']?)(?P<name>[^"')]+)(?P=quote)\s*\)""")


class MissingAsset(LookupError):
    """A template or style sheet speaks of a file that is nowhere."""


class NotAlone(ValueError):
    """A script imports or exports something, which can't be once all are joined into one."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that pages refer to, at an address that no other content ever has."""

    name: str  # what templates call it: "icons.svg", "fonts/source-serif-latin.woff2"
    address: str
    media_type: str
    body: bytes


class Assets:
    """The assets of one site.

    The theme's stand in its `assets` folder, a part's in `static` (so named for the part: `articles/map.svg`), the
    site's own in `static`; what is in a folder called `desk` there is for editors only. Of two with one name the
    site's wins, then the part's. Style sheets are joined into one: the theme's from `css` in the order of the layers,
    then the parts', then the site's. So are scripts, the theme's from `scripts`; each stands in a scope of its own.
    What is in a folder called `apart` is joined to nothing: few pages need it, and ask for it by its name.
    """

    def __init__(self, theme: Path, part_folders: Sequence[Path] = (), site_folder: Path | None = None) -> None:
        self._theme = theme
        self._part_folders = tuple(sorted(part_folders))
        self._site = site_folder / "static" if site_folder else None
        self._by_name: dict[str, Asset] = {}
        for name, content in sorted(self._files().items()):
            self._by_name[name] = _asset(name, content)
        self._by_name[STYLE_SHEET] = _asset(STYLE_SHEET, self._style_sheet().encode())
        self._by_name[SCRIPT] = _asset(SCRIPT, self._script().encode())

    def assets(self) -> list[Asset]:
        """Every asset, by name."""
        return [self._by_name[name] for name in sorted(self._by_name)]

    def address(self, name: str) -> str:
        """Where the asset of this name is: "/_/assets/icons.0123456789ab.svg"."""
        try:
            return self._by_name[name].address
        except KeyError:
            raise MissingAsset(f"There is no asset {name!r}; there are {', '.join(sorted(self._by_name))}.") from None

    def _files(self) -> dict[str, bytes]:
        """Everything that is neither style sheet nor script, by name; later folders win."""
        folders = [self._theme / "assets", *self._part_folders, *([self._site] if self._site else [])]
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for folder in folders
            for path in sorted(folder.rglob("*"))
            if path.is_file() and path.suffix in MEDIA_TYPES and _for_readers(folder, path)
            if path.suffix not in _JOINED or _apart(folder, path)
        }

    def _style_sheet(self) -> str:
        """All styles in one file, so that a page asks for one."""
        pieces = [f"@layer {', '.join(LAYERS)};"]
        pieces += [self._read(path) for path in _theme_styles(self._theme / "css")]
        # Wrapped here, so that no part can set its rules above the site's.
        pieces += [f"@layer parts {{\n{self._read(path)}\n}}" for path in self._of_parts("*.css")]
        pieces += [f"@layer site {{\n{self._read(path)}\n}}" for path in self._of_site("*.css")]
        return "\n".join(pieces) + "\n"

    def _script(self) -> str:
        """All scripts in one file: the theme's, beginning with what can't wait, then the parts', then the site's."""
        own = self._theme / "scripts"
        rest = [*sorted(own.glob("*.js")), *self._of_parts("*.js"), *self._of_site("*.js")]
        pieces = [_wrapped("at once", path) for path in sorted((own / "first").glob("*.js"))]
        pieces += [_wrapped("when read", path) for path in rest]
        return "\n".join([_RUNNING, *pieces]) + "\n"

    def _of_parts(self, pattern: str) -> list[Path]:
        found = ((folder, path) for folder in self._part_folders for path in sorted(folder.rglob(pattern)))
        return [path for folder, path in found if _for_readers(folder, path) and not _apart(folder, path)]

    def _of_site(self, pattern: str) -> list[Path]:
        found = sorted(self._site.rglob(pattern)) if self._site else []
        return [path for path in found if self._site and not _apart(self._site, path)]

    def _read(self, path: Path) -> str:
        """One style sheet without its comments, and with the addresses of the files it names."""
        css = _BLANK.sub("\n", _COMMENT.sub("", path.read_text(encoding="utf-8"))).strip()
        return _URL.sub(lambda found: f'url("{self._named_in(path, found["name"])}")', css)

    def _named_in(self, path: Path, name: str) -> str:
        if name.startswith(("data:", "#")):
            return name
        if name not in self._by_name:
            raise MissingAsset(
                f"{path.name} speaks of {name!r}, which is neither the theme's, a part's nor the site's."
            )
        return self._by_name[name].address


@cache
def of_site() -> Assets:
    """The assets of the site that this process works for."""
    from django.conf import settings

    return Assets(themes.folder(), part_folders("static"), settings.COMMUNIQUE.folder)


def assets() -> list[Asset]:
    """Every asset of the site that this process works for."""
    return of_site().assets()


def part_folders(name: str) -> list[Path]:
    """The folders of this name that the parts of the site have."""
    packages = (find_spec(part) for part in parts.found())
    homes = (Path(home) for package in packages if package for home in package.submodule_search_locations or ())
    return [home / name for home in homes if (home / name).is_dir()]


def _for_readers(folder: Path, path: Path) -> bool:
    return "desk" not in path.relative_to(folder).parts[:-1]


def _apart(folder: Path, path: Path) -> bool:
    return "apart" in path.relative_to(folder).parts[:-1]


def _theme_styles(folder: Path) -> Iterable[Path]:
    """Tokens, fonts, elements, then each component, and print last of all."""
    first = [folder / f"{name}.css" for name in ("tokens", "fonts", "elements")]
    yield from (path for path in first if path.is_file())
    yield from sorted((folder / "components").glob("*.css"))
    yield from sorted(path for path in folder.glob("*.css") if path not in first)


# One behaviour that fails takes no other with it; but for the first, all wait until the page has been read.
_RUNNING = """\
const run = {
  "at once": (deed) => { try { deed(); } catch (error) { setTimeout(() => { throw error; }); } },
  "when read": (deed) => {
    if (document.readyState !== "loading") run["at once"](deed);
    else document.addEventListener("DOMContentLoaded", () => run["at once"](deed));
  },
};"""


def _wrapped(when: str, path: Path) -> str:
    """A script in a scope of its own. Raises NotAlone."""
    script = path.read_text(encoding="utf-8").strip()
    if found := _IMPORT.search(script):
        raise NotAlone(
            f"{path.name} has {found[0].strip()!r}: scripts are joined into one, so each stands alone. "
            "What two of them need belongs into the page, as an attribute or an event."
        )
    return f'run["{when}"](() => {{\n{script}\n}});'


def _asset(name: str, content: bytes) -> Asset:
    path = PurePosixPath(name)
    address = f"/_/assets/{path.stem}.{sha256(content).hexdigest()[:12]}{path.suffix}"
    return Asset(name, address, MEDIA_TYPES[path.suffix], content)
