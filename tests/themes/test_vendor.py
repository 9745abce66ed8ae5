"""What comes from elsewhere is listed with its licence and is what the list says."""

import tomllib
from hashlib import sha256
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

import communique
from communique import themes

HOUSE = Path(communique.__file__).parent
THEME = themes.folder()
LICENCES = {"OFL-1.1": "SIL Open Font License", "MIT": "The MIT License"}


def listed(folder):
    return tomllib.loads((folder / "vendor.toml").read_text(encoding="utf-8"))["from"]


LISTED = listed(THEME)
LISTS = sorted(path.parent for path in HOUSE.rglob("vendor.toml"))


def test_every_font_is_listed():
    files = {name for origin in LISTED for name in origin["files"]}
    assert {path.relative_to(THEME).as_posix() for path in THEME.rglob("*.woff2")} == files


@pytest.mark.parametrize("folder", LISTS, ids=lambda folder: folder.name)
def test_every_file_that_is_listed_is_unchanged(folder):
    for origin in listed(folder):
        for name, seal in origin["files"].items():
            assert sha256((folder / name).read_bytes()).hexdigest() == seal, name


@pytest.mark.parametrize("folder", LISTS, ids=lambda folder: folder.name)
def test_every_origin_has_its_licence_beside_it(folder):
    for origin in listed(folder):
        assert LICENCES[origin["licence"]] in (folder / origin["licence_file"]).read_text(encoding="utf-8")
        assert {"name", "package", "version", "copyright", "cut"} <= set(origin)


def test_no_changed_font_bears_a_name_that_its_licence_reserves():
    for origin in LISTED:
        if "Reserved Font Name" in origin["copyright"]:
            reserved = origin["copyright"].split("“")[1].split("”")[0]
            for name in origin["files"]:
                names = TTFont(THEME / name)["name"]
                assert not [number for number in (1, 3, 4, 6, 16) if reserved in (names.getDebugName(number) or "")]


@pytest.mark.parametrize("folder", LISTS, ids=lambda folder: folder.name)
def test_the_lists_tell_no_address_to_fetch_from(folder):
    assert "://" not in (folder / "vendor.toml").read_text(encoding="utf-8")
