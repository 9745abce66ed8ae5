"""The look of this site's cards: colours and type of its style sheet."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path

import orjson
from django.conf import settings

from communique import themes
from communique.content import languages
from communique.content.darkroom.share_card import DESIGN, Type
from communique.publishing import assets
from communique.themes.look import Look

COLOURS = {
    "paper": ("--paper", "#ffffff"),
    "ink": ("--ink", "#111111"),
    "quiet": ("--ink-quiet", "#555555"),
    "accent": ("--accent", "#8a2f22"),
    "rule": ("--rule", "#cccccc"),
}


@dataclass(frozen=True)
class Looks:
    """Colours, and for each language the type of titles and of labels, and whether kickers are in capitals."""

    colours: dict[str, str]
    titles: dict[str, Type]
    labels: dict[str, Type]
    capitals: dict[str, bool]
    digest: str


@cache
def of_site() -> Looks:
    """The look of the site that this process works for."""
    lying = _lying()
    every = {asset.address: lying[asset.name] for asset in assets.assets() if asset.name in lying}
    sheet = next(asset for asset in assets.assets() if asset.name == assets.STYLE_SHEET)
    look = Look(sheet.body.decode())
    titles = {code: _type(look, every, "title", "title", code) for code in languages.published()}
    labels = {code: _type(look, every, "label", "close", code) for code in languages.published()}
    colours = {name: look.colour(token, otherwise) for name, (token, otherwise) in COLOURS.items()}
    capitals = {code: look.token("--capitals", code) == "uppercase" for code in languages.published()}
    fonts = sorted(face.address for face in look.faces)
    measures = {code: [asdict(told[code]) | {"fonts": []} for told in (titles, labels)] for code in titles}
    told = orjson.dumps([DESIGN, colours, capitals, fonts, measures], option=orjson.OPT_SORT_KEYS)
    return Looks(colours, titles, labels, capitals, blake2b(told, digest_size=8).hexdigest())


def fonts() -> list[Path]:
    """Every upright font that the site has."""
    looks = of_site()
    return sorted({Path(font) for told in (*looks.titles.values(), *looks.labels.values()) for font in told.fonts})


def _type(look: Look, every: dict[str, Path], kind: str, leading: str, language: str) -> Type:
    own = look.fonts(f"--{kind}-face", language)
    others = [face.address for face in look.faces if not face.italic and face.address not in own]
    gap = look.token("--word-gap", language)
    return Type(
        tuple(str(every[address]) for address in dict.fromkeys([*own, *others]) if address in every),
        look.number(f"--weight-{kind}", language, 400),
        look.number(f"--leading-{leading}", language, 1.3),
        float(gap.removesuffix("em")) if gap.endswith("em") else 0.0,
    )


def _lying() -> dict[str, Path]:
    """Where each asset lies: the site's goes before a part's, and that before the theme's."""
    own = settings.COMMUNIQUE.folder
    folders = [*([own / "static"] if own else []), *sorted(assets.part_folders("static"), reverse=True)]
    found: dict[str, Path] = {}
    for folder in (*folders, themes.folder() / "assets"):
        for path in folder.rglob("*"):
            if path.is_file():
                found.setdefault(path.relative_to(folder).as_posix(), path)
    return found
