"""The style sheet: logical directions, layers, tokens, and colours that can be read."""

from __future__ import annotations

import re

import pytest

from communique import themes

from .pages import LIVING, PACKAGE, PAGES, page, rendering

CSS = themes.folder() / "css"
FILES = sorted([*CSS.rglob("*.css"), *PACKAGE.glob("*/static/*/*.css"), *PACKAGE.glob("*/*/static/*/*.css")])
# What is joined to nothing; PhotoSwipe's own styles are as they came.
APART = [path for path in sorted(PACKAGE.glob("*/*/static/*/apart/*.css")) if path.name != "photoswipe.css"]

# A side of the screen instead of a side of the text.
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right|top|bottom)"
    r"|(?:min-|max-)?(?:width|height)\s*:|border-(?:top|bottom)-(?:left|right)-radius)"
    r"|(?:^|[;{\s])(?:left|right|top|bottom)\s*:"
    r"|(?:text-align|float|clear)\s*:\s*(?:left|right)"
)
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(")

# What is written on what.
READ = [
    *(
        (ink, paper)
        for ink in ("ink", "ink-quiet", "accent", "link")
        for paper in ("paper", "paper-raised", "paper-sunk")
    ),
    ("link-visited", "paper"),
    ("ink", "selection"),
    ("on-accent", "accent"),
    ("on-accent", "link"),
    ("paper", "link"),
]
# What must be seen without being read: rims of buttons, the ring of what has focus, columns of charts.
SHAPES = ("rule-strong", "focus", *(f"chart-{number}" for number in range(1, 7)))
SEEN = [(shape, paper) for shape in SHAPES for paper in ("paper", "paper-raised", "paper-sunk")]


def bare(css: str) -> str:
    return re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)


@pytest.mark.parametrize("path", [*FILES, *APART], ids=lambda path: path.name)
def test_styles_know_no_left_and_right(path):
    assert not PHYSICAL.findall(bare(path.read_text(encoding="utf-8")))


def test_the_search_for_left_and_right_finds_them():
    wrong = [".a { margin-left: 0 }", ".a { left: 0 }", ".a { text-align: right }", ".a {\n  width: 4px }"]
    assert all(PHYSICAL.search(css) for css in wrong)
    assert not PHYSICAL.search(".a { margin-inline-start: 0; text-align: start } @media (width >= 4rem) { }")


@pytest.mark.parametrize(
    "path", [path for path in [*FILES, *APART] if path.name not in {"tokens.css", "print.css"}], ids=lambda p: p.name
)
def test_colours_are_named_in_the_tokens_alone(path):
    assert not COLOUR.findall(bare(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "path", [path for path in CSS.rglob("*.css") if path.name != "fonts.css"], ids=lambda p: p.name
)
def test_every_style_of_the_theme_stands_in_a_layer(path):
    assert re.fullmatch(
        r"@layer (tokens|elements|components) \{.*\}", bare(path.read_text(encoding="utf-8")).strip(), re.DOTALL
    )


def test_every_token_that_is_used_is_there():
    css = "".join(bare(path.read_text(encoding="utf-8")) for path in FILES)
    assert set(re.findall(r"var\((--[\w-]+)", css)) <= set(re.findall(r"(--[\w-]+)\s*:", css))


def test_every_class_that_styles_name_is_printed_somewhere():
    # Of the theme and the parts whose pages are among the samples.
    own = [path for path in FILES if "accounts" not in path.parts]
    css = "".join(bare(path.read_text(encoding="utf-8")) for path in own)
    named = set(re.findall(r"\.([a-z][\w-]*)(?=[^{}]*\{)", re.sub(r"url\([^)]*\)", "", css)))
    printed = {
        name
        for page_name in [*PAGES, *LIVING]
        for classes in re.findall(r'class="([^"]*)"', page(page_name, "ur"))
        for name in classes.split()
    }
    written = {
        name
        for path in themes.folder().rglob("*.js")
        for classes in re.findall(r'className = "([^"]*)"', path.read_text(encoding="utf-8"))
        for name in classes.split()
    }
    # The marks of where to look in a picture come in tenths; the samples show some.
    assert {name for name in named - printed - written if not name.startswith("focus-")} <= {"woff2"}


def colours(scheme: str) -> dict[str, str]:
    """Each colour of the tokens, which stands as `var(--day, #…) var(--night, #…)`."""
    found = re.findall(
        r"--([\w-]+): var\(--day, (#[0-9a-f]{6})\) var\(--night, (#[0-9a-f]{6})\);",
        (CSS / "tokens.css").read_text(encoding="utf-8"),
    )
    return {name: day if scheme == "light" else night for name, day, night in found}


def contrast(first: str, second: str) -> float:
    """WCAG 2.2, relative luminance and contrast ratio."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "paper"), READ)
def test_text_can_be_read_on_its_ground(ink, paper, scheme):
    assert contrast(colours(scheme)[ink], colours(scheme)[paper]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("shape", "paper"), SEEN)
def test_shapes_can_be_seen_on_their_ground(shape, paper, scheme):
    assert contrast(colours(scheme)[shape], colours(scheme)[paper]) >= 3


def test_nastaliq_has_twice_the_room_between_lines():
    css = bare((CSS / "tokens.css").read_text(encoding="utf-8"))
    urdu = css.split(":lang(ur) {")[-1].split("}")[0]
    assert float(re.search(r"--leading:\s*calc\(([\d.]+)", urdu)[1]) >= 2


def test_the_styles_that_are_sent_name_no_other_host():
    sent = next(asset.body.decode() for asset in rendering().assets.assets() if asset.name == "style.css")
    assert "http" not in sent.replace('[href^="http"]', "")
    assert "@import" not in sent
