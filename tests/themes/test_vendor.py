"""What comes from elsewhere is listed with its licence and is what the list says."""

import tomllib
from hashlib import sha256

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


def test_a_font_whose_name_is_reserved_is_unchanged():
    assert all(origin["cut"].startswith("nothing") for origin in LISTED if "Reserved" in origin["copyright"])


def test_the_list_tells_no_address_to_fetch_from():
    assert "://" not in (THEME / "vendor.toml").read_text(encoding="utf-8")
