"""What comes from elsewhere is listed with its licence and is what the list says."""

import tomllib
from hashlib import sha256

from fontTools.ttLib import TTFont

from communique import themes

THEME = themes.folder()
LISTED = tomllib.loads((THEME / "vendor.toml").read_text(encoding="utf-8"))["from"]


def test_every_font_is_listed_and_unchanged():
    files = {name: seal for origin in LISTED for name, seal in origin["files"].items()}
    there = {
        path.relative_to(THEME).as_posix(): sha256(path.read_bytes()).hexdigest() for path in THEME.rglob("*.woff2")
    }
    assert there == files


def test_every_origin_has_its_licence_beside_it():
    for origin in LISTED:
        assert origin["licence"] == "OFL-1.1"
        assert "SIL Open Font License" in (THEME / origin["licence_file"]).read_text(encoding="utf-8")
        assert {"name", "package", "version", "copyright", "cut"} <= set(origin)


def test_no_changed_font_bears_a_name_that_its_licence_reserves():
    for origin in LISTED:
        if "Reserved Font Name" in origin["copyright"]:
            reserved = origin["copyright"].split("“")[1].split("”")[0]
            for name in origin["files"]:
                names = TTFont(THEME / name)["name"]
                assert not [number for number in (1, 3, 4, 6, 16) if reserved in (names.getDebugName(number) or "")]


def test_the_list_tells_no_address_to_fetch_from():
    assert "://" not in (THEME / "vendor.toml").read_text(encoding="utf-8")
