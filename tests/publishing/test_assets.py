"""Assets have addresses that change with their content; one style sheet holds all styles, one script all scripts.

Row N3.
"""

import pytest

from communique import themes
from communique.publishing.assets import Assets, MissingAsset, NotAlone


@pytest.fixture
def theme(tmp_path):
    write(tmp_path, "theme/css/tokens.css", "@layer tokens { :root { --ink: black; } } /* not for readers */")
    write(tmp_path, "theme/css/fonts.css", "@font-face { src: url(fonts/naskh.woff2) }")
    write(tmp_path, "theme/assets/fonts/naskh.woff2", "font")
    write(tmp_path, "theme/assets/fonts/OFL.txt", "licence")
    return tmp_path / "theme"


def write(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def style_sheet(assets, name="style.css"):
    return next(asset.body.decode() for asset in assets.assets() if asset.name == name)


def script(assets):
    return style_sheet(assets, "script.js")


def test_an_address_is_named_for_the_file_and_its_content(theme):
    before = Assets(theme).address("fonts/naskh.woff2")
    assert before.startswith("/_/assets/naskh.")
    assert before.endswith(".woff2")
    write(theme, "assets/fonts/naskh.woff2", "another font")
    assert Assets(theme).address("fonts/naskh.woff2") != before


def test_the_style_sheet_names_fonts_by_their_addresses_and_changes_with_them(theme):
    assets = Assets(theme)
    assert f'url("{assets.address("fonts/naskh.woff2")}")' in style_sheet(assets)
    write(theme, "assets/fonts/naskh.woff2", "another font")
    assert Assets(theme).address("style.css") != assets.address("style.css")


def test_parts_and_site_keep_to_their_layers_in_order(theme, tmp_path):
    write(tmp_path, "part/static/podcasts/podcasts.css", ".episode { color: var(--ink) }")
    write(tmp_path, "site/static/site.css", ":root { --ink: navy }")
    css = style_sheet(Assets(theme, [tmp_path / "part/static"], tmp_path / "site"))
    assert css.index("@layer tokens, elements") < css.index("@layer parts {") < css.index("@layer site {")
    assert "not for readers" not in css


def test_the_sites_file_wins_over_the_themes(theme, tmp_path):
    write(theme, "assets/favicon.svg", "theme")
    write(tmp_path, "site/static/favicon.svg", "site")
    assets = Assets(theme, [], tmp_path / "site")
    assert [asset.body for asset in assets.assets() if asset.name == "favicon.svg"] == [b"site"]


def test_what_a_part_has_for_editors_stays_at_the_desk(theme, tmp_path):
    write(tmp_path, "part/static/podcasts/desk/admin.css", ".admin { color: red }")
    write(tmp_path, "part/static/podcasts/desk/admin.js", "1")
    assets = Assets(theme, [tmp_path / "part/static"])
    assert "admin" not in style_sheet(assets)
    assert "podcasts/desk/admin.js" not in [asset.name for asset in assets.assets()]


def test_licences_and_notes_are_no_assets(theme):
    assert [asset.name for asset in Assets(theme).assets()] == ["fonts/naskh.woff2", "script.js", "style.css"]


def test_a_style_sheet_that_names_an_absent_file_is_refused(theme):
    write(theme, "css/tokens.css", ".x { background: url('gone.svg') }")
    with pytest.raises(MissingAsset, match=r"tokens\.css speaks of 'gone\.svg'"):
        Assets(theme)
    with pytest.raises(MissingAsset, match="no asset"):
        Assets(themes.folder()).address("gone.svg")


def test_scripts_of_theme_parts_and_site_are_one_file_and_the_first_come_first(theme, tmp_path):
    write(theme, "scripts/share.js", "const own = 'of the theme';")
    write(theme, "scripts/first/choices.js", "const own = 'before anything is drawn';")
    write(tmp_path, "part/static/podcasts/player.js", "const own = 'of a part';")
    write(tmp_path, "site/static/site.js", "const own = 'of the site';")
    whole = script(Assets(theme, [tmp_path / "part/static"], tmp_path / "site"))
    places = [whole.index(word) for word in ("before anything", "of the theme", "of a part", "of the site")]
    assert places == sorted(places)
    assert [asset.name for asset in Assets(theme, [tmp_path / "part/static"]).assets() if ".js" in asset.name] == [
        "script.js"
    ]


def test_what_a_part_has_for_editors_is_in_no_readers_script(theme, tmp_path):
    write(tmp_path, "part/static/podcasts/desk/admin.js", "admin()")
    assert "admin()" not in script(Assets(theme, [tmp_path / "part/static"]))


@pytest.mark.parametrize("line", ["import { a } from './a.js';", "  export const a = 1;"])
def test_a_script_that_needs_another_is_refused(theme, line):
    write(theme, "scripts/share.js", f"// first\n{line}")
    with pytest.raises(NotAlone, match=r"share\.js has '(im|ex)port'"):
        Assets(theme)


def test_what_stands_apart_is_joined_to_nothing_and_has_an_address_of_its_own(theme, tmp_path):
    write(tmp_path, "part/static/podcasts/apart/player.js", "import('./elsewhere.js');\nexport default play;")
    write(tmp_path, "site/static/apart/player.css", ".player { color: red }")
    assets = Assets(theme, [tmp_path / "part/static"], tmp_path / "site")
    assert "play" not in script(assets) and ".player" not in style_sheet(assets)
    before = assets.address("podcasts/apart/player.js")
    assert (
        before.startswith("/_/assets/player.") and style_sheet(assets, "apart/player.css") == ".player { color: red }"
    )
    write(tmp_path, "part/static/podcasts/apart/player.js", "export default other;")
    assert Assets(theme, [tmp_path / "part/static"]).address("podcasts/apart/player.js") != before
