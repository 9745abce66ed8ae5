"""What is read from the theme's own style sheet, for cards that are drawn (row B10)."""

from communique import themes
from communique.publishing.assets import Assets
from communique.themes.look import Look


def look(*more: str) -> Look:
    sheet = next(asset for asset in Assets(themes.folder()).assets() if asset.name == "style.css")
    return Look("\n".join([sheet.body.decode(), *more]))


def test_colours_are_those_of_light_screens():
    assert look().colour("--paper", "") == "#fcfbf8" and look().colour("--on-accent", "") == "#ffffff"


def test_a_site_that_sets_a_colour_anew_is_heard():
    mine = look("@layer site { :root { --accent: #123456; --ink: rebeccapurple; } }")
    assert mine.colour("--accent", "") == "#123456" and mine.colour("--ink", "#000000") == "#000000"


def test_each_language_has_its_fonts_and_leading():
    one = look()
    assert "nastaliq-urdu" in one.fonts("--title-face", "ur")[0] and one.number("--leading-title", "ur", 0) == 2
    assert "naskh-arabic" in one.fonts("--label-face", "ar")[0] and one.number("--weight-title", "ar", 0) == 700
    assert [name.rpartition("/")[2].partition(".")[0] for name in one.fonts("--title-face", "ru")] == [
        "serif-latin", "serif-latin-ext", "serif-cyrillic",
    ]  # fmt: skip


def test_a_property_that_refers_to_itself_ends():
    assert Look(":root { --a: var(--b); --b: var(--a) }").token("--a", "en") == ""
