"""The living page: no component is missing, it is made of the real ones, and it stands at the desk.

Issue 3, "The theme".
"""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from selectolax.lexbor import LexborHTMLParser

from communique import themes
from communique.content.living_page import NotShown, living_page
from communique.publishing.rendering import Rendering

from .pages import LIVING, page, rendering
from .samples import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_component_is_shown(language):
    shown = {node.text() for node in LexborHTMLParser(page("components-light", language)).css(".specimen__name")}
    assert rendering().templates("components").keys() <= shown


def test_a_component_that_nobody_would_see_is_missed(tmp_path):
    (tmp_path / "templates/components").mkdir(parents=True)
    (tmp_path / "templates/components/map.html").write_text("{# Where it is. #}{% macro map() %}{% endmacro %}")
    own = Rendering([], tmp_path, strict=True)
    with pytest.raises(NotShown, match="Nobody would see map: show each in a template of its name"):
        living_page(own, "en", "light", "")


def test_every_style_of_a_component_is_shown():
    """By class: what the styles of the theme's components name stands on the page (or is put there by a script)."""
    styles = "".join(path.read_text(encoding="utf-8") for path in (themes.folder() / "css/components").glob("*.css"))
    named = set(re.findall(r"\.([a-z][\w-]*)(?=[^{}]*\{)", re.sub(r"/\*.*?\*/", "", styles, flags=re.DOTALL)))
    html = page("components-light", "ur")
    shown = {name for classes in re.findall(r'class="([^"]*)"', html) for name in classes.split()}
    # The marks of where to look in a picture come in tenths; no page shows them all.
    assert {name for name in named - shown if not name.startswith("focus")} <= ELSEWHERE


# What whole pages are made of, and what scripts make.
ELSEWHERE = {
    "reading__button",
    "sidebar",
    "pager__more",
    "player__button",
    "player__frame",
    "pager__said",
    "nearby",
    "masthead__logo",
    "corrections",
    "corrections__title",
    "corrected",
}


@pytest.mark.parametrize("light", LIVING)
def test_it_says_in_which_light_it_is(light):
    assert f'<html data-theme="{LIVING[light]}" lang="ur" dir="rtl">' in page(light, "ur")


@pytest.mark.django_db
def test_it_stands_at_the_desk_for_those_who_work_there(client, amina, sana):
    address = reverse("content_look", args=["ur", "dark"])
    client.force_login(amina)
    assert '<html data-theme="dark" lang="ur"' in client.get(address).content.decode()
    assert client.get(reverse("content_look", args=["ur", "dim"])).status_code == 404
    assert address.startswith("/desk/look/")
    client.force_login(sana)
    assert client.get(address).status_code != 200
