"""Make the theme's fonts anew from the packages that vendor.toml names.

    python -m tests.themes.make_fonts UNPACKED

UNPACKED holds one folder for each package, unpacked, named as in vendor.toml ("source-serif-4"). Each font is cut down
to the signs and weights that pages use. A licence may reserve a font's name for unchanged files: what we cut from such
a one gets a name of our own.
"""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from communique import themes

FONTS = themes.folder() / "assets" / "fonts"

LATIN = [*range(0x20, 0x180), *range(0x2000, 0x2070), 0x20AC, 0x2122, *range(0x2190, 0x2194), 0x2212, 0x2215]
LATIN_MORE = [*range(0x100, 0x250), 0x259, *range(0x1E00, 0x1F00)]
CYRILLIC = [*range(0x400, 0x530), 0x2116]
# What Latin letters need within Arabic and Urdu: names, addresses, digits, the spaces between all words.
LATIN_BESIDE = [*range(0x20, 0x7F), *range(0xA0, 0x100), 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026]
ARABIC = [*range(0x600, 0x700), *range(0x750, 0x780), 0x200C, 0x200D, 0x200E, 0x200F, *range(0xFD3E, 0xFD40), 0xFDF2]
URDU = [
    *range(0x600, 0x604), *range(0x60C, 0x616), 0x61B, 0x61F, *range(0x621, 0x66E), 0x670, 0x671, 0x672, 0x673, 0x679,
    0x67E, 0x686, 0x688, 0x691, 0x698, 0x6A9, 0x6AF, 0x6BA, 0x6BE, *range(0x6C0, 0x6C4), 0x6CC, 0x6D2, 0x6D3, 0x6D4,
    *range(0x6F0, 0x6FA), 0x200C, 0x200D, 0x200E, 0x200F, 0xFD3E, 0xFD3F, 0xFDF2, 0xFDFA,
]  # fmt: skip

PLAIN = ["kern", "locl", "mark", "mkmk", "ccmp", "tnum"]
SHAPING = ["*"]

OUR_NAME = "Communique Serif"

CUT: dict[str, tuple[str, Iterable[int], tuple[int, int] | int, list[str]]] = {
    **{
        f"serif-{script}{suffix}.woff2": (
            *(f"source-serif-4/files/source-serif-4-{script}-wght-{style}.woff2", signs, weights, [*PLAIN, "liga"]),
        )
        for script, signs in (("latin", LATIN), ("latin-ext", LATIN_MORE), ("cyrillic", CYRILLIC))
        for suffix, style, weights in (("", "normal", (400, 700)), ("-italic", "italic", 400))
    },
    "inter-latin.woff2": ("inter/files/inter-latin-wght-normal.woff2", LATIN, (400, 700), PLAIN),
    "inter-latin-ext.woff2": ("inter/files/inter-latin-ext-wght-normal.woff2", LATIN_MORE, (400, 700), PLAIN),
    "inter-cyrillic.woff2": ("inter/files/inter-cyrillic-wght-normal.woff2", CYRILLIC, (400, 700), PLAIN),
    "naskh-arabic.woff2": (
        *("noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2", ARABIC, (400, 700), SHAPING),
    ),
    "naskh-latin.woff2": (
        *("noto-naskh-arabic/files/noto-naskh-arabic-latin-wght-normal.woff2", LATIN_BESIDE, (400, 700), PLAIN),
    ),
    "nastaliq-urdu.woff2": (
        *("noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-wght-normal.woff2", URDU, 400, SHAPING),
    ),
    "nastaliq-latin.woff2": (
        *("noto-nastaliq-urdu/files/noto-nastaliq-urdu-latin-wght-normal.woff2", LATIN_BESIDE, 400, PLAIN),
    ),
}


def cut(source: Path, signs: Iterable[int], weights: tuple[int, int] | int, features: list[str]) -> bytes:
    """A font with only these signs, weights and features."""
    narrowed = instancer.instantiateVariableFont(TTFont(source), {"wght": weights})
    # The cutter doesn't find the variations that the narrowing emptied unless the font is read anew.
    font = TTFont(io.BytesIO(_saved(narrowed, flavor=None)))
    options = subset.Options()
    options.layout_features, options.hinting, options.name_IDs = features, False, ["*"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=signs)
    cutter.subset(font)
    if "Reserved Font Name" in font["name"].getDebugName(0):
        _renamed(font)
    return _saved(font, flavor="woff2")


def _renamed(font: TTFont) -> None:
    """Our own name wherever the font says its own; who made it and by which licence stays."""
    names = font["name"]
    for record in list(names.names):
        if record.nameID in {1, 3, 4, 6, 16, 18, 20, 21, 25}:
            plain = record.nameID in {6, 20, 25}
            name = OUR_NAME.replace(" ", "") if plain else OUR_NAME
            names.setName(name, record.nameID, record.platformID, record.platEncID, record.langID)


def _saved(font: TTFont, flavor: str | None) -> bytes:
    font.flavor = flavor
    font["head"].modified = font["head"].created  # the same font from the same package, byte for byte
    font.recalcTimestamp = False
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def main(unpacked: Path) -> None:
    FONTS.mkdir(parents=True, exist_ok=True)
    for name, (source, signs, weights, features) in CUT.items():
        (FONTS / name).write_bytes(cut(unpacked / source, signs, weights, features))
    for package in ("source-serif-4", "inter", "noto-naskh-arabic", "noto-nastaliq-urdu"):
        shutil.copyfile(unpacked / package / "LICENSE", FONTS / f"{package}.OFL.txt")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
