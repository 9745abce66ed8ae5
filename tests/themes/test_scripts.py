"""Scripts: one small file that old phones understand, each behaviour alone in it; pages are whole without. Row N3."""

from __future__ import annotations

import gzip
import os
import re

import pytest

from communique import themes

from .browsers import view
from .pages import PACKAGE, PAGES, page, rendering


def script() -> bytes:
    return next(asset.body for asset in rendering().assets.assets() if asset.name == "script.js")


def test_n3_all_scripts_together_are_small():
    assert len(gzip.compress(script())) <= 15_000


def test_n3_every_page_asks_for_one_script_and_waits_for_it_with_drawing():
    own = f'<script type="module" src="{rendering().assets.address("script.js")}" async blocking="render">'
    lightbox = f'<script type="module" src="{rendering().assets.address("gallery/apart/lightbox.js")}" async>'
    for name in PAGES:
        tags = re.findall(r"<script(?! type=\"application/ld\+json\")[^>]*>", page(name, "en"))
        assert tags == ([lightbox, own] if name in ("album", "album-bare") else [own]), name


def test_n3_phones_of_some_years_understand_the_script():
    if not os.environ.get("CI"):
        pytest.importorskip("esprima")
    import esprima

    esprima.parseModule(script().decode())  # it knows the language as it was in 2017, and no newer words


OWN = [*themes.folder().glob("scripts/**/*.js"), *PACKAGE.glob("sections/*/static/*/apart/lightbox.js")]


@pytest.mark.parametrize("path", sorted(OWN), ids=lambda path: path.stem)
def test_a_script_says_what_it_is_for(path):
    assert path.read_text(encoding="utf-8").startswith("// ")


@pytest.mark.browser
def test_n3_without_scripts_nothing_is_offered_that_needs_them(browser):
    with view(browser, width=1280, java_script_enabled=False) as seen:
        seen.page.goto("http://institute.test/en/article")
        assert not seen.page.is_visible("[data-reading]")
        assert not seen.page.is_visible("[data-reading-panel]")
        assert seen.page.locator("[data-share] a").all_inner_texts() == ["Email", "Link to this page"]
        assert seen.page.is_visible(".prose h2 >> nth=0")


@pytest.mark.browser
def test_a_behaviour_that_fails_takes_no_other_with_it(browser):
    with view(browser, width=1280) as seen:
        seen.page.add_init_script("navigator.share = true; document.execCommand = null; Object.freeze(navigator)")
        seen.page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })")
        seen.open("article", "en")
        seen.page.click(".reading__button")
        assert seen.page.is_visible("[data-reading-panel]")
        assert seen.page.get_attribute("[data-menu] a >> nth=0", "aria-current")
